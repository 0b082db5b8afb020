"""Two figures for the same thing that cannot both be true.

What it finds
    Figures of one subject and measure, comparable in scope, date and price base, whose intervals do not meet.
Why it matters
    One of them is wrong, or speaks of something else than it says.
Example
    "3,8 milliards prévus au départ" and "3,3 milliards prévus au départ".
When it is no error
    Roundings of one value; successive estimates, which the time check explains; a part and its whole; a sum for a
    whole branch or by many firms, and what a text only compares with (wider.py leaves these out).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from crossfoot.groups import BY_NOUN
from crossfoot.histories import BUILT, COMPARED_MONEY, not_by_time, times_apart
from crossfoot.model import Claim, Finding, Group, Verdict
from crossfoot.oneunit import in_one_unit
from crossfoot.roles import role
from crossfoot.sides import Context, by_number, finding, in_one_word, joined, label, side, with_same_number
from crossfoot.slots import (
    DIMENSIONS,
    HEADS,
    PEOPLE,
    facet,
    is_history,
    is_money,
    kin,
    one_statement,
    size,
    slots,
)
from crossfoot.taxes import Tax, tax
from crossfoot.things import LENGTHS, MASSES, PASSING, TOLLS

SURE = 0.85
"""Counts of sites are compared only where the words next to them name whose they are."""


def check(group: Group, context: Context) -> Iterator[Finding]:
    """Figures of the group that exclude each other."""
    if group.measure == "date":
        return
    told = _told(group, context)
    pairs = [
        (a, b, verdict if pair == (a, b) else "tension", empty)
        for a, b in combinations(group.claims, 2)
        if (pair := in_one_unit(a, b, context)) and (found := _disagree(*pair, group, context, told))
        for verdict, empty in (found,)
    ]
    for component in _components(pairs):
        yield _finding(group, component, [p for p in pairs if p[0] in component], context)


class Told(NamedTuple):
    """What is worked out once for a group."""

    origins: Mapping[str, frozenset[str]]
    """By the id of a claim, who prints its figure."""
    roles: Mapping[str, tuple[str | None, Tax | None]]
    """By the id of a claim, what it is that is no price, and whether the tax is in it."""
    numbers: Mapping[str, frozenset[object]]
    """By the id of a sum, the small numbers of things in its sentence."""
    history: dict[tuple[str, str], bool]
    """By kind of scope and unit, whether the figure has been told differently at different times; filled when asked."""


def _told(group: Group, context: Context) -> Told:
    units = {c.unit for c in group.claims if is_money(c)}
    sums = [c for c in context.claims if c.unit in units]  # of whatever kind a text takes a sum for
    origins: dict[tuple[object, object], set[str]] = {}
    for c in sums or group.claims:
        origins.setdefault((c.low, c.high), set()).add(context.origin(c.source))
    roles = {c.id: (role(c, context), tax(c, context)) for c in group.claims}
    numbers = {c.id: _counted(c, context) for c in group.claims if is_money(c)}
    return Told({c.id: frozenset(origins.get((c.low, c.high), ())) for c in group.claims}, roles, numbers, {})


Pair = tuple[Claim, Claim, Verdict, tuple[str, ...]]


def _disagree(a: Claim, b: Claim, group: Group, context: Context, told: Told) -> tuple[Verdict, tuple[str, ...]] | None:
    """The verdict on two claims that exclude each other, and the slots that only one fills; None where they agree."""
    if (
        a.measure != b.measure
        and not (a.measure in COMPARED_MONEY and b.measure in COMPARED_MONEY)
        and group.measure == "investment"
    ):
        return None
    far_floor = _is_far_floor(a, b)
    if context.interval(a).meets(context.interval(b)) and not (far_floor or _ceilings_differ(a, b, context)):
        return None
    if _is_slip(a, b, group) or one_statement(a, b, context):
        return None
    if "several" in (a.modifier, b.modifier) and not _below_several(a, b):
        return None
    how = slots(a, b, group.claims)
    if not how.comparable or a.converts or b.converts:
        return None
    if (
        _is_of_another_role(a, b, told)
        or _is_spent(a, b, context)
        or _is_of_a_part(a, b)
        or _is_share_of_another(a, b, context)
        or _is_of_another_year(a, b, context)
        or _is_of_some_year(a, b, context)
        or _is_for_other_number(a, b, told)
    ):
        return None
    scope_a, scope_b = kin(a, group.claims), kin(b, group.claims)
    if scope_a == "addition":
        return None  # each addition is on top of something else
    fixed = scope_a == scope_b == "part"
    history = is_history(a, b, context)
    if not fixed and _is_of_another_time(a, b, history, group, context, told):
        return None
    told_apart = bool(told.origins[a.id] & told.origins[b.id])  # one text means two things by them
    dated = a.target_date is not None and b.target_date is not None
    voices = a.speaker is not None and b.speaker is not None and a.speaker != b.speaker and a.price_base == b.price_base
    both_first = fixed and a.scope is not None and b.scope is not None  # two sums, each called the first one
    if told_apart and not ((dated or voices or both_first) and scope_a == scope_b):
        return None
    if group.measure == "site_count" and min(a.confidence, b.confidence) < SURE:
        return None
    if group.measure in BY_NOUN and facet(a) != facet(b) and "noun" not in how.empty:
        return None
    may_differ = "headcount" in (a.measure, b.measure) or _other_words(a, b, context)  # who, or what, is counted
    sure = not how.empty and not may_differ and (history is False or fixed or dated)
    sure = sure and not (told_apart and both_first) and not far_floor
    return ("conflict" if sure else "tension"), how.empty


def _other_words(a: Claim, b: Claim, context: Context) -> bool:
    """Whether texts of one language count one kind of thing by two words: cars here, vehicles there."""
    return (a.head or a.noun) != (b.head or b.noun) and context.language(a) == context.language(b)


def _is_of_another_role(a: Claim, b: Claim, told: Told) -> bool:
    """Whether one of two sums is a fine, or what is saved, and the other is not, or the tax is in one of them only; and
    a loan is one of several."""
    (ours, our_tax), (theirs, their_tax) = told.roles[a.id], told.roles[b.id]
    return ours in MANY or ours != theirs or {our_tax, their_tax} == {"with", "without"}


MANY = frozenset({"loan", "penalty"})
"""Roles of sums that a thing has more than one of."""


def _is_spent(a: Claim, b: Claim, context: Context) -> bool:
    """Whether one of two sums is what has been spent, or what all might cost at worst, and the other is not."""
    if a.measure not in COMPARED_MONEY:
        return False
    worst = (a.status == "possible") != (b.status == "possible")
    return worst or context.is_spent(a) != context.is_spent(b)


def _is_of_another_time(a: Claim, b: Claim, history: bool | None, group: Group, context: Context, told: Told) -> bool:
    """Whether the times at which two figures were told explain their difference, or may do so."""
    if a.thing in TOLLS and _may_have_grown(a, b, history, context):
        return True
    if history is None:
        return _has_history(a, group, context, told) or _may_follow(a, b)
    return history and not_by_time(a, b, group, context) is None


def _may_have_grown(a: Claim, b: Claim, history: bool | None, context: Context) -> bool:
    """Whether one of two numbers of dead or missing may be a later count: a day is not known, or the larger follows."""
    less, more = ((context.as_of(c) or "") for c in sorted((a, b), key=size))
    if context.together or history:
        return False
    return history is None or less < more or not len(less) == len(more) == DAY


DAY = len("2024-01-31")
"""Characters of a date that names a day."""
FOLLOWED = Decimal("1.25")
"""Sums of which one has no date and that differ more than this may be estimates of different years."""


def _may_follow(a: Claim, b: Claim) -> bool:
    """Whether two sums, one of them of no known time, are so far apart that they may be of different years."""
    return a.measure in COMPARED_MONEY and times_apart(a, b) > FOLLOWED


def _is_share_of_another(a: Claim, b: Claim, context: Context) -> bool:
    """Whether two percentages are shares that different numbers are: "24,000 dead, a fifth of it"; far apart, of what
    nobody says is the same thing."""
    if a.unit != "percent" or context.together:
        return False
    small, large = sorted((size(a), size(b)))
    return large > SECTION * small or _number_of(a, context) != _number_of(b, context)


def _number_of(share: Claim, context: Context) -> str | None:
    """What is counted right before a percentage, in its sentence: the percentage is the share that it makes."""
    counts = [
        c for c in context.claims
        if c.source == share.source and c.unit in HEADS | PEOPLE and c.end <= share.start <= c.end + SHARE_REACH
    ]  # fmt: skip
    return facet(counts[-1]) or counts[-1].measure if counts else None


SHARE_REACH = 60
"""Characters between a number and the share that it is."""


def _is_of_a_part(a: Claim, b: Claim) -> bool:
    """Whether two sums or lengths are so far apart that one is hardly of the whole."""
    small, large = sorted((size(a), size(b)))
    if (a.unit in LENGTHS | MASSES or a.thing in DIMENSIONS) and large > SECTION * small:
        return True
    told = (a.scope and b.scope) or (a.target_date and b.target_date)
    if a.measure == "count_other" and large >= SCORES * small:
        return True
    return (a.measure in COMPARED_MONEY or a.measure == b.measure in GIVEN) and not told and large >= FAR * small


SCORES = 10
"""Times by which two counts of one kind of thing differ that are hardly of all of it: mended, and laid."""


FAR = 4
"""Times by which two sums, or two numbers of people at work, differ that are hardly told of one thing."""


def _is_of_another_year(a: Claim, b: Claim, context: Context) -> bool:
    """Whether one figure is said of a year, and the other stands without a date in a text of a much later one."""
    dated, bare = (a, b) if a.target_date else (b, a)
    told = context.as_of(bare) or ""
    if not dated.target_date or bare.target_date or dated.target_date > told:
        return False
    return int(told[:4]) - int(dated.target_date[:4]) > LATER


def _is_for_other_number(a: Claim, b: Claim, told: Told) -> bool:
    """Whether the sentences of two sums count other numbers: four ships for 4.6 billion, six for 9 billion."""
    ours, theirs = (told.numbers.get(c.id, frozenset()) for c in (a, b))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


MOST = 500
"""The largest number of what is bought or built for one sum, as far as it is told in one breath with it."""


def _counted(claim: Claim, context: Context) -> frozenset[object]:
    """The small numbers of things that stand in the sentence of a sum."""
    printed = context.sentence(claim)
    if printed is None:
        return frozenset()
    start, end = printed[0][0].start, printed[0][-1].end
    return frozenset(
        c.low for c in context.claims
        if c.source == claim.source and c.unit == "count" and start <= c.start < end
        and isinstance(c.low, Decimal) and 1 < c.low < MOST and c.low == c.high
    )  # fmt: skip


def _is_of_some_year(a: Claim, b: Claim, context: Context) -> bool:
    """Whether two figures are told anew each year, and nobody says that both are of one."""
    if a.measure != "revenue" and a.thing not in YEARLY:
        return False
    return None in (a.target_date, b.target_date) and is_history(a, b, context) is not False


YEARLY = PASSING - TOLLS
LATER = 1
"""Years after which a figure is hardly that of the year it was told for."""


SLIP = Decimal(1000)


def _is_slip(a: Claim, b: Claim, group: Group) -> bool:
    """Whether one of two figures about a thousand apart has its digits elsewhere too: the unit check tells of it."""
    small, large = sorted((size(a), size(b)))
    if small <= 0 or not SLIP * Decimal("0.9") <= large / small <= SLIP * Decimal("1.1"):
        return False
    sizes = {size(c) for c in group.claims if c.unit == a.unit}
    exact = any(s in sizes for s in (small * SLIP, large / SLIP))
    return exact and len(small.normalize().as_tuple().digits) > 1


def _below_several(a: Claim, b: Claim) -> bool:
    """Whether a figure is too small for "thousands" or "several hundred"; their upper end is nobody's promise."""
    vague, exact = (a, b) if a.modifier == "several" else (b, a)
    top = exact.high if exact.high is not None else exact.low
    bounded = vague.high is not None and exact.modifier != "several"
    return bounded and isinstance(top, Decimal) and isinstance(vague.low, Decimal) and top < vague.low


