"""An event that is dated in two ways.

What it finds
    One event of one subject with dates that do not meet.
Why it matters
    A past event has one date; a plan that two sources tell at the same time has one too.
Example
    Construction that began in 2004 here and in 2007 there.
When it is no error
    A schedule that slipped from one announcement to the next, or by the delay that a source tells; two wordings of one
    date; another event, another phase, the end of the works against the opening; what is built one year and opens the
    next; a reopening; an extension.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations, product

from crossfoot.datings import (
    ANCHORED,
    FIRST,
    YEAR_DAYS,
    apart,
    branch,
    days,
    delays,
    is_done,
    is_ended,
    is_fact,
    is_first,
    is_from,
    is_given_up,
    is_moved,
    phase,
    years,
)
from crossfoot.model import Claim, Finding, Group, Side
from crossfoot.periods import published_period
from crossfoot.sides import Context, by_number, finding, joined, label, side
from crossfoot.slots import is_former, is_history

LOOSE = frozenset({"announcement", "target", "sale", "purchase"})
"""Events that happen more than once: two dates are two of them."""


def check(group: Group, context: Context) -> Iterator[Finding]:
    """Dates of the group's event that exclude each other."""
    if group.measure != "date" or group.claims[0].event in LOOSE:
        return
    for claims in _branches(group.claims, context):
        past = [c for c in claims if is_fact(c, context)]
        planned = [c for c in claims if c.status != "actual"]
        yield from _disagreement(group, past, context)
        yield from _done_and_to_come(group, past, planned, context)
        yield from _on_the_eve(group, past, planned, context)
        yield from _slipped(group, planned, context)


def _branches(claims: Sequence[Claim], context: Context) -> Iterator[list[Claim]]:
    """The dates of the first opening, or start of works, those of a reopening and those of an extension."""
    of = [(branch(c, context), c) for c in claims]
    yield from ([c for name, c in of if name == wanted] for wanted in sorted({name for name, _ in of}))


def _done_and_to_come(group: Group, past: list[Claim], planned: list[Claim], context: Context) -> Iterator[Finding]:
    """An event that one text tells as done, and that a later text tells as still to come, and as nothing else."""
    knowing = {context.origin(c.source) for c in past} | _knowing(group, context)
    planned = [c for c in planned if context.origin(c.source) not in knowing and not is_moved(c, context)]
    for done in past:
        if done.confidence < SURE or context.origin(done.source) != done.source:
            continue
        later = [c for c in planned if c.source != done.source and _is_after(done, c, context.as_of(c) or "")]
        if later:
            event = (done.event or "").replace("_", " ")
            yield finding(
                "date", "conflict", group.subject, "date",
                [side(f"{label(done)}, done", [done], context), side(f"{label(later[0])}, to come", later, context)],
                f"{group.subject}: {event} in {label(done)} here, still to come in {label(later[0])} there",
                [f"{done.source} tells it as done, {later[0].source} later as planned"],
            )  # fmt: skip


OPENED = frozenset({"opening", "inauguration"})


def _knowing(group: Group, context: Context) -> set[str]:
    """The texts that tell of an opening under the name of an inauguration, or the other way round."""
    if group.claims[0].event not in OPENED:
        return set()
    kin = (c for g in context.groups if g.subject == group.subject for c in g.claims if c.event in OPENED)
    return {context.origin(c.source) for c in kin if is_fact(c, context)}


EVE = timedelta(days=3)
"""Before an event a text knows its day."""
SHIFTED = timedelta(days=14)
"""Days between the two dates at most: a day that is wrong is wrong by little."""


def _on_the_eve(group: Group, past: list[Claim], planned: list[Claim], context: Context) -> Iterator[Finding]:
    """A day on which an event took place, against the one that a text of the eve told for it."""
    eves = [c for c in planned if c.confidence >= ANCHORED and _is_told_on_its_eve(c, context)]
    pairs = [
        (eve, done) for eve, done in product(eves, past)
        if done.low == done.high and done.confidence >= ANCHORED and _is_near_day(eve, done, context)
        and not _both_in_one(eve, done, [*past, *planned], context) and not is_moved(eve, context)
        and context.origin(eve.source) != context.origin(done.source) and _is_one_stage_of(eve, done, context)
    ]  # fmt: skip
    if pairs:
        eve, done = pairs[0]
        event = (done.event or "").replace("_", " ")
        yield finding(
            "date", "tension", group.subject, "date",
            [side(f"{label(eve)}, on its eve", list(dict.fromkeys(p[0] for p in pairs)), context),
             side(f"{label(done)}, done", list(dict.fromkeys(p[1] for p in pairs)), context)],
            f"{group.subject}: {event} announced for {label(eve)}, told of {label(done)} afterwards",
            [f"{eve.source} ({context.as_of(eve)}) tells {label(eve)} right before, {done.source} tells {label(done)}",
             "both hold only if it was put off at the last moment, or there were two ceremonies"],
            cause="a day is wrong", confidence=0.6,
        )  # fmt: skip


