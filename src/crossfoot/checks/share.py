"""A share of a whole, and the sums that others pay for the rest of it.

What it finds
    "It costs 100 million, 40 % of it from the region; the rest is divided: the town pays 40 million, the state 30":
    the share of the whole and the sums of the rest come to more or to less than the whole.
Why it matters
    Share, whole and sums come from different tables, and a revised whole leaves the sums behind.
Example
    40 % of 100 million is 40; with 40 and 30 it is 110 million.
When it is no error
    Rounding; sums that are parts of what somebody pays; a text that says nothing of the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from crossfoot.amounts import figure
from crossfoot.groups import CLASSES
from crossfoot.intervals import Interval
from crossfoot.model import Claim, Finding
from crossfoot.sides import Context, finding, joined, label, side
from crossfoot.slots import KIN, is_former, is_money, is_one
from crossfoot.statements import Statement, statements

ROUNDED = Decimal("0.01")
"""By how much the parts may be off the whole besides their own rounding, as for other sums. Chosen."""
PERCENT = 100
FEWEST = 2
"""Sums in a sentence behind the one with the rest, for it to be what the rest is divided into."""
PAID = frozenset({"funding", "cost", "investment", "allotted"})
"""Kinds of sums in whose words a share is one of a sum: "40 % is financed by the region"."""


class Shared(NamedTuple):
    """A whole, the share of it that one pays, and the sums that the rest pay."""

    whole: Claim
    share: Claim
    sums: tuple[Claim, ...]


def check(context: Context) -> Iterator[Finding]:
    """Wholes of the story whose share and rest do not make them."""
    earlier: list[Statement] = []
    told = list(statements(context))
    for n, said in enumerate(told):
        if earlier and (earlier[-1].document is not said.document or earlier[-1].block != said.block):
            earlier = []
        behind = told[n + 1] if n + 1 < len(told) else None
        if behind and (behind.document is not said.document or behind.block != said.block):
            behind = None
        if (found := _shared(said, earlier, behind)) and (misfit := _held(found, context)):
            yield misfit
        earlier.append(said)


def _shared(said: Statement, earlier: Sequence[Statement], behind: Statement | None) -> Shared | None:
    """The whole, the share and the sums of the rest that a sentence puts together with those around it."""
    shares = [c for c in said.claims if c.unit == "percent" and is_one(c)]
    if len(shares) != 1 or not _is_of_money(said):
        return None
    share = shares[0]
    rest = next((said.words[end - 1].end for _, at, end in said.vocabulary.rest.find(said.words)
                 if said.words[at].start >= share.end), None)  # fmt: skip
    if rest is None:
        return None
    whole = _whole([c for c in said.claims if c.start < rest], earlier)
    if whole is None:
        return None
    here = [c for c in said.claims if c.start >= rest and _is_money(c)]
    sums = _parts(here, whole)
    if not here and behind and behind.place - said.place == 1:
        sums = _parts(behind.claims, whole)
        sums = sums if len(sums) >= FEWEST else ()
    return Shared(whole, share, sums) if sums else None


def _is_of_money(said: Statement) -> bool:
    """Whether the sentence speaks of sums that are paid, or prints one."""
    named = any(kind in PAID for kind, _, _ in said.vocabulary.kinds.find(said.words))
    return named or any(map(_is_money, said.claims))


def _whole(here: Sequence[Claim], earlier: Sequence[Statement]) -> Claim | None:
    """The one sum before the rest in its sentence, else the one sum of the nearest sentence that has any."""
    for claims in (here, *(s.claims for s in reversed(earlier))):
        sums = [c for c in claims if _is_money(c)]
        if sums:
            one = len(sums) == 1 and is_one(sums[0]) and not sums[0].listed and not is_former(sums[0])
            return sums[0] if one and not (sums[0].scope and KIN[sums[0].scope] == "addition") else None
    return None


def _parts(claims: Sequence[Claim], whole: Claim) -> tuple[Claim, ...]:
    """All the sums of a sentence, where they are of the whole's currency and may be parts of it."""
    sums = [c for c in claims if _is_money(c)]
    fitting = [c for c in sums if c.unit == whole.unit and is_one(c) and not c.scope and not is_former(c)]
    smaller = all(isinstance(c.low, Decimal) and isinstance(whole.low, Decimal) and c.low < whole.low for c in sums)
    return tuple(sums) if smaller and len(fitting) == len(sums) else ()


def _is_money(claim: Claim) -> bool:
    return is_money(claim) and CLASSES.get(claim.measure, claim.measure) in ("investment", "funding", "price")


# --- held against each other


def _held(found: Shared, context: Context) -> Finding | None:
    """A finding where no rounding makes the share and the sums the whole."""
    whole, share = context.interval(found.whole), context.interval(found.share)
    sums = [context.interval(c) for c in found.sums]
    bounds = [b for i in (whole, share, *sums) for b in (i.low, i.high)]
    if any(b is None for b in bounds):
        return None
    paid = Interval(
        sum((i.low for i in sums if i.low is not None), Decimal(0)),
        sum((i.high for i in sums if i.high is not None), Decimal(0)),
    )
    assert whole.low is not None and whole.high is not None and share.low is not None and share.high is not None
    left = Interval(whole.low * (1 - share.high / PERCENT), whole.high * (1 - share.low / PERCENT))
    slack = whole.high * ROUNDED
    assert left.low is not None and left.high is not None
    if paid.meets(Interval(left.low - slack, left.high + slack)):
        return None
    return _finding(found, left, paid, context)


def _finding(found: Shared, left: Interval, paid: Interval, context: Context) -> Finding:
    whole, share, sums = found
    assert isinstance(whole.low, Decimal) and isinstance(share.low, Decimal)
    part = whole.low * share.low / PERCENT
    total = sum((c.low for c in sums if isinstance(c.low, Decimal)), Decimal(0))
    named = joined(figure(c) for c in sums)
    how = "more" if part + total > whole.low else "less"
    return finding(
        "sum", "tension", whole.subject, whole.measure,
        [side(f"{figure(share)} of {label(whole)}", [whole, share], context), side(named, sums, context)],
        f"{whole.subject}: {figure(share)} of {figure(whole)} leaves {_sum(whole, whole.low - part)}, but the rest is "
        f"said to be {named}",
        [f"{figure(share)} of {figure(whole)} is {_sum(whole, part)}; with {named} it is {_sum(whole, part + total)}, "
         f"{how} than {figure(whole)}",
         f"as rounded, {left} is left, and the sums come to {paid}",
         "the text says that the rest of the whole is paid so"],
        cause="share, whole and sums are of different estimates, or one of them is wrong", confidence=0.7,
    )  # fmt: skip


def _sum(whole: Claim, value: Decimal) -> str:
    return figure(whole.model_copy(update={"low": value, "high": value, "modifier": "exact"}))
