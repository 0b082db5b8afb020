"""A number with nothing printed of what it counts, in its sentence: the figures before it, the words beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from crossfoot.clauses import PASSED_OVER, STOPS, is_year
from crossfoot.countednouns import is_numbered
from crossfoot.figures import Figure
from crossfoot.joins import printed_value
from crossfoot.refusals import BARE, reason
from crossfoot.scales import MILLION
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word

LIKE = 20
"""Two figures of one list differ by no more than so many times."""
GROUPED = 1000
"""From here on a number is printed with its thousands, and stands for no thousand or million itself."""
REACH = 45
"""Words back to the figure that names what is counted."""
SENTENCE_STOPS = STOPS - {";"}
"""What ends a sentence; a semicolon parts what it lists."""
MOST_NAME, MOST_BETWEEN = 5, 20
"""Words of a name or a noun that stand for a new phrase, and words between two figures of one list."""
OPENING, CLOSING = frozenset("([{"), frozenset(")]}")


class Gap(NamedTuple):
    """A number that names nothing, the figures before it, and the words of its text."""

    words: Sequence[Word]
    figure: Figure
    before: Sequence[Figure]
    vocabulary: Vocabulary

    @property
    def start(self) -> int:
        """Where the hedges and the article before the number start."""
        return lead(self.words, self.figure, self.vocabulary)

    def at(self, index: int) -> Word | None:
        """The word at an index, or None outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else None

    def key(self, index: int) -> str:
        """The folded word at an index; empty outside the text."""
        word = self.at(index)
        return word.key if word else ""

    def joins(self, index: int) -> bool:
        """Whether a comma, a semicolon or a list word stands at an index."""
        return self.key(index) in {",", ";"} | self.vocabulary.list_words

    def ends(self) -> bool:
        """Whether the clause ends right behind the number, or its list goes on."""
        word = self.at(self.figure.last)
        return word is None or word.text in STOPS | CLOSING or self.joins(self.figure.last)

    def preposition(self, index: int) -> str | None:
        """The preposition at an index, without the article in it; None for another word."""
        key = self.key(index)
        plain = self.vocabulary.plain_prepositions.get(key, key)
        return plain if plain in self.vocabulary.prepositions | self.vocabulary.plain_forms else None

    def visible(self) -> Iterator[Figure]:
        """The figures before in the sentence, the nearest first, up to a number of which nobody knows what it counts.

        What stands in brackets that the number does not stand in is passed over, and so are shares and times.
        """
        depth, behind = 0, self.figure.first
        for other in reversed(self.before):
            between = self.words[other.last : behind]
            if any(w.text in SENTENCE_STOPS for w in between) or self.figure.first - other.last > REACH:
                return
            closed = sum(w.text in CLOSING for w in between)
            depth, behind = max(0, depth + closed - sum(w.text in OPENING for w in between)), other.first
            passed = other.number.form == "several" or (other.unit and other.unit.measure in PASSED_OVER)
            if depth or passed or _is_name(self, other):
                continue
            if other.unit is None and other.noun is None:
                return
            yield other

    def nearest(self) -> Figure | None:
        """The first of them."""
        return next(self.visible(), None)


def lead(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> int:
    """Where the hedges and articles before a figure start."""
    start = figure.first
    small = vocabulary.definite_words | vocabulary.present
    while start:
        hedge = vocabulary.hedges_before.before(words, start)
        if hedge:
            start = hedge[1]
        elif words[start - 1].key in small:
            start -= 1
        else:
            break
    return start


def _is_name(gap: Gap, figure: Figure) -> bool:
    """Whether a bare number is the end of a name: "LRIP 11", "phase two"."""
    before = gap.at(figure.first - 1)
    bare = figure.unit is None and figure.noun is None
    if bare and is_numbered(gap.words, figure.first, gap.vocabulary):
        return True
    capital = before is not None and before.text[0].isupper() and not gap.vocabulary.language.dates.nouns_capitalised
    return bare and capital and not (figure.number.low or 0) % 1


def is_gap(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary, text: str) -> bool:
    """Whether nothing is said of what a number counts, and its form does not tell that it is no figure."""
    if figure.unit or figure.noun or figure.low is None or figure.low <= 1 or figure.low != figure.high:
        return False
    if figure.number.form not in ("digits", "words") or (figure.number.scaled and figure.low >= MILLION):
        return False
    if is_year(words[figure.number.first]) and not figure.number.scaled:
        return False
    behind = words[figure.last] if figure.last < len(words) else None
    if behind and behind.start == words[figure.last - 1].end and behind.text not in MARKS_BEHIND:
        return False  # "7.500-er", '3"'
    if figure.first and words[figure.first - 1].text in QUOTES | {"[", "/", "#"}:
        return False
    return reason(words, figure, figure, vocabulary, text, None) in BARE


MARKS_BEHIND = STOPS | frozenset(",:)–—-")
QUOTES = frozenset("\"'“”„«»‘’")


def scale_like(figure: Figure, other: Figure) -> Decimal:
    """What a number is to be multiplied by to count what the other figure does.

    A million beside "64 million euros", but not for "200.000" there; a count stands as printed.
    """
    if other.unit is None or other.unit.counted or (other.low is None and other.high is None):
        return Decimal(1)
    scale = (other.low if other.low is not None else other.high or 0) / printed_value(other)
    large = figure.low is not None and figure.low >= GROUPED > printed_value(other)
    return min(scale, other.unit.factor) if large and other.number.scaled else scale


def alike(figure: Figure, other: Figure) -> bool:
    """Whether a number and the figure can be two of one list: neither is many times the other."""
    one, most = figure.low, other.low if other.low is not None else other.high
    if not one or not most:
        return False
    return 1 <= LIKE * one * scale_like(figure, other) / most <= LIKE * LIKE


def fits(figure: Figure, whole: Figure) -> bool:
    """Whether the number can be a part of the figure."""
    if is_counted(whole) and whole.number.scaled:
        return alike(figure, whole)
    part, most = figure.low, whole.high if whole.high is not None else whole.low
    return part is not None and most is not None and part * scale_like(figure, whole) <= most


def is_counted(figure: Figure) -> bool:
    """Whether a figure counts things or people, one by one."""
    return figure.noun is not None or bool(figure.unit and figure.unit.counted)


def suits(figure: Figure, other: Figure) -> bool:
    """Whether the number may count what the figure does: a word counts things, and nothing with decimals is counted."""
    if is_counted(other):
        large = figure.low is not None and figure.low >= GROUPED
        return (large or not other.number.scaled) and figure.number.step >= 1
    return figure.number.form == "digits"
