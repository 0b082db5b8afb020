"""One printed figure at one place in the words: sign, number, unit.

    >>> from crossfoot.tables import load
    >>> from crossfoot.words import split
    >>> at(split("450 MEuros d'investissement"), 0, load().vocabulary("fr")).unit.name
    'EUR'

Ranges, hedges and units that are printed once for several figures are put together in `quantities`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from crossfoot import numerals
from crossfoot.counted import Numeral
from crossfoot.countednouns import noun_at
from crossfoot.measuretable import Unit
from crossfoot.printed import is_single_group
from crossfoot.scales import scale_at
from crossfoot.signs import minus_at, minus_inside
from crossfoot.unitsbehind import glued_at, unit_at
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word

_YEAR = re.compile(r"(?:19|20)\d\d")
_BASE_YEAR_GLUED = re.compile(r"((?:19|20)\d\d)(\d{1,3}(?:[.,]\d+)?)")


BOUNDS = "bounds"
"""The form of two hedged numbers that bound one interval: "more than five but fewer than ten"."""


class Figure(NamedTuple):
    """A number with its unit, as indices into the words."""

    first: int
    last: int
    number: Numeral
    unit: Unit | None
    low: Decimal | None
    high: Decimal | None
    step: Decimal
    noun: str | None
    """What is counted, where no unit is known for it."""
    price_base: str | None
    reading: tuple[str, ...]


def at(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> Figure | None:
    """The figure that starts at `index`, its sign included, or None."""
    behind = minus_at(words, index, vocabulary)
    figure = _unsigned(words, index if behind is None else behind, vocabulary)
    if figure is None:
        return None
    inside = figure.first < figure.number.first and minus_inside(words, figure.number.first - 1)
    if behind is None and not inside:
        return figure
    if figure.low is None or figure.low != figure.high:
        return None
    mark = words[figure.number.first - 1 if inside else index].text
    return figure._replace(
        first=index, low=-figure.low, high=-figure.low, reading=(*figure.reading, f"{mark}: below zero")
    )


def _unsigned(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> Figure | None:
    """The figure that starts at `index`, without a sign."""
    sign = vocabulary.symbols.at(words, index)
    start, base, prefix, times = index, None, None, 1
    part = sign is not None and min(sign[0].factor, sign[0].part) < 1  # "p 30" is a page, "c 800" about 800
    digits = sign[1] + minus_inside(words, sign[1]) if sign else index
    if sign and sign[0].prefix and not part and digits < len(words) and words[digits].digits:
        prefix, start = sign[0], digits
        words, base = _without_base_year(words, start)
    elif named := _named_before(words, index, vocabulary):
        prefix, start, times = named
    elif words[index].text == UNREADABLE and index + 1 < len(words) and words[index + 1].digits:
        start = index + 1
    number = _number(words, start, vocabulary)
    if number is None or (prefix and prefix.weak and not number.scaled):
        return None  # "TOP 10"
    if number.form in ("fraction", "share", "told share") and (share := _share(words, index, number, vocabulary)):
        return share
    number = number if prefix else _with_more(words, number, vocabulary)
    unit, last, factor = (prefix, number.last, times) if prefix else unit_at(words, number.last, vocabulary, number)
    if number.form == "ordinal":
        unit, last, factor = None, number.last, 1  # "the 12th job" is one job
    if prefix and (again := unit_at(words, number.last, vocabulary, number))[0] == prefix:
        last = again[1] if again[1] >= len(words) or not words[again[1]].digits else last  # "$52 billion dollars"
    if unit and unit.scaled and not number.scaled and not prefix:
        scale, last = scale_at(words, last, vocabulary, digits=False)  # "75 USD million"
        factor *= scale
        number = number._replace(scaled=number.scaled or scale > 1)
    if unit is None and vocabulary.times_after.at(words, number.last):
        return _measured(words, index, number.last, number, None, 1, None, base)
    if unit and number.form in ("digits", "words", "article") and not number.scaled:
        number, last = _with_half(words, last, number, vocabulary)
    noun, behind = (None, last) if unit else noun_at(words, last, vocabulary, number)
    number = _plausible(number, words[start], unit, noun)
    return _measured(words, index, behind, number, unit, factor, noun, base)


def _number(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> Numeral | None:
    """The number that starts at `index`, with the mark that opens it above, unless it is none of a figure."""
    number = numerals.at(words, index, vocabulary)
    if number is None or (number.form == "fraction" and _is_one_of_two(words, index, vocabulary)):
        return None
    if number.form in ("words", "article"):
        if number.low == 1 and index and words[index - 1].key in vocabulary.one_after:
            return None  # "that one": a pronoun
        if _opens_amount(words, number.last, vocabulary):
            return None  # "a $ 500 exemption": the amount starts behind the word
    if plus_at(words, number.last):
        return number._replace(last=number.last + 1)  # what it counts stands behind the mark: "200+ MW"
    return number


def _with_more(words: Sequence[Word], number: Numeral, vocabulary: Vocabulary) -> Numeral:
    """The number with the "or more" that stands between it and what it counts: "500 or more jobs"."""
    more = vocabulary.hedges_after.at(words, number.last)
    if not more or more[0] != "at_least" or more[1] < number.last + 2 or number.form not in ("digits", "words"):
        return number
    if vocabulary.hedges_before.at(words, number.last + 1):
        return number  # "300 or more than 400 jobs"
    unit, last, _ = unit_at(words, more[1], vocabulary, number)
    return number._replace(last=more[1]) if unit and last > more[1] else number


def _is_one_of_two(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a half is one of the two, and no share: "the second half of the game"."""
    half = words[index].key in vocabulary.bare_fractions
    return half and index > 0 and words[index - 1].key in vocabulary.one_of_two


