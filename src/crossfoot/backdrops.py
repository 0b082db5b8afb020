"""Years that tell of no event: why a date is no claim of its own.

    "down 24 % compared with 2019", "the smallest since 1994", "the 2017-18 season", "the budget for 2021", "this year"

They say what a figure is held against, or whose budget, season or record it is; nothing happened then.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from crossfoot.cues import BREAKS, Scene
from crossfoot.model import Quantity
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word

AGAINST = "what a figure is held against"
DATED = "the year of a budget, a report or a season"
RECORD = "how long a record has stood"
DEICTIC = "the year of the text itself"

_SPAN = re.compile(r"(?:19|20)\d\d\s?[-\N{EN DASH}/]\s?(?:19|20)?\d\d")
YEAR = 4
"""Characters of a period that is a year: "2019"."""
DEICTIC_WORDS = 2
"""Words of "this year", "quest'anno"; more of them tell from when: "dès cette année"."""
SMALL = 2
"""Words between what is dated and its year, an adjective and a small one: "manovra finanziaria per il 2021"."""
RECORD_REACH = 10
"""Words from a superlative to the year since when it holds."""


def backdrop(date: Quantity, stage: Scene, vocabulary: Vocabulary, published: str | None) -> str | None:
    """Why a date near which no event is named is no claim, or None."""
    if date.deadline or date.weekday or not _is_years(date):
        return None
    first = bisect_left(stage.words, date.start, key=lambda w: w.start)
    if vocabulary.against.before(stage.words, first):
        return AGAINST
    if _is_record(stage.words, first, vocabulary):
        return RECORD
    if _SPAN.fullmatch(date.quote) or _is_dated(stage.words, first, vocabulary):
        return DATED
    words = date.quote.replace("'", "' ").replace("’", "’ ").split()
    if published and date.period == published[:YEAR] and not date.quote[-1].isdigit() and len(words) <= DEICTIC_WORDS:
        return DEICTIC
    return None


def _is_years(date: Quantity) -> bool:
    """Whether a date is a whole year, or several."""
    return str(date.low)[YEAR:] == "-01-01" and str(date.high)[YEAR:] == "-12-31"


def _is_dated(words: Sequence[Word], first: int, vocabulary: Vocabulary) -> bool:
    """Whether the noun of something that is made for a year stands before it, small words and an adjective between."""
    leads = vocabulary.language.currency_noun == "first" and words[first].digits
    if first and leads and _is_plain(words[first - 1], vocabulary):
        return True  # where nouns lead, a bare year behind one is its attribute: "le compte administratif 2023"
    for back in range(first - 1, max(-1, first - 2 - SMALL), -1):
        if words[back].text in BREAKS:
            return False
        if vocabulary.dated.before(words, back + 1):
            return all(w.key in vocabulary.stop for w in words[back + 2 : first])
    return False


def _is_plain(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether this is a word of letters, and no small one."""
    return word.text.isalpha() and len(word.text) > SHORT and word.key not in vocabulary.stop


SHORT = 3
"""Letters of a word that may be a small one that no table has."""


def _is_record(words: Sequence[Word], first: int, vocabulary: Vocabulary) -> bool:
    """Whether "since" stands before a year, and a superlative before that: "la plus faible depuis 1994"."""
    place = next((n for n in (first, first - 1) if n >= 0 and words[n].key in vocabulary.since), 0)
    for back in range(place - 1, max(-1, place - 1 - RECORD_REACH), -1):
        if words[back].text in BREAKS:
            return False
        if vocabulary.superlatives.at(words, back):
            return True
    return False
