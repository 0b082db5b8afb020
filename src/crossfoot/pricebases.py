"""Whose money a figure counts in: of a year ("in 2015 prices"), of today, or of one year that is not named.

Words for that stand behind the figure, or before it in its clause: "preisbereinigt 3 Milliarden Euro".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.measuretable import Unit
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word

REACH = 6
"""Words between a figure and such words: "3 Mrd. Euro für den Bau, zu konstanten Preisen"."""
_YEAR = re.compile(r"(19|20)\d\d")


def price_base(
    words: Sequence[Word], first: int, last: int, vocabulary: Vocabulary, unit: Unit | None
) -> tuple[str | None, tuple[int, int] | None]:
    """The base that words behind a figure from `first` to `last` give, or before it, and where they lie."""
    year, span = _year(words, last, vocabulary) if unit is None or unit.scaled else (None, None)
    if year:
        return year, span
    for cursor in range(max(first, last - 1), min(len(words), last + REACH)):
        if cursor >= last and _ends(words[cursor]) and not (cursor == last and words[cursor].text in ",("):
            break
        hit = vocabulary.price_base_words.at(words, cursor)
        if hit and hit[1] > last:  # "3 milliards d'euros constants": the currency is in both
            return hit[0], (words[cursor].start, words[hit[1] - 1].end)
    for cursor in range(first - 1, max(-1, first - 1 - REACH), -1):
        if _ends(words[cursor]):
            break
        hit = vocabulary.price_base_words.at(words, cursor)
        if hit and hit[1] <= first:
            return hit[0], (words[cursor].start, words[hit[1] - 1].end)
    return None, None


def _ends(word: Word) -> bool:
    """Whether words beyond this one belong to another figure or clause."""
    return word.digits or not word.text[-1].isalnum()


def _year(words: Sequence[Word], last: int, vocabulary: Vocabulary) -> tuple[str | None, tuple[int, int] | None]:
    """The year whose money is counted: "en euros de 2015", "d'euros 2023", "in 2015 values"."""
    repeated = vocabulary.price_base_before.at(words, last) and vocabulary.language.price_base.after_year
    if repeated and last + 2 < len(words) and _YEAR.fullmatch(words[last + 1].text) and words[last + 2].text == "(":
        last += 2  # "in 2015 (2015 prices)"
    cursor = last
    if cursor < len(words) and words[cursor].text in "\"”»'()":
        cursor += 1
    named = vocabulary.price_base_before.at(words, cursor)
    year = named[1] if named else cursor
    if not named and vocabulary.of.at(words, cursor):
        year = cursor + 1
    if year >= len(words) or not _YEAR.fullmatch(words[year].text):
        return None, None
    tail = vocabulary.price_base_after.at(words, year + 1)
    if vocabulary.language.price_base.after_year and not tail:
        return None, None
    end = words[tail[1] - 1].end if tail else words[year].end
    return words[year].text, (words[last].start, end)


def years_of_money(words: Sequence[Word], vocabulary: Vocabulary) -> set[int]:
    """Where a year says in whose money a text counts: "in 2015 prices"."""
    found = set()
    for index, word in enumerate(words):
        if not _YEAR.fullmatch(word.text):
            continue
        if not vocabulary.price_base_before.before(words, index) and not vocabulary.price_base_after.at(
            words, index + 1
        ):
            continue
        if not vocabulary.language.price_base.after_year or vocabulary.price_base_after.at(words, index + 1):
            found.add(word.start)
    return found
