"""The names of a story -> the places that a line joins, where the story is about a line that no page names as another.

    "… will connect Bilbao, Vitoria and San Sebastián", "pour relier Bilbao à Vitoria" -> those places are one thing

Half of the documents have two of the places in one breath, and nearly all have a noun for a line; figures that they
tell beside one place or the other are then the line's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.model import Document
from crossfoot.names import Name
from crossfoot.tables import Tables
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import split

LINES = frozenset({"line", "road", "canal"})
"""Kinds of works that join places; a tunnel or a bridge has a name of its own."""
BETWEEN = 3
"""Words and marks between two places of one list."""
FEWEST = 2
"""Documents that put two places into one breath before these are ends of one thing."""
NEARLY_ALL = 2 / 3
"""The share of the documents that have a noun for a line."""


def ends(
    documents: Sequence[Document], named: Sequence[Sequence[Name]], voting: Sequence[int], tables: Tables
) -> tuple[str, ...]:  # fmt: skip
    """The folded names of the places that the story's line joins; empty where it is about none."""
    with_line = [n for n in voting if _has_line(documents[n], tables.vocabulary(documents[n].language))]
    if len(with_line) < NEARLY_ALL * len(voting):
        return ()
    told: dict[tuple[str, str], set[int]] = defaultdict(set)
    for n in voting:
        for pair in _beside(documents[n], named[n], tables.vocabulary(documents[n].language)):
            told[pair].add(n)
    sure = {pair: where for pair, where in told.items() if len(where) >= FEWEST}
    group = _joined(sure)
    telling = {n for (a, b), where in told.items() if a in group and b in group for n in where}
    return tuple(sorted(group)) if 2 * len(telling) >= len(voting) else ()


def _has_line(document: Document, vocabulary: Vocabulary) -> bool:
    return any(kind in LINES for kind, _, _ in vocabulary.works.find(split(document.text)))


def _beside(document: Document, names: Sequence[Name], vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Pairs of names that a list, or "from … to …", puts side by side, or a dash into one word."""
    small = vocabulary.list_words | vocabulary.stop | vocabulary.between_words
    for a, b in pairwise(names):
        between = split(document.text[a.end : b.start])
        near = a.sentence == b.sentence and 0 < len(between) <= BETWEEN and not (a.company or b.company)
        if near and a.key != b.key and all(w.text in ",-–" or w.key in small for w in between):
            one, other = sorted((a.key, b.key))
            if not {one, other} & vocabulary.countries:
                yield one, other


def _joined(pairs: dict[tuple[str, str], set[int]]) -> frozenset[str]:
    """The names that hang together by pairs, the largest such group."""
    groups: list[set[str]] = []
    for a, b in sorted(pairs):
        touching = [g for g in groups if a in g or b in g]
        groups = [g for g in groups if g not in touching] + [set().union({a, b}, *touching)]
    return frozenset(max(groups, key=lambda g: (len(g), sorted(g)), default=()))
