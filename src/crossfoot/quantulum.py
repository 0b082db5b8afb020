"""The long tail of physical units: those that no table of ours names; the only door to quantulum3.

quantulum3 knows some four hundred units by their English names and by their symbols, and is glad to read
anything as one of them: "M€" as metre euro, "GPU" as gauss poise atomic mass unit, "km/h in" as kilometre per
hour per inch. So it is asked only about words that are, letter for letter, a unit's symbol or an English name in
small letters, and believed only where it reads all of them as one unit of a physical kind named below. It is
loaded when the first word is asked about; a word that is in no unit costs one look-up.
"""

from __future__ import annotations

import logging
import re
import warnings
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from crossfoot.model import Value

if TYPE_CHECKING:
    from quantulum3.classes import Unit

KINDS = frozenset({
    "acceleration", "area", "charge", "current", "data storage", "data transfer rate", "density",
    "electric potential", "electrical resistance", "energy", "force", "frequency", "illuminance",
    "instance frequency", "length", "luminous flux", "mass", "mass flow", "power", "pressure",
    "radiation absorbed dose", "radioactivity", "sound level", "speed", "temperature", "torque", "volume",
    "volumetric flow",
})  # fmt: skip
"""What a unit may measure; time, angles, money and plain counts are read elsewhere or not at all."""

FLOWS = {"data storage": "data transfer rate", "length": "speed", "mass": "mass flow", "volume": "volumetric flow"}
"""What a unit of the first kind measures per second, minute or hour."""

FLOW_TIMES = frozenset({"second", "minute", "hour"})
"""Per day, month or year is said beside a unit (tonnes, per year) and is no part of it."""

ONE_LETTER = frozenset("gmtlLVW")
"""The symbols of one letter that a bare letter after a figure may be taken for."""

REFUSED = frozenset({
    # prepositions, articles, everyday abbreviations of the languages read
    "AU", "UA", "am", "au", "dam", "fm", "fur", "in", "lea", "mi", "min", "nb", "nt", "pm", "st",
    "ua",
    # money, cores, pages, ranks, people's initials
    "Ba", "Cal", "Ci", "Da", "EA", "Em", "Fr", "GA", "Gal", "Gm", "Gs", "Ha", "MA", "PA", "Pm", "Rd", "SLM", "TA",
    "TR", "TV", "Tm", "VA", "YB", "Yb", "ct", "esu", "fps", "ips", "kn", "mps", "pb", "pt", "qr", "rps",
    # base pairs and barns, for readers of other pages
    "Gbp", "Mbp", "ab", "bp", "fb", "kbp", "mb", "yb", "ym", "zb", "zm",
    # everyday words, and words that are usually something else
    "atmosphere", "atmospheres", "bar", "bars", "barn", "barns", "bary", "barrie", "bit", "bits", "cup", "cups",
    "drop", "drops", "ell", "ells", "galileo", "gals", "gray", "grays", "kip", "kips", "league", "leagues", "mole",
    "peck", "pecks", "pond", "ponds", "pound", "pounds", "quad", "quads", "quarter", "quarters", "quartet",
    "quartets", "rad", "rads", "span", "spans", "stere", "tetrad", "tetrads", "franklin", "rutherford",
})  # fmt: skip
"""Symbols and names that are not taken for a unit where they stand alone."""

RENAMED = {
    "second of arc": "second", "minute of arc": "minute",
    "kilobarn": "kilobit", "kilo base pair": "kilobit", "mega base pair": "megabit", "giga base pair": "gigabit",
    "short ton": "ton",
}  # fmt: skip
"""Units that quantulum3 settles on where the press means another: seconds in "per second", bits in "Gb"."""

WEIGHTS = {"kiloton": "kt", "megaton": "Mt", "gigaton": "Gt"}
"""To quantulum3 energies of explosions; to the press weights, of carbon dioxide above all."""

SYMBOLS = {
    "acre": "acre", "acre foot": "acre ft", "bar": "bar", "cubic centimetre": "ml", "cubic foot": "ft3",
    "cubic metre": "m3", "cubic millimetre": "mm3",
    "degree Celsius": "degC", "degree fahrenheit": "degF", "bit": "bit", "kilobit": "kbit", "megabit": "Mbit",
    "gigabit": "Gbit", "terabit": "Tbit", "petabit": "Pbit", "kilobit per second": "kbit/s",
    "megabit per second": "Mbit/s", "gigabit per second": "Gbit/s",
    "gallon": "gal", "hectare": "ha", "hertz": "Hz", "kilobyte": "kB", "litre": "l", "mile per hour": "mph",
    "minute": "min", "second": "s", "hour": "h", "pound per square inch": "psi",
    "revolutions per minute": "rpm", "short ton": "ton", "ton": "ton", "long ton": "long ton", "volt-ampere": "VA",
    "pint": "pint", "british thermal unit": "BTU",
}  # fmt: skip
"""The usual short symbol where it is not the first that quantulum3 lists."""

