"""A finding and its claims in, plain sentences out: what was inferred, who says both, what to ask whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from crossfoot.amounts import figure
from crossfoot.model import Claim, Finding, Side, Source
from crossfoot.wording import common_date, label, of, scopes, who

_PLAIN = re.compile(
    r"(unit|modifier|measure|scope|event|status|target date): |said by "
    r"|subject: named in the sentence|times [\d,.]+$|and [\d,.]+$"
    r"|.+ to \S+: times [\d.]+$|.+: [\d.,/ ]+$|.+: (about|from) [\d.]+|.+: \d+ or more$"
)
"""Steps that only repeat in numbers what the text prints, or find the subject by its name."""
_ISO = re.compile(r"(end of )?\d{4}[-\dHQ/]*$")
_YEAR = re.compile(r"\b\d{4}\b")


def inferred(claim: Claim) -> list[str]:
    """The steps of a claim's reading that rest on more than the printed figure and a name beside it."""
    return [shown for step in claim.reading if (shown := _shown(step, claim))]


def _shown(step: str, claim: Claim) -> str:
    """A step in plain words; nothing where the text itself says as much."""
    if step == claim.quote or _PLAIN.match(step):
        return ""
    if isinstance(claim.low or claim.high, date) and _ISO.match(step):
        return "" if _YEAR.search(claim.quote) else f"“{claim.quote}” is {step}"
    kind, _, why = step.partition("subject: ")
    return step if kind else f"subject inferred ({why.replace('named in the sentence: ', '')})"


def best(claims: Iterable[Claim], side: Side) -> list[Claim]:
    """The claims of a side, those first that show its figure and were read with the fewest inferences."""
    return sorted(claims, key=lambda c: (figure(c) not in side.label, len(inferred(c)), c.source, c.start))


def short(side: Side, finding: Finding, claims: Mapping[str, Claim]) -> str:
    """What a side says, of a ratio the two figures alone."""
    said = label(side, finding, claims)
    return said.split(": ")[0] if finding.type == "ratio" else said


def readings(finding: Finding, claims: Mapping[str, Claim]) -> str:
    """What had to be inferred for every figure of a side; nothing where one of them prints it all."""
    told = {}
    for side in finding.sides:
        steps = min(map(inferred, of(side, claims)), key=len, default=[])
        told[short(side, finding, claims)] = ", ".join(steps)
    if len(told) > 1 and len(set(told.values())) == 1:
        told = {"each side": next(iter(told.values()))}
    return "; ".join(f"{said}: {steps}" for said, steps in told.items() if steps)


def both_ways(finding: Finding, claims: Mapping[str, Claim], sources: Mapping[str, Source]) -> list[str]:
    """A sentence for each source that stands on more than one side; copies only where their original does not.

    Nothing of figures for different years, and of ratios: a text may well give more than one of them.
    """
    found: list[str] = []
    if finding.type in ("time", "ratio"):
        return found
    for id in sorted({id for side in finding.sides for id in side.sources}):
        sides = [side for side in finding.sides if id in side.sources]
        original = sources[id].copy_of if id in sources else None
        if len(sides) < 2 or (original and all(original in side.sources for side in sides)):
            continue
        said = []
        for side in sides:
            claim = next(iter(best((c for c in of(side, claims) if c.source == id), side)), None)
            said.append(f"{short(side, finding, claims)}{f' at line {claim.line}' if claim else ''}")
        name = who([id], sources)
        if finding.verdict == "conflict":
            found.append(f"{name} contradicts itself: {' against '.join(said)}")
        else:
            found.append(f"{name} has more than one of these: {'; '.join(said)}")
    return found


def question(finding: Finding, claims: Mapping[str, Claim]) -> str:
    """What to ask, and whom; nothing where no text names a speaker."""
    speakers = list(dict.fromkeys(c.speaker for side in finding.sides for c in of(side, claims) if c.speaker))
    if not speakers:
        return ""
    labels = [short(side, finding, claims) for side in finding.sides]
    amount = labels[0].split(", ")[0]
    either = " or ".join(labels)
    year = common_date(finding, claims)
    told = scopes(finding, claims)
    asked = {
        "currency": f"in which currency the amount was named: {' or '.join(_units(finding, claims))}",
        "scope": f"whether {amount} is {' or '.join(told)}" if told else f"which is meant: {either}",
        "time": f"for which year each figure holds: {'; '.join(labels)}",
        "ratio": f"whether each pair is of one stage and of the same things: {'; '.join(labels)}",
        "wording": f"whether the number is a limit or the figure itself: {either}",
        "date": f"which date holds now: {either}",
    }
    what = asked.get(finding.type, f"which figure holds{f' for {year}' if year else ''}: {either}")
    return f"ask {' or '.join(speakers[:3])} {what}"


def _units(finding: Finding, claims: Mapping[str, Claim]) -> list[str]:
    """The units of the sides, in their order."""
    return list(dict.fromkeys(claim.unit for side in finding.sides for claim in of(side, claims)))
