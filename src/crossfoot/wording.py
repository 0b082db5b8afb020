"""An audit in, the sentences about it out that several outputs print: the verdict, the counts.

    verdict(audit)  # -> "1 conflict, 2 tensions, 3 explained differences"
    counts(audit)   # -> "6 sources (5 origins), 41 figures read, 27 compared, 14 not compared"

The outputs know nothing of each other; what they have in common stands here.
"""

from __future__ import annotations

from collections.abc import Iterable

from crossfoot.model import Audit, Finding, State

SETTLED: frozenset[State] = frozenset({"accepted", "rejected", "resolved"})
LETTERS = {"conflict": "C", "tension": "T", "explained": "E"}
"""How findings are numbered in a report, and their order by weight."""


def plural(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(items: Iterable[str], most: int) -> str:
    """Items with commas, the first of them where they are many."""
    every = list(items)
    rest = f" and {len(every) - most:,} more" if len(every) > most else ""
    return ", ".join(every[:most]) + rest


def is_open(finding: Finding) -> bool:
    """Whether nobody has decided about a finding yet."""
    return finding.state not in SETTLED


def verdict(audit: Audit) -> str:
    """How many findings there are of each weight, and how many of them are settled."""
    found = [finding for finding in audit.findings if finding.verdict != "explained"]
    conflicts = sum(finding.verdict == "conflict" for finding in found)
    explained = plural(len(audit.findings) - len(found), "explained difference")
    settled = sum(not is_open(finding) for finding in found)
    decided = f" ({settled:,} of the conflicts and tensions settled)" if settled else ""
    return f"{plural(conflicts, 'conflict')}, {plural(len(found) - conflicts, 'tension')}, {explained}{decided}"


def counts(audit: Audit) -> str:
    """What the verdict rests on."""
    origins = sum(source.copy_of is None for source in audit.sources)
    unread = f", {plural(len(audit.unread), 'source')} not read" if audit.unread else ""
    return (
        f"{plural(len(audit.sources), 'source')} ({plural(origins, 'origin')}){unread}, "
        f"{plural(len(audit.claims), 'figure')} read, {audit.compared:,} compared, "
        f"{len(audit.claims) - audit.compared:,} not compared"
    )


def numbered(audit: Audit) -> list[tuple[str, Finding]]:
    """The findings with their names in a report (C1, T1, E1), the heaviest first."""
    found: list[tuple[str, Finding]] = []
    for weight, letter in LETTERS.items():
        alike = [finding for finding in audit.findings if finding.verdict == weight]
        found += [(f"{letter}{number}", finding) for number, finding in enumerate(alike, 1)]
    return found
