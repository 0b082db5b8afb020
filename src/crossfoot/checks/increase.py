"""An increase or a multiple told in one place that the values told in others do not give.

What it finds
    "2 billion more" in one source, where another of the same weeks tells the value until now and the new one, and
    no rounding of the three makes them fit; "multiplied by 3 to 12 billion", where the first value that most sources
    give makes it another multiple.
Why it matters
    An increase is remembered longer than the two values, and nobody who reads one source can check it.
Example
    "The bridge will cost 2 billion more" here; "12 to 14 billion, until now 8 to 9" there: it is 3 to 6 billion.
When it is no error
    Another rise at another time; an increase of a part; money of another year; a first value that fewer sources give.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.amounts import figure
from crossfoot.changes import Move, shown_as, stated_change, told_as, true_change
from crossfoot.groups import CLASSES
from crossfoot.model import Claim, Finding, Group
from crossfoot.sides import Context, by_number, finding, joined, label, side
from crossfoot.slots import STATEMENT, is_former, is_history
from crossfoot.statements import Statement, statements

FEWEST = 2
"""Origins that must tell a first value before another source's multiple is held against it."""
REACH = 3
"""Words between "multiplied by 3" and the value that it led to: "(to 12 billion"."""


def check(context: Context) -> Iterator[Finding]:
    """Changes of the story whose values other sources tell."""
    groups = {claim.id: group for group in context.groups for claim in group.claims}
    for said in statements(context):
        for claim in said.claims:
            if _is_rise(claim) and claim.id in groups:
                yield from _against_moves(claim, groups[claim.id], said, context)
            elif claim.unit == "x" and (new := _led_to(claim, said)) and new.id in groups:
                yield from _against_first(claim, new, groups[new.id], said, context)


# --- by how much


def _is_rise(claim: Claim) -> bool:
    """Whether a figure is by how much the cost of a thing grew, and of nothing but the whole of it."""
    whole = not (claim.listed or claim.parts or claim.converts or claim.target_date or claim.former)
    costs = CLASSES.get(claim.measure, claim.measure) == "investment" and claim.measure != "money_other"
    return whole and costs and claim.scope == "additional" and claim.per is None


def _against_moves(claim: Claim, group: Group, said: Statement, context: Context) -> Iterator[Finding]:
    """An increase against what the texts of its weeks tell as the value until now and the new one."""
    moves = [m for m in _moves(group, context) if m.new.unit == claim.unit and _one_money([claim, m.old, m.new])]
    stated = stated_change(claim, "by", said, context)
    true = [t for m in moves if (t := true_change(m, "by"))]
    ours = context.origin(claim.source)
    near = [
        m for m in moves
        if m.old.scope != "initial" and is_history(claim, m.new, context) is False
        and context.origin(m.new.source) != ours
        and not any(context.origin(c.source) == ours and c.former for c in group.claims)
    ]  # fmt: skip
    if not near or any(stated.meets(t) for t in true):
        return
    move = near[0]
    yield finding(
        "sum", "tension", move.new.subject, move.new.measure,
        [side(told_as(claim, "by"), [claim], context),
         side(f"from {label(move.old)} to {label(move.new)}", [c for m in near for c in (m.old, m.new)], context)],
        f"{move.new.subject}: {told_as(claim, 'by')}, but from {label(move.old)} to {label(move.new)} it is "
        f"{_least_and_most(move, context)}",
        [f"{m.new.source} tells {figure(m.old)} as the value until now and {figure(m.new)} as the new one: "
         f"a difference of {_least_and_most(m, context)}" for m in near]
        + [f"{claim.source} tells of {figure(claim)} more in the same weeks, as rounded {stated}",
           "no two values that the story tells as earlier and later give this increase"],
        cause="the increase is of something else, or one of the three figures is wrong", confidence=0.6,
    )  # fmt: skip


