"""An audit in, the sentences about it out that several outputs print: the verdict, the counts, who says what.

    verdict(audit)            # -> "1 conflict, 2 tensions, 3 explained differences"
    counts(audit)             # -> "6 sources (5 origins), 41 figures read, 27 compared, 14 not compared"
    topic(finding, claims)    # -> "Grand Est, power in 2028"
    who(ids, sources)         # -> "Ricochets (000, 001), 003"

The outputs know nothing of each other; what they have in common stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from crossfoot.model import Audit, Claim, Finding, Side, Source, State

SETTLED: frozenset[State] = frozenset({"accepted", "rejected", "resolved"})
LETTERS = {"conflict": "C", "tension": "T", "explained": "E"}
"""How findings are numbered in a report, and their order by weight."""
KIN = {"cost": "investment", "money_other": "investment", "headcount": "jobs"}
"""Measures that the press mixes, under the name of one of them."""
_NOUNS = {"investment", "cost", "price", "revenue", "funding", "power", "energy", "area", "duration", "population"}
"""Measures whose name says what is measured; of the others the figure itself names what is counted."""
_MEASURES = {"gpu_count": "GPUs", "site_count": "sites", "money_other": "money", "count_other": "count"}
_SCOPES = {
    "first_phase": "the first-phase {}", "initial": "the initial {}", "full_build": "the {} once fully built",
    "total": "the total {}", "cumulative": "the cumulative {}", "additional": "additional {}", "direct": "direct {}",
    "direct_and_indirect": "direct and indirect {}",
}  # fmt: skip
_CAUSES = {
    "currency slip": "one text prints the wrong currency",
    "scale slip": "one text prints the wrong scale",
    "scope mixed": "a figure for a part is given for the whole, or the other way round",
    "scope left out": "one text leaves out that the figure is for a part",
    "hedge lost or added": "a word such as “at least” or “about” was lost or added on the way",
}


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
    """The findings with their names in a report (C1, T1, E1), the heaviest first, those about one thing together."""
    found: list[tuple[str, Finding]] = []
    for weight, letter in LETTERS.items():
        alike = [finding for finding in audit.findings if finding.verdict == weight]
        first: dict[tuple[str, str | None], int] = {}
        for place, finding in enumerate(alike):
            first.setdefault(_thing(finding), place)
        alike.sort(key=lambda finding: first[_thing(finding)])
        found += [(f"{letter}{number}", finding) for number, finding in enumerate(alike, 1)]
    return found


def _thing(finding: Finding) -> tuple[str, str | None]:
    """What a finding is about."""
    return finding.subject, KIN.get(finding.measure or "", finding.measure)


def cause(finding: Finding) -> str | None:
    """The likely cause in plain words."""
    return _CAUSES.get(finding.cause, finding.cause) if finding.cause else None


def who(ids: Iterable[str], sources: Mapping[str, Source], most: int = 6) -> str:
    """Sources by publisher, each with its ids; by id alone where the publisher is not known or the id says it."""
    named: dict[str, list[str]] = {}
    for id in ids:
        known = sources.get(id)
        named.setdefault((known and known.publisher) or id, []).append(id)
    return listed(
        (name if _says(same, name) else f"{name} ({listed(same, most)})" for name, same in named.items()), most
    )


def _says(ids: list[str], name: str) -> bool:
    """Whether one id is all but the publisher's name: "france-alerte" of "France Alerte"."""
    return len(ids) == 1 and _bare(ids[0]) == _bare(name)


def _bare(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(mark for mark in text.casefold() if mark.isalnum())


def topic(finding: Finding, claims: Mapping[str, Claim]) -> str:
    """What a finding is about: subject, measure or event, and the date that all its sides speak of."""
    if finding.type == "ratio" or finding.measure is None:
        return ""
    events = {claim.event for side in finding.sides for claim in of(side, claims) if claim.event}
    kind = events.pop() if finding.measure == "date" and len(events) == 1 else finding.measure
    date = common_date(finding, claims)
    return f"{finding.subject}, {named(kind)}{f' in {date}' if date else ''}"


def named(kind: str) -> str:
    """A measure or an event in words."""
    return _MEASURES.get(kind, kind.replace("_", " "))


def common_date(finding: Finding, claims: Mapping[str, Claim]) -> str | None:
    """The one date that figures of every side are said of, if no figure is said of another."""
    dates = [{claim.target_date for claim in of(side, claims)} - {None} for side in finding.sides]
    every = set().union(*dates)
    return every.pop() if all(dates) and len(every) == 1 else None


def label(side: Side, finding: Finding, claims: Mapping[str, Claim]) -> str:
    """What a side says, without the date that the topic names."""
    return side.label.replace(f", in {common_date(finding, claims)}", "").replace(", in ", " in ")


def of(side: Side, claims: Mapping[str, Claim]) -> list[Claim]:
    """The claims of a side."""
    return [claims[id] for id in side.claims if id in claims]


def scopes(finding: Finding, claims: Mapping[str, Claim]) -> list[str] | None:
    """What each side makes of one figure ("the initial investment"), where that is how they differ."""
    told = [{claim.scope for claim in of(side, claims)} for side in finding.sides]
    names = [next(iter(each)) for each in told if len(each) == 1]
    if finding.type != "scope" or len(names) < len(told) or None in names or len(set(names)) < len(names):
        return None
    return [_scope(name or "", of(side, claims)[0]) for name, side in zip(names, finding.sides, strict=True)]


def _scope(name: str, claim: Claim) -> str:
    """A scope with the noun that it is of."""
    noun: str = claim.measure if claim.measure in _NOUNS else "amount" if claim.measure == "money_other" else "number"
    if name.startswith("direct"):
        noun = {"jobs": "jobs", "headcount": "people"}.get(claim.measure, noun)
    return _SCOPES[name].format(noun)


def headline(finding: Finding, claims: Mapping[str, Claim], by: Callable[[Side], str] | None = None) -> str:
    """A finding in one line: what it is about, what each side says, and who that is as far as `by` says."""
    behind = [by(side) if by else "" for side in finding.sides]
    if told := scopes(finding, claims):
        amount = finding.sides[0].label.split(", ")[0]
        said = (f"as {what}{f' by {names}' if names else ''}" for what, names in zip(told, behind, strict=True))
        return f"{finding.subject}: {amount} is given {' and '.join(said)}"
    labels = (label(side, finding, claims) for side in finding.sides)
    sides = (f"{text}{_behind(names)}" for text, names in zip(labels, behind, strict=True))
    about = topic(finding, claims)
    return f"{f'{about}: ' if about else ''}{(' and ' if finding.verdict == 'explained' else ' or ').join(sides)}"


def _behind(names: str) -> str:
    """Who a side is, after what it says: in brackets, unless the names have some."""
    return f" in {names}" if "(" in names else f" ({names})" if names else ""