LACKING = {
    "nautical mile": ("nmi", "length"), "nautical miles": ("nmi", "length"),
    "hectolitre": ("hl", "volume"), "hectolitres": ("hl", "volume"),
    "hectoliter": ("hl", "volume"), "hectoliters": ("hl", "volume"),
    "megalitre": ("Ml", "volume"), "megalitres": ("Ml", "volume"),
    "megaliter": ("Ml", "volume"), "megaliters": ("Ml", "volume"),
    "kVA": ("kVA", "power"), "MVA": ("MVA", "power"), "Tbps": ("Tbit/s", "data transfer rate"),
    "mile an hour": ("mph", "speed"), "miles an hour": ("mph", "speed"),
    "kilometres an hour": ("km/h", "speed"), "kilometers an hour": ("km/h", "speed"),
    "metres per second squared": ("m/s2", "acceleration"), "meters per second squared": ("m/s2", "acceleration"),
    "British thermal unit": ("BTU", "energy"), "British thermal units": ("BTU", "energy"),
    "mSv": ("mSv", "radiation absorbed dose"), "millisieverts": ("mSv", "radiation absorbed dose"),
    "millibar": ("mbar", "pressure"), "millibars": ("mbar", "pressure"), "mbar": ("mbar", "pressure"),
}  # fmt: skip
"""Units that quantulum3 lacks: symbol and kind."""

_WORD = r"[^\W\d_]+(?:\^?[23](?!\d)|[²³])?"
_UNIT_TEXT = re.compile(rf"{_WORD}(?:(?:[ \N{{NO-BREAK SPACE}}\N{{NARROW NO-BREAK SPACE}}]|[-/·]){_WORD}){{0,5}}")
_ENDS = re.compile(_WORD)
_POWER = re.compile(r"\^?[23]$|[²³]$")
_GOES_ON = re.compile(
    r"[\w€$£%&@°²³^·⋅]|[-.’']\d|[’'](?!s\b)\w| (?:squared|cubed|per (?:second|minute|hour))\b"
    r"|/(?!(?:day|week|month|quarter|year|yr|jour|mois|an)\b)"
)
"""What shows that a unit is not over, or is none: only per day, month or year may follow a stroke."""
_AFTER_M = re.compile(r" (?!(?:above|and|below|by|de|deep|high|in|long|of|on|or|tall|to|wide|x)\b)[^\W\d_]")
"""What shows that "m" is short for million: "450 m euros"."""
_POWERS = {("length", 2): "area", ("length", 3): "volume"}
_CAPITAL = frozenset({"British", "Celsius", "Fahrenheit"})
_BETWEEN = frozenset({"per", "of"})


class UnitHit(Value):
    """A physical unit found at the start of a text."""

    symbol: str
    """The usual short symbol, powers as plain digits: km/h, m3/s, kN."""
    length: int
    """How many characters of the text name the unit."""
    entity: str
    """What the unit measures, in quantulum3's words: speed, volumetric flow, force."""


class _Vocabulary(NamedTuple):
    """What quantulum3 knows, for a look-up before it is asked to parse."""

    symbols: frozenset[str]
    words: frozenset[str]
    kinds: dict[str, str]
    shorts: dict[str, str]


def unit_after(text: str) -> UnitHit | None:
    """Read the physical unit with which the text begins, the longest there is; None where it begins with none.

    The text is what follows a figure, from the unit's first character on. Known are SI and other usual symbols and
    English names; a unit of our own tables is better looked up there first.
    """
    found = _UNIT_TEXT.match(text)
    if not found or not _known(_ENDS.match(text)[0]):  # type: ignore[index]  # the first word is part of the match
        return None
    if text.startswith("m") and _AFTER_M.match(text, 1):
        return None
    for end in _ends(found[0]):
        if not _GOES_ON.match(text, end) and (read := _read(re.sub(r"\s", " ", text[:end]))):
            symbol, entity = read
            return UnitHit(symbol=symbol, length=end, entity=entity)
    return None


def _ends(text: str) -> list[int]:
    """Where a unit may end, the longest first: after each word up to the first that is part of no unit."""
    ends: list[int] = []
    for word in _ENDS.finditer(text):
        if not _known(word[0]) and word[0] not in _BETWEEN:
            break
        if word[0] not in _BETWEEN:
            ends.append(word.end())
    return ends[::-1]


