"""Groups -> findings: every check on every group, one finding for each disagreement, in a fixed order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from crossfoot.checks import CHECKS, STORY_CHECKS
from crossfoot.model import Claim, Document, Finding, Frame, Group
from crossfoot.sides import UNNAMED, Context
from crossfoot.tables import Tables
from crossfoot.wider import is_wider

ORDER = {"conflict": 0, "tension": 1, "explained": 2}


def find(
    groups: Sequence[Group], claims: Sequence[Claim], documents: Sequence[Document], tables: Tables, *, together: bool,
    frames: Sequence[Frame] = (),
) -> tuple[Finding, ...]:  # fmt: skip
    """All findings, the heaviest and best supported first."""
    texts = {d.source.id: d for d in documents}
    sources = {name: d.source for name, d in texts.items()}
    context = Context(tuple(groups), tuple(claims), sources, tables, together, texts, tuple(frames))
    context = context._replace(groups=tuple(_of_the_thing(group, context) for group in groups))
    found = [f for check in CHECKS for group in context.groups for f in check(group, context)]
    found += [f for check in STORY_CHECKS for f in check(context)]
    if together:
        found = [_held(f, context) for f in found]
        # the words that both say are a better reason than what the groups have, a likely cause better still
        found.sort(key=lambda f: (f.cause is None, f.type != "statement"))
    kept = [f for f in found if not _is_told(f, found)]
    return tuple(_unique(sorted(kept, key=_rank)))


def _of_the_thing(group: Group, context: Context) -> Group:
    """A group without the figures that are told of more than its subject, or only for comparison."""
    if context.together:
        return group
    return group.model_copy(update={"claims": tuple(c for c in group.claims if not is_wider(c, context))})


def _held(finding: Finding, context: Context) -> Finding:
    """A finding on statements: no conflict where they do not tell of the same thing in like words of one language."""
    places = {c.id: (c.source, c.start) for c in context.claims}
    sided = {id: n for n, side in enumerate(finding.sides) for id in side.claims}
    framed = {
        frozenset((f.first, f.second)) for f in context.frames if f.likeness != "loose" or finding.subject != UNNAMED
    }
    pairs = {frozenset((places[a], places[b])) for a, b in combinations(sided, 2) if sided[a] != sided[b]}
    one_language = len({document.language for document in context.documents.values()}) == 1
    if finding.verdict != "conflict":
        return finding
    if finding.type == "value" and _agrees(finding, context):
        why = "one of the figures agrees with another figure of the other statement, which may be the same"
    elif one_language and not pairs & framed:
        why = "the statements do not say it in like words, so that each may be of something else"
    else:
        return finding
    return finding.model_copy(update={"verdict": "tension", "confidence": 0.5, "reasons": (*finding.reasons, why)})


def _agrees(finding: Finding, context: Context) -> bool:
    """Whether a figure of a finding meets another one of its unit in the other statement."""
    sided = {id for side in finding.sides for id in side.claims}
    mine = [c for c in context.claims if c.id in sided]
    return any(
        c.source != other.source and c.unit == other.unit and context.interval(c).meets(context.interval(other))
        for c in mine
        for other in context.claims
    )


def _rank(finding: Finding) -> tuple[int, int, str, str, str]:
    support = sum(side.independent for side in finding.sides)
    return ORDER[finding.verdict], -support, finding.type, finding.subject, finding.id


def _is_told(finding: Finding, found: Sequence[Finding]) -> bool:
    """Whether a heavier finding, or one of an earlier check, already holds the same sides."""
    mine = {frozenset(side.claims) for side in finding.sides}
    place = found.index(finding)
    return any(
        (ORDER[other.verdict], n) < (ORDER[finding.verdict], place)
        and mine <= {frozenset(side.claims) for side in other.sides}
        for n, other in enumerate(found)
        if other is not finding
    )


def _unique(found: Sequence[Finding]) -> list[Finding]:
    """The findings with a number behind a fingerprint that occurs twice."""
    seen: dict[str, int] = {}
    out = []
    for finding in found:
        seen[finding.id] = seen.get(finding.id, 0) + 1
        times = seen[finding.id]
        out.append(finding if times == 1 else finding.model_copy(update={"id": f"{finding.id}-{times}"}))
    return out
