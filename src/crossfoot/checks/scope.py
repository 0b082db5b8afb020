"""The same figure for a part and for the whole.

What it finds
    One figure that is the first phase here and all of it there, added here and cumulated there, or is said of one
    site here and of several sites together there; a first part of a site here, and there all of a site that is
    itself the first part of something larger; a sum with the tax on sales here and without it there.
Why it matters
    The same money cannot pay for one building and for three; 600 MW in all and 600 MW on top differ by the rest.
Example
    "30 millions pour le stade" and "30 millions pour le stade, la piscine et le gymnase".
When it is no error
    A part that is smaller than its whole, both said to be so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.amounts import figure
from crossfoot.groups import BY_NOUN, CLASSES
from crossfoot.model import Claim, Finding, Group
from crossfoot.sides import Context, by_number, finding, joined, label, lead, side
from crossfoot.slots import KIN, is_money
from crossfoot.taxes import tax
from crossfoot.words import fold

OPPOSED = frozenset(
    {
        frozenset({"part", "whole"}), frozenset({"addition", "whole"}), frozenset({"part", "addition"}),
        frozenset({"direct", "with indirect"}), frozenset({"direct", "whole"}), frozenset({"whole", "with indirect"}),
        frozenset({"part", "with indirect"}),
    }
)  # fmt: skip


def check(group: Group, context: Context) -> Iterator[Finding]:
    """Figures of the group that are told with opposed scopes, or that other subjects have too."""
    if group.measure == "percent":
        yield from _other_whole(group, context)
    if group.measure in BY_NOUN or group.measure == "date":
        return
    for claims in _by_size(group.claims):
        yield from _opposed(group, claims, context)
        yield from _part_and_whole(group, claims, context)
        yield from _part_of_what(group, claims, context)
        yield from _taxed(group, claims, context)
    yield from _unsaid(group, context)


OVERRUN = frozenset({"cumulative", "additional"})
"""What one text may say of one figure: an overrun that has added up."""
SMALL = 20
"""Below it the same number of two things is chance: two sites here, two sites there."""
SURE = 0.85
"""Confidence from which on the words next to a figure name its subject."""


def _by_size(claims: tuple[Claim, ...]) -> list[list[Claim]]:
    """Claims with the same number and unit, their hedges aside."""
    found: dict[tuple[object, str], list[Claim]] = {}
    for claim in claims:
        found.setdefault(_printed(claim), []).append(claim)
    return list(found.values())


def _printed(claim: Claim) -> tuple[object, str]:
    """The number and unit of a figure, a floor and a ceiling alike."""
    return (claim.low if claim.low is not None else claim.high), claim.unit


def _opposed(group: Group, claims: list[Claim], context: Context) -> Iterator[Finding]:
    """One number with scopes that exclude each other."""
    scopes: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.scope and not claim.former:  # what was first planned for all of it is no part
            scopes.setdefault(claim.scope, []).append(claim)
    kinds = {KIN[s] for s in scopes}
    if not any(frozenset({a, b}) in OPPOSED for a in kinds for b in kinds):
        return
    if set(scopes) == OVERRUN and len({context.origin(c.source) for found in scopes.values() for c in found}) == 1:
        return
    sides = [side(label(lead(found), scope=True), found, context) for _, found in sorted(scopes.items())]
    said = joined(sorted(s.replace("_", " ") for s in scopes))
    yield finding(
        "scope", "tension", group.subject, group.measure, sides,
        f"{group.subject}: {figure(lead(claims))} is called {said}",
        [f"the same figure, {figure(lead(claims))}, is called {said}",
         "no source says how both can be true"],
        cause="scope mixed",
    )  # fmt: skip


def _part_and_whole(group: Group, claims: list[Claim], context: Context) -> Iterator[Finding]:
    """A number said of one subject, and elsewhere of several together, or of the whole plan."""
    number = _printed(claims[0])
    if not isinstance(number[0], Decimal) or number[0] < SMALL or all(c.modifier == "several" for c in claims):
        return
    others = [
        c for other in context.groups
        if other.measure == CLASSES.get(group.measure, group.measure) and other.subject != group.subject
        for c in other.claims
        if _printed(c) == number
    ]  # fmt: skip
    covering = [c for c in others if group.subject in c.parts]
    if covering:
        places = joined(lead(covering).parts)
        yield finding(
            "scope", "conflict", group.subject, group.measure,
            [side(f"{figure(lead(claims))} for {group.subject}", claims, context),
             side(f"{figure(lead(covering))} for {places}", covering, context)],
            f"{figure(lead(claims))} is for {group.subject} alone here, for {places} together there",
            [f"the same figure is said of {group.subject} and of {places} together",
             "it cannot cover one of them and all of them"],
            cause="scope mixed", confidence=0.8,
        )  # fmt: skip
        return
    saying = {context.origin(c.source) for c in claims}
    whole = [
        c for c in others
        if _is_plan(c.subject) and not c.parts and c.confidence >= SURE
        and (context.origin(c.source) not in saying or c.scope == "cumulative")
    ]  # fmt: skip
    if whole and not _is_plan(group.subject) and any(c.confidence >= SURE for c in claims):
        yield finding(
            "scope", "tension", group.subject, group.measure,
            [side(f"{figure(lead(claims))} for {group.subject}", claims, context),
             side(f"{figure(lead(whole))} for {whole[0].subject}", whole, context)],
            f"{figure(lead(claims))} is said of {group.subject}, and of {whole[0].subject}",
            [f"the same figure is said of {group.subject} and of the whole plan"],
            cause="scope mixed", confidence=0.6,
        )  # fmt: skip


def _part_of_what(group: Group, claims: list[Claim], context: Context) -> Iterator[Finding]:
    """A number that is a first part of its subject here, and all of a subject that is itself a first part there."""
    parts = [c for c in claims if c.scope == "first_phase"]
    clear = {context.origin(c.source) for c in parts if _is_itself_a_part(c, context)}
    whole = [c for c in parts if context.origin(c.source) in clear]  # a text means one thing by its first part
    part = [c for c in parts if c not in whole]
    if not whole or not part:
        return
    yield finding(
        "scope", "tension", group.subject, group.measure,
        [side(f"{figure(lead(part))}, a first part of {group.subject}", part, context),
         side(f"{figure(lead(whole))}, all of {group.subject}", whole, context)],
        f"{group.subject}: {figure(lead(parts))} is a first part of it here, and all of it there",
        [f"{joined(sorted({c.source for c in part}))} call the figure a first part",
         f"{joined(sorted({c.source for c in whole}))} call {group.subject} itself the first part of something larger"],
        cause="scope mixed", confidence=0.5,
    )  # fmt: skip


def _taxed(group: Group, claims: list[Claim], context: Context) -> Iterator[Finding]:
    """A sum that the tax on sales is in here, and is not in there."""
    told = {c.id: tax(c, context) for c in claims if is_money(c)}
    taxed, untaxed = ([c for c in claims if told.get(c.id) == how] for how in ("with", "without"))
    if not taxed or not untaxed or _in_one_text(taxed, untaxed, context):
        return
    number = figure(lead(claims))
    yield finding(
        "scope", "tension", group.subject, group.measure,
        [side(f"{number}, tax included", taxed, context), side(f"{number} without tax", untaxed, context)],
        f"{group.subject}: {number} is with the tax here, and without it there",
        [f"told with the tax on sales in it: {joined(sorted({c.source for c in taxed}))}",
         f"told without it: {joined(sorted({c.source for c in untaxed}))}"],
        cause="scope mixed", confidence=0.7,
    )  # fmt: skip


def _in_one_text(some: list[Claim], others: list[Claim], context: Context) -> bool:
    """Whether one text, or its copy, prints claims of both lists."""
    return bool({context.origin(c.source) for c in some} & {context.origin(c.source) for c in others})


def _is_itself_a_part(claim: Claim, context: Context) -> bool:
    """Whether the words for a first part are said of the subject: "Phase 1 (Rovelle): 30 million", "Rovelle, with its
    30 million, is a first step"."""
    printed, document = context.sentence(claim), context.documents.get(claim.source)
    if printed is None or document is None:
        return False
    words, vocabulary = printed
    spans = [(words[i].start, words[j - 1].end) for v, i, j in vocabulary.scope.find(words) if v == "first_phase"]
    names = [(start, end) for start, end in claim.evidence if _has_name(document.text[start:end], claim.subject)]
    if len(spans) != 1 or not names:
        return False
    (first, last), (opens, ends) = spans[0], names[-1]
    in_bracket = last <= opens and document.text[last:opens].strip() in ("(", ":", "-", "–", "—")
    return in_bracket or ends <= claim.start < claim.end <= first


