"""Bare numbers -> figures with what they count, where the clause names a tally.

"The number of passengers reached 5 million", "Die Fahrgastzahl stieg von 4 auf 5 Millionen"

Without this, millions of nothing are taken for money in a text that speaks of money elsewhere. The noun must stand
before the number in the same clause, with no other figure and no word of money between; a number that goes on from a
tally ("to 5 million, from 4 million", "It had been 4 million") counts the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from crossfoot.clauses import MARKS, NEAR, STOP_COSTS, STOPS, Around, counting_like, is_bare, is_year
from crossfoot.figures import Figure
from crossfoot.joins import scaled_alike
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word

REACH = 18
"""Words from a tally to its number: "le nombre de voyageurs par jour devrait ainsi atteindre"."""


def with_tallies(words: Sequence[Word], found: Sequence[Figure], vocabulary: Vocabulary) -> list[Figure]:
    """Gives a bare number the noun or the unit of the tally in its clause, or of the one that it goes on from."""
    out: list[Figure] = []
    last: Figure | None = None
    for n, figure in enumerate(found):
        floor = max((f.last for f in found[:n][-2:] if not (f.unit and f.unit.measure == "multiplier")), default=0)
        told = (
            _told(words, figure, floor, vocabulary) or _put(words, figure, vocabulary)
            if is_bare(words, figure)
            else None
        )
        if told is None and last is not None and is_bare(words, figure) and _goes_on(words, last, figure, vocabulary):
            told = counting_like(figure, last, Decimal(1), "the figure before it does")
            if figure.number.scaled:
                out[-1] = scaled_alike(words, last, told, vocabulary)  # "from 4 to 5 million"
        out.append(told or figure)
        last = told
    return out


def _told(words: Sequence[Word], figure: Figure, floor: int, vocabulary: Vocabulary) -> Figure | None:
    """The number with what the tally before it counts; nothing before `floor` is its own."""
    money = None
    for index in range(figure.first - 1, max(floor, figure.first - REACH) - 1, -1):
        word = words[index]
        if word.text in MARKS or word.key in vocabulary.openers or (word.digits and not is_year(word)):
            return None
        if tally := vocabulary.tallies.at(words, index):
            noun = _noun(words, index, tally[1], figure.first, vocabulary)
            # "el número de ingresos" is of admissions, whatever else the word means
            return (
                _counting(figure, words[noun[0] : noun[1]], vocabulary) if noun and money in (None, noun[0]) else None
            )
        if vocabulary.kinds.at(words, index):
            if money is not None:
                return None
            money = index
    return None


def _put(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> Figure | None:
    """The number with what the tally right behind it counts: "estime à 14 200 le nombre de morts"."""
    index = figure.last
    while index < len(words) and words[index].key in vocabulary.definite_words:
        index += 1
    tally = vocabulary.tallies.at(words, index)
    if index == figure.last or tally is None:
        return None
    noun = _noun(words, index, tally[1], len(words), vocabulary)
    return _counting(figure, words[noun[0] : noun[1]], vocabulary) if noun else None


def _noun(words: Sequence[Word], index: int, behind: int, end: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """Where the noun of a tally stands: behind its "of", before "numbers", or the tally itself."""
    of = vocabulary.of.at(words, behind)
    start = of[1] if of else behind
    while start < end and words[start].key in vocabulary.definite_words:
        start += 1
    if start > behind and start < end and words[start].text[0].isalpha():
        return start, start + 1
    if words[index].key not in vocabulary.numbers_of:
        return index, behind
    before = words[index - 1] if index and start == behind else None
    if before is None or not before.text[0].isalpha():
        return None  # "a number of 5 million"
    if before.key in vocabulary.stop | vocabulary.definite_words | vocabulary.of_words:
        return None
    return index - 1, index  # "passenger numbers rose"


def _counting(figure: Figure, named: Sequence[Word], vocabulary: Vocabulary) -> Figure:
    """The number with the noun or the unit that counts it."""
    unit = vocabulary.units.at(named, 0) or vocabulary.symbols.at(named, 0)
    if unit and unit[0].counted:
        return figure._replace(unit=unit[0], reading=(*figure.reading, f"unit: {unit[0].base}, whose number it is"))
    noun = " ".join(w.text for w in named)
    return figure._replace(noun=noun, reading=(*figure.reading, f"counts what its clause says: {noun}"))


def _goes_on(words: Sequence[Word], before: Figure, figure: Figure, vocabulary: Vocabulary) -> bool:
    """Whether a number goes on from a tally: in its sentence, or in one that opens with a pronoun."""
    around = Around(words, figure, (before,), vocabulary)
    between = words[before.last : figure.first]
    if around.distance(before) > NEAR + STOP_COSTS:
        return False
    if any(vocabulary.kinds.at(between, n) or (w.digits and not is_year(w)) for n, w in enumerate(between)):
        return False
    stops = [n for n, w in enumerate(between) if w.text in STOPS]
    if stops:
        return stops[-1] + 1 < len(between) and between[stops[-1] + 1].key in vocabulary.pronouns
    return around.opening(vocabulary.against) or (bool(between) and between[-1].key in vocabulary.joints)