def _has_history(claim: Claim, group: Group, context: Context, told: Told) -> bool:
    """Whether the story already tells this figure differently at different times: one more is no surprise."""
    key = kin(claim, group.claims), claim.unit
    if key not in told.history:
        others = [
            c for c in group.claims if c.unit == claim.unit and context.as_of(c) and kin(c, group.claims) == key[0]
        ]
        told.history[key] = any(
            is_history(a, b, context) and not context.interval(a).meets(context.interval(b))
            for a, b in combinations(others, 2)
        )
    return told.history[key]


SECTION = 2
"""Times by which one length is longer that is hardly of the same stretch."""
GIVEN = frozenset({"headcount", "funding", "money_other"})
"""Measures of which many a part is told: who works in one hall, what one gives, a sum that nothing names."""
DIGITS = 2
"""Digits of a number before which "more than" leaves little open: "more than 4.8 billion" is not 7.4."""


def _is_far_floor(a: Claim, b: Claim) -> bool:
    """Whether one is told to be more than a number of several digits, and the other is far more: nobody says it so."""
    floor, value = sorted((a, b), key=size)
    if floor.modifier != "more_than" or value.modifier not in ("exact", "approx") or not isinstance(floor.low, Decimal):
        return False
    fine = len(floor.low.normalize().as_tuple().digits) >= DIGITS
    sized = floor.measure in COMPARED_MONEY or floor.measure in BUILT
    return fine and sized and times_apart(a, b) > FOLLOWED


