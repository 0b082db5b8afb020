"""A claim or a finding in, the lines out that say how it was read, or made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from crossfoot.amounts import figure
from crossfoot.errors import CrossfootError
from crossfoot.model import Audit, Claim, Finding
from crossfoot.wording import listed, plural

_SHOWN = (
    "measure", "subject", "scope", "event", "target_date", "as_of", "price_base", "status", "speaker", "via",
    "converts",
)  # fmt: skip


def of(id: str, audits: Sequence[Audit]) -> str:
    """The explanation of the one claim or finding that an id, or its beginning, names."""
    known: dict[str, str] = {}
    for audit in audits:
        known |= {each.id: claim(each) for each in audit.claims}
        known |= {each.id: finding(each, audit) for each in audit.findings}
    meant = [id] if id in known else sorted(each for each in known if id and each.startswith(id))
    if len(meant) == 1:
        return known[meant[0]]
    if meant:
        raise CrossfootError(f"{id} names {len(meant)} claims or findings: {listed(meant, 5)}")
    near = get_close_matches(id, known, n=5, cutoff=0.5)
    raise CrossfootError(f"there is no claim or finding {id!r}" + (f"; close: {', '.join(near)}" if near else ""))


def claim(found: Claim) -> str:
    """How a claim was read, from its printed words to its numbers."""
    fields = [(name.replace("_", " "), getattr(found, name)) for name in _SHOWN]
    lines = [
        f'claim {found.id}: "{_line(found.quote)}" ({found.source}, line {found.line}, column {found.column})',
        f"  reads       {figure(found)}   low {found.low}, high {found.high}, {found.unit}, {found.modifier}",
        *(f"  {name:<11} {_line(str(value))}" for name, value in fields if value),
        f"  confidence  {found.confidence:g}",
        "  because",
        *(f"    - {_line(step)}" for step in found.reading or ("no steps were kept",)),
    ]
    return "".join(line + "\n" for line in lines)


def finding(found: Finding, audit: Audit) -> str:
    """How a finding was made: what each side says and where, and the steps from there to the verdict."""
    claims = {claim.id: claim for claim in audit.claims}
    lines = [f"finding {found.id}: {found.verdict}, {found.type}: {_line(found.summary)}"]
    for side in found.sides:
        copies = f" ({plural(side.independent, 'origin')})" if side.independent != len(side.sources) else ""
        lines.append(f"  {_line(side.label)}: {', '.join(side.sources)}{copies}")
        lines += _quotes(side.claims, claims)
    lines += ["  because", *(f"    - {_line(reason)}" for reason in found.reasons)]
    notes = {"likely cause": found.cause, "supported": found.supported, "state": found.state}
    lines += [f"  {name}: {_line(value)}" for name, value in notes.items() if value]
    lines.append(f"  confidence: {found.confidence:g}")
    return "".join(line + "\n" for line in lines)


def _quotes(ids: Iterable[str], claims: Mapping[str, Claim]) -> list[str]:
    """The claims of a side, one a line."""
    found = [claims[id] for id in ids if id in claims]
    return [f'    {each.id}  "{_line(each.quote)}" ({each.source}, line {each.line}): {figure(each)}' for each in found]


def _line(text: str) -> str:
    """A text on one line, without control characters."""
    return "".join(mark for mark in " ".join(text.split()) if mark.isprintable() or mark == " ")
