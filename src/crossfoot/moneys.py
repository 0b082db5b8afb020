"""A bare "dollar" or "pound" -> the currency that the text means; cents and pence -> their part of it.

"C$" elsewhere, the same number with its full name, or the country that a text is about say which dollar it prints;
where nothing does, the usual one is assumed, and the reading says so. "20 dollars 43 cents" is one amount.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from decimal import Decimal
from typing import NamedTuple

from crossfoot.apiece import per_behind
from crossfoot.currencies import is_tender
from crossfoot.figures import Figure
from crossfoot.measuretable import Unit
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word

ENOUGH = 2
"""How often a text must name a country before its currency is taken instead of the usual one."""
NEAR = 4
"""Words between an amount and its conversion: "$52bn (A$80bn)"."""
CODE_LETTERS = 3


class _Context(NamedTuple):
    """What a text tells of its money."""

    printed: Counter[str]
    """Currencies that are named in full, by code or by a sign of their own."""
    by_value: Mapping[Decimal | None, str]
    beside: frozenset[str]
    """Those that stand beside a bare name, as its conversion: not what it means."""
    named: Counter[str]
    """Currencies of the countries that are named."""


def told(words: Sequence[Word], found: list[Figure], vocabulary: Vocabulary) -> list[Figure]:
    """Figures with bare names of currencies resolved, and amounts in two parts put together."""
    found = _without_letters(words, found, vocabulary)
    found = _joined(words, _resolved(words, found, vocabulary, parts=False), vocabulary)
    return _resolved(words, found, vocabulary, parts=True)  # dollars first: cents are of them


def _without_letters(words: Sequence[Word], found: list[Figure], vocabulary: Vocabulary) -> list[Figure]:
    """Figures without a part of a currency that one letter says, "30p", "43c", but where the text has that money.

    Else it may be anything: "1080p", "p. 30".
    """
    plain = {f.unit.base for f in found if f.unit and f.unit.scaled and not _is_letter(words, f)}
    return [
        _bare(f) if f.unit and _is_letter(words, f) and not _means_money(words, f, f.unit, plain, vocabulary) else f
        for f in found
    ]


def _bare(figure: Figure) -> Figure:
    """The number of a figure alone."""
    number = figure.number
    return figure._replace(unit=None, noun=None, last=number.last, low=number.low, high=number.high, step=number.step)


def _is_letter(words: Sequence[Word], figure: Figure) -> bool:
    """Whether a letter behind the number says what part of a currency it is."""
    behind = words[figure.last - 1]
    return bool(
        figure.unit and figure.unit.scaled and min(figure.unit.factor, figure.unit.part) < 1 and behind.text in LETTERS
    )


def _means_money(words: Sequence[Word], figure: Figure, unit: Unit, printed: Set[str], vocabulary: Vocabulary) -> bool:
    """Whether such a letter stands glued to its number, in a text with that currency or before what it is per."""
    glued = words[figure.last - 1].start == words[figure.last - 2].end
    return glued and (
        not printed.isdisjoint((unit.base, *unit.kin)) or per_behind(words, figure.last, vocabulary, unit) is not None
    )


LETTERS = frozenset({"p", "c"})
"""Letters that stand for a part of a currency, and for many another thing."""


def _resolved(words: Sequence[Word], found: list[Figure], vocabulary: Vocabulary, *, parts: bool) -> list[Figure]:
    """Figures with the currency that is meant, for whole amounts or for cents."""
    bare = {f.unit for f in found if f.unit and f.unit.kin and (f.unit.part != 1) is parts}
    if not bare:
        return found
    around = _context(words, found, vocabulary)
    return [_meant(f, around, words, vocabulary) if f.unit in bare else f for f in found]


def _context(words: Sequence[Word], found: Sequence[Figure], vocabulary: Vocabulary) -> _Context:
    """What the text tells of its money."""
    printed: Counter[str] = Counter()
    by_value: dict[Decimal | None, str] = {}
    beside = set()
    for n, figure in enumerate(found):
        if figure.unit is None or not figure.unit.scaled or figure.unit.kin:
            continue
        printed[figure.unit.base] += 1
        by_value.setdefault(figure.low, figure.unit.base)
        for other in found[max(0, n - 1) : n + 2]:
            if (
                other.unit
                and figure.unit.base in (other.unit.base, *other.unit.kin)
                and _bracketed(words, figure, other)
            ):
                beside.add(figure.unit.base)
    named = Counter(code for code, _, _ in vocabulary.places.find(words))
    return _Context(printed, by_value, frozenset(beside), named)


def _bracketed(words: Sequence[Word], figure: Figure, other: Figure) -> bool:
    """Whether one of two figures stands in brackets behind the other, which only a conversion does."""
    between = words[min(figure.last, other.last) : max(figure.first, other.first)]
    return figure.low != other.low and len(between) <= NEAR and any(w.text == "(" for w in between)


def _meant(figure: Figure, around: _Context, words: Sequence[Word], vocabulary: Vocabulary) -> Figure:
    """The figure with the currency that its bare name means, or without a unit where nothing tells."""
    unit = figure.unit
    if unit is None:
        return figure
    own = (unit.base, *unit.kin)
    code, why = _from_money(figure, own, around)
    if code is None:
        code, why = _from_places(unit, own, around)
    name = _name(words, figure, vocabulary)
    if code is None and len(unit.base) != CODE_LETTERS:
        if unit.part != 1:
            return figure  # cents stay cents
        return figure._replace(unit=None, noun=name, reading=(*figure.reading[:-1], f"{name}: which is not said"))
    if code is None and unit.also and not _is_money(words, figure, own, around, vocabulary):
        weight = _weight(unit, vocabulary)
        reading = (*figure.reading[:-1], f"{name}: {unit.also}, since the text has no such money")
        return figure._replace(unit=weight, noun=None if weight else name, reading=reading)
    code = code or unit.base
    step = f"{name!r} taken for {code}: {why or 'nothing in the text says another'}"
    known = unit.model_copy(update={"base": code, "kin": (), "also": "", "factor": unit.part, "part": Decimal(1)})
    reading = (*(r for r in figure.reading if r != f"unit: {unit.base}"), step)
    if unit.part == 1:
        return figure._replace(unit=_plain(code, known), reading=reading)
    times = unit.part
    return figure._replace(
        unit=known,
        low=None if figure.low is None else figure.low * times,
        high=None if figure.high is None else figure.high * times,
        step=figure.step * times,
        reading=(*reading, f"times {times}"),
    )


def _name(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> str:
    """The bare name as printed, before or behind the number: "$", "pesos"."""
    if figure.first < figure.number.first:
        return " ".join(w.text for w in words[figure.first : figure.number.first])
    first = figure.number.last
    step = vocabulary.of.at(words, first)
    return " ".join(w.text for w in words[step[1] if step else first : figure.last])


def _is_money(
    words: Sequence[Word], figure: Figure, own: Sequence[str], around: _Context, vocabulary: Vocabulary
) -> bool:
    """Whether pounds are no weight and "livres" no books: scaled, per something, or in a text on that country.

    Alone the word for a weight is money too, but not "40 pounds of steel", "3 Pfund Mehl".
    """
    if figure.number.scaled or per_behind(words, figure.last, vocabulary, figure.unit):
        return True
    if _weighed(words, figure, vocabulary):
        return False
    if around.named[own[0]]:
        return True
    of = vocabulary.of.at(words, figure.last)
    if of:
        return vocabulary.kinds.at(words, of[1]) is not None
    behind = words[figure.last].text if figure.last < len(words) else ""
    measured = vocabulary.language.dates.nouns_capitalised and behind[:1].isupper()
    return not measured and figure.unit is not None and _weight(figure.unit, vocabulary) is not None


WEIGHED_WITHIN = 5
"""Words between "weighs" and what something weighs."""


def _weighed(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> bool:
    """Whether a verb of weighing stands before the figure in its clause."""
    for n in range(figure.first - 1, max(-1, figure.first - 1 - WEIGHED_WITHIN), -1):
        if words[n].key in vocabulary.weighing:
            return True
        if words[n].digits or not words[n].text[-1].isalnum():
            return False
    return False


def _weight(unit: Unit, vocabulary: Vocabulary) -> Unit | None:
    """The weight that goes by the name of a currency."""
    return next((u for u in vocabulary.symbols.values() if u.name == unit.also), None)


def _plain(code: str, unit: Unit) -> Unit:
    """The unit as if its code had been printed, so that it equals others of that currency."""
    return unit.model_copy(update={"name": code, "weak": False})


def _from_money(figure: Figure, own: Sequence[str], around: _Context) -> tuple[str | None, str]:
    """What the other amounts of the text say: the same number, or currencies of that name printed in full."""
    same = around.by_value.get(figure.low)
    if same in own:
        return same, "the same number elsewhere in the text"
    codes = [c for c in own if around.printed[c] and c not in around.beside]
    if not codes:
        return None, ""
    usual = own[0] if own[0] in codes else max(codes, key=lambda c: (around.printed[c], c))
    if around.named[own[0]] > around.named[usual]:
        return None, ""
    return usual, "as printed elsewhere in the text"


def _from_places(unit: Unit, own: Sequence[str], around: _Context) -> tuple[str | None, str]:
    """What the countries say that the text names: the one named most, the usual one's country not at all."""
    if not around.named or around.named[own[0]]:
        return None, ""
    code, count = max(around.named.items(), key=lambda item: (item[1], item[0]))
    enough = ENOUGH if len(unit.base) == CODE_LETTERS and is_tender(unit.base) else 1
    if code not in own or count < enough or code in around.beside:
        return None, ""
    return code, "the country that the text is about"