def _has_name(text: str, subject: str) -> bool:
    return bool(text) and text[0].isupper() and fold(text).split()[0] in fold(subject)


def _is_plan(subject: str) -> bool:
    return subject.endswith("(plan)")


def _other_whole(group: Group, context: Context) -> Iterator[Finding]:
    """One percentage of one subject, of two different wholes: 7 % of the homes, 7 % of the electricity."""
    behind = False
    for other in context.groups:
        if other is group:
            behind = True
        elif behind and other.measure == "percent" and other.subject == group.subject:  # each pair of groups once
            for mine in by_number(group.claims).values():
                yield from _of_two_wholes(group, mine, other.claims, context)


def _of_two_wholes(
    group: Group, mine: Sequence[Claim], others: Sequence[Claim], context: Context
) -> Iterator[Finding]:  # fmt: skip
    """A finding where the claims of another noun have the number of these, in a text of their language."""
    if isinstance(mine[0].low, Decimal) and not mine[0].low % TENS:
        return  # tenths are said of many things
    theirs = [
        c for c in others
        if (c.low, c.high) == (mine[0].low, mine[0].high) and c.low is not None
        and context.language(c) in {context.language(m) for m in mine}  # else the nouns may be one
        and context.origin(c.source) not in {context.origin(m.source) for m in mine}
    ]  # fmt: skip
    if theirs and not any(_is_stake(c, context) for c in (*mine, *theirs)):
        yield finding(
            "scope", "tension", group.subject, "percent",
            [side(f"{figure(lead(mine))} of {mine[0].noun}", mine, context),
             side(f"{figure(lead(theirs))} of {theirs[0].noun}", theirs, context)],
            f"{group.subject}: {figure(lead(mine))} of {mine[0].noun} here, of {theirs[0].noun} there",
            ["the same share is said of two different wholes"], cause="another whole", confidence=0.5,
        )  # fmt: skip


