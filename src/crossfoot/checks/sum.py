"""Parts that do not add up to their whole.

What it finds
    Parts of a sum ("of which 20 for A and 40 for B"), the entries of a list behind its total, and figures that a text
    adds up, where they come to more than the whole, or, in a closed list, to less; a part larger than its whole;
    and what a text gives for several places together against what the story gives for each.
Why it matters
    One of the figures is wrong, or a part was counted twice.
Example
    "50 million, of which 20 for the deck and 40 for the piers": together 60.
When it is no error
    Rounding; parts of people that overlap ("of which 60 women and 70 engineers"); an open list that names some parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from crossfoot.amounts import figure
from crossfoot.groups import CLASSES
from crossfoot.intervals import Interval
from crossfoot.model import Claim, Finding, Verdict
from crossfoot.sides import Context, by_number, finding, joined, label, side
from crossfoot.slots import KIN, is_former
from crossfoot.statements import Statement, statements
from crossfoot.words import Word

STOPS = frozenset(";.!?")
FAR = 12
"""Words between a whole and its first part, and between two parts."""
FEWEST = 3
"""Entries that make a bracket, or two sums and a total, a list that is meant to be complete."""
ROUNDED = Decimal("0.01")
"""By how much a whole may be off besides its own rounding: "47,300 million" may be 47,320 all told. Chosen."""
OVERLAPPING = frozenset({"job", "person", "count", "site", "gpu"})
"""What is counted in heads: two parts may count the same ones."""


OF_WHICH, BRACKET, LISTED = "“of which” or “including”", "a list in brackets", "a list behind it in one paragraph"
NAMED = "brackets behind the names of a list"
NEAR = Decimal("0.1")
"""How near a list that nothing but its paragraph ties to a whole must come to it, to be taken for its parts."""


class Split(NamedTuple):
    """A whole and its parts, as a text puts them together."""

    whole: Claim
    parts: tuple[Claim, ...]
    closed: bool
    """Whether the text gives the parts as all there are."""
    how: str
    """The words that put them together."""


def check(context: Context) -> Iterator[Finding]:
    """Sums of the story that do not come out."""
    before: Statement | None = None
    earlier: list[Claim] = []
    for said in statements(context):
        same = before is not None and before.document is said.document and before.block == said.block
        earlier = [*earlier, *before.claims] if before and same else []
        done: set[str] = set()
        totals = _totals(said, before if same else None)
        for split in (*_splits(said), *totals, *_listed(said, earlier), *_named(said, context)):
            if split.whole.id not in done and (found := _held(split, context)):
                done.add(split.whole.id)
                yield found
        before = said
    yield from _together(context)


# --- what a sentence puts together


def _splits(said: Statement) -> Iterator[Split]:
    """The wholes of a sentence with their parts."""
    for whole in said.claims:
        alike = [c for c in said.claims if c.start > whole.start and _may_be_part(c, whole)]
        if not alike or not _may_be_whole(whole):
            continue
        words = said.between(whole, alike[0])
        if len(words) > FAR or any(w.text in STOPS for w in words):
            continue
        parts = _chain(alike, said)
        if _opens_parts(words, said) and not _is_of_nearer(whole, parts[0], words, said):
            yield Split(whole, parts, closed=False, how=OF_WHICH)
        elif any(w.text == ":" for w in words) and len(parts) >= FEWEST - 1:
            yield Split(whole, parts, closed=len(parts) >= FEWEST and _ends(parts, said), how="a list behind a colon")
        elif words and words[-1].text == "(" and len(parts) >= FEWEST and _in_bracket(parts, said):
            yield Split(whole, parts, closed=True, how=BRACKET)


def _is_of_nearer(whole: Claim, part: Claim, words: Sequence[Word], said: Statement) -> bool:
    """Whether "of which" goes on about a nearer figure: "107 km with three bridges, one of which, 120 km long"."""
    found = [*said.vocabulary.of_them.find(words), *said.vocabulary.among.find(words)]
    last = max(end for _, _, end in found)
    between = [c for c in said.claims if whole.end <= c.start and c.end <= words[last - 1].start]
    return any(c.unit != whole.unit for c in between) and len(words) - last > LEAD


LEAD = 2
"""Words between "of which" and a figure that may still be the part: "of which about"."""


def _opens_parts(words: Sequence[Word], said: Statement) -> bool:
    """Whether words for "of which" or "including" are among these."""
    return bool(said.vocabulary.of_them.find(words) or said.vocabulary.among.find(words))


def _listed(said: Statement, earlier: Sequence[Claim]) -> Iterator[Split]:
    """A list that is all that a sentence gives of a unit, and the one larger figure of its kind before it."""
    for unit in sorted({c.unit for c in said.claims if c.listed}):
        parts = tuple(c for c in said.claims if c.unit == unit)
        if (
            len(parts) < FEWEST
            or _chain(parts, said) != parts
            or not _ends(parts, said)
            or not all(map(_is_sum, parts))
        ):
            continue
        wholes = [c for c in earlier if _may_be_whole(c) and _is_sum(c) and _kind(c) == _kind(parts[0])]
        if len(by_number(wholes)) == 1 and not wholes[0].listed and not any(_is_told_anew(c) for c in parts):
            yield Split(wholes[0], parts, closed=False, how=LISTED)


def _named(said: Statement, context: Context) -> Iterator[Split]:
    """Figures in brackets behind the names of a list, and the one larger figure of their kind that the text gives.

    "in the North (1.5 km), in Tarnac (26 km) and in Brive (45 km)", and elsewhere: "the canal is 70 km long"
    """
    text = said.document.text
    alone = [c for c in said.claims if text[c.start - 1 : c.start] == "(" and text[c.end : c.end + 1] == ")"]
    for unit in sorted({c.unit for c in alone}):
        parts = tuple(c for c in alone if c.unit == unit)
        if len(parts) < FEWEST or not all(map(_is_sum, parts)) or len({_kind(c) for c in parts}) > 1:
            continue
        most = max(c.low for c in parts if isinstance(c.low, Decimal))
        wholes = [
            c for c in context.claims
            if c.source == said.document.source.id and c not in parts and _may_be_whole(c) and _is_sum(c)
            and _kind(c) == _kind(parts[0]) and isinstance(c.low, Decimal) and c.low > most
            and not (c.scope and KIN[c.scope] == "addition") and not is_former(c)
        ]  # fmt: skip
        if len(by_number(wholes)) == 1:
            yield Split(wholes[0], parts, closed=False, how=NAMED)


def _is_sum(claim: Claim) -> bool:
    return claim.per is None and claim.low is not None and claim.low == claim.high and not claim.converts


def _kind(claim: Claim) -> tuple[str, str, str, str | None]:
    """What a whole and its parts share."""
    return claim.unit, CLASSES.get(claim.measure, claim.measure), claim.subject, claim.price_base


def _totals(said: Statement, before: Statement | None) -> Iterator[Split]:
    """A total behind what makes it: "20 for A and 30 for B, 50 in all", or at the start of the next sentence."""
    for total in said.claims:
        if not (total.scope in ("total", "cumulative") and _may_be_whole(total)) or is_former(total):
            continue
        parts = _ending(said, [c for c in said.claims if c.start < total.start], total)
        if len(parts) >= FEWEST - 1 and not any(
            w.text in STOPS or w.text == ":" for w in said.between(parts[-1], total)
        ):
            yield Split(total, parts, closed=False, how="naming a total")
        if not parts and before and said.place - before.place == 1 and _sums_up(total, said):
            parts = _ending(before, before.claims, total)
            if len(parts) >= FEWEST:
                yield Split(total, parts, closed=False, how="summing up the sentence before")


def _sums_up(total: Claim, said: Statement) -> bool:
    """Whether a sentence opens by summing up, and its total is its first figure."""
    first = total is said.claims[0]
    opening = [value for value, at, _ in said.vocabulary.scope.find(said.words) if value == "total" and at == 0]
    return first and (bool(opening) or said.vocabulary.summing.at(said.words, 0) is not None)


def _ending(said: Statement, claims: Sequence[Claim], total: Claim) -> tuple[Claim, ...]:
    """The longest row of parts that ends with the last figure before a total; of the total's own date or none."""
    alike = [c for c in claims if _may_be_part(c, total)]
    for first in range(len(alike)):
        row = _chain(alike[first:], said)
        dates = {c.target_date for c in (*row, total)} - {None}
        if row[-1] is alike[-1] and len(row) > 1 and len(dates) <= 1 and not any(_is_told_anew(c) for c in row):
            return row
    return ()


