"""An audit and the texts of its sources in, the report that an editor works from out: Markdown, one story a file.

The verdict first; one table of findings; who gives which figure; each conflict and tension with its quotes and how to
settle it; what was explained; what was not checked. No time of day and no absolute path: same input, same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from crossfoot.formats.markdown.evidence import Evidence, evidence, section
from crossfoot.formats.markdown.marks import bold, code, escape, link, shortened
from crossfoot.formats.markdown.matrix import matrix
from crossfoot.formats.markdown.unchecked import single, unchecked
from crossfoot.model import Audit, Finding, Side, Source
from crossfoot.wording import counts, headline, label, named, numbered, topic, verdict, who


def render(audit: Audit, texts: Mapping[str, str], *, links: str = "", command: str = "crossfoot audit") -> str:
    """The report. Links to sources start at `links`, the story's folder as seen from where the report lies."""
    known = evidence(audit, texts, links)
    found = numbered(audit)
    flagged = [(name, finding) for name, finding in found if finding.verdict != "explained"]
    explained = [(name, finding) for name, finding in found if finding.verdict == "explained"]
    lines = [f"# Figures audit: {escape(audit.story)}", "", _first(audit), ""]
    lines += [*_findings(flagged, known), ""] if flagged else []
    lines += ["## Sources", "", *_sources(audit, known), ""]
    lines += ["## Figures by source", "", *matrix(audit), ""]
    lines += ["## Conflicts and tensions", ""] if flagged else []
    for name, finding in flagged:
        lines += section(name, finding, known, command)
    told = [_explained(name, finding, known) for name, finding in explained]
    lines += ["## Explained, not flagged", "", *told, ""] if explained else []
    lines += ["## One origin only", "", *single(audit, known), ""]
    lines += ["## Not checked", "", *unchecked(audit, known), ""]
    lines += ["---", "", f"*crossfoot {escape(audit.crossfoot)} · repeat with* {code(command)}", ""]
    return "\n".join(lines)


def _first(audit: Audit) -> str:
    """The verdict, and what it rests on."""
    if not audit.compared:
        return f"**Nothing could be compared.** {counts(audit)} ([why](#not-checked))."
    return f"**{verdict(audit)}.** {counts(audit)} ([why](#not-checked))."


def _findings(flagged: list[tuple[str, Finding]], known: Evidence) -> list[str]:
    """The table of conflicts and tensions."""
    rows = ["| | What | Sides | Better supported |", "| --- | --- | --- | --- |"]
    for name, finding in flagged:
        state = "" if finding.state == "new" else f", {finding.state}"
        kind = f"[{bold(name)}](#{name.lower()}) {finding.verdict}, {escape(finding.type)}{state}"
        what = topic(finding, known.claims) or ", ".join(filter(None, (finding.subject, named(finding.measure or ""))))
        sides = " against ".join(_side(side, finding, known) for side in finding.sides)
        rows.append(f"| {kind} | {escape(what)} | {sides} | {escape(known.supported(finding))} |")
    return rows


def _side(side: Side, finding: Finding, known: Evidence) -> str:
    """What a side says, and in which sources."""
    return f"{bold(label(side, finding, known.claims))} in {escape(known.who(side))}"


def _sources(audit: Audit, known: Evidence) -> list[str]:
    """The table of sources, and which of them repeat another."""
    rows = ["| Source | Publisher | Title | Published | Language | Figures |", "| --- | --- | --- | --- | --- | --- |"]
    figures = Counter(claim.source for claim in audit.claims)
    for source in audit.sources:
        title = source.title and shortened(source.title)
        facts = (source.publisher, title, source.published or "no date", source.language)
        cells = [
            link(source.id, known.path(source.id)),
            *(escape(fact or "–") for fact in facts),
            f"{figures[source.id]:,}",
        ]
        rows.append(f"| {' | '.join(cells)} |")
    copies = [_copy(source) for source in audit.sources if source.copy_of]
    return [*rows, "", *copies] if copies else rows


def _copy(source: Source) -> str:
    """That a source counts together with the one it repeats."""
    return f"- {escape(source.id)} repeats {escape(source.copy_of or '')}: counted as one origin"


def _explained(name: str, finding: Finding, known: Evidence) -> str:
    """An entry of what looks like a disagreement and is none."""
    if finding.type == "wording":
        true = "both can be true" if len(finding.sides) == 2 else "all can be true"
        return f"- {bold(name)} {escape(headline(finding, known.claims, known.who))}: {true}"
    sources = list(dict.fromkeys(sorted(id for side in finding.sides for id in side.sources)))
    reasons = f": {'; '.join(finding.reasons)}" if finding.reasons else ""
    summary = finding.summary.rstrip(".")
    return f"- {bold(name)} {escape(f'{summary}, in {who(sources, known.sources)}{reasons}')}"
