"""Claims that say different things -> the sides of a finding: a label, who says it, how many origins that is."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from crossfoot.amounts import extent, figure
from crossfoot.intervals import Interval, interval
from crossfoot.model import Claim, Document, Finding, Frame, Group, Measure, Side, Source, Verdict
from crossfoot.tables import Tables
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word, split

UNNAMED = "unnamed subject"
"""The subject of a figure where a text names none."""
UNWEIGHED = frozenset({"ratio", "scope", "sum"})
"""Kinds of findings whose sides are no rivals: that more places print one says nothing against the other."""
ESTIMATED = frozenset({"cost", "investment"})


class Context(NamedTuple):
    """What a check may look at besides its group."""

    groups: tuple[Group, ...]
    claims: tuple[Claim, ...]
    sources: Mapping[str, Source]
    tables: Tables
    together: bool = False
    """The sources are statements of one moment."""
    documents: Mapping[str, Document] = MappingProxyType({})
    """By source: the texts, for the words between and around figures."""
    frames: tuple[Frame, ...] = ()
    """Figures of statements of one moment that stand in the same words."""

    def interval(self, claim: Claim) -> Interval:
        """The interval that a figure stands for."""
        return interval(claim, self.tables)

    def extent(self, claim: Claim) -> str:
        """The same the reader's way: "1.45 GW to under 1.55 GW"."""
        low, high, rounded = self.interval(claim)
        return extent(claim, low, high, under=rounded and low != high)

    def is_spent(self, claim: Claim) -> bool:
        """Whether the sentence of a sum says that money has been paid out."""
        printed = self.sentence(claim)
        if printed is None:
            return claim.status == "actual"
        words, vocabulary = printed
        return bool(vocabulary.spent.find(words))

    def is_spent_sum(self, claim: Claim) -> bool:
        """Whether that is said of this sum: no other sum of its sentence stands nearer to the word."""
        printed = self.sentence(claim)
        if printed is None:
            return False
        words, vocabulary = printed
        sums = [
            c for c in self.claims
            if c.source == claim.source and c.unit == claim.unit and words[0].start <= c.start < words[-1].end
        ]  # fmt: skip
        for _, first, last in vocabulary.spent.find(words):
            start, end = words[first].start, words[last - 1].end
            if min(sums, key=lambda c: max(c.start - end, start - c.end)).id == claim.id:
                return True
        return False

    def is_broken_down(self, claim: Claim) -> bool:
        """Whether a sum's text goes on to say of which parts it is made: "5.1 billion, of which 2.1 billion are"."""
        printed = self.sentence(claim)
        if printed is None:
            return False
        words, vocabulary = printed
        behind = [w for w in words if w.start >= claim.end and w.text != ","]
        return any(phrases.at(behind, 0) for phrases in (vocabulary.of_them, vocabulary.among))

    def sentence(self, claim: Claim) -> tuple[tuple[Word, ...], Vocabulary] | None:
        """The words of the sentence that prints a claim, and their vocabulary; None where the texts are not at hand."""
        document = self.documents.get(claim.source)
        if document is None or not document.sentences:
            return None
        place = max(0, bisect_right(document.sentences, claim.start, key=lambda s: s.start) - 1)
        found = document.sentences[place]
        return _words(document.text, found.start, found.end), self.tables.vocabulary(document.language_at(place))

    def language(self, claim: Claim) -> str:
        """The language of the text that prints a claim; "" where the texts are not at hand."""
        document = self.documents.get(claim.source)
        return document.language[:2] if document else ""

    def origin(self, source: str) -> str:
        """The source that this one is a copy of, or itself."""
        known = self.sources.get(source)
        return known.copy_of or source if known else source

    def as_of(self, claim: Claim) -> str | None:
        """When a claim was made: what the text says, else when its source was published."""
        known = self.sources.get(claim.source)
        published = known.published if known else None
        if claim.measure in ESTIMATED and claim.target_date:
            now = published or _first_published(self, claim.subject)
            if claim.target_date < now[:7]:
                return claim.as_of or claim.target_date  # "the forecast stood at 16 billion in 2012"
        return claim.as_of or published


def _first_published(context: Context, subject: str) -> str:
    """When the first of the sources was published that tell of a subject; "" where none says."""
    telling = {c.source for c in context.claims if c.subject == subject}
    return min((s.published for name, s in context.sources.items() if name in telling and s.published), default="")


