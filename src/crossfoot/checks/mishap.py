"""A mishap that is dated in two ways.

What it finds
    A dam, bridge or building that broke, a train, ship or aircraft that came to grief, on days that do not meet.
Why it matters
    It happened once, and the day is in every later report and in every anniversary.
Example
    Two dams that gave way on Tuesday, 12 September here, and that broke on September 10 there.
When it is no error
    Another mishap, weeks before or later; a text that tells both days; a date of which nothing near says where it was;
    a day on which something was said; the storm or the quake before it, which has a day of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple

from crossfoot.cues import BREAKS
from crossfoot.datings import ANCHORED, dating
from crossfoot.model import Claim, Finding
from crossfoot.sides import Context, by_number, finding, joined, label, side
from crossfoot.words import Word

NIGHT = timedelta(days=1)
"""What a mishap may take: "in the night from 10 to 11 September"."""
ONE = timedelta(days=10)
"""Days within which two dates are of one mishap."""
NOUN_REACH, DATE_REACH = 9, 12
"""Words between what came to grief and the verb, and between the verb and its date."""
EVENTS, SOLD = frozenset({"other", "sale"}), frozenset({"building", "train", "aircraft", "ship"})
"""Events under which a mishap goes, since "a cédé" and "ha ceduto" say "gave way" and "sold"; things that are sold."""


class Mishap(NamedTuple):
    """A date with what came to grief on it."""

    claim: Claim
    first: date
    last: date


def check(context: Context) -> Iterator[Finding]:
    """The days of each kind of mishap of each subject."""
    told: dict[tuple[str, str], list[Mishap]] = {}
    for claim in sorted(context.claims, key=lambda c: (c.source, c.start)):
        if context.origin(claim.source) != claim.source or claim.confidence < ANCHORED:
            continue
        thing = _thing(claim, context) if claim.event in EVENTS and claim.status == "actual" else None
        if thing is None or (claim.event == "sale" and thing in SOLD):
            continue
        if isinstance(claim.low, date) and isinstance(claim.high, date) and claim.high - claim.low <= NIGHT:
            told.setdefault((claim.subject, thing), []).append(Mishap(claim, claim.low, claim.high))
    for (subject, thing), found in told.items():
        pairs = [(a.claim, b.claim) for a, b in combinations(found, 2) if _is_apart(a, b, found, context)]
        if pairs:
            yield _finding(subject, thing, [m.claim for m in found if any(m.claim in p for p in pairs)], context)


def _thing(claim: Claim, context: Context) -> str | None:
    """What came to grief on a date: the noun at the nearest verb, where no other date is nearer to that."""
    said = dating(claim, context)
    if said is None:
        return None
    words, vocabulary = said.words, said.vocabulary
    verbs = [(_gap(words, a, b, claim), a, b) for _, a, b in vocabulary.mishaps.find(words)]
    if not verbs or min(verbs)[0] > DATE_REACH:
        return None
    gap, first, last = min(verbs)
    if not _is_one_clause(words, first, last, claim):
        return None
    others = [c for c in context.claims if c.source == claim.source and c.unit == "date" and c.id != claim.id]
    inside = [c for c in others if words[0].start <= c.start < words[-1].end]
    if any(_gap(words, first, last, other) < gap for other in inside):
        return None
    start, end = first, last
    while start and first - start < NOUN_REACH and words[start - 1].text not in BREAKS:
        start -= 1
    while end < len(words) and end - last < NOUN_REACH and words[end].text not in BREAKS:
        end += 1
    before, behind = (vocabulary.mishap_things.find(part) for part in (words[start:first], words[first:end]))
    return before[-1][0] if before else behind[0][0] if behind else None


def _is_one_clause(words: Sequence[Word], first: int, last: int, claim: Claim) -> bool:
    """Whether no mark parts a date from the verb, but one right before it ("broke, on 10 September"), or right behind a
    date that opens its clause ("On 10 September, a dam broke")."""
    if claim.start >= words[last - 1].end:
        marks = [n for n in range(last, len(words)) if words[n].text in BREAKS and words[n].end <= claim.start]
        return all(sum(words[n].end <= w.start < claim.start for w in words) <= LEAD for n in marks)
    marks = [n for n in range(first) if words[n].text in BREAKS and words[n].start >= claim.end]
    before = [n for n in range(first) if words[n].text in BREAKS and words[n].end <= claim.start]
    opening = words[before[-1]].end if before else words[0].start
    return not marks or sum(opening <= w.start < claim.start for w in words) <= LEAD


LEAD = 4
"""Small words before a date that opens its clause: "dans la nuit du"."""


def _gap(words: Sequence[Word], first: int, last: int, claim: Claim) -> int:
    """Words between a verb and a date."""
    low, high = sorted(((words[first].start, words[last - 1].end), (claim.start, claim.end)))
    return sum(low[1] <= w.start and w.end <= high[0] for w in words)


def _is_apart(a: Mishap, b: Mishap, found: Sequence[Mishap], context: Context) -> bool:
    """Whether two texts date one mishap differently, and neither prints the other's day, too."""
    mine, theirs = context.origin(a.claim.source), context.origin(b.claim.source)
    if mine == theirs or _meet(a, b) or min(abs(a.first - b.last), abs(b.first - a.last)) > ONE:
        return False
    return not any(
        _meet(other, m) for m in found
        for source, other in ((mine, b), (theirs, a)) if context.origin(m.claim.source) == source
    )  # fmt: skip


def _meet(a: Mishap, b: Mishap) -> bool:
    return a.first <= b.last and b.first <= a.last


def _finding(subject: str, thing: str, claims: Sequence[Claim], context: Context) -> Finding:
    each = list(by_number(claims).values())
    return finding(
        "date", "tension", subject, "date", [side(label(found[0]), found, context) for found in each],
        f"{subject}: what happened to the {thing} is dated {joined(label(found[0]) for found in each)}",
        [*(f"“{' '.join(found[0].quote.split())}” ({found[0].source}) stands for {label(found[0])}" for found in each),
         "the days do not meet, and it happened once"],
        cause="a day is wrong, or is that of another event", confidence=0.6,
    )  # fmt: skip
