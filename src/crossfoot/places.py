"""Cities and regions under their names in several languages, from `places.toml`.

>>> rows()["duenkirchen"] == rows()["dunkerque"]
True
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise

from crossfoot.words import fold


@cache
def rows() -> Mapping[str, int]:
    """Folded name -> which place it is the name of."""
    table = tomllib.loads((files("crossfoot") / "places.toml").read_text(encoding="utf-8"))
    return {fold(name): place for place, names in enumerate(table["names"]) for name in names}


def one_place(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of folded names that are names of one place."""
    known, found = rows(), defaultdict(list)
    for name in sorted(names):
        if name in known:
            found[known[name]].append(name)
    for alike in found.values():
        yield from pairwise(alike)
