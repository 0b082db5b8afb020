"""Two statements -> the figures that both say in the same words: the frame is the sentence, the figure taken out.

    "The mill sold 40 boats in May" | "The mill sold more than 40 boats in May" -> 40 and more than 40, of one frame
    "The mill sold 40 boats in May" | "The mill lost 30 boats in May"           -> none: another verb

Used only for statements of one moment, which need not name what they are about: the words around a figure say it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from crossfoot.likeness import close, of_a_work, overlap, same
from crossfoot.model import Frame, Quantity
from crossfoot.portions import portions
from crossfoot.tables import Tables
from crossfoot.tellings import TOLLS, Statement, Telling, stem, tellings
from crossfoot.words import Word, fold, split

NAMING = frozenset({"part of a name", "part of an address", "a list number"})
"""Why a figure counts nothing: it tells which line, house or item is meant. Another number there is another thing."""
MOST_SENTENCES = 40
"""Sentences of a text up to which it is a statement rather than an article."""

MOST_WORDS = 6
"""Words of a figure in one sentence and of the other in its place."""


class Said(NamedTuple):
    """A sentence of a statement with its figures."""

    source: str
    words: tuple[Word, ...]
    figures: tuple[Quantity, ...]


def frames(statements: Sequence[Statement], tables: Tables) -> tuple[Frame, ...]:
    """The figures of two statements that stand in the same words, or in much the same; none in articles."""
    if len(statements) != 2 or any(len(each.document.sentences) > MOST_SENTENCES for each in statements):
        return ()
    first, second = statements
    if _of_two_months(first, second):
        return ()
    if whole := _verbatim(_whole(first), _whole(second)):
        return tuple(whole)  # however the lines are broken
    found = [frame for a in _said(first) for b in _said(second) for frame in _verbatim(a, b)]
    if found:
        return tuple(found) if _of_one_time(found, first, second) else ()
    if first.document.language != second.document.language:
        return ()
    vocabulary = tables.vocabulary(first.document.language)
    if parts := tuple(portions(first, second, vocabulary)):
        return parts
    ones, others = tuple(tellings(first, vocabulary)), tuple(tellings(second, vocabulary))
    return tuple(_similar(a, b, ones, others) for a in ones for b in others if _may_be_one(a, b))


HALF = 0.5
"""Share of the shorter statement's words that the other has where figures may be of one thing."""


def _may_be_one(a: Telling, b: Telling) -> bool:
    """Whether two figures may be of one thing; an event that is dated may be told with other things in each text."""
    share = same(a, b)
    return share >= HALF or (share > 0 and a.figure.unit == "date" and close(a, b))


def _of_two_months(first: Statement, second: Statement) -> bool:
    """Whether two statements count something in months that differ, of one year or of two: "in March", "in August"."""
    months = [
        {fold(q.quote) for q in s.figures if q.unit == "date" and q.low is None and q.high is None}
        for s in (first, second)
    ]
    return all(months) and months[0].isdisjoint(months[1]) and any(q.unit != "date" for q in first.figures)


def _of_one_time(found: Sequence[Frame], first: Statement, second: Statement) -> bool:
    """Whether the dates elsewhere in two statements meet, where both have some."""
    framed = {place for frame in found for place in (frame.first, frame.second)}
    a, b = (
        [q for q in s.figures if q.unit == "date" and q.period and (s.document.source.id, q.start) not in framed]
        for s in (first, second)
    )
    return not a or not b or any(overlap(x, y) for x in a for y in b)


def _similar(a: Telling, b: Telling, ones: Sequence[Telling], others: Sequence[Telling]) -> Frame:
    """The words that two statements share around a figure of each."""
    shorter, longer = sorted((a, b), key=lambda t: len(t.sentence))
    shared = " … ".join(word for word in shorter.words if stem(word) in longer.sentence)
    alone = not any(_rivals(x, a) for x in ones) and not any(_rivals(x, b) for x in others)
    return Frame(
        first=(a.source, a.figure.start), second=(b.source, b.figure.start), words=shared,
        likeness="close" if alone and close(a, b) else "loose", of_work=of_a_work(a, b),
    )  # fmt: skip


def _rivals(a: Telling, b: Telling) -> bool:
    """Whether two figures of one statement might both be the one that the other statement means."""
    return (
        a is not b
        and a.kind == b.kind
        and (a.figure.unit == "date" or not (a.deeds ^ b.deeds) & TOLLS)
        and (a.figure.unit != "date" or a.verb == b.verb)
    )


def _whole(statement: Statement) -> Said:
    """A text as one saying."""
    return Said(statement.document.source.id, tuple(split(statement.document.text)), statement.figures)


def _said(statement: Statement) -> Iterator[Said]:
    """The sentences of a text that hold figures."""
    document = statement.document
    for sentence in document.sentences:
        own = tuple(q for q in statement.figures if sentence.start <= q.start < sentence.end)
        if own:
            words = split(document.text[sentence.start : sentence.end], sentence.start)
            yield Said(document.source.id, tuple(words), own)


def _verbatim(a: Said, b: Said) -> list[Frame]:
    """The figures in which two sentences differ that are the same word for word otherwise."""
    keys = [w.key for w in a.words], [w.key for w in b.words]
    counts = Counter(keys[0]), Counter(keys[1])
    if (counts[0] - counts[1]).total() + (counts[1] - counts[0]).total() > MOST_WORDS * len(a.figures):
        return []
    found: dict[tuple[int, int], Frame] = {}
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    for change, first, last, start, end in matcher.get_opcodes():
        if change == "equal":
            continue
        one, other = _figure(a, first, last), _figure(b, start, end)
        if one is None and first == last and other is not None:
            one = _figure(a, *_opposite(b, other, matcher, turned=True))
        elif other is None and start == end and one is not None:
            other = _figure(b, *_opposite(a, one, matcher, turned=False))
        if one is None or other is None or NAMING & {one.refused, other.refused}:
            return []  # they differ in more than figures
        found[one.start, other.start] = Frame(
            first=(a.source, one.start), second=(b.source, other.start), words=_around(a, one), likeness="verbatim"
        )
    return list(found.values())


def _figure(said: Said, first: int, last: int) -> Quantity | None:
    """The figure that holds all the words of a stretch."""
    if first >= last:
        return None
    start, end = said.words[first].start, said.words[last - 1].end
    return next((q for q in said.figures if q.start <= start and end <= q.end), None)


def _opposite(said: Said, figure: Quantity, matcher: SequenceMatcher[str], *, turned: bool) -> tuple[int, int]:
    """Where the other sentence has the words of a figure; `turned` where this one is the second of the two."""
    inside = {n for n, word in enumerate(said.words) if figure.start <= word.start and word.end <= figure.end}
    blocks = [(b, a, size) if turned else (a, b, size) for a, b, size in matcher.get_matching_blocks()]
    same = [there + n - here for here, there, size in blocks for n in range(here, here + size) if n in inside]
    return (min(same), max(same) + 1) if same else (0, 0)


def _around(said: Said, figure: Quantity) -> str:
    """The words of a sentence, with a gap where the figure stands."""
    before = [w.text for w in said.words if w.end <= figure.start]
    behind = [w.text for w in said.words if w.start >= figure.end]
    return _BEFORE_MARK.sub("", " ".join([*before, "…", *behind]))


_BEFORE_MARK = re.compile(r" (?=[.,;:!?)])")
