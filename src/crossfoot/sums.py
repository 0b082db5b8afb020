"""Sums without a currency -> sums in the one that is meant.

"450 millions" is a sum where nothing else is counted; its currency is that of the same number elsewhere in the text,
else of the sum before it, else the money of the language or of the country that the text names most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from crossfoot import figures
from crossfoot.clauses import sentence
from crossfoot.figures import Figure
from crossfoot.joins import SCALE_AHEAD
from crossfoot.measuretable import Unit
from crossfoot.scales import MILLION
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word

UNPRINTED = "currency not printed here"
"""How the reading of a sum begins that has its currency from its text."""


OPENING = 40
"""Words of a text that say where it is set."""


def with_inferred_currency(words: Sequence[Word], found: list[Figure], vocabulary: Vocabulary) -> list[Figure]:
    """Gives "450 millions" its currency: that of the same number elsewhere in the text, else of the money before it.

    Before the first sum that has a currency, and in a text that prints none, a word in the sentence must call it money.
    """
    money = [f for f in found if f.unit and f.unit.scaled]
    by_value = _by_value(money)
    out: list[Figure] = []
    last = home = None
    for n, figure in enumerate(found):
        if _opens_count(words, figure, found[n + 1 : n + 2], vocabulary):
            out.append(figure)
            continue
        if figure.unit and figure.unit.scaled:
            last = figure.unit
        unit = by_value.get(figure.low) or last
        why = "from the same number" if figure.low in by_value else "from the money next to it"
        if unit is None and _is_called_money(words, figure, vocabulary):
            if money:
                unit = money[0].unit
            else:
                unit = last = home = home or _home_currency(words, vocabulary)
                why = "assumed, the currency of the language or the country named most, for no other is printed"
        out.append(_in_currency(words, figure, unit, why, vocabulary))
    # a headline's sum is often told again below, where more is said of it
    again = _by_value([f for f in out if f.unit and f.unit.scaled])
    return [
        f
        if _opens_count(words, f, out[n + 1 : n + 2], vocabulary)
        else _in_currency(words, f, again.get(f.low), "from the same number", vocabulary)
        for n, f in enumerate(out)
    ]


def _opens_count(words: Sequence[Word], figure: Figure, behind: Sequence[Figure], vocabulary: Vocabulary) -> bool:
    """Whether a number took its scale from the next one, which counts something: "two or three million tourists"."""
    if not behind or not behind[0].noun or figure.unit or figure.reading[-1:] != (SCALE_AHEAD,):
        return False
    return not _is_money(words, behind[0], vocabulary)  # but "44 e 45 milioni di gettito"


def _by_value(money: Sequence[Figure]) -> dict[Decimal | None, Unit]:
    """The currency that each sum is printed in first."""
    return {f.low: f.unit for f in reversed(money) if f.unit}


def _in_currency(words: Sequence[Word], figure: Figure, unit: Unit | None, why: str, vocabulary: Vocabulary) -> Figure:
    """The figure in a currency that is not printed beside it, where it is a sum."""
    if unit is None or not _is_money(words, figure, vocabulary):
        return figure
    reading = (*figure.reading, f"{UNPRINTED}: {unit.base} {why} in this text")
    return figure._replace(unit=unit, noun=None, last=figure.number.last, reading=reading)


def _home_currency(words: Sequence[Word], vocabulary: Vocabulary) -> Unit | None:
    """The money of the language, or of the country named most where the language is that of several.

    A country that is named once, and not where a text says what it is about, tells nothing: "since the invasion of
    Ukraine".
    """
    if vocabulary.currency and not vocabulary.language.currency_shared:
        return vocabulary.currency
    found = vocabulary.places.find(words)
    named = Counter(code for code, _, _ in found)
    early = {code for code, first, _ in found if first < OPENING}
    told = [code for code in named if named[code] > 1 or code in early]
    code = max(told, key=lambda c: (named[c], c), default=None)
    named_unit = next((u for u in vocabulary.symbols.values() if u.base == code and u.scaled and not u.kin), None)
    return named_unit or vocabulary.currency


def _is_called_money(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> bool:
    """Whether a word in the sentence says what kind of money a figure without a currency is."""
    if not _is_money(words, figure, vocabulary):
        return False
    first, last = sentence(words, figure)
    return any(vocabulary.kinds.at(words, n) for n in range(first, last))


def _is_money(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> bool:
    """Whether a figure without a unit is a sum: its sign was lost, or millions of nothing are printed."""
    if figure.unit or figure.number.form == "several":
        return False
    if words[figure.first].text == figures.UNREADABLE:
        return True
    if not figure.number.scaled or (figure.low or 0) < MILLION:
        return False  # "sono più di 4mila" counts something named before
    return figure.noun is None or vocabulary.kinds.at(words, _noun_index(words, figure, vocabulary)) is not None


def _noun_index(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> int:
    """Where the noun behind a number starts."""
    step = vocabulary.of.at(words, figure.number.last)
    return step[1] if step else figure.number.last