def _may_be_whole(claim: Claim) -> bool:
    return claim.unit not in ("percent", "x", "year", "month", "day", "hour", "rank") and not claim.converts


def _may_be_part(claim: Claim, whole: Claim) -> bool:
    return claim.unit == whole.unit and claim.per == whole.per and not claim.converts and isinstance(claim.low, Decimal)


def _chain(claims: Sequence[Claim], said: Statement) -> tuple[Claim, ...]:
    """The parts from the first on, as long as commas and list words alone lead from one to the next."""
    parts = [claims[0]]
    for claim in claims[1:]:
        between, lead = said.between(parts[-1], claim), said.before(claim)
        vocabulary = said.vocabulary
        listed = any(w.text == "," or w.key in vocabulary.list_words for w in between)
        moving = (vocabulary.to_words | vocabulary.change_words | vocabulary.from_words) - _PLAIN
        led = bool(lead) and lead[-1].key in moving
        broken = any(w.text in STOPS or w.text in "():" for w in between) or _is_told_anew(claim)
        if not listed or _opens_parts(between, said) or led or broken or len(between) > FAR:
            break
        parts.append(claim)
    return tuple(parts)


_PLAIN = frozenset({"de", "d'", "von", "da", "di"})
"""Words for "from" that are also words for "of"."""


def _is_told_anew(claim: Claim) -> bool:
    """Whether a figure is no further part: a total, an increase, a former one."""
    return bool(claim.scope and KIN[claim.scope] in ("whole", "addition")) or is_former(claim)


