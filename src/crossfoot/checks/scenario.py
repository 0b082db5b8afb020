"""A scenario of one source that another source tells as the plan.

What it finds
    A source expects an event for one date and names a later or earlier one as another scenario, or as the worst case;
    another source of the same time gives that other date alone, and as what is planned.
Why it matters
    "Finished by 2031" is then the last of three scenarios, told as the schedule.
Example
    "It will start in 2029; in two other scenarios it starts in 2030 or in 2031" and "it is to be finished by 2031".
When it is no error
    A text that says that the date may come, or that tells both; plans of different times.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.datings import is_fact, is_first, is_given_up, is_scenario
from crossfoot.model import Claim, Finding, Group
from crossfoot.sides import Context, finding, joined, label, side
from crossfoot.slots import is_history


def check(group: Group, context: Context) -> Iterator[Finding]:
    """Dates of the group's event that are a scenario here and the plan there."""
    if group.measure != "date":
        return
    live = [
        c for c in group.claims
        if not (is_fact(c, context) or is_given_up(c, context) or is_first(c, context))
    ]  # fmt: skip
    scenarios = [c for c in live if is_scenario(c, context)]
    plans = [c for c in live if c not in scenarios]
    bases = {c.id: found for c in scenarios if (found := _bases(c, plans, context))}
    told = [
        (s, p) for s in scenarios if s.id in bases for p in plans
        if _is_taken_for_it(p, s, bases[s.id], plans, context)
    ]  # fmt: skip
    if not told:
        return
    scenarios = [c for c in scenarios if any(c is s for s, _ in told)]
    taken = _again([c for c in plans if any(c is p for _, p in told)], context)
    expected = [c for c in plans if any(c in bases[s.id] for s in scenarios)]
    sources = joined(sorted({c.source for c in scenarios}))
    yield finding(
        "date", "tension", group.subject, "date",
        [side(f"{label(expected[0])}, else {joined(sorted({label(c) for c in scenarios}))}",
              [*expected, *scenarios], context),
         side(label(taken[0]), taken, context)],
        f"{group.subject}: {label(taken[0])} is the plan here, and a scenario beside {label(expected[0])} there",
        [f"{label(expected[0])} is expected, and {label(scenarios[-1])} is another scenario: {sources}",
         f"{label(taken[0])} alone, as the plan: {joined(sorted({c.source for c in taken}))}"],
        cause="a scenario told as the plan", confidence=0.6,
    )  # fmt: skip


def _again(taken: Sequence[Claim], context: Context) -> list[Claim]:
    """The claims, and where their texts tell the date again, whatever they call the thing there."""
    told = {(c.source, c.event, c.high) for c in taken}
    others = [
        c for c in context.claims
        if c not in taken and (c.source, c.event, c.high) in told and c.status != "actual"
    ]  # fmt: skip
    return [*taken, *others]


def _bases(scenario: Claim, plans: Sequence[Claim], context: Context) -> list[Claim]:
    """The dates that the source of a scenario expects instead."""
    here = context.origin(scenario.source)
    own = [c for c in plans if context.origin(c.source) == here]
    return [c for c in own if not context.interval(c).meets(context.interval(scenario))]


def _is_taken_for_it(
    plan: Claim, scenario: Claim, bases: Sequence[Claim], plans: Sequence[Claim], context: Context
) -> bool:  # fmt: skip
    """Whether a source of the same time tells the scenario's date as its only plan."""
    here = context.origin(plan.source)
    if here == context.origin(scenario.source) or is_history(plan, scenario, context) is not False:
        return False
    own = [context.interval(c) for c in plans if context.origin(c.source) == here]
    told = context.interval(scenario)
    return told.meets(context.interval(plan)) and all(
        not i.meets(context.interval(b)) or (i.low is None and i.high == told.high) for i in own for b in bases
    )
