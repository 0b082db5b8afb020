"""Events in an order in which they cannot happen.

What it finds
    A thing that opens, or runs at full capacity, before the works on it begin; full capacity before the opening.
Why it matters
    One of the two dates is wrong, or is of another thing, and no source that tells only one of them shows it.
Example
    An opening planned for 2026 here, works that are to begin in 2028 there, told in the same weeks.
When it is no error
    Another part or phase; the works of a renewal or extension, years after the opening; a plan against what happened,
    or against a plan of another time; an opening that is at hand; a former plan; a text that tells both dates, and so
    knows what each is of, unless it tells them in one breath. Permits and announcements are left out: each step of a
    thing has its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from crossfoot.datings import YEAR_DAYS, days, is_ended, is_fact, is_first, is_given_up, is_moved, phase
from crossfoot.model import Claim, Finding
from crossfoot.periods import published_period
from crossfoot.sides import Context, by_number, finding, joined, label, side
from crossfoot.slots import is_history, one_statement

ORDER = (
    ("construction_start", "opening"), ("construction_start", "inauguration"), ("construction_start", "full_capacity"),
    ("opening", "full_capacity"),
)  # fmt: skip
"""Events of one thing, the first of each pair before the second."""
NAMES = {"construction_start": "start of works", "full_capacity": "full capacity"}
RENEWED = 3
"""Years after an opening from which on works are those of a renewal."""


def check(context: Context) -> Iterator[Finding]:
    """Pairs of events of one subject that are told in the wrong order; one finding for each pair of events."""
    by_subject: dict[str, dict[str, list[Claim]]] = {}
    for claim in sorted(context.claims, key=lambda c: (c.source, c.start)):
        if claim.unit == "date" and claim.event and context.origin(claim.source) == claim.source:
            by_subject.setdefault(claim.subject, {}).setdefault(claim.event, []).append(claim)
    for subject, events in by_subject.items():
        for before, after in ORDER:
            pairs = [
                (a, b) for a, b in product(events.get(before, ()), events.get(after, ()))
                if _is_behind(a, b) and _is_one_plan(a, b, events.get(before, []), events.get(after, []), context)
            ]  # fmt: skip
            if pairs:
                yield _finding(subject, pairs, context)


def _is_behind(start: Claim, end: Claim) -> bool:
    """Whether what should come first lies wholly behind the other, but not so far that it is of a renewal."""
    late, early = days(start), days(end)
    if late is None or early is None or late[0] <= early[1]:
        return False
    return (late[0] - early[1]).days < RENEWED * YEAR_DAYS


def _is_one_plan(a: Claim, b: Claim, firsts: list[Claim], seconds: list[Claim], context: Context) -> bool:
    """Whether two dates are of one part, both told as fact or both as plans of one time, by texts that know but one."""
    if phase(a, context) != phase(b, context) or not _is_live(a, context) or not _is_live(b, context):
        return False
    facts = is_fact(a, context), is_fact(b, context)
    if any(facts) != all(facts) or (not any(facts) and is_history(a, b, context) is not False):
        return False
    if not any(facts) and _is_at_hand(b, context):
        return False
    if context.origin(a.source) == context.origin(b.source):
        return one_statement(a, b, context)
    return not (_sources(firsts, context) & _sources(seconds, context) & _sources([a, b], context))


def _is_at_hand(claim: Claim, context: Context) -> bool:
    """Whether an event is told shortly before it: what is to begin after it is something else."""
    told, end = published_period(context.as_of(claim) or ""), days(claim)
    return told is not None and end is not None and (end[1] - told.low).days < AT_HAND


AT_HAND = 183
"""Days before an event in which nobody is wrong by years about it."""


def _is_live(claim: Claim, context: Context) -> bool:
    """Whether a date is told as what holds, and of the opening rather than of the end of the works."""
    if is_given_up(claim, context) or is_first(claim, context) or is_moved(claim, context):
        return False
    told = context.as_of(claim)
    over = claim.status != "actual" and claim.high is not None and told is not None and str(claim.high) < told
    return not over and not is_ended(claim, context)


def _sources(claims: list[Claim], context: Context) -> set[str]:
    return {context.origin(c.source) for c in claims}


def _finding(subject: str, pairs: list[tuple[Claim, Claim]], context: Context) -> Finding:
    starts, ends = (list(dict.fromkeys(c)) for c in zip(*pairs, strict=True))
    first, second = (NAMES.get(c[0].event or "", c[0].event or "") for c in (starts, ends))
    when, then = (joined(label(found[0]) for found in by_number(c).values()) for c in (starts, ends))
    fact = is_fact(pairs[0][0], context)
    told = "as fact" if fact else "as plans, at one time"
    return finding(
        "date", "tension", subject, "date",
        [side(f"{first} in {when}", starts, context), side(f"{second} in {then}", ends, context)],
        f"{subject}: {second} in {then}, but {first} in {when} only",
        [f"{label(pairs[0][1])} ({pairs[0][1].source}) and {label(pairs[0][0])} ({pairs[0][0].source}) are told {told}",
         f"the {first} comes before the {second}",
         "both hold only if they are of different parts, which no words near them say"],
        confidence=0.6,
    )  # fmt: skip
