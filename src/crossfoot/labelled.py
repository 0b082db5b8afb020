"""Bare numbers -> figures with what they count, where a list of facts names it before a colon: "Sleeping cars: 178".

The label is a noun in the plural that opens its line, and the number ends the line or its part of it; what a
preposition adds ("Querstreben zwischen den Röhren: 178") says where or whose they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.clauses import is_bare
from crossfoot.countednouns import ONE_BUSINESS
from crossfoot.figures import Figure
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import BREAK, Word

LONGEST_LABEL = 7
OPENINGS = frozenset({BREAK, ";", "•", "*", "-", "–", "—", "·"})
"""What stands before a label besides the start of the text."""
ENDS = frozenset({BREAK, ";", ".", ",", "("})
"""What stands behind the number."""
SOME = 2


def with_labels(words: Sequence[Word], found: Sequence[Figure], vocabulary: Vocabulary) -> list[Figure]:
    """Gives a bare number the noun of the label before it."""
    return [_labelled(words, f, vocabulary) if is_bare(words, f) else f for f in found]


def _labelled(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> Figure:
    colon = figure.first
    while colon and (hedge := vocabulary.hedges_before.before(words, colon)):
        colon = hedge[1]
    is_last = figure.last == len(words) or words[figure.last].text in ENDS
    if not colon or words[colon - 1].text != ":" or not is_last or (figure.low or 0) < SOME:
        return figure
    first = colon - 1
    while first and words[first - 1].text not in OPENINGS and colon - 1 - first <= LONGEST_LABEL:
        first -= 1
    noun = _noun(words[first : colon - 1], vocabulary) if colon - 1 - first <= LONGEST_LABEL else ""
    if not noun:
        return figure
    return figure._replace(noun=noun, reading=(*figure.reading, f"counts what its label says: {noun}"))


def _noun(label: Sequence[Word], vocabulary: Vocabulary) -> str:
    """The words of a label up to its first small word, if they name several things that are counted; "" else."""
    small = vocabulary.stop | vocabulary.of_words | vocabulary.definite_words
    last = next((n for n, w in enumerate(label) if w.key in small), len(label))
    named = label[:last]
    if not named or not all(w.text[0].isalpha() for w in named):
        return ""
    if any(vocabulary.units.at(named, n) or vocabulary.tallies.at(named, n) for n in range(last)):
        return ""
    return " ".join(w.text for w in named) if _is_plural(named, vocabulary) else ""


def _is_plural(named: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether the noun of a label, its last word or its first one, has the ending of a plural."""
    language = vocabulary.language
    noun = named[-1 if language.structure.name_first or language.dates.nouns_capitalised else 0].key
    return noun.endswith(language.plural_nouns) and not noun.endswith(ONE_BUSINESS)