def _moves(group: Group, context: Context) -> list[Move]:
    """What a text tells in one breath as the value until now and as the new one."""
    moves = []
    for old in group.claims:
        if not (is_former(old) and _is_value(old)):
            continue
        near = [
            c for c in group.claims
            if (c.source, c.unit, c.subject) == (old.source, old.unit, old.subject) and not is_former(c)
            and _is_value(c) and c.scope != "additional" and abs(c.start - old.start) <= STATEMENT
        ]  # fmt: skip
        if near:
            new = min(near, key=lambda c: (abs(c.start - old.start), c.start))
            moves.append(_move(old, new, context))
    return moves


def _is_value(claim: Claim) -> bool:
    """Whether a figure is a value with both ends, of the whole thing."""
    closed = isinstance(claim.low, Decimal) and isinstance(claim.high, Decimal)
    return closed and not (claim.listed or claim.parts or claim.converts) and claim.per is None


def _one_money(claims: Sequence[Claim]) -> bool:
    """Whether no two are said to be in money of different years."""
    return len({c.price_base for c in claims} - {None}) <= 1


def _least_and_most(move: Move, context: Context) -> str:
    """The difference of two values, from its least to its most as printed."""
    old, new = move.old, move.new
    assert isinstance(old.low, Decimal) and isinstance(old.high, Decimal)
    assert isinstance(new.low, Decimal) and isinstance(new.high, Decimal)
    ends = sorted((abs(new.low - old.high), abs(new.high - old.low)))
    return figure(new.model_copy(update={"low": ends[0], "high": ends[1], "modifier": "exact", "per": None}))


# --- how many times


def _led_to(claim: Claim, said: Statement) -> Claim | None:
    """The value that a multiple with a decimal led to: "multiplied by 3.3, to 12 billion"."""
    if not isinstance(claim.low, Decimal) or claim.low != claim.high or claim.low == claim.low.to_integral_value():
        return None
    behind = [c for c in said.claims if c.start >= claim.end]
    if not behind or not _is_value(behind[0]) or behind[0].unit in ("percent", "x") or is_former(behind[0]):
        return None
    joint = said.joint(claim, behind[0])
    onward = said.vocabulary.to_words | said.vocabulary.change_words
    led = bool(joint) and len(joint) <= REACH and joint[-1].key in onward
    return behind[0] if led and not any(w.key in said.vocabulary.list_words for w in joint) else None


def _against_first(claim: Claim, new: Claim, group: Group, said: Statement, context: Context) -> Iterator[Finding]:
    """A multiple against the first values of the story, where most origins give one that it does not fit."""
    firsts = [c for c in group.claims if c.scope == "initial" and c.unit == new.unit and _is_value(c)]
    stated = stated_change(claim, "times", said, context)
    fits: list[Claim] = []
    misfits: list[Claim] = []
    for first in firsts:
        true = true_change(_move(first, new, context), "times")
        (fits if true is None or stated.meets(true) else misfits).append(first)
    if _support(misfits, context) < max(FEWEST, _support(fits, context) + 1) or not _one_money([new, *misfits]):
        return
    told = [same[0] for same in by_number(misfits).values()]
    moves = [_move(first, new, context) for first in told]
    was = joined(label(first) for first in told)
    shared = f"{told_as(claim, 'times')} to {figure(new)}"
    others = joined(label(same[0]) for same in by_number(fits).values()) if fits else ""
    yield finding(
        "ratio", "tension", new.subject, new.measure,
        [side(shared, [claim, new], context), side(f"{was} first", misfits, context)],
        f"{new.subject}: {shared}, but from {was} it is {shown_as(moves, 'times')}",
        [f"{figure(new)} over {figure(m.old)} ({m.old.source}) is {shown_as([m], 'times')}" for m in moves]
        + [f"“{claim.quote}” was taken as rounded, {stated}",
           f"origins that give such a first value: {_support(misfits, context)}"
           + (f"; {others} would fit, which fewer give ({_support(fits, context)})" if others else "")],
        cause="the multiple is counted from another first value", confidence=0.6,
    )  # fmt: skip


def _move(old: Claim, new: Claim, context: Context) -> Move:
    return Move(old, new, context.interval(old), context.interval(new))


def _support(claims: Sequence[Claim], context: Context) -> int:
    """How many origins give a figure."""
    return len({context.origin(c.source) for c in claims})
