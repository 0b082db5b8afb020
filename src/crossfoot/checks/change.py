"""A change that does not fit the two values it is said of.

What it finds
    A percentage, a multiplier or an increase beside the values from and to which something changed, where no rounding
    of the three makes them fit; a multiplier of a former plan that none of the story's former figures gives.
Why it matters
    One of the three is wrong, and the change is what readers remember.
Example
    "up 40 % from 10 to 12 billion": it is 20 %. "6 billion, three times the first plan", which was 3 billion.
When it is no error
    Round multipliers and percentages ("nearly double"); "three times more", which may mean four times; changes in
    money of one year between values in money of another; growth a year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from crossfoot.amounts import figure
from crossfoot.changes import Move, kind_of, shown_as, stated_change, told_as, true_change
from crossfoot.groups import CLASSES
from crossfoot.intervals import Interval
from crossfoot.model import Claim, Finding, Verdict
from crossfoot.sides import Context, by_number, finding, joined, label, side
from crossfoot.slots import is_former
from crossfoot.statements import Statement, statements
from crossfoot.words import Word, split

NEAR = 7
"""Words between a change and the values that it is said of."""
BREAKS = frozenset(";:.!?")


def check(context: Context) -> Iterator[Finding]:
    """Changes of the story that do not fit."""
    for said in statements(context):
        moves = list(_moves(said, context))
        told: set[str] = set()
        for claim in said.claims:
            near = [m for m in moves if claim.id not in m.members and _belongs(claim, m, said)]
            near = [m for m in near if _same_money(claim, m)]
            if len(near) == 1 and (kind := kind_of(claim, near[0].new.unit, said)):
                told.add(claim.id)
                yield from _held(claim, near[0], kind, said, context)
        rest = [c for c in said.claims if c.id not in told]
        yield from _in_the_paragraph(said, rest, moves, context)
        yield from _against_former(said, rest, context)


# --- from one value to another


def _moves(said: Statement, context: Context) -> Iterator[Move]:
    """The changes from one value to another that a sentence tells with both."""
    for n, claim in enumerate(said.claims):
        if claim.modifier == "range" and _is_from(said.before(claim), said) and _has_moved(claim, said):
            yield _parted(claim, context)
        for other in said.claims[n + 1 :]:
            if other.unit != claim.unit or claim.unit in ("percent", "x") or claim.converts or other.converts:
                continue
            if _leads(claim, other, said):
                yield Move(claim, other, context.interval(claim), context.interval(other))
            elif _leads_back(claim, other, said) or _is_multiple(claim, other, said):
                yield Move(other, claim, context.interval(other), context.interval(claim))


def _parted(claim: Claim, context: Context) -> Move:
    """A change that is read as a range: "from 10 to 25 million"."""
    low, high = (
        claim.model_copy(update={"low": bound, "high": bound, "modifier": "exact"}) for bound in (claim.low, claim.high)
    )
    return Move(low, high, context.interval(low), context.interval(high))


def _has_moved(claim: Claim, said: Statement) -> bool:
    """Whether a verb of growth, or a multiplier, stands before a range: it is no range, then."""
    if split(claim.quote)[0].key in said.vocabulary.between_words:
        return False
    before = said.before(claim)[-NEAR:]
    factors = [c for c in said.claims if c.unit == "x" and before and before[0].start <= c.start < claim.start]
    return bool(factors) or bool(said.vocabulary.changes.find(before))


def _is_from(words: Sequence[Word], said: Statement) -> bool:
    return bool(words) and words[-1].key in said.vocabulary.from_words


def _leads(a: Claim, b: Claim, said: Statement) -> bool:
    """Whether "from" stands before the first value, and "to" between the two."""
    joint = said.joint(a, b)
    onward = said.vocabulary.to_words | said.vocabulary.change_words
    return _is_from(said.before(a), said) and len(joint) == 1 and joint[0].key in onward


def _leads_back(a: Claim, b: Claim, said: Statement) -> bool:
    """Whether the second value is what the first was before: "to 12 billion from 10", "12 billion against 10"."""
    joint, vocabulary = said.joint(a, b), said.vocabulary
    if not joint or len(joint) > NEAR or any(w.text in BREAKS for w in joint) or _is_led_on(b, said):
        return False
    sure = vocabulary.from_words - vocabulary.by_words - vocabulary.definite_words
    ours = said.before(a)
    onward = bool(ours) and ours[-1].key in vocabulary.to_words | vocabulary.change_words
    if vocabulary.against.before(joint, len(joint)) is not None:
        return True
    return joint[-1].key in sure and (onward or bool(vocabulary.changes.find(joint)))


def _is_led_on(claim: Claim, said: Statement) -> bool:
    """Whether "to" and another value follow."""
    behind = said.behind(claim)
    return bool(behind) and behind[0].key in said.vocabulary.to_words | said.vocabulary.change_words


def _is_multiple(a: Claim, b: Claim, said: Statement) -> bool:
    """Whether a multiplier of the second value stands right before it: "1,200 million, twice the 960 million"."""
    factors = [c for c in said.claims if c.unit == "x" and a.end <= c.start and c.end <= b.start]
    others = [c for c in said.claims if c.unit == a.unit and a.start < c.start < b.start]
    if len(factors) != 1 or others:
        return False
    joint = said.joint(factors[0], b)
    lead = [w for w in said.between(a, factors[0]) if w.text != ","]
    small = said.vocabulary.stop
    return (
        len(joint) <= 2 and all(w.key in small for w in joint) and len(lead) <= 2 and bool(said.between(factors[0], b))
    )


# --- which change is said of it


def _belongs(claim: Claim, move: Move, said: Statement) -> bool:
    """Whether nothing but a few words stands between a change and the values."""
    ends = (move.old, move.new)
    if any(e.start <= claim.start < e.end for e in ends):
        return False
    first, last = min(e.start for e in ends), max(e.end for e in ends)
    if first < claim.start < last:
        return True
    low, high = (last, claim.start) if claim.start >= last else (claim.end, first)
    words = [w for w in said.words if low <= w.start and w.end <= high]
    others = [c for c in said.claims if low <= c.start and c.end <= high and c.id != claim.id]
    apart = any(w.text in BREAKS or w.key in said.vocabulary.list_words for w in words)
    own = _moves_itself(words, said) if claim.end <= first else _has_an_object(claim, said)
    return len(words) <= NEAR and not others and not apart and not own


def _moves_itself(words: Sequence[Word], said: Statement) -> bool:
    """Whether another verb of growth leads to the values: "passengers doubled as the fleet grew from 10 to 50"."""
    found = said.vocabulary.changes.find(words)
    return any(first > 1 or (first == 1 and words[0].text != ",") for _, first, _ in found)


def _has_an_object(claim: Claim, said: Statement) -> bool:
    """Whether a multiplier is of what stands behind it: "from 10 to 12 million, three times the average"."""
    behind, vocabulary = said.behind(claim), said.vocabulary
    if claim.unit != "x" or not behind:
        return False
    return behind[0].key in vocabulary.definite_words | vocabulary.from_words | vocabulary.of_words


def _same_money(claim: Claim, move: Move) -> bool:
    """Whether all three are in money of one year, and none is a rate."""
    bases = {c.price_base for c in (claim, move.old, move.new)}
    return len(bases) == 1 and claim.per is None


# --- held against each other


def _held(
    claim: Claim, move: Move, kind: str, said: Statement, context: Context, verdict: Verdict = "conflict"
) -> Iterator[Finding]:
    """What does not fit the values that its own sentence, or paragraph, gives."""
    true, stated = true_change(move, kind), stated_change(claim, kind, said, context)
    if true is not None and not stated.meets(true):
        yield _finding(claim, [move], kind, verdict, stated, context)


def _finding(
    claim: Claim, moves: Sequence[Move], kind: str, verdict: Verdict, stated: Interval, context: Context
) -> Finding:
    olds, new = by_number(m.old for m in moves), moves[0].new
    shown = {m.old.id: m for m in moves}
    ours = dict.fromkeys([claim, new]) if verdict == "tension" else dict.fromkeys([claim])
    known = {c.id: c for c in context.claims}
    values = {i: known[i] for m in moves for i in (m.old.id, m.new.id) if verdict == "conflict" or i != new.id}
    told = told_as(claim, kind)
    was = joined(label(found[0]) for found in olds.values())
    return finding(
        "sum" if kind == "by" else "ratio", verdict, new.subject, new.measure,
        [side(told if verdict == "conflict" else f"{told}, to {figure(new)}", ours, context),
         side(f"{was} to {figure(new)}" if verdict == "conflict" else f"{was} before", values.values(), context)],
        f"{new.subject}: {told}, but from {was} to {figure(new)} it is {shown_as(moves, kind)}",
        [f"{figure(m.new)} {'less' if kind == 'by' else 'over'} {figure(m.old)} ({m.old.source}) is "
         f"{shown_as([m], kind)}"
         for m in (shown[found[0].id] for found in list(olds.values())[:MOST])]
        + [f"“{claim.quote}” was taken as widely as it is used, {stated}"],
        cause="one of the three figures is wrong, or the change is said of other values",
        confidence=0.8 if verdict == "conflict" else 0.6,
    )  # fmt: skip


MOST = 4
"""Values before a change that the reasons name."""


# --- against what the story tells as former


def _in_the_paragraph(
    said: Statement, claims: Sequence[Claim], moves: Sequence[Move], context: Context
) -> Iterator[Finding]:
    """A change and what it led to in one sentence, what was before in the next: "rose by 1.7 to 11. So far: 9.3"."""
    block = said.document.blocks[said.block]
    for claim, new in pairwise(said.claims):
        joint = said.joint(claim, new)
        onward = said.vocabulary.to_words | said.vocabulary.change_words
        if claim not in claims or len(joint) != 1 or joint[0].key not in onward or moves:
            continue
        olds = [
            c for c in context.claims
            if c.source == claim.source and block.start <= c.start < block.end and c.former and c.scope != "initial"
            and (c.unit, c.subject, _class(c)) == (new.unit, new.subject, _class(new))
        ]  # fmt: skip
        kind = kind_of(claim, new.unit, said)
        if len(by_number(olds)) == 1 and kind:
            move = Move(olds[0], new, context.interval(olds[0]), context.interval(new))
            if _same_money(claim, move):
                yield from _held(claim, move, kind, said, context, "tension")


def _class(claim: Claim) -> str:
    return CLASSES.get(claim.measure, claim.measure)


def _against_former(said: Statement, claims: Sequence[Claim], context: Context) -> Iterator[Finding]:
    """A multiplier of a former plan that none of the story's former figures, as printed, gives."""
    for claim in claims:
        before = [c for c in said.claims if c.end <= claim.start and _may_change(c)]
        if kind_of(claim, "", said) != "times" or len(before) != 1 or not _points_back(claim, said):
            continue
        new = before[0]
        if len(said.between(new, claim)) > NEAR or any(w.text in BREAKS for w in said.between(new, claim)):
            continue
        group = next((g for g in context.groups if new in g.claims), None)
        olds = [c for c in group.claims if is_former(c) and c.unit == new.unit and c.per is None] if group else []
        olds = [c for c in olds if c.scope == "initial"] or olds
        moves = [Move(o, new, _printed(o, context), _printed(new, context)) for o in olds if o.id != new.id]
        true = [t for m in moves if (t := true_change(m, "times"))]
        stated = stated_change(claim, "times", said, context)
        if true and not any(stated.meets(t) for t in true):
            yield _finding(claim, moves, "times", "tension", stated, context)


def _printed(claim: Claim, context: Context) -> Interval:
    """A figure as printed; one with a hedge as widely as it is used."""
    low, high = claim.low, claim.high
    if claim.modifier in ("exact", "range") and isinstance(low, Decimal) and isinstance(high, Decimal):
        return Interval(low, high)
    return context.interval(claim)


def _may_change(claim: Claim) -> bool:
    return claim.unit not in ("x", "percent") and claim.per is None and not claim.converts and not is_former(claim)


def _points_back(claim: Claim, said: Statement) -> bool:
    """Whether words for what was before stand behind a multiplier: "three times the first plan"."""
    behind = said.behind(claim)[: NEAR + 1]
    ends = next((n for n, w in enumerate(behind) if w.text in BREAKS | {","}), len(behind))
    clause = behind[:ends]
    scopes = [value for value, _, _ in said.vocabulary.scope.find(clause) if value == "initial"]
    return bool(scopes) or any(value for value, _, _ in said.vocabulary.former.find(clause))
