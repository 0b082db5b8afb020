"""A finding in, Markdown out: its quotes, how they were read, why it is flagged, who says so, how to settle it.

Quotes are the figure and the few words around it, each with a link to its line in the source.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from crossfoot.amounts import figure
from crossfoot.formats.markdown.marks import bold, code, escape, excerpt, link
from crossfoot.model import Audit, Claim, Finding, Side, Source
from crossfoot.wording import listed, plural

_MOST_QUOTES = 4
_SETTLE = {
    "currency": "find who first named the amount (a press release, a filing) and read the currency there",
    "value": "find the document that the figure comes from, and the date on which each source read it",
    "scope": "ask whether each figure is for a first phase, an addition, or the whole",
    "time": "ask for which year each figure holds",
    "date": "look for the latest word of whoever sets the date",
    "sum": "ask for the list of the parts, and for what the total holds besides them",
    "ratio": "work the ratio out again from the original document, to see which of the two figures is off",
    "unit": "look the figure up where it first appeared, and read its unit there",
    "wording": "compare the words around the figure: a limit, or the number itself?",
    "duplicate": "read the original of the two texts, and leave the copy out",
}


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
        """The claims of a side, those of originals first."""
        found = [self.claims[id] for id in side.claims if id in self.claims]
        return sorted(found, key=lambda claim: (self._is_copy(claim), claim.source, claim.start))

    def _is_copy(self, claim: Claim) -> bool:
        """Whether a claim stands in a copy."""
        return claim.source in self.sources and self.sources[claim.source].copy_of is not None


def evidence(audit: Audit, texts: Mapping[str, str], links: str) -> Evidence:
    """What the sections of an audit draw on."""
    sources = {source.id: source for source in audit.sources}
    return Evidence(sources, {claim.id: claim for claim in audit.claims}, texts, links)


def section(name: str, finding: Finding, known: Evidence) -> list[str]:
    """The whole section of a conflict or a tension."""
    state = "" if finding.state == "new" else f" ({finding.state})"
    lines = [f'<a id="{name.lower()}"></a>', "", f"### {name} · {escape(finding.summary)}{state}", ""]
    quotes = [_quotes(side, known) for side in finding.sides]
    for place, quoted in enumerate(quotes):
        lines += [*([">"] if place else []), *quoted]
    asked = list(dict.fromkeys(c.speaker for side in finding.sides for c in known.of(side) if c.speaker))
    ask = f"; ask {escape(listed(asked, 3))}" if asked else ""
    settle = _SETTLE.get(finding.type, "go back to the document that the figures come from")
    lines += ["", "- **Read as**", *(f"  - {_reading(side, known)}" for side in finding.sides)]
    lines += [f"- **Why** ({escape(finding.type)})", *(f"  - {escape(reason)}" for reason in finding.reasons)]
    lines += [f"- **Likely cause:** {escape(finding.cause)}"] if finding.cause else []
    lines += ["- **Who says so**", *(f"  - {_support(side, known)}" for side in finding.sides)]
    lines.append(f"- **Better supported:** {escape(finding.supported or 'neither')}")
    lines.append(f"- **To settle it:** {settle}{ask}.")
    command = code(f'crossfoot accept {finding.id} --reason "..."')
    return [*lines, f"- **If it is in order:** {command}", ""]


def _quotes(side: Side, known: Evidence) -> list[str]:
    """A side's quotes, one a source, with where they stand."""
    first: dict[str, Claim] = {}
    claims = known.of(side)
    for claim in claims:
        first.setdefault(claim.source, claim)
    lines: list[str] = []
    for claim in list(first.values())[:_MOST_QUOTES]:
        lines += [">"] if lines else []
        lines.append(f"> {bold(side.label)} · {_origin(claim, known)}: “{_context(claim, known)}”")
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


def _reading(side: Side, known: Evidence) -> str:
    """How the figures of a side were read, each different one once."""
    readings = dict.fromkeys(f"{figure(c)}{_steps(c)}" for c in known.of(side))
    return f"{escape(side.label)}: {escape('; '.join(list(readings)[:3]) or 'no figure of its own')}"


def _steps(claim: Claim) -> str:
    """The steps from the printed words to the numbers."""
    return f" ({', '.join(claim.reading)})" if claim.reading else ""


def _support(side: Side, known: Evidence) -> str:
    """Who stands behind a side: sources, origins, speakers, dates."""
    count = plural(len(side.sources), "source")
    origins = f", {plural(side.independent, 'origin')}" if side.independent != len(side.sources) else ""
    speakers = list(dict.fromkeys(claim.speaker for claim in known.of(side) if claim.speaker))
    said = f"; said by {listed(speakers, 3)}" if speakers else "; no speaker named"
    dates = sorted({source.published for id in side.sources if (source := known.sources.get(id)) and source.published})
    dated = f"; {dates[0]}" + (f" to {dates[-1]}" if len(dates) > 1 else "") if dates else "; no date"
    return escape(f"{side.label}: {count}{origins} ({listed(side.sources, 8)}){said}{dated}")
