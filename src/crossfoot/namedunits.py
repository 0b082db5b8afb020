"""Bare numbers -> figures with the unit that is named before them.

"porter le nombre de GPU à 500 000", "800 empleos directos y 1.200 indirectos", "die Belegschaft wuchs von 300 auf 900"
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.clauses import is_bare, sentence
from crossfoot.figures import Figure
from crossfoot.measuretable import Unit
from crossfoot.scales import MILLION
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word, fold, split


def with_carried_units(words: Sequence[Word], found: list[Figure], vocabulary: Vocabulary) -> list[Figure]:
    """Gives a bare number the unit named before it: "porter le nombre de GPU à 500 000"."""
    out: list[Figure] = []
    for n, figure in enumerate(found):
        unit = None
        if _is_bare(figure):
            unit = _unit_before(words, figure, found[n - 1].last if n else 0, vocabulary)
        if unit:
            reading = (*figure.reading, f"unit: {unit.base}, named before the figure")
            out.append(figure._replace(unit=unit, noun=None, reading=reading))
        else:
            out.append(figure)
    return out


def with_carried_kinds(words: Sequence[Word], found: list[Figure], vocabulary: Vocabulary) -> list[Figure]:
    """Gives "1.200 indirectos" the unit of "800 empleos directos" before it, the lower end of a range between them."""
    out: list[Figure] = []
    for figure in found:
        named = next((f for f in reversed(out[-2:]) if f.unit), None)
        if named and _is_only_kind(figure, named, vocabulary) and _joins(words, named, figure, vocabulary):
            reading = (*figure.reading, f"unit: {named.unit.base if named.unit else ''}, named before the figure")
            out.append(figure._replace(unit=named.unit, noun=None, reading=reading))
        else:
            out.append(figure)
    return out


def _is_only_kind(figure: Figure, before: Figure, vocabulary: Vocabulary) -> bool:
    """Whether all that is said of what a figure counts tells a kind of what the one before counts.

    "800 empleos directos y 1.200 indirectos"
    """
    if figure.unit or not figure.noun or not before.unit or not before.unit.counted:
        return False
    return all(w.key in vocabulary.between for w in split(figure.noun))


def _joins(words: Sequence[Word], figure: Figure, behind: Figure, vocabulary: Vocabulary) -> bool:
    """Whether a few words with a list word among them, and no stop, part two figures."""
    parting = words[figure.last : behind.first]
    if len(parting) > MOST_BETWEEN or any(w.text in ".;:!?" for w in parting):
        return False
    return any(w.key in vocabulary.list_words or w.text == "," for w in parting)


MOST_BETWEEN = 6


def _is_bare(figure: Figure) -> bool:
    """Whether a figure is a plain number of some size with nothing said of what it counts."""
    named = figure.unit or figure.noun or (figure.number.scaled and (figure.low or 0) >= MILLION)
    return not named and figure.number.form == "digits" and (figure.low or 0) >= SOME_SIZE


SOME_SIZE = 100
REACH_BACK = 8
"""Words back to the noun that a bare number counts."""


def _unit_before(words: Sequence[Word], figure: Figure, floor: int, vocabulary: Vocabulary) -> Unit | None:
    """The counted unit named last before a figure, in the same clause."""
    for index in range(figure.first - 1, max(floor, figure.first - REACH_BACK) - 1, -1):
        if words[index].text in ".;!?" or words[index + 1].start - words[index].end > 2:
            return None
        hit = vocabulary.symbols.at(words, index) or vocabulary.units.at(words, index)
        if hit and hit[0].counted:
            return hit[0]
    return None


def with_posts(words: Sequence[Word], found: list[Figure], vocabulary: Vocabulary) -> list[Figure]:
    """Gives "300 posti" the unit of a job where the sentence tells of work; elsewhere they are places."""
    job = vocabulary.base_units.get("job")
    if job is None or not vocabulary.post_nouns:
        return found
    return [
        f._replace(unit=job, noun=None, reading=(*f.reading, "posts: the sentence tells of work"))
        if f.unit is None and f.noun and fold(f.noun) in vocabulary.post_nouns and _tells_of_work(words, f, vocabulary)
        else f
        for f in found
    ]


def _tells_of_work(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> bool:
    """Whether a word of work stands in the figure's sentence."""
    first, last = sentence(words, figure)
    return any(vocabulary.work.at(words, n) for n in range(first, last))


def with_crews(words: Sequence[Word], found: list[Figure], vocabulary: Vocabulary) -> list[Figure]:
    """Gives the bare number of "a crew of 160", "a 300-strong workforce" the unit of a person."""
    person = vocabulary.base_units.get("person")
    if person is None:
        return found
    out: list[Figure] = []
    for figure in found:
        last = _crew_end(words, figure, vocabulary)
        reading = (*figure.reading, f"unit: {person.base}, for people together are counted")
        out.append(figure._replace(last=last, unit=person, reading=reading) if last else figure)
    return out


def _crew_end(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> int | None:
    """The index behind a bare number that says how many people are together, or None."""
    if not is_bare(words, figure):
        return None
    if strong := vocabulary.strong.at(words, figure.last):
        return strong[1] if any(vocabulary.crews.at(words, n) for n in range(strong[1], strong[1] + 2)) else None
    start = figure.first
    while start and (hedge := vocabulary.hedges_before.before(words, start)):
        start = hedge[1]
    while start and words[start - 1].key in vocabulary.fillers - vocabulary.of_words:
        start -= 1
    is_of = start > 1 and words[start - 1].key in vocabulary.plain_of
    return figure.last if is_of and vocabulary.crews.before(words, start - 1) else None