def _joined(words: Sequence[Word], found: list[Figure], vocabulary: Vocabulary) -> list[Figure]:
    """Amounts in two parts as one: "20 dollars 43 cents", "2 euros 50"."""
    out: list[Figure] = []
    for figure in found:
        whole = out[-1] if out else None
        if whole and (cents := _cents(words, whole, figure, vocabulary)) is not None and whole.low is not None:
            value = whole.low + cents
            reading = (*whole.reading, f"and {cents:f}")
            out[-1] = whole._replace(last=figure.last, low=value, high=value, step=Decimal("0.01"), reading=reading)
        else:
            out.append(figure)
    return out


HUNDRED = Decimal(100)


def _cents(words: Sequence[Word], whole: Figure, figure: Figure, vocabulary: Vocabulary) -> Decimal | None:
    """What a figure adds to the whole amount right before it, None where it is one of its own."""
    if whole.unit is None or not whole.unit.scaled or whole.number.scaled:
        return None
    if whole.unit.factor != 1 or whole.unit.part != 1:
        return None  # "3 cents and 2 cents" are two amounts
    count = figure.number.low
    if whole.low is None or whole.low % 1 or count is None or not 0 < count < HUNDRED or figure.number.scaled:
        return None
    between = words[whole.last : figure.first]
    if figure.unit is None:
        head = words[figure.first]
        glued = (
            figure.last < len(words) and words[figure.last].start == head.end and words[figure.last].text not in ".,;)"
        )
        two_digits = head.digits and len(head.text) == 2 and head.text.isdigit() and not glued
        alone = figure.last == len(words) or not words[figure.last].text[0].isalnum()
        joined = not between or (len(between) == 1 and between[0].key in vocabulary.and_words and alone)
        return count / HUNDRED if joined and two_digits and figure.noun is None else None
    if len(between) > 1 or (between and between[0].key not in vocabulary.and_words):
        return None
    part = figure.unit.part if figure.unit.kin else figure.unit.factor
    if part * HUNDRED != 1 or figure.unit.measure != "money_other":
        return None
    return count / HUNDRED if figure.unit.kin or figure.unit.base == whole.unit.base else None
