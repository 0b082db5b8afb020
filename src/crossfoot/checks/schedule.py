"""A plan that another source gives up, and first plans that differ.

What it finds
    A date that one source tells as the plan in force, and that another told as replaced before; two different dates
    that are both called the first, or original, plan.
Why it matters
    The one repeats a date that is no longer true; of two first plans at most one was the first.
Example
    "Under current plans the line opens in 2026", four months after "due in 2026, it is now pushed back to 2031".
When it is no error
    A text that was written before the date was given up; another phase; a source that tells of the new date too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations, product

from crossfoot.datings import days, is_ended, is_first, is_given_up, phase
from crossfoot.model import Claim, Finding, Group
from crossfoot.periods import published_period
from crossfoot.sides import Context, by_number, finding, joined, label, lead, side
from crossfoot.slots import is_history

EVENTS = frozenset({"opening", "inauguration", "full_capacity", "construction_start"})


def check(group: Group, context: Context) -> Iterator[Finding]:
    """Planned dates of the group's event that another source has given up, and its first plans."""
    if group.measure != "date" or group.claims[0].event not in EVENTS:
        return
    claims = [c for c in group.claims if c.status != "actual" and not is_ended(c, context)]
    yield from _given_up(group, claims, context)
    yield from _first(group, claims, context)


def _given_up(group: Group, claims: list[Claim], context: Context) -> Iterator[Finding]:
    """A plan in force here that an earlier text, or one of the same days, tells as replaced by a later date."""
    parts = {c.id: phase(c, context) for c in claims}
    live = [c for c in claims if not is_given_up(c, context) and not is_first(c, context)]
    told: dict[str, tuple[list[Claim], list[Claim]]] = {}
    for old in (c for c in claims if is_given_up(c, context)):
        news = [
            c for c in live
            if context.origin(c.source) == context.origin(old.source) and parts[c.id] == parts[old.id]
            and _is_later(c, old, context)
        ]  # fmt: skip
        for plan in live if news else ():
            if (
                parts[plan.id] == parts[old.id] and _same_days(plan, old, context) and _is_since(plan, old, context)
                and not _goes_on(plan, live, context) and is_history(plan, news[0], context) is not False
            ):  # fmt: skip
                kept, given = told.setdefault(parts[old.id] or "", ([], []))
                kept.append(plan)
                given.extend(n for n in news if n not in given)
    for part, (kept, given) in sorted(told.items()):
        plans, event = list(dict.fromkeys(kept)), (group.claims[0].event or "").replace("_", " ")
        what = f"{event} of phase {part}" if part else event
        yield finding(
            "date", "tension", group.subject, "date",
            [side(f"{label(lead(plans))}, as the plan", plans, context),
             side(f"{joined(label(f[0]) for f in by_number(given).values())} in its place", given, context)],
            f"{group.subject}: {what} planned for {label(lead(plans))} here, which was given up for "
            f"{label(given[0])} there",
            [f"{given[0].source} ({context.as_of(given[0])}) tells {label(lead(plans))} as a former plan, "
             f"{label(given[0])} instead",
             f"{plans[0].source} ({context.as_of(plans[0])}) is no older, and still tells it as the plan",
             "both hold only if the former plan was taken up again, or is still the formal one"],
            cause="an outdated plan is repeated", confidence=0.7,
        )  # fmt: skip


def _is_later(new: Claim, old: Claim, context: Context) -> bool:
    """Whether a date lies behind another one and shares no day with it."""
    a, b = context.interval(new).low, context.interval(old).high
    return a is not None and b is not None and a > b


def _is_behind(new: Claim, old: Claim) -> bool:
    """Whether a date lies behind another one, a deadline taken for the month or year that it names."""
    late, early = days(new), days(old)
    return late is not None and early is not None and late[0] > early[1]


def _same_days(a: Claim, b: Claim, context: Context) -> bool:
    """Whether two dates with both ends share a day."""
    closed = None not in (a.low, a.high, b.low, b.high)
    return closed and context.interval(a).meets(context.interval(b))


