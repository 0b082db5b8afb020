"""A claim or a finding in, the lines out that say how it was read, or made."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches
from types import MappingProxyType

from crossfoot.amounts import figure
from crossfoot.errors import CrossfootError
from crossfoot.model import Audit, Claim, Finding, Side, Source, Verdict
from crossfoot.sides import UNNAMED
from crossfoot.slots import DIMENSIONS
from crossfoot.wording import cause, listed, named, numbered, plural

_SHOWN = (
    "measure", "subject", "scope", "event", "target_date", "as_of", "price_base", "status", "speaker", "via",
    "converts",
)  # fmt: skip

_END = re.compile(r"(?<=[.!?…])\s+(?=[^\s\d])|\n")
"""Where a sentence ends, near enough for showing it."""
_WINDOW = 240
"""Characters shown on either side of a figure of a claim."""
_NEAR = 90
"""The same for each of the figures of a finding."""
_MOST = 8
"""Places or values that a line names."""
_READ = ("measure", "subject", "scope", "event", "target_date", "as_of", "status", "speaker")
_SLOTS = {
    "subject": "said of", "scope": "extent", "target_date": "date it is said of", "price_base": "prices", "per": "per",
}  # fmt: skip
"""What has to agree before two figures compare, and how a line names it."""
_STATUS = {"planned": "planned", "estimated": "an estimate", "possible": "only possible"}
_VERDICTS: Mapping[Verdict, str] = {
    "conflict": "the sides cannot both be true as printed",
    "tension": "the sides can both be true only under a reading that no source states",
    "explained": "it looks like a disagreement and is none",
}


def of(id: str, audits: Sequence[tuple[Audit, Mapping[str, str]]]) -> str:
    """The explanation of the one claim or finding that an id, its beginning, or a name in a report (C1) names.

    Audits come with the texts of their sources by id.
    """
    known: dict[str, str] = {}
    names: dict[str, list[str]] = {}
    for audit, texts in audits:
        known |= {each.id: claim(each, texts.get(each.source, "")) for each in audit.claims}
        known |= {each.id: finding(each, audit, texts) for each in audit.findings}
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


def _sentence(found: Claim, text: str, window: int = _WINDOW) -> str:
    """The sentence around a figure, its beginning and end cut where it is long."""
    if text[found.start : found.end] != found.quote:
        return ""
    before = _END.split(text[max(0, found.start - window) : found.start])[-1]
    after = _END.split(text[found.end : found.end + window], maxsplit=1)[0]
    head = before if len(before) < window else f"… {before.partition(' ')[2]}"
    tail = after if len(after) < window else f"{after.rpartition(' ')[0]} …"
    return _line(f"{head}{found.quote}{tail}")


def finding(found: Finding, audit: Audit, texts: Mapping[str, str] = MappingProxyType({}), *, ids: bool = True) -> str:
    """How a finding was made: what each side prints and how that was read, what the sides share, and the steps from
    there to the verdict. With the texts of the sources by id the printed words stand in their sentences; with the ids
    of the claims where `explain` can be asked for them."""
    claims = {claim.id: claim for claim in audit.claims}
    sources = {source.id: source for source in audit.sources}
    lines = [f"finding {found.id}: {found.verdict}, {found.type}: {_line(found.summary)}", "", "What is printed"]
    for side in found.sides:
        lines += ["", f"  {_line(side.label)}: {_backing(side, sources)}"]
        for same in _mentions([claims[id] for id in side.claims if id in claims]):
            lines += _mention(same, sources[same[0].source], texts, ids=ids)
    lines += ["", "  `crossfoot explain` with an id in brackets tells each step of that reading."] if ids else []
    lines += ["", "How it was compared", *(f"  - {_line(step)}" for step in _steps(found, claims))]
    lines += ["", "What follows", *(f"  - {step}" for step in _outcome(found))]
    return "".join(line + "\n" for line in lines)


def _backing(side: Side, sources: Mapping[str, Source]) -> str:
    """Who stands behind a side: "3 sources, 2 of them independent"."""
    many = plural(len(side.sources), "source")
    copies = [id for id in side.sources if id in sources and sources[id].copy_of]
    told = f" ({listed((f'{id} is a copy of {sources[id].copy_of}' for id in copies), 3)})" if copies else ""
    return many if side.independent == len(side.sources) else f"{many}, {side.independent} of them independent{told}"


def _mentions(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The places of a side, those of one source together that were read in the same way."""
    found: dict[tuple[object, ...], list[Claim]] = {}
    for each in claims:
        key = (each.source, figure(each), *(getattr(each, name) for name in _READ), each.former, each.listed)
        found.setdefault(key, []).append(each)
    return list(found.values())


