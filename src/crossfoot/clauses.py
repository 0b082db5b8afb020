"""A bare number in its clause: the figures before it, the words that open it, and the subject that it counts.

"Los autobuses son 45", "Sono 300 i lavoratori", "Fra i progetti scelti, 15 sono"
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from crossfoot.figures import Figure
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import BREAK, Phrases, Word

SENTENCE_ENDS = frozenset(".;!?")
STOPS = SENTENCE_ENDS | {BREAK}
MARKS = STOPS | frozenset(',:()«»"“”–—')
PASSED_OVER = frozenset({"percent", "duration", "multiplier", "temperature", "date"})
"""Measures of what may stand between two figures that count the same: "64 km in two years, Melo 30"."""
NEAR, FAR = 16, 45
"""Words back to what a number may point to: in its sentence, and where a word says that it points back."""
STOP_COSTS = 20
"""Words that the end of a sentence counts for, so that only the sentence before is reached, and no line before."""
SMALL_WORDS = 3
"""Hedges and articles between a word that points back and the number."""
LONGEST_SUBJECT = 7
LIKE = 20
"""Two numbers that count alike differ by no more than so many times."""
IN_REACH = 14
"""Words of a sentence on either side of a figure that say what it counts."""
YEARS = (1900, 2100)


class Around(NamedTuple):
    """A bare number among the figures before it."""

    words: Sequence[Word]
    figure: Figure
    before: Sequence[Figure]
    vocabulary: Vocabulary

    def opening(self, phrases: Phrases[bool]) -> bool:
        """Whether one of the phrases stands before the number, small words between them allowed."""
        index = self.figure.first
        for first in range(index, max(0, index - SMALL_WORDS) - 1, -1):
            if phrases.before(self.words, first):
                return True
            if not first or not self.is_small(self.words[first - 1]):
                return False
        return False

    def is_small(self, word: Word) -> bool:
        """Whether a word may stand between one that points back and the number: "De ellos, unos 300"."""
        return word.text == "," or word.key in self.vocabulary.small_words

    def word(self, step: int) -> Word | None:
        """The word so many before the number (-1) or behind it (0, 1)."""
        index = self.figure.first + step if step < 0 else self.figure.last + step
        return self.words[index] if 0 <= index < len(self.words) else None

    def distance(self, figure: Figure) -> int:
        """Words between a figure before and the number; the end of a sentence counts for many."""
        between = self.words[figure.last : self.figure.first]
        ends = sum(w.text in STOPS for w in between) + 2 * sum(w.text == BREAK for w in between)
        return len(between) + STOP_COSTS * ends


def is_year(word: Word) -> bool:
    """Whether a number is printed as a year is."""
    return word.text.isdigit() and YEARS[0] <= int(word.text) <= YEARS[1]


def is_bare(words: Sequence[Word], figure: Figure) -> bool:
    """Whether nothing is said of what a number counts, and it is no year."""
    if figure.unit or figure.noun or figure.low is None or figure.number.form not in ("digits", "words"):
        return False
    return figure.number.scaled or not is_year(words[figure.number.first])


def are_alike(one: Decimal, other: Decimal) -> bool:
    """Whether two values can count the same: neither is many times the other."""
    return 1 <= LIKE * one / other <= LIKE * LIKE


def counting_like(figure: Figure, other: Figure, scale: Decimal, why: str) -> Figure:
    """The number with the unit or the noun of another figure, times its scale."""
    if figure.low is None or figure.high is None:
        return figure
    reading = (*figure.reading, f"counts what {why}: {other.unit.base if other.unit else other.noun}")
    return figure._replace(
        last=figure.number.last if figure.noun else figure.last, unit=other.unit, noun=other.noun,
        low=figure.low * scale, high=figure.high * scale, step=figure.step * scale,
        reading=reading if scale == 1 else (*reading, f"times {scale:,f}"),
    )  # fmt: skip


def sentence(words: Sequence[Word], figure: Figure) -> tuple[int, int]:
    """Where the words of a figure's sentence begin and end, none further than a few from it."""
    first, last = figure.first, figure.last
    while first and figure.first - first < IN_REACH and words[first - 1].text not in SENTENCE_ENDS:
        first -= 1
    while last < len(words) and last - figure.last < IN_REACH and words[last].text not in SENTENCE_ENDS:
        last += 1
    return first, last


