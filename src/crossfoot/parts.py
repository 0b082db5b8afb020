"""Parts of one, said in words: "deux tiers", "a quarter", "fünf Achtel"; and whole numbers with a part behind them.

A word that names a part and a place in an order ("a third", "un cinquième") is a part only where no noun follows:
"a third reactor" counts three of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import gcd
from typing import NamedTuple

from crossfoot.spoken import whole
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word

MOST_DIGITS = 9
"""The most parts that are counted in digits: "3 quarts", but not "20 quarts"."""


class Part(NamedTuple):
    """A part found in the words."""

    value: Decimal
    part: Fraction
    """What one of them is."""
    last: int
    """The index behind it."""
    said: bool
    """Whether it is said how many: "un tiers", but not "moitié"."""

    @property
    def proper(self) -> bool:
        """Whether it is less than one."""
        return self.value < 1


def part_at(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> Part | None:
    """The part that starts at `index`, its number of parts included, or None."""
    word, found = words[index], whole(words, index, vocabulary)
    if found:
        count, cursor = found.value, found.last
    elif word.digits and word.text.isdigit() and int(word.text) <= MOST_DIGITS:
        count, cursor = Decimal(word.text), index + 1
    else:
        return _named(words, index, Decimal(1), index, vocabulary)
    if cursor < len(words) and words[cursor].text == "-":
        cursor += 1
    return _mixed_in(words, index, cursor, vocabulary) or _named(words, cursor, count, index, vocabulary)


def _named(words: Sequence[Word], cursor: int, count: Decimal, index: int, vocabulary: Vocabulary) -> Part | None:
    """So many of the part that is named at `cursor`: one "third", or more "thirds"."""
    named = vocabulary.fractions if count == 1 else vocabulary.parts
    part = named.get(words[cursor].key) if cursor < len(words) else None
    if cursor + 1 < len(words) and (two := named.get(f"{words[cursor].key} {words[cursor + 1].key}")):
        value = count * Decimal(two.numerator) / Decimal(two.denominator)
        return Part(value, two, cursor + 2, cursor > index)  # "tres cuartas partes"
    if part is None or (part.denominator <= QUARTERS and gcd(int(count), part.denominator) > 1):
        return None  # "two quarters" are times of the year
    joined = words[cursor - 1].text == "-" if cursor > index else False
    is_place = count == 1 and not joined and words[cursor].key in vocabulary.ordinal_fractions
    if is_place and (cursor == index or _noun_follows(words, cursor + 1, vocabulary)):
        return None
    value = count * Decimal(part.numerator) / Decimal(part.denominator)
    return Part(value, part, cursor + 1, cursor > index)


QUARTERS = 4


def _noun_follows(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> bool:
    """Whether what stands behind "a third" makes it the third of them."""
    if index >= len(words) or words[index].start - words[index - 1].end != 1:
        return False
    word = words[index]
    small = word.key in vocabulary.stop or vocabulary.of.at(words, index) or word.key in vocabulary.scales
    return word.text[0].isalpha() and not small and word.key not in vocabulary.articles


def _mixed_in(words: Sequence[Word], index: int, cursor: int, vocabulary: Vocabulary) -> Part | None:
    """ "cent et trois quarts": what reads like 103 of them is a hundred and three quarters."""
    for link in range(cursor - 1, index, -1):
        if words[link].key in vocabulary.link:
            head, tail = whole(words, index, vocabulary, link), part_at(words, link + 1, vocabulary)
            if head and head.last == link and tail and tail.proper and tail.said:
                return tail._replace(value=head.value + tail.value)
            return None
    return None


def part_behind(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> Part | None:
    """The part that "and" adds at `index`: "five and a quarter"; but not what begins anew: "five, and a third of"."""
    if index + 1 >= len(words) or words[index].key not in vocabulary.and_words | vocabulary.link:
        return None
    part = part_at(words, index + 1, vocabulary)
    if part is None or not part.proper or not part.said or vocabulary.of.at(words, part.last):
        return None
    return part
