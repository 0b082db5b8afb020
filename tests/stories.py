"""The stories that the tests audit, and how findings are looked up in an audit: by what they say, never by id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from crossfoot import api
from crossfoot.model import Audit, Claim, Finding, Side

ROOT = Path(__file__).parent.parent
BESIDE = ROOT.parent / "shared" / "corpora"
"""Where stories lie that are not part of the project; they are audited where they are there."""


class Story(NamedTuple):
    """A folder of sources, and how a test run names it."""

    title: str
    folder: Path

    @property
    def missing(self) -> str:
        """Why it cannot be audited."""
        return f"there is no {self.folder.name} in ../{BESIDE.parent.name}/{BESIDE.name} beside the project"


STORIES = {
    "bundled": Story("the bundled story, claims/sesterce", ROOT / "claims" / "sesterce"),
    "articles": Story("the five articles that claims/sesterce retells", BESIDE / "sesterce"),
    "valoria": Story("the invented case valoria", BESIDE / "valoria"),
}


@cache
def audited(name: str) -> Audit:
    """The audit of a story, made once."""
    return api.audit(STORIES[name].folder)


FLAGGED = ("conflict", "tension")


def findings(
    found: Audit, *sides: Sequence[str] | str, kind: str | None = None, verdicts: Sequence[str] = FLAGGED
) -> list[Finding]:
    """The findings of a kind and verdict that have, for each of `sides`, a side whose label holds all its words.

    findings(audit, ["EUR", "52 bn"], ["USD", "52 bn"], kind="currency", verdicts=["conflict"])
    """
    wanted = [[words] if isinstance(words, str) else list(words) for words in sides]
    return [
        finding
        for finding in found.findings
        if finding.verdict in verdicts
        and (kind is None or finding.type == kind)
        and _matched(wanted, list(finding.sides))
    ]


def _matched(wanted: Sequence[Sequence[str]], sides: Sequence[Side]) -> bool:
    """Whether each of the wanted labels can be given a side of its own."""
    if not wanted:
        return True
    first, *rest = wanted
    return any(
        all(word in side.label for word in first) and _matched(rest, [s for s in sides if s is not side])
        for side in sides
    )


def claims(found: Audit, side: Side) -> list[Claim]:
    """The claims of a side."""
    return [claim for claim in found.claims if claim.id in side.claims]


def shown(found: Audit) -> str:
    """All findings, for the message of a test that fails."""
    return "\n" + "\n".join(
        f"{f.type} {f.verdict} {f.subject}: {' | '.join(side.label for side in f.sides)}" for f in found.findings
    )


def of_story(found: Audit, kind: str) -> Iterable[Finding]:
    """All findings of a kind."""
    return [f for f in found.findings if f.type == kind]
