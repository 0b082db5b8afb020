"""A sum in its sentence -> whether the tax on sales is in it.

    "202 million euros, excluding value-added tax"    without
    "costerà, tutto incluso, 202 milioni"             with

The words stand beside the sum, and no other sum between. A sum that nothing is said of may be either.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from crossfoot.cues import outside_brackets
from crossfoot.model import Claim
from crossfoot.sides import Context
from crossfoot.slots import is_money
from crossfoot.words import Phrases, Word

Tax = Literal["with", "without"]
BEFORE, BEHIND = 3, 8
"""Words between such words and the sum behind them, and between a sum and such words behind it."""


def tax(claim: Claim, context: Context) -> Tax | None:
    """Whether a sum is told with or without the tax; None where its sentence says neither, or both."""
    if not is_money(claim) or (printed := context.sentence(claim)) is None:
        return None
    words, vocabulary = printed
    first = bisect_left(words, claim.start, key=lambda w: w.start)
    last = bisect_left(words, claim.end, key=lambda w: w.start)
    end = _next_sum(claim, words[-1].end, context)
    behind = outside_brackets([w for w in words[last:] if w.end <= end])[:BEHIND]
    before = words[max(0, first - 2 * BEFORE) : first]
    with_, without = (
        _is_told(phrases, before, behind) for phrases in (vocabulary.taxed, vocabulary.untaxed)
    )  # fmt: skip
    return None if with_ == without else "with" if with_ else "without"


def _next_sum(claim: Claim, end: int, context: Context) -> int:
    """Where the next sum of the sentence starts that is no conversion."""
    behind = [
        c.start for c in context.claims
        if c.source == claim.source and claim.end <= c.start < end and is_money(c) and c.unit == claim.unit
    ]  # fmt: skip
    return min(behind, default=end)


def _is_told(phrases: Phrases[bool], before: Sequence[Word], behind: Sequence[Word]) -> bool:
    """Whether such words stand right before a sum or behind it."""
    led = any(phrases.before(before, n) for n in range(len(before), max(0, len(before) - BEFORE), -1))
    return led or bool(phrases.find(behind))