def _is_since(plan: Claim, old: Claim, context: Context) -> bool:
    """Whether a plan is told in another text that is no older than the one that gives it up."""
    if context.origin(plan.source) == context.origin(old.source):
        return False
    mine, theirs = published_period(context.as_of(plan)), published_period(context.as_of(old))
    return mine is not None and theirs is not None and mine.low > theirs.high


def _goes_on(plan: Claim, live: Sequence[Claim], context: Context) -> bool:
    """Whether the source of a plan tells of a later date for it, too."""
    return any(context.origin(c.source) == context.origin(plan.source) and _is_later(c, plan, context) for c in live
               if phase(c, context) in (None, phase(plan, context)))  # fmt: skip


def _first(group: Group, claims: list[Claim], context: Context) -> Iterator[Finding]:
    """Dates that two texts call the first plan and that do not meet; a former plan for before the first one."""
    if group.claims[0].event == "inauguration" and _openings(group, context):
        return  # told with the openings
    firsts = [c for c in claims if is_first(c, context)]
    firsts += [c for c in _kin(group, claims, context) if is_first(c, context)]
    formers = [c for c in claims if _is_former_plan(c, claims, context) and c not in firsts] if firsts else []
    formers = [c for c in formers if all(_is_behind(c, f) or _is_behind(f, c) for f in firsts)]
    parts = {c.id: phase(c, context) for c in firsts + formers}
    pairs = [
        (a, b) for a, b in (*combinations(firsts, 2), *product(formers, firsts))
        if context.origin(a.source) != context.origin(b.source) and parts[a.id] == parts[b.id]
        and (_is_behind(b, a) or (a in firsts and _is_behind(a, b)))
        and (a.event == b.event or _is_far(a, b))
    ]  # fmt: skip
    if not pairs:
        return
    told = [(_role(found, firsts), found) for found in by_number(c for p in pairs for c in dict.fromkeys(p)).values()]
    told = [(role, list(dict.fromkeys(found))) for role, found in told]
    sides = [side(f"{label(found[0])}, as {role} plan", found, context) for role, found in told]
    event = (group.claims[0].event or "").replace("_", " ")
    dates = joined(label(found[0]) for _, found in told)
    yield finding(
        "date", "tension", group.subject, "date", sides,
        f"{group.subject}: {event} first planned for {dates}",
        [f"“{found[0].quote}” ({found[0].source}) is told as {role} plan" for role, found in told]
        + ["there is one first plan, and schedules move on to later dates; both hold only if they are counted from "
           "different beginnings"],
        cause="a later plan is called the first one", confidence=0.7,
    )  # fmt: skip


def _is_former_plan(claim: Claim, claims: Sequence[Claim], context: Context) -> bool:
    """Whether a plan is told as given up, or was over when its text told a later date of the same part."""
    if is_given_up(claim, context):
        return True
    over = claim.high is not None and str(claim.high) < (context.as_of(claim) or "")
    return over and _goes_on(claim, claims, context)


APART = timedelta(days=180)
"""An opening and an inauguration of one plan lie nearer to each other."""


def _kin(group: Group, claims: Sequence[Claim], context: Context) -> list[Claim]:
    """The planned inaugurations of what a group of openings is of; not those of a text that tells of both."""
    if group.claims[0].event != "opening":
        return []
    knowing = {context.origin(c.source) for c in claims}
    kin = (c for g in context.groups if g.subject == group.subject for c in g.claims if c.event == "inauguration")
    return [c for c in kin if c.status != "actual" and context.origin(c.source) not in knowing]


def _openings(group: Group, context: Context) -> bool:
    """Whether the story tells of the first plan for the opening of what a group is of."""
    return any(
        is_first(c, context)
        for g in context.groups if g.subject == group.subject for c in g.claims
        if c.event == "opening" and c.status != "actual"
    )  # fmt: skip


def _is_far(a: Claim, b: Claim) -> bool:
    """Whether at least half a year lies between two dates."""
    early, late = sorted(d for c in (a, b) if (d := days(c)))
    return late[0] - early[1] >= APART


def _role(claims: Sequence[Claim], firsts: Sequence[Claim]) -> str:
    return "the first" if any(c in firsts for c in claims) else "a former"
