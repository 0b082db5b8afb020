"""A length or a weight in its sentence -> which dimension it is, and of what: so many metres are a height of towers.

    "Die beiden Türme sind 90 Meter hoch" -> Dimension("height", "tower")
    "des péniches de 3 000 tonnes" -> Dimension("weight", "ship")

What the tables do not know has no dimension: "300 metres away".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crossfoot.cues import Cue, Scene, distance, nearest
from crossfoot.model import Quantity

METRES = frozenset({"m", "cm", "mm", "ft"})
WEIGHTS = frozenset({"t", "kg"})
WEIGHT = "weight"
TALL = frozenset({"tower", "turbine", "building", "dam", "wall"})
"""What is measured by its height where no word says which dimension is meant; of the rest the length is told."""
CARRIERS = frozenset({"ship", "train"})
"""What so many tonnes may also be the load of: "boats carrying up to 3,000 tonnes"."""
EACH = "unit"
"""What a figure is "per" where one of several is measured."""
WORD_REACH = 4
"""Words from a word for the dimension to the figure behind it: "a height of about"."""
BEARER_REACH = 8
"""Words between a figure and what it is measured of."""
BARE_REACH = 1
"""The same where nothing says which dimension is meant: "a tower of 300 metres"."""
LOAD_REACH = 5


class Dimension(NamedTuple):
    """What a length or a weight is of."""

    name: str
    bearer: str | None
    """What is so high or so heavy; None where the sentence does not say it."""


def dimension_of(quantity: Quantity, stage: Scene, links: frozenset[str]) -> Dimension | None:
    """The dimension; `links` are the small words between a figure and its dimension: "90 mètres de haut"."""
    if quantity.per not in (None, EACH) or quantity.unit not in METRES | WEIGHTS:
        return None
    is_weight = quantity.unit in WEIGHTS
    cues = [c for c in stage.dimensions if (c.value == WEIGHT) == is_weight]
    told = _behind(quantity, cues, stage, links) or nearest(
        stage, [c for c in cues if c.end <= quantity.start], quantity.start, quantity.end, WORD_REACH
    )
    bearer = nearest(stage, stage.bearers, quantity.start, quantity.end, BEARER_REACH)
    if told:
        return Dimension(told.value, bearer.value if bearer else None)
    if bearer is None:
        return None
    reach = LOAD_REACH if is_weight and bearer.value in CARRIERS else BARE_REACH
    if distance(stage, bearer.start, bearer.end, quantity.start, quantity.end) > reach:
        return None
    return Dimension(WEIGHT if is_weight else "height" if bearer.value in TALL else "length", bearer.value)


def _behind(quantity: Quantity, cues: Sequence[Cue], stage: Scene, links: frozenset[str]) -> Cue | None:
    """The word right behind a figure, or behind one small word."""
    for cue in cues:
        between = [w for w in stage.words if quantity.end <= w.start and w.end <= cue.start]
        is_near = cue.start >= quantity.end and len(between) <= 1
        if is_near and all(w.key in links or w.text == "-" for w in between):
            return cue
    return None