def _ceilings_differ(a: Claim, b: Claim, context: Context) -> bool:
    """Whether an "up to" and the upper end of a range, or two "up to" of a size, are two different ceilings."""
    modifiers = {a.modifier, b.modifier}
    if modifiers != {"up_to", "range"} and not (modifiers == {"up_to"} and a.thing in DIMENSIONS):
        return False
    return not context.interval(a.model_copy(update={"low": a.high, "modifier": "exact"})).meets(
        context.interval(b.model_copy(update={"low": b.high, "modifier": "exact"}))
    )


def _components(pairs: list[Pair]) -> list[list[Claim]]:
    """Claims that hang together by disagreements, one list for each finding."""
    found: list[list[Claim]] = []
    for a, b, _, _ in pairs:
        touching = [c for c in found if a in c or b in c]
        merged = [claim for component in touching for claim in component]
        merged += [c for c in (a, b) if c not in merged]
        found = [c for c in found if c not in touching] + [merged]
    return found


SLOTS = {"noun": "words for what is counted or measured"}
"""Slots as a reader knows them."""


def _worth(claim: Claim) -> str:
    """A figure that was converted, to three digits."""
    low, high = (Decimal(f"{b:.3g}") if isinstance(b, Decimal) else b for b in (claim.low, claim.high))
    return f"about {label(claim.model_copy(update={'low': low, 'high': high, 'modifier': 'exact'}))}"


