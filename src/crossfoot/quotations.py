"""Document -> the stretches of it that stand within quotation marks.

A quotation may run over sentences and paragraphs; where each of its paragraphs opens with a mark and only the last one
closes, they are joined. A mark that is never closed within its paragraphs quotes nothing.

    '« Il y aura 300 postes. » Le maire …' -> Quotation(0, 24)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from crossfoot.model import Document

PAIRS = {
    "fr": {"«": "»", "“": '”"', '"': '"', "‘": "’"},
    "de": {"„": '“”"', "»": "«", "“": '”"', '"': '"', "‚": "‘"},
}
OTHERS = {"«": "»", "“": '”"', '"': '"', "‘": "’", "„": '“”"'}
"""Opening marks with what closes them, by slip a straight one; the German angles are the other way round."""
LONGEST = 2500
"""Characters after which a mark that was not closed is taken for a slip."""
FEWEST_WORDS = 4
"""Fewer words in marks are a term rather than something said."""
INDENT = " >▶-–—•*_"
_WORD = re.compile(r"[^\W_]+")


class Quotation(NamedTuple):
    """What stands within a pair of marks, the marks counted in."""

    start: int
    end: int
    goes_on: bool
    """It is the next paragraph of the quotation before."""
    term: bool
    """So short that it may be a term: « prêts à l'emploi »."""


def quotations(document: Document) -> tuple[Quotation, ...]:
    """The quotations of a document, in its order."""
    pairs = PAIRS.get(document.language, OTHERS)
    found: list[Quotation] = []
    open_mark = ""  # the mark that the paragraph before has left open
    for block in document.blocks:
        if block.kind in ("furniture", "header"):
            continue
        text = document.text[block.start : block.end]
        again = bool(open_mark) and text.lstrip(INDENT).startswith(open_mark)
        spans, left = _spans(text, pairs, "" if again else open_mark)
        for n, (start, end) in enumerate(spans):
            found.append(_quotation(document.text, block.start + start, block.start + end, bool(open_mark) and not n))
        goes_on, open_mark = bool(open_mark) and not spans, ""
        if left and _is_closed(document, block.end, left[0], pairs):
            found.append(_quotation(document.text, block.start + left[1], block.end, goes_on))
            open_mark = left[0]
    return tuple(sorted(found))


def _quotation(text: str, start: int, end: int, goes_on: bool) -> Quotation:
    """The quotation between two places."""
    return Quotation(start, end, goes_on, len(_WORD.findall(text[start:end])) < FEWEST_WORDS)


def _is_closed(document: Document, end: int, mark: str, pairs: dict[str, str]) -> bool:
    """Whether a mark left open in a paragraph is closed in a later one that it may reach."""
    later = document.text[end : end + LONGEST]
    if mark != "«" and not later.lstrip(INDENT + "\n\r").startswith(mark):
        return False
    return any(c in later for c in pairs[mark])


def _spans(text: str, pairs: dict[str, str], inside: str) -> tuple[list[tuple[int, int]], tuple[str, int] | None]:
    """What stands between marks in a paragraph, and a mark that is left open; `inside` is open from the start."""
    found: list[tuple[int, int]] = []
    mark, start = inside, 0
    for place, at in _marks(text, pairs):
        if not mark:
            if _may_open(text, at, place, pairs):
                mark, start = place, at
        elif place in pairs[mark] and _may_close(text, at, place, mark):
            found.append((start, at + 1))
            mark = ""
    return found, (mark, start) if mark else None


def _marks(text: str, pairs: dict[str, str]) -> Iterator[tuple[str, int]]:
    """All characters that may be quotation marks."""
    marks = set(pairs) | set("".join(pairs.values()))
    return ((c, n) for n, c in enumerate(text) if c in marks)


def _may_open(text: str, at: int, mark: str, pairs: dict[str, str]) -> bool:
    """Whether a mark can open here: no letter before it, and something behind it."""
    if mark not in pairs or at + 1 >= len(text):
        return False
    return mark in "«»" or (not (at and text[at - 1].isalnum()) and not (mark == '"' and text[at + 1].isspace()))


def _may_close(text: str, at: int, mark: str, opened: str) -> bool:
    """Whether a mark can close here: an apostrophe inside a word does not, nor one that may open what is within."""
    if mark == '"' != opened and text[at - 1].isspace():
        return False
    return mark not in "’‘" or at + 1 >= len(text) or not text[at + 1].isalnum()