def _mention(same: Sequence[Claim], source: Source, texts: Mapping[str, str], *, ids: bool) -> list[str]:
    """One place, or several of one source: who prints it, in which words, and how they were read."""
    first, rest = same[0], [str(each.line) for each in same[1:]]
    named = f"{source.publisher} ({source.id})" if source.publisher and source.publisher != source.id else source.id
    dated = f", {source.published}" if source.published else ""
    again = f", and {'lines' if len(rest) > 1 else 'line'} {listed(rest, _MOST)}" if rest else ""
    words = _sentence(first, texts.get(first.source, ""), _NEAR) or _line(first.quote)
    return [
        f"    {_line(named)}{_line(dated)}, line {first.line}{again}: “{words}”",
        f"      “{_line(first.quote)}” was read as {_read(first)}{f' [{first.id}]' if ids else ''}",
    ]


def _read(found: Claim) -> str:
    """What a figure was read as, in a sentence's words."""
    kind = named(found.event or "date") if found.measure == "date" else named(found.measure)
    if found.thing in DIMENSIONS:
        kind = f"{found.thing} of the {found.head}" if found.head else str(found.thing)
    of = "" if found.subject == UNNAMED else f" {'at' if found.thing in DIMENSIONS else 'of'} {_line(found.subject)}"
    told = [f"{_line(figure(found))}{_taken(found)}: {kind}{of}"]
    told += [found.scope.replace("_", " ")] if found.scope else []
    told += ["a figure of the past"] if found.former else []
    told += ["one part of several"] if found.listed else []
    told += [f"for {found.target_date}"] if found.target_date else []
    told += [f"as of {found.as_of}"] if found.as_of else []
    told += [_STATUS[found.status]] if found.status in _STATUS else []
    told += [f"said by {_line(found.speaker)}"] if found.speaker else []
    return ", ".join(told)


def _steps(found: Finding, claims: Mapping[str, Claim]) -> list[str]:
    """What the sides have in common, what only some places say, and the reasons that the check gave."""
    sides = [[claims[id] for id in side.claims if id in claims] for side in found.sides]
    every = [each for side in sides for each in side]
    steps = []
    for name, told in _SLOTS.items():
        found_in = {str(v) for each in every if (v := getattr(each, name))} - {UNNAMED}
        values = sorted(value.replace("_", " ") for value in found_in)
        if name == "subject" and len(values) == 1:
            steps.append(f"all of it is said of one subject, {values[0]}")
        elif values and name != "subject" and any(not getattr(each, name) for each in every):
            steps.append(f"{told}: {listed(values, _MOST)}; not every place says one")
        elif len(values) > 1:
            steps.append(f"{told}: {listed(values, _MOST)}")
    return steps + list(found.reasons)


def _outcome(found: Finding) -> list[str]:
    """The verdict and what it means, the likely cause, the better supported side, and what a person decided."""
    steps = [f"{found.verdict}: {_VERDICTS[found.verdict]} (confidence {found.confidence:g})"]
    if told := cause(found):
        steps.append(f"likely cause: {_line(told)}")
    if found.supported:
        steps.append(f"better supported: {_line(found.supported)}, which more independent sources print; no proof")
    if found.state != "new":
        steps.append(f"state: {found.state}")
    return steps


def _line(text: str) -> str:
    """A text on one line, without control characters."""
    return "".join(mark for mark in " ".join(text.split()) if mark.isprintable() or mark == " ")