def _is_told_on_its_eve(claim: Claim, context: Context) -> bool:
    """Whether a single day is told within the days before it."""
    told = published_period(context.as_of(claim) or "")
    if told is None or told.low != told.high or not isinstance(claim.low, date) or claim.low != claim.high:
        return False
    return timedelta(0) <= claim.low - told.low <= EVE and not is_from(claim, context)


def _is_near_day(eve: Claim, done: Claim, context: Context) -> bool:
    """Whether two days differ by little, and both lie ahead of the text that tells the first."""
    if not isinstance(eve.low, date) or not isinstance(done.low, date):
        return False
    return (context.as_of(eve) or "") < str(done.low) and timedelta(0) < abs(eve.low - done.low) <= SHIFTED


def _is_one_stage_of(a: Claim, b: Claim, context: Context) -> bool:
    """Whether two days are of one part, and neither is of the end of the works or a hand-over."""
    ended = any(is_ended(c, context) or is_done(c, context) for c in (a, b))
    return phase(a, context) == phase(b, context) and not ended


def _is_after(done: Claim, planned: Claim, told: str) -> bool:
    """Whether a text of after an event still expects it, for later."""
    if not isinstance(done.high, date) or not isinstance(planned.low, date):
        return False
    return done.high < planned.low and str(done.high) < told < str(planned.low)


def _is_old(claim: Claim, context: Context) -> bool:
    """Whether a planned date was over when its text appeared: an earlier plan."""
    return claim.high is not None and str(claim.high) < (context.as_of(claim) or "0")


SURE = 0.85
"""Confidence from which on the words next to a date name its subject."""


def _apart(claims: list[Claim], context: Context) -> list[tuple[Claim, Claim]]:
    """Pairs of dates that do not meet and that no single text prints both of."""
    return [
        (a, b) for a, b in combinations(claims, 2)
        if not context.interval(a).meets(context.interval(b)) and not _both_in_one(a, b, claims, context)
    ]  # fmt: skip


def _both_in_one(
    a: Claim, b: Claim, claims: list[Claim], context: Context, parts: Mapping[str, Part] | None = None
) -> bool:  # fmt: skip
    """Whether a text prints both dates, for one part and one stage: it knows of both, and what each is of."""

    def printing(like: Claim) -> set[str]:
        return {
            context.origin(c.source) for c in claims
            if (c.low, c.high) == (like.low, like.high)
            and (parts is None or (c.id in parts and _is_one_stage(parts[c.id], parts[like.id])))
        }  # fmt: skip

    return bool(printing(a) & printing(b))


def _is_ages_apart(a: Claim, b: Claim, context: Context) -> bool:
    """Whether two facts lie so far apart that they are of two events: an opening, and another one decades later."""
    early, late = sorted((context.interval(a), context.interval(b)), key=lambda i: i.low or i.high or 0)
    if early.high is None or late.low is None or a.event == "founding":
        return False
    return late.low - early.high > AGES


AGES = 10 * 365
"""Days between two facts that no slip explains."""


BUILT = 1
"""Years within which a thing opens that has been built, or handed over."""


def _is_done_before(a: Claim, b: Claim, context: Context) -> bool:
    """Whether one date is that on which a thing is built, or handed over, and the other that of its opening soon after:
    "completed in 2016", "opened in 2017"."""
    done, opened = sorted((a, b), key=lambda c: not is_done(c, context))
    first, last = days(done), days(opened)
    if first is None or last is None or not is_done(done, context) or is_done(opened, context):
        return False
    return first[0] <= last[1] and (last[0] - first[1]).days <= BUILT * YEAR_DAYS


def _is_one_phase(a: Claim, b: Claim, context: Context) -> bool:
    """Whether neither of two openings is told of a part that the other is not told of; works begin with one."""
    return a.event == "construction_start" or phase(a, context) == phase(b, context)


