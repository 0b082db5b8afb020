"""A finding in, Markdown out: its quotes, what was inferred, why it is flagged, who says so, what to ask whom.

Quotes are the figure and the few words around it, each with a link to its line in the source.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from crossfoot.formats.markdown.marks import bold, code, escape, excerpt, link
from crossfoot.formats.markdown.notes import best, both_ways, question, readings, short
from crossfoot.model import Audit, Claim, Finding, Side, Source
from crossfoot.wording import cause, headline, label, listed, of, plural, scopes, who

_MOST_QUOTES = 4


class Evidence(NamedTuple):
    """What a section draws on: sources and claims by id, the texts, and the way to the story's folder."""

    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    texts: Mapping[str, str]
    links: str

    def path(self, source: str) -> str:
        """The path of a source from where the report lies."""
        path = self.sources[source].path if source in self.sources else source
        return path if self.links in ("", ".") else f"{self.links}/{path}"

    def place(self, claim: Claim) -> str:
        """A claim's source and line, as a link."""
        return link(f"{claim.source} line {claim.line}", self.path(claim.source), claim.line)

    def of(self, side: Side) -> list[Claim]:
        """The claims of a side, those of originals first, in a source those that show its figure best."""
        return sorted(best(of(side, self.claims), side), key=lambda claim: (self._is_copy(claim), claim.source))

    def who(self, side: Side) -> str:
        """The sources of a side, by publisher."""
        return who(side.sources, self.sources)

    def supported(self, finding: Finding) -> str:
        """What the better supported side says."""
        better = [side for side in finding.sides if side.label == finding.supported]
        return label(better[0], finding, self.claims) if better else finding.supported or "neither"

    def _is_copy(self, claim: Claim) -> bool:
        """Whether a claim stands in a copy."""
        return claim.source in self.sources and self.sources[claim.source].copy_of is not None


def evidence(audit: Audit, texts: Mapping[str, str], links: str) -> Evidence:
    """What the sections of an audit draw on."""
    sources = {source.id: source for source in audit.sources}
    return Evidence(sources, {claim.id: claim for claim in audit.claims}, texts, links)


def section(name: str, finding: Finding, known: Evidence, command: str) -> list[str]:
    """The whole section of a conflict or a tension."""
    state = "" if finding.state == "new" else f" ({finding.state})"
    told = headline(finding, known.claims, known.who if scopes(finding, known.claims) else None)
    lines = [f'<a id="{name.lower()}"></a>', "", f"### {name} · {escape(told)}{state}", ""]
    for place, side in enumerate(finding.sides):
        lines += [*([">"] if place else []), *_quotes(side, finding, known)]
    lines += ["", *(f"- **Note:** {escape(text)}" for text in both_ways(finding, known.claims, known.sources))]
    lines += [f"- **Read as:** {escape(steps)}"] if (steps := readings(finding, known.claims)) else []
    lines += [f"- **Why** ({escape(finding.type)})", *(f"  - {escape(reason)}" for reason in finding.reasons)]
    lines += [f"- **Likely cause:** {escape(why)}"] if (why := cause(finding)) else []
    lines += ["- **Who says so**", *(f"  - {_support(side, finding, known)}" for side in finding.sides)]
    lines.append(f"- **Better supported:** {escape(known.supported(finding))}")
    lines += [f"- **To settle it:** {escape(ask)}"] if (ask := question(finding, known.claims)) else []
    return [*lines, f"- **All steps:** {code(command.replace('audit', f'explain {name}', 1))}", ""]


def _quotes(side: Side, finding: Finding, known: Evidence) -> list[str]:
    """A side's quotes, one a source and unit, with where they stand."""
    first: dict[tuple[str, str], Claim] = {}
    claims = known.of(side)
    for claim in claims:
        first.setdefault((claim.source, claim.unit), claim)
    said = bold(short(side, finding, known.claims))
    lines: list[str] = []
    for claim in list(first.values())[:_MOST_QUOTES]:
        lines += [">"] if lines else []
        lines.append(f"> {said} · {_origin(claim, known)}: “{_context(claim, known)}”")
    shown = {claim.id for claim in list(first.values())[:_MOST_QUOTES]}
    also = [known.place(claim) for claim in claims if claim.id not in shown]
    return [*lines, ">", f"> Also: {listed(also, 6)}"] if also else lines


def _origin(claim: Claim, known: Evidence) -> str:
    """Where a claim stands: link, publisher, date, speaker."""
    source = known.sources.get(claim.source)
    facts = [source.publisher, source.published or "no date"] if source else []
    facts += [f"{claim.speaker} says" if claim.speaker else None, f"via {claim.via}" if claim.via else None]
    return ", ".join([known.place(claim), *(escape(fact) for fact in facts if fact)])


def _context(claim: Claim, known: Evidence) -> str:
    """A claim's quote with the words around it, where the text is at hand."""
    text = known.texts.get(claim.source, "")
    return excerpt(text, claim.start, claim.end) if text[claim.start : claim.end] == claim.quote else bold(claim.quote)


def _support(side: Side, finding: Finding, known: Evidence) -> str:
    """Who stands behind a side: sources, origins, speakers, dates."""
    count = plural(len(side.sources), "source")
    origins = f", {plural(side.independent, 'origin')}" if side.independent != len(side.sources) else ""
    speakers = list(dict.fromkeys(claim.speaker for claim in known.of(side) if claim.speaker))
    said = f"; said by {listed(speakers, 3)}" if speakers else "; no speaker named"
    what = short(side, finding, known.claims)
    return escape(f"{what}: {count}{origins} – {known.who(side)}{said}; {_dated(side, known)}")


def _dated(side: Side, known: Evidence) -> str:
    """When the sources of a side were published, and how many of them do not say it."""
    dates = sorted(s.published for id in side.sources if (s := known.sources.get(id)) and s.published)
    if not dates:
        return "no date"
    without = len(side.sources) - len(dates)
    span = dates[0] if dates[0] == dates[-1] else f"{dates[0]} to {dates[-1]}"
    return f"{span}{f', {without} without a date' if without else ''}"
