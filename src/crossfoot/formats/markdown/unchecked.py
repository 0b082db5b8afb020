"""An audit in, Markdown out: what it says nothing about, and why. Never left out of a report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from crossfoot.amounts import figure
from crossfoot.formats.markdown.evidence import Evidence
from crossfoot.formats.markdown.marks import escape
from crossfoot.formats.markdown.matrix import copies, rows
from crossfoot.model import Audit, Claim, Skipped
from crossfoot.wording import listed, plural

_MOST_SINGLE = 100
_MOST_EXAMPLES = 5


def single(audit: Audit, known: Evidence) -> list[str]:
    """The figures that one origin alone gives and no finding is about, a line for each subject."""
    found = {id for finding in audit.findings for side in finding.sides for id in side.claims}
    same = copies(audit)
    alone = [r for r in rows(audit.claims) if r.origins(same) == 1 and not any(c.id in found for c in r.claims)]
    lines = []
    for row in alone[:_MOST_SINGLE]:
        values = dict.fromkeys(figure(claim) for claim in row.claims)
        lines.append(f"- {row.name}: {escape(listed(values, 4))} ({known.place(row.claims[0])})")
    more = [f"- and {len(alone) - _MOST_SINGLE:,} more"] if len(alone) > _MOST_SINGLE else []
    return [*lines, *more] or ["None."]


def unchecked(audit: Audit, known: Evidence) -> list[str]:
    """What was not read, not understood, or not compared."""
    unread = [
        f"- **Not read:** {escape(source.path)}: {escape('; '.join(source.problems) or 'could not be read')}"
        for source in audit.unread
    ]
    noted = [
        f"- **Read with a doubt:** {escape(source.path)}: {escape('; '.join(source.problems))}"
        for source in audit.sources
        if source.problems
    ]
    unresolved = _unresolved([claim for claim in audit.claims if claim.low is None and claim.high is None], known)
    rest = len(audit.claims) - audit.compared
    apart = (
        [f"- **Compared with nothing:** {plural(rest, 'figure')}, no other being about the same thing"] if rest else []
    )
    return [*unread, *noted, *unresolved, *apart, *_skipped(audit.skipped)] or ["Nothing was left out."]


def _unresolved(claims: Sequence[Claim], known: Evidence) -> list[str]:
    """Figures without a number, with what their reading says of it."""
    if not claims:
        return []
    named = (f"“{escape(c.quote)}” ({known.place(c)}{_reason(c)})" for c in claims)
    return [f"- **Not resolved:** {plural(len(claims), 'figure')}: {listed(named, _MOST_EXAMPLES)}"]


def _reason(claim: Claim) -> str:
    """Why a claim has no number, where its reading says so."""
    steps = (step for step in claim.reading if step != claim.quote and not step.startswith("subject:"))
    return f", {escape(step)}" if (step := next(steps, "")) else ""


def _skipped(skipped: Sequence[Skipped]) -> list[str]:
    """What was seen and is no claim, by reason, the most frequent first."""
    reasons: dict[str, list[Skipped]] = defaultdict(list)
    for item in skipped:
        reasons[item.reason.split(":")[0]].append(item)
    lines = []
    for reason, items in sorted(reasons.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        quotes = list(dict.fromkeys(_example(item) for item in items))
        lines.append(f"- **Left out,** {escape(reason)}: {len(items):,}, such as {', '.join(quotes[:_MOST_EXAMPLES])}")
    return lines


def _example(item: Skipped) -> str:
    """A skipped stretch with its source; its beginning where it is long."""
    quote = " ".join(item.quote.split())
    return f"“{escape(quote[:30] + ('…' if len(quote) > 30 else ''))}” ({escape(item.source)})"
