"""Documents -> the same documents, each marked with the earlier one whose text it repeats.

Two texts are one where most of the shorter one's runs of five words stand in the longer one too.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.model import Document
from crossfoot.words import split

RUN = 5
"""Words in a shingle: long enough that two writers seldom share one by chance."""
SAME = 0.5
"""Share of the shorter text's shingles found in the other: above it, one is a copy. Set on the Sesterce story,
November 2026, where two renderings of one article share .95 and two articles about one affair at most .02."""


FEWEST = 20
"""Shingles a text must have to be called a copy: two sentences that differ in one word are two statements."""


def marked(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents in their order, `copy_of` set where one repeats another that comes before it by id."""
    order = sorted(range(len(documents)), key=lambda n: documents[n].source.id)
    shingles = {n: _shingles(documents[n]) for n in order}
    copies: dict[int, str] = {}
    for place, n in enumerate(order):
        for earlier in order[:place]:
            if earlier not in copies and _repeats(shingles[earlier], shingles[n]):
                copies[n] = documents[earlier].source.id
                break
    return tuple(
        d.model_copy(update={"source": d.source.model_copy(update={"copy_of": copies.get(n)})})
        for n, d in enumerate(documents)
    )


def _shingles(document: Document) -> frozenset[tuple[str, ...]]:
    """All runs of words of the text outside its furniture."""
    keys = [
        w.key
        for block in document.blocks
        if block.kind not in ("furniture", "header")
        for w in split(document.text[block.start : block.end])
        if w.text[0].isalnum()
    ]
    return frozenset(tuple(keys[n : n + RUN]) for n in range(len(keys) - RUN + 1))


def _repeats(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> bool:
    """Whether most of the smaller set is in the larger."""
    smaller = min(len(a), len(b))
    return bool(a and a == b) or (smaller >= FEWEST and len(a & b) > SAME * smaller)
