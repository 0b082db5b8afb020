"""The date of a first part, told elsewhere as that of all of it.

What it finds
    A plan by which the first reactor, section or phase is ready on a day, in one source, and all of the thing is
    complete by that same day in another, which speaks of no parts.
Why it matters
    Where the first of two comes at the end of 2025, the whole does not; a headline has left the word out.
Example
    "The plant is to be completed by 2025" and "power from the first of its two reactors by the end of 2025".
When it is no error
    Plans told at different times; an opening: a thing opens with its first part; a source that tells the part too.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.datings import FIRST, is_complete, is_first, is_given_up, phase
from crossfoot.model import Claim, Finding, Group
from crossfoot.sides import Context, finding, joined, label, side
from crossfoot.slots import is_history


def check(group: Group, context: Context) -> Iterator[Finding]:
    """Planned dates of the group's event that are of a first part here, and of all of it there."""
    if group.measure != "date":
        return
    live = [
        c for c in group.claims
        if c.status != "actual" and not is_given_up(c, context) and not is_first(c, context)
    ]  # fmt: skip
    parts = [c for c in live if phase(c, context) == FIRST]
    knowing = {context.origin(c.source) for c in live if phase(c, context) is not None}
    whole = [c for c in live if context.origin(c.source) not in knowing and is_complete(c, context)]
    told = [(p, w) for p in parts for w in whole if _is_one_day(p, w, context)]
    if not told:
        return
    parts, whole = ([c for c in side_ if any(c in pair for pair in told)] for side_ in (parts, whole))
    yield finding(
        "scope", "tension", group.subject, "date",
        [side(f"{label(parts[0])}, a first part", parts, context),
         side(f"{label(whole[0])}, all of it", whole, context)],
        f"{group.subject}: {label(parts[0])} is for a first part here, and for all of it there",
        [f"given for a first part: {joined(sorted({c.source for c in parts}))}",
         f"given for all of it: {joined(sorted({c.source for c in whole}))}"],
        cause="scope left out", confidence=0.5,
    )  # fmt: skip


def _is_one_day(part: Claim, whole: Claim, context: Context) -> bool:
    """Whether the two dates meet and belong to plans of one time, as far as the sources are dated."""
    return context.interval(part).meets(context.interval(whole)) and is_history(part, whole, context) is not True