def _known(word: str) -> bool:
    """Whether a word, its power taken off, is a symbol or a word of a unit's name."""
    bare = _POWER.sub("", word)
    return bare in _vocabulary().symbols or bare in _vocabulary().words


@lru_cache(maxsize=4096)
def _read(name: str) -> tuple[str, str] | None:
    """The symbol and the kind of a unit, if the whole of the name is one."""
    if name in LACKING:
        return LACKING[name]
    if name in REFUSED or (len(name) == 1 and name not in ONE_LETTER):
        return None
    unit = _parsed(name)
    if unit is None:
        return None
    if unit.name in WEIGHTS:
        return WEIGHTS[unit.name], "mass"
    parts = [(RENAMED.get(part["base"], part["base"]), int(part["power"])) for part in unit.dimensions]
    own_name = parts[0][0] if len(parts) == 1 and parts[0][1] == 1 else unit.name
    kind = _kind(own_name, parts)
    symbol = _symbol(own_name, parts) if kind else None
    return (symbol, kind) if symbol and kind else None


def _kind(name: str, parts: list[tuple[str, int]]) -> str | None:
    """What a unit measures, None where that is nothing that we take from quantulum3."""
    kinds = _vocabulary().kinds
    kind = kinds.get(name)
    match parts:
        case [(base, power), (time, -1)] if kinds.get(time) == "time":
            flow = FLOWS.get(_POWERS.get((kinds.get(base, ""), power), kinds.get(base, "")))
            kind = (kind or flow) if time in FLOW_TIMES else None
    return kind if kind in KINDS else None


def _symbol(name: str, parts: list[tuple[str, int]]) -> str | None:
    """The usual symbol of a unit, made from its parts where that is how it is written."""
    vocabulary = _vocabulary()
    if name in SYMBOLS:
        return SYMBOLS[name]
    whole = vocabulary.shorts.get(name)
    if parts == [(name, 1)] or (whole and all(power == 1 for _, power in parts)):
        return whole
    powers = [(vocabulary.shorts.get(base), power) for base, power in parts]
    if any(short is None for short, _ in powers):
        return None
    over = [f"{short}{power if power > 1 else ''}" for short, power in powers if power > 0]
    under = [f"{short}{-power if power < -1 else ''}" for short, power in powers if power < 0]
    if len(over) != 1 or len(under) > 1:
        return whole
    return "/".join(over + under)


@cache
def _vocabulary() -> _Vocabulary:
    """The symbols and names of quantulum3's units, those refused left out."""
    from quantulum3 import load

    units = load.units("en_US")
    symbols = {
        symbol for symbol, named in units.symbols.items() if any(u.entity.name in KINDS | {"time"} for u in named)
    }
    names = {name for name, named in units.surfaces.items() if any(u.entity.name in KINDS | {"time"} for u in named)}
    words = {word for name in names | LACKING.keys() for word in re.split(r"[ -]", name)}
    words |= {word for symbol in symbols if " " in symbol for word in symbol.split()} - REFUSED
    shorts = {name: short for name, unit in units.names.items() if (short := _short(unit)) is not None}
    return _Vocabulary(
        symbols=frozenset(symbols - REFUSED),
        words=frozenset(word for word in words - _BETWEEN if word.islower() or word in _CAPITAL) | LACKING.keys(),
        kinds={name: unit.entity.name for name, unit in units.names.items()},
        shorts=shorts | SYMBOLS,
    )


def _short(unit: Unit) -> str | None:
    """The first of a unit's symbols that is made of letters."""
    return next((symbol for symbol in unit.symbols if symbol.isalpha() or symbol[0] == "°"), None)


def _parsed(name: str) -> Unit | None:
    """The one unit that quantulum3 reads in the name, if it reads all of it as one."""
    parser = _parser()
    handlers = logging.root.handlers[:]
    try:
        found = parser.parse(f"7 {name}", lang="en_US")  # type: ignore[attr-defined]
    except Exception:  # quantulum3 fails on some inputs in many ways; then it has no advice
        return None
    finally:
        logging.root.handlers[:] = handlers  # each of its parses sets up logging for the whole program
    if len(found) != 1 or found[0].surface != f"7 {name}" or found[0].value != 7:
        return None
    return found[0].unit


@cache
def _parser() -> object:
    """quantulum3's parser, without its trained classifier: the answer must not depend on what else is installed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import classifier, parser
    classifier.USE_CLF = False
    return parser