def plus_at(words: Sequence[Word], index: int) -> bool:
    """Whether the "+" of "200+", which opens a figure above, stands at `index`; that of a sum does not."""
    if not 0 < index < len(words) or words[index].text != "+" or words[index].start != words[index - 1].end:
        return False
    return index + 1 == len(words) or not words[index + 1].digits


def _plausible(number: Numeral, printed: Word, unit: Unit | None, noun: str | None) -> Numeral:
    """A number whose mark was taken for a decimal one, where what it counts has no thousandths: "40.000 GPUs"."""
    if number.form != "digits" or number.scaled or number.step >= 1 or not is_single_group(printed.text):
        return number
    rounded = printed.text.endswith("00") and (noun or (unit and unit.measure not in ("money_other", "percent")))
    if number.low is None or printed.text[0] == "0" or not (rounded or (unit and unit.counted)):
        return number
    value, named = (number.low * 1000).to_integral_value(), unit.name if unit else noun
    step = f"{printed.text}: {value:f}, for nobody prints thousandths of {named}"
    doubt = None if unit and unit.counted else number.doubt
    return number._replace(low=value, high=value, step=Decimal(1), reading=(step,), doubt=doubt)


def _named_before(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> tuple[Unit, int, int] | None:
    """A currency's name or its code with a scale before digits, where they start, and the scale: "MSEK 60"."""
    if not words[index].text[0].isalpha() or index + 1 >= len(words):
        return None
    if words[index + 1].digits and words[index].text.isupper() and (glued := glued_at(words, index, vocabulary)):
        return glued[0], index + 1, glued[1]
    name = vocabulary.units.at(words, index)
    if words[index].key in vocabulary.unit_like_verbs:
        return None  # "won 300,000 in damages"
    if not name or not name[0].prefix or name[1] >= len(words) or not words[name[1]].digits:
        return None
    before = words[index - 1] if index else None
    if before and (before.digits or before.key in vocabulary.scales or before.key in vocabulary.numbers):
        return None  # "50 euros 30 ..."
    behind = words[name[1] + 1] if name[1] + 1 < len(words) else None
    if _YEAR.fullmatch(words[name[1]].text) and not (behind and behind.key in vocabulary.scales):
        return None  # "in euro 2024" says whose money it is
    counts = behind and behind.text[0].isalpha() and behind.key not in vocabulary.stop
    if counts and not numerals.at(words, name[1], vocabulary).scaled:  # type: ignore[union-attr]
        return None
    return name[0], name[1], 1


def _opens_amount(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a currency sign with its digits behind it stands at `index`."""
    sign = vocabulary.symbols.at(words, index)
    return bool(sign and sign[0].prefix and sign[1] < len(words) and words[sign[1]].digits)


def _with_half(words: Sequence[Word], last: int, number: Numeral, vocabulary: Vocabulary) -> tuple[Numeral, int]:
    """Adds the half that stands behind the unit: "deux ans et demi", "dos años y medio"."""
    half = vocabulary.half_after.at(words, last)
    if not half or number.low is None or number.low != number.low.to_integral_value():
        return number, last
    value = number.low + Decimal("0.5")
    return number._replace(low=value, high=value, step=Decimal("0.5"), reading=(*number.reading, "and a half")), half[1]


UNREADABLE = "\ufffd"
"""What a decoder leaves of a character it could not read; before a number it was a currency sign."""


SMALLEST_SHARE = Decimal("0.2")
"""Halves to fifths of something are told as percentages, smaller parts as how many times."""


def _share(words: Sequence[Word], index: int, number: Numeral, vocabulary: Vocabulary) -> Figure | None:
    """ "la moitié des habitants", "one-third of the cost": a share in percent."""
    if number.low is None or not 0 < number.low < 1:
        return None
    if number.form == "fraction" and (number.low < SMALLEST_SHARE or not _is_of_something(words, number, vocabulary)):
        return None
    if number.form == "share" and not _counts_something(words, number, vocabulary):
        return None
    percent = next(u for u in vocabulary.symbols.values() if u.base == "percent")
    value = number.low * 100
    reading = (*number.reading, "a share: times 100 is percent")
    return Figure(index, number.last, number, percent, value, value, Decimal(1), None, None, reading)


def _is_of_something(words: Sequence[Word], number: Numeral, vocabulary: Vocabulary) -> bool:
    """Whether a part has its whole behind it, or a verb before it by which the whole changed: "fell by a third"."""
    if vocabulary.of.at(words, number.last):
        return True
    behind = words[number.last] if number.last < len(words) else None
    known, onward = vocabulary.stop | vocabulary.near_times, vocabulary.to_words | vocabulary.change_words
    if behind and behind.text[0].isalpha() and behind.text[0].islower() and behind.key not in known:
        return False  # "raised a third fund"
    for n in range(number.first - 1, max(-1, number.first - 1 - CHANGE_REACH), -1):
        if words[n].digits or words[n].text in ",;:.()" or words[n].key in onward:
            return False  # "cut to half" says how many times
        if vocabulary.changes.at(words, n):
            return True
    return False


CHANGE_REACH = 5
"""Words from a part back to the verb of change: "has fallen by around a fifth"."""


def _counts_something(words: Sequence[Word], number: Numeral, vocabulary: Vocabulary) -> bool:
    """Whether what stands behind "two in five" says of what: "households", "of them"."""
    named = vocabulary.of.at(words, number.last) or vocabulary.units.at(words, number.last)
    return bool(named or noun_at(words, number.last, vocabulary, number)[0])


def _measured(
    words: Sequence[Word],
    first: int,
    last: int,
    number: Numeral,
    unit: Unit | None,
    factor: int,
    noun: str | None,
    base: str | None,
) -> Figure:
    """Number and unit brought to the base unit."""
    times = Decimal(factor) * (unit.factor if unit else 1)
    reading = number.reading
    if unit and unit.factor != 1:
        reading = (*reading, f"{unit.name} to {unit.base}: times {unit.factor.normalize():f}")
    elif unit:
        reading = (*reading, f"unit: {unit.base}")
    low = None if number.low is None else number.low * times
    high = None if number.high is None else number.high * times
    return Figure(first, last, number, unit, low, high, number.step * times, noun, base, reading)


def _without_base_year(words: Sequence[Word], index: int) -> tuple[Sequence[Word], str | None]:
    """Takes the year of the money out of a number that lost its subscript: "£201521.5bn" is 21.5 in money of 2015."""
    word = words[index]
    match = _BASE_YEAR_GLUED.fullmatch(word.text)
    behind = words[index + 1] if index + 1 < len(words) else None
    if not match or not behind or behind.start != word.end or "." not in match[2] + ".":
        return words, None
    if "." not in match[2] and "," not in match[2]:
        return words, None
    cut = word._replace(key=match[2], text=match[2])
    return [*words[:index], cut, *words[index + 1 :]], match[1]