TENS = 10
"""Percentages that are the same by chance."""


def _is_stake(claim: Claim, context: Context) -> bool:
    """Whether a percentage is one of shares: "41 percent of the shares" is 41 percent of the firm."""
    printed = context.sentence(claim)
    return printed is not None and bool(printed[1].stakes.find(printed[0]))


def _unsaid(group: Group, context: Context) -> Iterator[Finding]:
    """A figure that is only a first part where its scope is told, and is printed elsewhere without saying so."""
    for claims in by_number(group.claims).values():
        parts = [c for c in claims if c.scope and KIN[c.scope] == "part"]
        bare = [c for c in claims if c.scope is None or KIN[c.scope] == "whole"]
        size = claims[0].low
        larger = [
            c for c in group.claims
            if c.scope and KIN[c.scope] == "whole" and c.unit == claims[0].unit
            and isinstance(c.low, Decimal) and isinstance(size, Decimal) and c.low > size
        ]  # fmt: skip
        if not any(c.scope == "first_phase" for c in parts) or not bare or not larger:
            continue
        saying = {context.origin(c.source) for c in parts + larger}
        bare = [c for c in bare if context.origin(c.source) not in saying]
        if not bare:
            continue
        yield finding(
            "scope", "tension", group.subject, group.measure,
            [side(f"{figure(lead(parts))}, only a first part", parts, context),
             side(f"{figure(lead(bare))}, without saying that more follows", bare, context)],
            f"{group.subject}: {figure(lead(parts))} is only a first part, which some places do not say",
            [f"{joined(sorted({c.source for c in parts}))} call it a first part",
             f"{joined(sorted({c.source for c in larger}))} have {figure(lead(larger))} for all of it"],
            cause="scope left out", confidence=0.6,
        )  # fmt: skip
