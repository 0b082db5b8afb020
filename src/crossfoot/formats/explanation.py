"""A claim or a finding in, the lines out that say how it was read, or made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches

from crossfoot.amounts import figure
from crossfoot.errors import CrossfootError
from crossfoot.model import Audit, Claim, Finding
from crossfoot.wording import cause, listed, numbered, plural

_SHOWN = (
    "measure", "subject", "scope", "event", "target_date", "as_of", "price_base", "status", "speaker", "via",
    "converts",
)  # fmt: skip

_END = re.compile(r"(?<=[.!?…])\s+(?=[^\s\d])|\n")
"""Where a sentence ends, near enough for showing it."""
_WINDOW = 240


def of(id: str, audits: Sequence[tuple[Audit, Mapping[str, str]]]) -> str:
    """The explanation of the one claim or finding that an id, its beginning, or a name in a report (C1) names.

    Audits come with the texts of their sources by id.
    """
    known: dict[str, str] = {}
    names: dict[str, list[str]] = {}
    for audit, texts in audits:
        known |= {each.id: claim(each, texts.get(each.source, "")) for each in audit.claims}
        known |= {each.id: finding(each, audit) for each in audit.findings}
        for name, each in numbered(audit):
            names.setdefault(name, []).append(each.id)
    beginning = sorted(each for each in known if id and each.startswith(id))
    meant = [id] if id in known else names.get(id.upper()) or beginning
    if len(meant) == 1:
        return known[meant[0]]
    if meant:
        raise CrossfootError(f"{id} names {len(meant)} claims or findings: {listed(meant, 5)}")
    near = get_close_matches(id, [*known, *names], n=5, cutoff=0.5)
    raise CrossfootError(f"there is no claim or finding {id!r}" + (f"; close: {', '.join(near)}" if near else ""))


def claim(found: Claim, text: str) -> str:
    """How a claim was read, from its printed words to its numbers."""
    fields = [(name.replace("_", " "), getattr(found, name)) for name in _SHOWN]
    fields.append(("former", "yes" if found.former else ""))
    sentence = _sentence(found, text)
    lines = [
        f'claim {found.id}: "{_line(found.quote)}" ({found.source}, line {found.line}, column {found.column})',
        *([f"  sentence    {sentence}"] if sentence else []),
        f"  reads       {_line(figure(found))}{_taken(found)}",
        *(f"  {name:<11} {_line(str(value)).replace('_', ' ')}" for name, value in fields if value),
        f"  confidence  {found.confidence:g}",
        "  because",
        *(f"    - {_line(step)}" for step in found.reading or ("no steps were kept",)),
    ]
    return "".join(line + "\n" for line in lines)


def _taken(found: Claim) -> str:
    """The bounds that a vague figure is taken for."""
    if found.modifier != "several" or not isinstance(found.low, Decimal):
        return ""
    return f", taken as {found.low:,f} {'or more' if found.high is None else f'to {found.high:,f}'} {found.unit}"


def _sentence(found: Claim, text: str) -> str:
    """The sentence around a figure, its beginning and end cut where it is long."""
    if text[found.start : found.end] != found.quote:
        return ""
    before = _END.split(text[max(0, found.start - _WINDOW) : found.start])[-1]
    after = _END.split(text[found.end : found.end + _WINDOW], maxsplit=1)[0]
    head = before if len(before) < _WINDOW else f"… {before.partition(' ')[2]}"
    tail = after if len(after) < _WINDOW else f"{after.rpartition(' ')[0]} …"
    return _line(f"{head}{found.quote}{tail}")


def finding(found: Finding, audit: Audit) -> str:
    """How a finding was made: what each side says and where, and the steps from there to the verdict."""
    claims = {claim.id: claim for claim in audit.claims}
    lines = [f"finding {found.id}: {found.verdict}, {found.type}: {_line(found.summary)}"]
    for side in found.sides:
        copies = f" ({plural(side.independent, 'origin')})" if side.independent != len(side.sources) else ""
        lines.append(f"  {_line(side.label)}: {', '.join(side.sources)}{copies}")
        lines += _quotes(side.claims, claims)
    lines += ["  because", *(f"    - {_line(reason)}" for reason in found.reasons)]
    notes = {"likely cause": cause(found), "supported": found.supported, "state": found.state}
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
