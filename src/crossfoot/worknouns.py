"""A name in its sentence -> the kind of built thing that the noun beside it says it is, and the name without that noun.

    "le parc éolien en baie de Rovelle" -> ("wind_farm", "rovelle")
    "Rovelle Base Tunnel" -> ("tunnel", "rovelle")

The nouns are in the tables of the languages by what they mean, so that one thing is known under its names in several.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word

GAP = 6
"""Words between a noun and the name behind it: "le tunnel de base de la vallée de Rovelle"."""
ADJECTIVES = 2
"""Words between a name and the noun behind it: "the Rovelle offshore wind farm"."""
DASHES = frozenset("-‑–")


class Work(NamedTuple):
    """What the noun beside a name says."""

    kind: str
    core: str
    """The folded words of the name without the noun and what leads to it."""
    whole: bool
    """Whether the noun is part of the name: "Galleria del Rovelle"."""
    start: int
    """Where the noun or the name starts, whichever comes first."""


def work(words: Sequence[Word], first: int, last: int, vocabulary: Vocabulary) -> Work | None:
    """The work that the words from `first` to before `last`, a name, are the name of."""
    for at in range(max(0, first - LONGEST_NOUN), last):
        noun = vocabulary.works.at(words, at)
        if not noun or noun[1] <= first:
            continue
        before, behind = _core(words[first : max(first, at)], vocabulary), _core(words[noun[1] : last], vocabulary)
        if before and not vocabulary.language.structure.name_first:
            return None  # whose work it is: "Sociedad del Canal de Rovelle"
        core = " ".join(part for part in (before, behind) if part)
        return Work(noun[0], core, True, words[min(at, first)].start) if core else None
    return _noun_before(words, first, last, vocabulary) or _noun_behind(words, first, last, vocabulary)


LONGEST_NOUN = 4
"""Words of the longest noun in the tables, and one: "ligne à grande vitesse"."""


def _noun_before(words: Sequence[Word], first: int, last: int, vocabulary: Vocabulary) -> Work | None:
    """The noun before a name, small words and one noun among them between: "le canal du pays de Rovelle"."""
    nouns, until = 0, first
    for at in range(first - 1, max(-1, first - 1 - GAP), -1):
        for start in range(max(0, at + 1 - LONGEST_NOUN), at + 1):
            noun = vocabulary.works.at(words, start)
            if noun and noun[1] == at + 1:
                return Work(noun[0], _core(words[first:last], vocabulary), False, words[start].start)
        if not _leads(words[at], vocabulary):
            nouns += 1
            linked = until > at + 1 and words[at].text.isalpha() and words[at].text[0].islower()
            if nouns > 1 or not linked or words[at].key in vocabulary.stop:
                return None
            until = at
    return None


def _noun_behind(words: Sequence[Word], first: int, last: int, vocabulary: Vocabulary) -> Work | None:
    """The noun behind a name, in a language that puts it there: "Rovelle's new airport"."""
    if not vocabulary.language.structure.name_first:
        return None
    for at in range(last, min(last + ADJECTIVES + 3, len(words))):
        noun = vocabulary.works.at(words, at)
        if noun:
            return Work(noun[0], _core(words[first:last], vocabulary), False, words[first].start)
        owner = words[at].text in "'’" or words[at].key == "s"
        if not owner and (words[at].key in vocabulary.stop or not words[at].text[0].islower()):
            return None
    return None


def _leads(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether a small word may lead from a noun to its name: "de", "of", "en"."""
    return (
        word.key in vocabulary.of_words
        or word.key in vocabulary.locative_words
        or word.key in vocabulary.definite_words
    )


def _core(words: Sequence[Word], vocabulary: Vocabulary) -> str:
    """The folded words of a name without small words at its ends, and without the continent or country it ends in."""
    rest = [w for w in words if w.text not in DASHES]
    while rest and rest[0].text[0].islower() and _leads(rest[0], vocabulary):
        rest = rest[1:]
    while len(rest) > 1 and (_leads(rest[-1], vocabulary) or rest[-1].key in vocabulary.countries):
        rest = rest[:-1]
    return " ".join(w.key.removesuffix("'") for w in rest)