def _ends(parts: Sequence[Claim], said: Statement) -> bool:
    """Whether a list ends as lists do, with a list word before its last part."""
    return any(w.key in said.vocabulary.list_words for w in said.between(parts[-2], parts[-1]))


def _in_bracket(parts: Sequence[Claim], said: Statement) -> bool:
    """Whether the bracket closes behind the last part."""
    text = [w.text for w in said.behind(parts[-1])]
    return ")" in text and "(" not in text[: text.index(")")]


# --- held against each other


def _held(split: Split, context: Context) -> Finding | None:
    """A finding where the parts cannot make the whole, or a list in its paragraph does so only as rounded."""
    if split.how in (LISTED, NAMED):
        return _nearly(split, context)
    whole, parts = context.interval(split.whole), _added([context.interval(c) for c in split.parts])
    if whole.high is not None and parts.low is not None and parts.low > whole.high * (1 + ROUNDED):
        heads = split.whole.unit in OVERLAPPING
        if heads and len(split.parts) > 1 and split.how == OF_WHICH:
            return None
        sure = split.how in (OF_WHICH, BRACKET) and not (heads and len(split.parts) > 1)
        return _finding(split, "more", "conflict" if sure else "tension", context)
    if split.closed and whole.low is not None and parts.high is not None and parts.high < whole.low * (1 - ROUNDED):
        return _finding(split, "less", "tension", context)
    return None


def _nearly(split: Split, context: Context) -> Finding | None:
    """What a list comes to that is told as the parts of a whole by its place alone."""
    whole, parts = context.interval(split.whole), _added([context.interval(c) for c in split.parts])
    total = sum((c.low for c in split.parts if isinstance(c.low, Decimal)), Decimal(0))
    told = split.whole.low
    if not isinstance(told, Decimal) or total == told or abs(total - told) > told * NEAR or whole.high is None:
        return None
    exact = split.how == NAMED and told % 10 != 0
    if parts.low is not None and parts.low > whole.high * (1 if exact else 1 + ROUNDED):
        return _finding(split, "more", "tension", context)
    return _finding(split, "more" if total > told else "less", "explained", context)


def _added(intervals: Sequence[Interval]) -> Interval:
    lows, highs = [i.low for i in intervals], [i.high for i in intervals]
    return Interval(
        sum((low for low in lows if low is not None), Decimal(0)),
        None if None in highs else sum((high for high in highs if high is not None), Decimal(0)),
    )


def _finding(split: Split, how: str, verdict: Verdict, context: Context) -> Finding:
    whole, parts = split.whole, split.parts
    total = sum((c.low for c in parts if isinstance(c.low, Decimal)), Decimal(0))
    added = figure(whole.model_copy(update={"low": total, "high": total, "modifier": "exact"}))
    named = joined(figure(c) for c in parts)
    said = f"{named} come to {added}" if len(parts) > 1 else f"the part, {named}, is larger"
    why = {"more": "a part is counted twice, or one of the figures is wrong", "less": "a part is left out"}
    end = f"{how} than the whole" if verdict != "explained" else "rounding, or a part that is not named"
    return finding(
        "sum", verdict, whole.subject, whole.measure,
        [side(label(whole), [whole], context), side(f"{named}: {added}" if len(parts) > 1 else named, parts, context)],
        f"{whole.subject}: {figure(whole)} is the whole, but {said}",
        [f"the text puts them together by {split.how}: {figure(whole)} = {' + '.join(figure(c) for c in parts)}",
         f"as rounded, the whole is {context.interval(whole)}, the parts are "
         f"{_added([context.interval(c) for c in parts])}: {end}"],
        cause=None if verdict == "explained" else why[how],
        confidence=0.85 if verdict == "conflict" else 0.6,
    )  # fmt: skip


# --- over the story


def _together(context: Context) -> Iterator[Finding]:
    """What is told of several places together, and what the story tells of each of them."""
    for group in context.groups:
        for whole in (found[0] for found in by_number(c for c in group.claims if len(c.parts) > 1).values()):
            found = [_only(place, whole, context) for place in whole.parts]
            parts = tuple(c for c in found if c is not None)
            if len(parts) == len(whole.parts) and not whole.per:
                split = Split(whole, parts, closed=False, how=f"naming {joined(whole.parts)} together")
                held = _held(split, context)
                if held:
                    yield held.model_copy(update={"verdict": "tension", "confidence": 0.5})


def _only(place: str, whole: Claim, context: Context) -> Claim | None:
    """The one figure that the story gives for a place, where it gives one only."""
    found = by_number(
        c for c in context.claims
        if c.subject == place and not c.parts and not c.listed and c.unit == whole.unit and not is_former(c)
        and (c.unit != "count" or (c.thing, c.head) == (whole.thing, whole.head))
        and CLASSES.get(c.measure, c.measure) == CLASSES.get(whole.measure, whole.measure)
        and (c.target_date is None or whole.target_date is None or c.target_date == whole.target_date)
    )  # fmt: skip
    return next(iter(found.values()))[0] if len(found) == 1 else None