@lru_cache(maxsize=4096)
def _words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of a sentence; checks ask for them once for each pair of claims."""
    return tuple(split(text[start:end], start))


def side(label: str, claims: Iterable[Claim], context: Context) -> Side:
    """The side that these claims make."""
    ordered = sorted(claims, key=lambda c: (c.source, c.start))
    sources = tuple(dict.fromkeys(c.source for c in ordered))
    origins = {context.origin(s) for s in sources}
    return Side(label=label, claims=tuple(c.id for c in ordered), sources=sources, independent=len(origins))


def label(claim: Claim, *, scope: bool = False, year: bool = False) -> str:
    """A figure the reader's way, with its scope and the date it is said of where asked for."""
    parts = [figure(claim)]
    if scope and claim.scope:
        parts.append(claim.scope.replace("_", " "))
    if year and claim.target_date:
        parts.append(f"in {claim.target_date}")
    if claim.price_base:
        named = {"current": "current prices", "constant": "constant prices"}
        parts.append(named.get(claim.price_base, f"in money of {claim.price_base}"))
    return ", ".join(parts)


def in_one_word(claims: Sequence[Claim], context: Context) -> list[Claim]:
    """The claims as a label shows them: counts told in several languages all by the name of the thing."""
    counts = [c for c in claims if c.thing and c.unit in ("count", "person")]
    languages = {context.language(c) for c in counts}
    as_printed = len(languages) < 2 and all(c.unit == "count" for c in counts)
    if as_printed or len({c.thing for c in counts}) > 1:
        return list(claims)
    return [c.model_copy(update={"noun": c.thing, "unit": "count"}) if c in counts else c for c in claims]


def finding(
    kind: str, verdict: Verdict, subject: str, measure: Measure | None, sides: Sequence[Side], summary: str,
    reasons: Sequence[str], *, cause: str | None = None, confidence: float = 0.8,
) -> Finding:  # fmt: skip
    """A finding with its fingerprint, and the side that more origins support."""
    ordered = tuple(sorted(sides, key=lambda s: (-s.independent, -len(s.claims), s.label)))
    said = "\n".join([kind, str(measure), subject, *sorted(s.label for s in sides)])
    return Finding(
        id=f"{kind}-{hashlib.sha256(said.encode()).hexdigest()[:8]}",
        type=kind,
        verdict=verdict,
        confidence=confidence,
        subject=subject,
        measure=measure,
        sides=ordered,
        summary=summary,
        reasons=tuple(reasons),
        cause=cause,
        supported=_supported(ordered) if verdict != "explained" and kind not in UNWEIGHED else None,
    )


def _supported(sides: Sequence[Side]) -> str | None:
    """The label of the side that more origins stand behind, if one does."""
    return sides[0].label if len(sides) > 1 and sides[0].independent > sides[1].independent else None


def number(claim: Claim) -> tuple[object, object, str]:
    """What makes two figures the same figure: bounds and unit."""
    return claim.low, claim.high, claim.unit


def by_number(claims: Iterable[Claim]) -> dict[tuple[object, object, str], list[Claim]]:
    """Claims by their figure, smallest first; the first of each list is the one that says most."""
    found: dict[tuple[object, object, str], list[Claim]] = {}
    for claim in sorted(claims, key=_size):
        found.setdefault(number(claim), []).append(claim)
    return found


def with_same_number(claims: Sequence[Claim], group: Group) -> list[Claim]:
    """The claims, and those of their group that print the same figure without saying for when."""
    numbers = {number(c) for c in claims}
    told = {c.id for c in claims}
    return [*claims, *(c for c in group.claims if c.id not in told and number(c) in numbers and not c.target_date)]


def lead(claims: Iterable[Claim]) -> Claim:
    """The claim that labels the others of its figure: dated, exact, scoped; never by the name of its source."""
    return min(claims, key=_size)


def _size(claim: Claim) -> tuple[Decimal, str, bool, bool, str, str, str, str, int]:
    first = claim.low if claim.low is not None else claim.high
    size = Decimal(first.toordinal()) if isinstance(first, date) else Decimal(first or 0)
    vague = claim.modifier != "exact"
    told = claim.target_date or "", f"{claim.modifier} {claim.scope or ''}"
    return size, claim.unit, claim.target_date is None, vague, *told, claim.quote, claim.source, claim.start


def joined(labels: Iterable[str]) -> str:
    """Labels as in a sentence: "A, B and C"."""
    every = list(labels)
    return every[0] if len(every) == 1 else f"{', '.join(every[:-1])} and {every[-1]}"
