"""Claims -> groups of claims about the same thing: one subject, measures that compare with each other.

investment and cost of "Valence" are one group, its jobs another
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from crossfoot.model import Claim, Group, Measure
from crossfoot.slots import DIMENSIONS
from crossfoot.things import TOLLS
from crossfoot.words import fold

CLASSES: dict[Measure, Measure] = {"cost": "investment", "money_other": "investment", "headcount": "jobs"}
"""Measures that the press mixes, and the one that stands for them."""
BY_NOUN = frozenset({"count_other", "percent", "multiplier", "duration", "temperature", "population"})
"""Measures that say nothing without what is counted or shared."""

FEW = 10
"""Below it a number of dead or injured may be that of one accident among several."""


def group(claims: Sequence[Claim]) -> tuple[Group, ...]:
    """The groups, in the order in which their first claims come by source and place."""
    found: dict[tuple[str, Measure, str, str], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.source, c.start)):
        if claim.low is None and claim.high is None:
            continue
        measure = "investment" if _is_contract(claim) else CLASSES.get(claim.measure, claim.measure)
        if claim.thing in TOLLS and isinstance(top := claim.high or claim.low, Decimal) and top < FEW:
            continue
        if claim.thing and claim.unit not in ("percent", "x"):
            per = "" if claim.thing in DIMENSIONS else claim.per or ""
            found[claim.subject, "count_other", claim.thing, per].append(claim)
            continue
        if measure in BY_NOUN and not claim.noun:
            continue
        if measure == "date" and claim.event in (None, "other", "publication"):
            continue
        about = _head(claim) if measure in BY_NOUN else (claim.event or "" if measure == "date" else claim.per or "")
        found[claim.subject, measure, about, claim.unit if measure in BY_NOUN else ""].append(claim)
    return tuple(Group(subject=key[0], measure=key[1], claims=tuple(group)) for key, group in found.items())


def _is_contract(claim: Claim) -> bool:
    """Whether a price is what something large is bought or built for, and so its cost to whoever pays."""
    low = claim.low if claim.low is not None else claim.high
    return claim.measure == "price" and claim.per is None and isinstance(low, Decimal) and low >= CONTRACT


CONTRACT = 10_000_000
"""The least, in whatever currency, of a price that is one of a contract."""


def _head(claim: Claim) -> str:
    """The noun of what is counted, as one word."""
    return claim.head or fold((claim.noun or "").split()[0])


def compared(groups: Sequence[Group]) -> int:
    """How many claims stand in a group with a claim of another place in the texts."""
    return sum(len(g.claims) for g in groups if len(g.claims) > 1)