def _finding(group: Group, claims: list[Claim], pairs: list[Pair], context: Context) -> Finding:
    kinds = {kin(c, group.claims) for c in claims}
    told = [c for c in with_same_number(claims, group) if kin(c, group.claims) in kinds]
    figures = by_number(in_one_word(told, context))
    sides = [side(label(found[0], year=True), found, context) for found in figures.values()]
    conflict = any(verdict == "conflict" for _, _, verdict, _ in pairs)
    a, b = in_one_word(pairs[0][:2], context)
    empty = sorted({SLOTS.get(slot, slot) for pair in pairs for slot in pair[3]})
    reasons = [
        f"{label(a, scope=True, year=True)} stands for {context.extent(a)}, {label(b, scope=True, year=True)} for "
        f"{context.extent(b)}: even as rounded they cannot be the same"
    ]
    if a.unit != b.unit and (same := in_one_unit(a, b, context)):
        reasons += [
            f"{label(old)} is {_worth(new)}" for old, new in zip((a, b), same, strict=True) if old.unit != new.unit
        ]
    if a.noun and b.noun and _other_words(*pairs[0][:2], context):
        reasons.append(f"one place counts {a.noun}, the other {b.noun}, which may be more or fewer")
    later = is_history(a, b, context) and not_by_time(a, b, group, context)
    if later:
        reasons.append(f"told at different times, but {later}")
    if empty:
        reasons.append(f"not every place says its {joined(empty)}, so both may be true of different things")
    return finding(
        "value", "conflict" if conflict else "tension", group.subject, group.measure, sides,
        f"{group.subject}: {joined(s.label for s in sides)}", reasons, confidence=0.8 if conflict else 0.6,
    )  # fmt: skip
