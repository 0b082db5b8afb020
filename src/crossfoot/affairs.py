"""The names of a story's documents -> which documents tell of one affair.

What most documents say decides what a story is about. A page that has nothing to do with the others has no voice in
that: two documents are of one affair where they share two names, or one that one of them says most or that has two
words; countries say nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from itertools import combinations

from crossfoot.names import Name

MAIN = -1
"""The number of the affair that a story is about."""
MOST_SAID = 3
"""How many of the names of a document are what it is about."""
SHARED = 2
"""Names that two documents share by more than chance: "Paris" or "Reuters" alone stands in many."""


def affairs(named: Sequence[Sequence[Name]], originals: Iterable[int], countries: Container[str]) -> tuple[int, ...]:
    """For each document the number of its affair: the one that half of the originals tell of, or its own."""
    met = _met(named, countries)
    counted = list(originals)
    sizes = [*Counter(met[n] for n in counted).most_common(2), (MAIN, 0), (MAIN, 0)]
    (affair, size), (_, next_size) = sizes[:2]
    told = FEWEST <= size > next_size and 2 * size >= len(counted)
    return tuple(MAIN if told and at == affair else n for n, at in enumerate(met))


FEWEST = 2
"""Documents that tell of what a story is about, at least."""


def _met(named: Sequence[Sequence[Name]], countries: Container[str]) -> tuple[int, ...]:
    """For each document the first of those that it has names in common with, at first or at second hand."""
    counts = [Counter(n.key for n in names if n.key not in countries) for names in named]
    most = [_most_said(count) for count in counts]
    root = list(range(len(named)))
    for a, b in combinations(range(len(named)), 2):
        shared = counts[a].keys() & counts[b].keys()
        if root[a] == root[b]:
            continue
        if len(shared) >= SHARED or shared & (most[a] | most[b]) or any(" " in key for key in shared):
            one, other = sorted((root[a], root[b]))
            root = [one if at == other else at for at in root]
    return tuple(root)


def _most_said(counts: Counter[str]) -> frozenset[str]:
    """The names that are said most; of more that are said equally often, none."""
    ranked = [*sorted(counts.values(), reverse=True), *[0] * MOST_SAID]
    return frozenset(key for key, times in counts.items() if times > ranked[MOST_SAID])
