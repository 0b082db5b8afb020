"""What a figure's form alone says against its being a claim: the reason, or None.

"A7" is a name, "14h30" a clock time, "3." at the start of a line a list number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot import figures
from crossfoot.figures import BOUNDS, Figure
from crossfoot.schema import Unit
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import BREAK, Word

_HOUR = re.compile(r"[012]?\d\.[0-5]\d")


def reason(
    words: Sequence[Word], first: Figure, last: Figure, vocabulary: Vocabulary, text: str, unit: Unit | None
) -> str | None:
    """Why the figure cannot be a claim, or None."""
    before = words[first.first - 1] if first.first else None
    behind = words[last.last] if last.last < len(words) else None
    head = words[first.first]
    if not head.digits:
        return (
            "an idiom or a bare number word"
            if unit is None and last.noun is None and first.number.form in ("words", BOUNDS)
            else None
        )
    if before and before.end == head.start and before.text[-1].isalpha() and before.key not in vocabulary.glue_before:
        return "part of a name"
    if before and before.text in "-‑" and before.end == head.start and _letter_before(words, first.first - 1):
        return "part of a name"
    if unit is None and _ends_line(words, first, text):
        return "part of a name"
    if first.number.form == "slashed" and (unit is None or unit.base != "percent"):
        return "a clock time, a ratio or a part of a number"
    if _clock(head, behind, words, last, unit, vocabulary.language.decimal) or (
        before and before.text in ":/" and before.end == head.start
    ):
        return "a clock time, a ratio or a part of a number"
    if (unit is None or unit.counted) and _is_label(words, first, vocabulary, text):
        return "part of a name"
    if unit is None and last.noun is None and first.number.form in ("digits", BOUNDS):
        return _bare(head, behind, text, first)
    if unit is not None and unit.base == "year" and first is last and _is_age(words, first, vocabulary):
        return "an age"
    if (
        _starts_line(text, head.start)
        and behind is not None
        and unit is None
        and words[first.last - 1] == head
        and behind.text in ".)"
    ):
        return "a list number"
    return None


def _is_age(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> bool:
    """Whether years stand by themselves behind a first name and a surname: "Anna Morel, 54 ans," "(54 años)"."""
    cursor = figure.first
    if cursor and words[cursor - 1].key in vocabulary.of_words:
        cursor -= 1  # ", de 54 años,"
    behind = words[figure.last] if figure.last < len(words) else None
    if cursor < NAME_AND_COMMA or words[cursor - 1].text not in ",(" or (behind and behind.text not in AGE_ENDS):
        return False
    return figure.number.step == 1 and all(_is_capitalised(w) for w in words[cursor - 3 : cursor - 1])


NAME_AND_COMMA = 3
AGE_ENDS = frozenset((",", ".", ")", ";", BREAK))


def _ends_line(words: Sequence[Word], figure: Figure, text: str) -> bool:
    """Whether a capitalised word and a number end a line: "the pier Rovelle 2"; no noun of the next is counted."""
    before, last = words[figure.first - 1] if figure.first else None, figure.number.last
    if before is None or not before.text[0].isupper() or "\n" in text[before.end : words[figure.first].start]:
        return False
    return last < len(words) and words[last].text == BREAK


def _is_label(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary, text: str) -> bool:
    """Whether a number names what it stands beside and counts nothing: "line 15", "Valdor 2.0", "96th Street"."""
    if figure.number.form == "ordinal":
        behind = words[figure.number.last] if figure.number.last < len(words) else None
        return bool(behind and _is_capitalised(behind) and not vocabulary.language.dates.nouns_capitalised)
    if figure.number.form != "digits" or figure.number.scaled:
        return False
    return figures.is_numbered(words, figure.first, vocabulary) or _is_version(words, figure, text)


def _is_version(words: Sequence[Word], figure: Figure, text: str) -> bool:
    """Whether a number with a decimal mark stands right behind a capitalised word: "Valdor 2.0"."""
    before = words[figure.first - 1] if figure.first else None
    if before is None or figure.number.step == 1 or not _is_capitalised(before):
        return False
    return text[before.end : words[figure.first].start] == " "


def _is_capitalised(word: Word) -> bool:
    return word.text[0].isupper() and word.text.isalpha()


def _letter_before(words: Sequence[Word], index: int) -> bool:
    """Whether a letter stands right before the dash at `index`: "Covid-19"."""
    return index > 0 and words[index - 1].end == words[index].start and words[index - 1].text[-1].isalpha()


def _clock(
    head: Word, behind: Word | None, words: Sequence[Word], last: Figure, unit: Unit | None, decimal: str
) -> bool:
    """Whether this is "14h30", "3:13", "24h/24", or "8.30 horas" where a comma is the decimal mark."""
    if behind and behind.text in ":/" and behind.start == words[last.last - 1].end:
        after = words[last.last + 1] if last.last + 1 < len(words) else None
        return bool(after and after.digits and after.start == behind.end)
    if unit is not None and unit.base == "hour" and decimal == "," and _HOUR.fullmatch(head.text):
        return True
    if unit is not None and unit.base in ("hour", "day") and behind is not None:
        return behind.start == words[last.last - 1].end and (behind.digits or behind.text == "/")
    return bool(behind and behind.key in ("h", "j") and behind.start == head.end and unit is None)


def _bare(head: Word, behind: Word | None, text: str, figure: Figure) -> str:
    """The reason for a number with no unit and no noun."""
    if _starts_line(text, head.start) and behind is not None and behind.text in ".)" and len(head.text) <= 2:
        return "a list number"
    return "a number without a unit or a noun"


def _starts_line(text: str, start: int) -> bool:
    """Whether nothing but marks stands before the figure in its line."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return not any(c.isalnum() for c in line)
