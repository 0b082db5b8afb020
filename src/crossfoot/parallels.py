"""Phrases that repeat another one's form without its noun: a preposition before or behind both numbers, "of its 40".

"by 64 km, Melo by 30", "365 in phase two and 285 in the third", "from 2,400 passengers an hour to 3,600"
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.clauses import STOPS
from crossfoot.figures import Figure
from crossfoot.gaps import GROUPED, MOST_BETWEEN, MOST_NAME, Gap, alike, fits, is_counted, lead, suits
from crossfoot.words import Word


def ahead(gap: Gap, behind: Figure) -> Figure | None:
    """The figure behind, of which the number is a part or whose preposition it has: "9 of its 40 ships"."""
    if behind.unit is None and behind.noun is None:
        return None
    forms = (_is_part_of, _is_first_of_two, _is_before_its_noun)
    return behind if any(form(gap, behind) for form in forms) else None


def _is_before_its_noun(gap: Gap, behind: Figure) -> bool:
    """Whether "and" alone leads to the figure that names what both count: "hotels of 300 and 450 beds".

    No range: "between 3 and 5 ships". A small number right behind a noun may be a name: "lines 3 and 4".
    """
    vocabulary, before = gap.vocabulary, gap.key(gap.start - 1)
    if (
        gap.figure.last + 1 != behind.first
        or gap.key(gap.figure.last) not in vocabulary.list_words - vocabulary.or_words
    ):
        return False
    if not is_counted(behind) or not suits(gap.figure, behind) or not alike(gap.figure, behind):
        return False
    if before in vocabulary.between_words or gap.key(gap.figure.first - 1) in vocabulary.between_words:
        return False
    led = gap.preposition(gap.start - 1) is not None or gap.start < gap.figure.first
    return led or (gap.figure.low or 0) >= GROUPED


def _is_part_of(gap: Gap, whole: Figure) -> bool:
    """Whether "of" and a determiner, with a word or two more, stand between the number and what it is a part of.

    "9 of its 40 ships", "9 seiner weltweit 40 Schiffe", "sechs der acht Spuren"
    """
    between = gap.words[gap.figure.last : whole.first]
    counts = is_counted(whole) or bool(whole.unit and whole.unit.scaled)
    if not 0 < len(between) <= MOST_OF_WHOLE or not counts or not fits(gap.figure, whole):
        return False
    if any(w.digits or not w.text[0].isalpha() for w in between):
        return False
    vocabulary, first = gap.vocabulary, between[0].key
    if vocabulary.verb_second:  # German: a genitive says "of"
        return first in vocabulary.genitives or first in vocabulary.plain_of
    swallowed = vocabulary.plain_prepositions.get(first) in vocabulary.plain_of
    owned = vocabulary.possessives | vocabulary.definite_words
    is_of = first in vocabulary.plain_of and len(between) > 1 and between[1].key in owned
    return is_of or swallowed or bool(vocabulary.of_whole.at(gap.words, gap.figure.last))


MOST_OF_WHOLE = 4


def _is_first_of_two(gap: Gap, behind: Figure) -> bool:
    """Whether "and" and another noun with the same preposition lead to the next figure.

    "eine Fläche von 79 000 und eine Nutzfläche von 34 500 Quadratmetern"
    """
    mine, theirs = gap.preposition(gap.start - 1), lead(gap.words, behind, gap.vocabulary)
    if mine is None or not suits(gap.figure, behind) or not alike(gap.figure, behind):
        return False
    between = gap.words[gap.figure.last : theirs - 1]
    joined = bool(between) and between[0].key in gap.vocabulary.list_words and _is_short(between[1:], gap)
    return joined and len(between) > 1 and mine == gap.preposition(theirs - 1)


def same_preposition(gap: Gap) -> Figure | None:
    """The figure before with the same preposition, where a new phrase has begun: "by 64 km, Melo by 30, Pinza by 2"."""
    mine = gap.preposition(gap.start - 1)
    if mine is None:
        return None
    joint = _joint(gap, gap.start - 1)
    if joint is None:
        return None
    for other in gap.visible():
        if other.last > joint:
            return None
        theirs = gap.preposition(lead(gap.words, other, gap.vocabulary) - 1)
        if theirs == mine:
            return other if suits(gap.figure, other) and alike(gap.figure, other) else None
    return None


def _joint(gap: Gap, end: int) -> int | None:
    """Where the comma or list word stands that begins the phrase of the number, a name or a short noun behind it."""
    for index in range(end - 1, max(-1, end - 2 - MOST_NAME), -1):
        if gap.joins(index) or gap.key(index) in gap.vocabulary.but_words:
            return index if _is_short(gap.words[index + 1 : end], gap) else None
    return None


def _is_short(phrase: Sequence[Word], gap: Gap) -> bool:
    """Whether words can be a noun or a name: few, no digits or stops, and no verb among them that the tables know."""
    if len(phrase) > MOST_NAME or any(w.digits or w.text in STOPS | {"(", ")"} for w in phrase):
        return False
    auxiliaries = gap.vocabulary.language.speakers.auxiliaries
    return not any(w.text in gap.vocabulary.tense_verbs or w.text in auxiliaries for w in phrase)


def preposition_behind(gap: Gap) -> Figure | None:
    """The figure before behind which the same preposition stands: "365 in phase two and 285 in the third"."""
    mine, start = gap.preposition(gap.figure.last), gap.start
    other = gap.nearest()
    if mine is None or other is None or not gap.joins(start - 1) or not suits(gap.figure, other):
        return None
    between = gap.words[other.last : start - 1]
    if other.last == start - 1:  # "230 million euros, 195 in the last two years"
        return other if gap.key(start - 1) == "," and fits(gap.figure, other) else None
    if any(gap.preposition(n) == mine for n in range(other.last, start - 1)) and len(between) <= MOST_BETWEEN:
        return other if alike(gap.figure, other) else None
    placed = gap.at(gap.figure.last + 1)
    place = placed and placed.text[0].isupper() and gap.vocabulary.locatives.at(gap.words, gap.figure.last)
    return other if place and is_counted(other) and fits(gap.figure, other) and gap.key(start - 1) == "," else None


def changed_from(gap: Gap) -> Figure | None:
    """The change before, whose two ends follow behind a comma: "lost 300 jobs, from 1,200 to 900"."""
    other, vocabulary, start = gap.nearest(), gap.vocabulary, gap.start
    if other is None or gap.key(start - 1) not in vocabulary.from_words or gap.key(start - 2) != ",":
        return None
    goes_on = gap.key(gap.figure.last) in vocabulary.to_words | vocabulary.change_words
    if not goes_on or start - 2 - other.last > MOST_NAME or not suits(gap.figure, other):
        return None
    more = is_counted(other) and (gap.figure.low or 0) >= (other.low or 0)
    return other if more or alike(gap.figure, other) else None


def from_to(gap: Gap) -> Figure | None:
    """What grows, where words stand between it and what it becomes: "from 2,400 passengers an hour to 3,600"."""
    other, vocabulary = gap.nearest(), gap.vocabulary
    to = gap.start - 1
    if other is None or gap.key(to) not in vocabulary.to_words | vocabulary.change_words:
        return None
    opening = lead(gap.words, other, vocabulary) - 1
    between = gap.words[other.last : to]
    if (
        gap.key(opening) not in vocabulary.from_words
        or len(between) > MOST_NAME
        or any(w.text in ",()" for w in between)
    ):
        return None
    return other if suits(gap.figure, other) and alike(gap.figure, other) else None


def other_end(gap: Gap) -> Figure | None:
    """The lower end of a range, which has just been given what it counts: "instead of 80-200"."""
    other = gap.before[-1] if gap.before else None
    if other is None or not (other.unit or other.noun) or other.last > other.number.last:
        return None
    joint = gap.words[other.last : gap.figure.first]
    ends = len(joint) == 1 and joint[0].key in gap.vocabulary.dashes | gap.vocabulary.to_words
    return other if ends and suits(gap.figure, other) and alike(gap.figure, other) else None
