"""Years that are somebody's age: "Anna Morel, 54 ans,", "una mujer de 54 años", "a 54-year-old engineer".

An age needs a person: a name or a noun for one that it stands behind, or a word that only people's ages have. What a
contract runs and how old a bridge is are durations.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.figures import Figure
from crossfoot.labels import is_capitalised
from crossfoot.measuretable import Unit
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import BREAK, Word

NAME_AND_COMMA = 3
ENDS = frozenset((",", ".", ")", ";", BREAK))
OPENS = frozenset((".", ":", ";", "!", "?", "«", "»", "“", "”", '"', "„", "—", "–", BREAK))
"""Marks behind which a name stands at the head of its clause."""
SUBJECT_REACH = 6
"""Words back to who is "54 years old"."""
NOUN_REACH = 3
"""Words from "54-year-old" to who is so, adjectives between."""
NO_PREPOSITION = frozenset(("less_than", "up_to", "at_least"))
"""Hedges that bind an age to its noun by themselves: "Kinder unter 14 Jahren".

"people over 20 years" may tell of how long."""


def is_age(words: Sequence[Word], first: Figure, last: Figure, vocabulary: Vocabulary, unit: Unit) -> bool:
    """Whether a figure in years is the age of a person or of a group of them."""
    if unit.name != "year" or first.number.step != 1 or last.number.step != 1:
        return False
    old = _old_behind(words, last.last, vocabulary)
    if old is not None:
        return _is_persons(words, first.first, last.last, old, vocabulary)
    if vocabulary.of.at(words, last.last):
        return False  # "un ingénieur de 30 ans d'expérience"
    start = first.first
    bound = False
    while True:
        if vocabulary.age_of.before(words, start):
            return not _thing_before(words, start, vocabulary)
        hedge = vocabulary.hedges_before.before(words, start)
        small = start > 0 and words[start - 1].key in vocabulary.between_words | vocabulary.definite_words
        if not hedge and not small:
            break
        bound = bound or bool(hedge and hedge[0] in NO_PREPOSITION)
        start = hedge[1] if hedge else start - 1
    return _behind_person(words, start, vocabulary, bound) or _is_apposition(words, start, last.last, vocabulary)


def _old_behind(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> int | None:
    """The index behind the "old" of "54 years old", "54-year-old"."""
    dash = index < len(words) and words[index].text in "-‑"
    old = vocabulary.age_old.at(words, index + dash)
    return old[1] if old else None


def _is_persons(words: Sequence[Word], first: int, dash: int, behind: int, vocabulary: Vocabulary) -> bool:
    """Whether it is a person who is so old: named behind it, before it, or by it, as in "the 54-year-old said"."""
    cursor = behind
    while cursor < min(len(words), behind + NOUN_REACH) and words[cursor].text[0].isalpha():
        if _person_at(words, cursor, vocabulary):
            return True
        if words[cursor].key in vocabulary.stop:
            break
        cursor += 1
    noun = behind < len(words) and words[behind].text[0].isalpha() and words[behind].key not in vocabulary.stop
    if noun and not vocabulary.said.at(words, behind):
        return False
    if words[dash].text in "-‑":
        return True
    return any(
        words[n].key in vocabulary.personal or _person_at(words, n, vocabulary)
        for n in range(max(0, first - SUBJECT_REACH), first)
    )


def _person_at(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a noun for a person or for people stands at `index`."""
    word = words[index]
    if vocabulary.age_people.at(words, index) or vocabulary.people.at(words, index):
        return True
    if vocabulary.verb_second and word.text[0].isupper() and word.key.endswith(vocabulary.office_endings):
        return True
    unit = vocabulary.units.at(words, index)
    return bool(unit and unit[0].base == "person")


def _behind_person(words: Sequence[Word], start: int, vocabulary: Vocabulary, bound: bool) -> bool:
    """Whether the age stands behind a noun for a person, an adjective between them at most: "una mujer herida de"."""
    if start and words[start - 1].key in vocabulary.plain_of:
        start -= 1
    elif not bound:
        return False
    noun = start - 1
    if noun < 0 or not words[noun].text.isalpha():
        return False
    if _person_at(words, noun, vocabulary):
        return True
    adjective = words[noun].text.islower() and words[noun].key not in vocabulary.stop
    return noun > 0 and adjective and words[noun - 1].text.isalpha() and _person_at(words, noun - 1, vocabulary)


def _thing_before(words: Sequence[Word], start: int, vocabulary: Vocabulary) -> bool:
    """Whether something built is what is "aged 54 years"."""
    return any(vocabulary.site.at(words, n) for n in range(max(0, start - SUBJECT_REACH), start))


def _is_apposition(words: Sequence[Word], start: int, behind: int, vocabulary: Vocabulary) -> bool:
    """Whether years stand by themselves behind a name or a person: "Anna Morel, 54 ans,", "il sindaco (54 anni)"."""
    if start and words[start - 1].key in vocabulary.of_words:
        start -= 1  # ", de 54 años,"
    if start < 2 or words[start - 1].text not in ",(" or (behind < len(words) and words[behind].text not in ENDS):
        return False
    name = start - 2
    named = start >= NAME_AND_COMMA and all(is_capitalised(w) for w in words[name - 1 : name + 1])
    if named and words[name - 1].key not in vocabulary.stop:
        return True
    if _person_at(words, name, vocabulary):
        return True
    if vocabulary.verb_second or not is_capitalised(words[name]) or words[name].key in vocabulary.never:
        return False  # "Vertrag, 54 Jahre,": where all nouns have capitals, one capital is no name
    return name == 0 or words[name - 1].text in OPENS or bool(vocabulary.said.before(words, name))