def _disagreement(group: Group, claims: list[Claim], context: Context) -> Iterator[Finding]:
    pairs = [
        pair for pair in _apart(claims, context)
        if not _is_ages_apart(*pair, context) and not _is_done_before(*pair, context) and _is_one_phase(*pair, context)
    ]  # fmt: skip
    if not pairs:
        return
    told = [c for c in claims if any(c in pair for pair in pairs)]
    sides = [side(label(found[0]), found, context) for found in by_number(told).values()]
    event = (group.claims[0].event or "").replace("_", " ")
    yield finding(
        "date", "conflict", group.subject, "date", sides,
        f"{group.subject}: {event} dated {joined(s.label for s in sides)}",
        [f"{label(pairs[0][0])} and {label(pairs[0][1])} do not meet, and both are told as fact"],
    )  # fmt: skip


def _slipped(group: Group, claims: list[Claim], context: Context) -> Iterator[Finding]:
    """Planned dates that differ: at one time a tension, from one announcement to the next a schedule that moved."""
    pairs = [(a, b) for a, b in combinations(claims, 2) if not context.interval(a).meets(context.interval(b))]
    event = (group.claims[0].event or "").replace("_", " ")
    live = [c for c in claims if not (_is_old(c, context) or is_given_up(c, context) or is_first(c, context))]
    parts = {c.id: (phase(c, context), is_ended(c, context)) for c in live}
    same_time = [
        p for p in pairs
        if all(c.id in parts for c in p) and _is_at_once(*p, context) and _is_one_stage(*(parts[c.id] for c in p))
        and not _both_in_one(*p, live, context, parts) and not _leads_on(*p, context)
        and not _is_done_before(*p, context)
    ]  # fmt: skip
    if same_time:
        a, b = same_time[0]
        dated = is_history(a, b, context) is False
        yield finding(
            "date", "tension", group.subject, "date", _sides(same_time, claims, context),
            f"{group.subject}: {event} planned for {_told(same_time, claims)}",
            [f"{label(a)} ({a.source}) and {label(b)} ({b.source}) are told at the same time" if dated else
             f"{label(a)} ({a.source}) and {label(b)} ({b.source}): one of the two sources has no date; what it still "
             "expects puts it within a year of the other"],
            confidence=0.6 if dated else 0.5,
        )  # fmt: skip
    moved = [p for p in pairs if p not in same_time]
    if moved:
        yield finding(
            "date", "explained", group.subject, "date", _sides(moved, claims, context),
            f"{group.subject}: {event} planned for {_told(moved, claims)}",
            ["told at different times, at times that no source gives, or as an earlier plan: a schedule that moved; "
             "or of different parts, or of the end of the works and of the opening"],
        )  # fmt: skip


Part = tuple[str | None, bool]
"""The phase that a date is of, and whether it is that of the end of the works."""


def _is_one_stage(a: Part, b: Part) -> bool:
    """Whether two dates are of one part, and both of the works or both of the opening; a thing opens with its first."""
    return (a[0] or FIRST) == (b[0] or FIRST) and a[1] == b[1]


def _is_at_once(a: Claim, b: Claim, context: Context) -> bool:
    """Whether two plans are told at one time; a source without a date is of before the start of works that it expects,
    and is held against what was told in the year before that."""
    known = is_history(a, b, context)
    if known is not None:
        return not known
    dated, undated = sorted((a, b), key=lambda c: context.as_of(c) is None)
    told, latest = published_period(context.as_of(dated)), _before(undated.source, context)
    return told is not None and latest is not None and latest - YEAR_BEFORE <= told.low and told.high <= latest


YEAR_BEFORE = timedelta(days=366)


def _before(source: str, context: Context) -> date | None:
    """The start of works that a source tells as still to come, by its last day: the source is older."""
    starts = [
        c.high for c in context.claims
        if c.source == source and c.event == "construction_start" and c.status == "planned" and not is_former(c)
        and isinstance(c.high, date)
    ]  # fmt: skip
    return starts[0] if len(starts) == 1 else None


def _leads_on(a: Claim, b: Claim, context: Context) -> bool:
    """Whether a delay that one of the sources tells leads from one date to the other: the first is the former plan."""
    early, late = sorted((a, b), key=lambda c: context.interval(c).low or context.interval(c).high or 0)
    between = apart(early, late)
    told = [years(d, context) for d in delays((late.source,), context)]
    return between is not None and any(d.meets(between) for d in told if d is not None)


def _sides(pairs: list[tuple[Claim, Claim]], claims: list[Claim], context: Context) -> list[Side]:
    told = [c for c in claims if any(c in pair for pair in pairs)]
    return [side(label(found[0]), found, context) for found in by_number(told).values()]


def _told(pairs: list[tuple[Claim, Claim]], claims: list[Claim]) -> str:
    told = by_number(c for c in claims if any(c in pair for pair in pairs))
    return joined(label(found[0]) for found in told.values())
