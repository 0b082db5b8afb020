"""What a figure's form alone says against its being a claim: the reason, or None.

"A7" is a name, "14h30" a clock time, "3." at the start of a line a list number.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot import labels
from crossfoot.ages import is_age
from crossfoot.clocks import is_clock
from crossfoot.figures import BOUNDS, Figure
from crossfoot.measuretable import Unit
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word

CLOCK = "a clock time, a ratio or a part of a number"
AGE = "an age"
BARE_WORD, BARE_NUMBER = "an idiom or a bare number word", "a number without a unit or a noun"
BARE = frozenset({BARE_WORD, BARE_NUMBER})
"""Why a figure is no claim of which only nothing is known that it counts."""


def reason(
    words: Sequence[Word], first: Figure, last: Figure, vocabulary: Vocabulary, text: str, unit: Unit | None
) -> str | None:
    """Why the figure cannot be a claim, or None."""
    before = words[first.first - 1] if first.first else None
    behind = words[last.last] if last.last < len(words) else None
    head = words[first.first]
    if is_clock(words, first, last, vocabulary, unit):
        return CLOCK
    if told := _told_by_noun(words, first, last, vocabulary, unit):
        return told
    if not head.digits:
        return BARE_WORD if unit is None and last.noun is None and first.number.form in ("words", BOUNDS) else None
    if before and before.end == head.start and before.text[-1].isalpha() and before.key not in vocabulary.glue_before:
        return "part of a name"
    if before and before.text in "-‑" and before.end == head.start and _letter_before(words, first.first - 1):
        return "part of a name"
    if unit is None and labels.ends_line(words, first, text):
        return "part of a name"
    if (unit is None or unit.counted) and labels.is_label(words, first, vocabulary, text):
        return "part of a name"
    if labels.is_address(words, first, vocabulary):
        return "part of an address"
    if unit is None and last.noun is None and first.number.form in ("digits", BOUNDS):
        return _bare(head, behind, text, first)
    if (
        _starts_line(text, head.start)
        and behind is not None
        and unit is None
        and words[first.last - 1] == head
        and behind.text in ".)"
    ):
        return "a list number"
    return None


def _told_by_noun(
    words: Sequence[Word], first: Figure, last: Figure, vocabulary: Vocabulary, unit: Unit | None
) -> str | None:
    """What the noun behind a figure makes of it that is no claim: an age, a rating; or None."""
    if unit is not None:
        return AGE if is_age(words, first, last, vocabulary, unit) else None
    return "stars that rate" if labels.is_rating(words, first, vocabulary) else None


def _letter_before(words: Sequence[Word], index: int) -> bool:
    """Whether a letter stands right before the dash at `index`: "Covid-19"."""
    return index > 0 and words[index - 1].end == words[index].start and words[index - 1].text[-1].isalpha()


def _bare(head: Word, behind: Word | None, text: str, figure: Figure) -> str:
    """The reason for a number with no unit and no noun."""
    if _starts_line(text, head.start) and behind is not None and behind.text in ".)" and len(head.text) <= 2:
        return "a list number"
    return BARE_NUMBER


def _starts_line(text: str, start: int) -> bool:
    """Whether nothing but marks stands before the figure in its line."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return not any(c.isalnum() for c in line)