def hedge_start(around: Around) -> int:
    """Where the hedge before the number starts: "più di 4mila"."""
    hedge = around.vocabulary.hedges_before.before(around.words, around.figure.first)
    return hedge[1] if hedge else around.figure.first


def subject(around: Around, verb: int) -> Sequence[Word] | None:
    """The words of the clause before its verb; empty behind a relative pronoun, None where the clause is long."""
    for first in range(verb, max(0, verb - LONGEST_SUBJECT) - 1, -1):
        before = around.words[first - 1] if first else None
        if before is not None and before.key in around.vocabulary.openers:
            return ()
        if before is None or before.text in MARKS or before.key in around.vocabulary.list_words:
            return around.words[first:verb]
        if before.digits and not is_year(before):
            return None
    return None


def of_subject(around: Around) -> Figure:
    """The number with the noun that a plural "are" says it of: "Los autobuses son 45", "Sono 300 i lavoratori"."""
    vocabulary, words, figure = around.vocabulary, around.words, around.figure
    verb = vocabulary.counting.before(words, hedge_start(around))
    against = around.opening(vocabulary.against)
    if vocabulary.drops_subject and (verb or against) and (named := _subject_behind(around)):
        return _counting(figure, named, vocabulary)
    if named := _whole_named(around):
        return _counting(figure, named, vocabulary)
    behind = around.word(0)
    said_of = subject(around, verb[1]) if verb else None
    if not said_of or said_of[0].key not in vocabulary.definite_words:
        return figure
    if behind and (behind.key in vocabulary.to_words or behind.text in "-–:/"):
        return figure  # "i gol sono 2 a 1"
    return _counting(figure, said_of[1:], vocabulary)


def _whole_named(around: Around) -> Sequence[Word]:
    """The noun behind an "of" that opens the clause, the number behind a comma: "Fra i progetti scelti, 15 sono"."""
    words, vocabulary = around.words, around.vocabulary
    comma = around.word(-1)
    if comma is None or comma.text != ",":
        return ()
    for first in range(around.figure.first - 2, max(-1, around.figure.first - NEAR), -1):
        opened = vocabulary.of_whole.at(words, first) if not first or words[first - 1].text in STOPS else None
        if opened and opened[1] > first + 1 and not vocabulary.scope.at(words, opened[1]):
            return words[opened[1] : opened[1] + 1]
        if words[first].text in STOPS or words[first].digits:
            return ()
    return ()


def _subject_behind(around: Around) -> Sequence[Word]:
    """The noun behind the number, another number between them at most: "4.050 e non 5.200 gli addetti"."""
    words, vocabulary = around.words, around.vocabulary
    for index in range(around.figure.last, min(around.figure.last + SMALL_WORDS + 2, len(words) - 1)):
        word, behind = words[index], words[index + 1]
        if word.key in vocabulary.definite_words and behind.text[0].isalpha() and behind.key not in vocabulary.stop:
            return words[index + 1 : index + 2]
        if not (word.digits or word.key in vocabulary.stop):
            return ()
    return ()


def _counting(figure: Figure, named: Sequence[Word], vocabulary: Vocabulary) -> Figure:
    """The number with the noun that stands elsewhere in its clause, as a unit where the tables know it."""
    for index in range(len(named)):
        hit = vocabulary.units.at(named, index)
        if hit and hit[0].counted:
            return figure._replace(unit=hit[0], reading=(*figure.reading, f"unit: {hit[0].base}, the subject"))
    nouns = [w.text for w in named if w.text[0].isalpha() and w.key not in vocabulary.stop]
    if vocabulary.language.dates.nouns_capitalised:
        nouns = [text for text in nouns if text[0].isupper()]
    if not nouns:
        return figure
    noun = " ".join(nouns[:MOST_WORDS])
    return figure._replace(noun=noun, reading=(*figure.reading, f"counts the subject of its clause: {noun}"))


MOST_WORDS = 3
