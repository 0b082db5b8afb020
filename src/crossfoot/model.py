"""Every type of the project, in the order in which the data flows; the first file to read.

Source -> Document -> Quantity -> Claim -> Group -> Finding, gathered in an Audit. All values are frozen;
a stage makes new ones and never edits what it was given. Field names are the words of the record formats
in the documentation, so that ledger, JSON, code and report need no translation.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

Modifier = Literal["exact", "approx", "at_least", "more_than", "at_most", "less_than", "up_to", "range", "several"]
Measure = Literal[
    "investment", "cost", "price", "revenue", "funding", "money_other", "gpu_count", "power", "energy", "jobs",
    "headcount", "population", "site_count", "date", "area", "percent", "temperature", "duration", "multiplier",
    "count_other",
]  # fmt: skip
Scope = Literal[
    "first_phase", "initial", "full_build", "total", "cumulative", "additional", "direct", "direct_and_indirect"
]
Event = Literal[
    "construction_start", "opening", "full_capacity", "founding", "inauguration", "purchase", "sale", "permit_filing",
    "announcement", "publication", "target", "other",
]  # fmt: skip
Status = Literal["planned", "actual", "estimated", "possible"]
Verdict = Literal["conflict", "tension", "explained"]
State = Literal["new", "known", "accepted", "rejected", "resolved"]
Bound = Decimal | date | None
"""One side of an interval: an amount, a day, or None for an open side."""


class Value(BaseModel):
    """What all types share: frozen, and no field that the type does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Value):
    """A stretch of a document's text, in code points, the end not included."""

    start: int
    end: int

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Source(Value):
    """One article, report or page as it was found, with what is known of it."""

    id: str
    path: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    """A day, a month or a year, ISO: "2025-02-14", "2025-02", "2025"."""
    retrieved: str | None = None
    language: str | None = None
    sha256: str = ""
    copy_of: str | None = None
    """The id of the earlier source whose text this one repeats."""
    problems: tuple[str, ...] = ()


class Block(Value):
    """A paragraph, heading or list item of a document; its text is `text[start:end]`."""

    start: int
    end: int
    kind: Literal["paragraph", "heading", "item", "furniture", "header"]
    """Furniture: menus, teasers, comments, the head of a file; header: a line that repeats the title on each page."""
    heading: int | None = None
    """The index of the heading block that stands over this one."""
    language: str | None = None
    """Where it is not the document's."""


class Sentence(Value):
    """A sentence of a block."""

    start: int
    end: int
    block: int


class Document(Value):
    """A source's text, exact, with its parts."""

    source: Source
    text: str
    language: str
    language_known: bool = True
    """Whether the source says it, or the text shows it; where neither does, numbers such as "1,234" are doubtful."""
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    masked: tuple[Skipped, ...] = ()
    """Stretches that hold no prose: addresses, markup, page furniture."""

    def language_at(self, sentence: int) -> str:
        """The language of a sentence, by its index."""
        return self.blocks[self.sentences[sentence].block].language or self.language


class Quantity(Value):
    """A figure as printed: an interval with a unit and a modifier, and how it was read."""

    quote: str
    start: int
    end: int
    low: Bound
    high: Bound
    unit: str
    modifier: Modifier = "exact"
    per: str | None = None
    price_base: str | None = None
    noun: str | None = None
    """The words that name what is counted, where the unit is a plain count."""
    measure: Measure = "count_other"
    """What figures in this unit measure, as far as the unit alone tells."""
    step: Decimal = Decimal(0)
    """One in the last printed place, in the unit: 100,000,000 for "1,8 milliard d'euros"."""
    period: str | None = None
    """For dates: "2030", "2027-H2", "2026-09", "2026-09-14"."""
    deadline: bool = False
    """For dates: a word such as "by" or "d'ici" stands before it."""
    weekday: bool = False
    """For dates: only a day of the week was printed."""
    refused: str | None = None
    """Why this figure is no claim, where its form alone tells: a road, a clock time, a list number."""
    doubt: str | None = None
    """Why the reading is not certain, e.g. an assumed currency."""
    evidence: tuple[tuple[int, int], ...] = ()
    reading: tuple[str, ...] = ()


class Skipped(Value):
    """What was seen and is no claim, and why."""

    source: str
    quote: str
    start: int
    end: int
    reason: str


class Claim(Value):
    """A quantity with what it is about."""

    id: str
    source: str
    quote: str
    start: int
    end: int
    line: int
    column: int
    measure: Measure
    low: Bound
    high: Bound
    unit: str
    modifier: Modifier
    subject: str
    scope: Scope | None = None
    event: Event | None = None
    target_date: str | None = None
    as_of: str | None = None
    price_base: str | None = None
    per: str | None = None
    converts: str | None = None
    evidence: tuple[tuple[int, int], ...] = ()
    status: Status = "actual"
    speaker: str | None = None
    via: str | None = None
    confidence: float = 1.0
    step: Decimal = Decimal(0)
    """One in the last printed place, in the unit."""
    noun: str | None = None
    """The words that name what is counted, where the unit is a plain count."""
    head: str | None = None
    """The stem of the noun itself, without the words that say more of it: "element" for "massive tunnel elements"."""
    thing: str | None = None
    """The kind of thing that is counted or is so long, by one name for all languages: "seats", "tunnel"."""
    former: bool = False
    """Told as a figure that another one has replaced: "until now", "jusqu'ici"."""
    listed: bool = False
    """One of several figures of one kind in a list, or a part of another figure: a component rather than the whole."""
    parts: tuple[str, ...] = ()
    """The subjects that the text says the figure covers together, where it names several."""
    reading: tuple[str, ...] = ()


class Frame(Value):
    """The same words around a figure of each of two statements."""

    first: tuple[str, int]
    """Source and start of a figure."""
    second: tuple[str, int]
    words: str
    """What both say, a gap where the figure stands."""
    of_work: bool = False
    """Dates of one photo or film."""
    likeness: Literal["verbatim", "close", "loose", "part", "not all"]
    """Whether they say it word for word and differ in figures alone; surely of the same thing; or perhaps so. One may
    say of a part, or deny of all, what the other says of the whole."""


class Group(Value):
    """Claims about the same thing: one subject, measures that compare with each other."""

    subject: str
    measure: Measure
    claims: tuple[Claim, ...]


class Side(Value):
    """One of the things said, and who says it."""

    label: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    independent: int
    """How many of the sources are not copies of each other."""


class Finding(Value):
    """A place where sides disagree, or seem to."""

    id: str
    type: str
    verdict: Verdict
    confidence: float
    subject: str
    measure: Measure | None
    sides: tuple[Side, ...]
    summary: str
    reasons: tuple[str, ...]
    cause: str | None = None
    supported: str | None = None
    state: State = "new"


class Audit(Value):
    """All that an audit found out; what `--format json` prints."""

    crossfoot: str
    story: str
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    compared: int = 0
    """How many claims were held against at least one other claim."""
    unread: tuple[Source, ...] = ()
    """Sources that could not be read; their `problems` say why."""


Document.model_rebuild()
