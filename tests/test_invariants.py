"""What holds for every text, whatever it says: offsets, order, copies, names, and that no number goes unaccounted for.

The texts are sentences of one affair with figures put in, and soups of figures, units, signs and odd characters.
The default run draws the same texts each time; `pytest --hypothesis-profile=long tests/test_invariants.py` draws
many new ones.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crossfoot import nlp, pipeline, quantities, tables
from crossfoot.formats import json, jsonl
from crossfoot.model import Audit, Bound, Finding, Skipped, Source

TABLES = tables.load()
LANGUAGES = sorted(TABLES.languages)
DIGITS = re.compile(r"\d+")


@pytest.fixture(scope="module", autouse=True)
def without_pipelines() -> Iterator[None]:
    """Reads without the trained pipelines: what is tested here must hold of the rules alone, and runs faster so."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nlp, "analyse", lambda sentences, _: tuple(nlp.Analysis() for _ in sentences))
        yield


# --- the texts

SPACES = st.sampled_from([" ", "\u00a0", "\u202f"])
PLACES = st.sampled_from(["Saint-Aubin", "Hauteville", "Port-Clair"])
YEARS = st.integers(2012, 2035).map(str)


@st.composite
def grouped(draw: st.DrawFn) -> str:
    """A whole number with a mark between thousands: "40 000", "40.000", "40,000"."""
    mark = draw(st.one_of(SPACES, st.sampled_from([".", ",", "'", ""])))
    return f"{draw(st.integers(1, 999_999)):,}".replace(",", mark)


NUMBERS = st.one_of(
    st.integers(1, 2_000).map(str),
    grouped(),
    st.tuples(st.integers(0, 99), st.sampled_from(",."), st.integers(0, 99)).map(lambda n: f"{n[0]}{n[1]}{n[2]}"),
)
MONEY = {
    "fr": [
        "{n} millions d'euros",
        "{n} M€",
        "{n} milliards de dollars",
        "{n} MEuros",
        "{n} milliards d’euros",
        "{n} €",
    ],
    "en": ["€{n} million", "${n}bn", "{n} billion euros", "£{n}m", "{n} million dollars", "USD {n} billion"],
}
HEDGES = {
    "fr": ["", "plus de ", "environ ", "près de ", "au moins ", "jusqu'à ", "entre {n} et "],
    "en": ["", "more than ", "about ", "nearly ", "at least ", "up to ", "between {n} and "],
}
SENTENCES = {
    "fr": [
        "Valoria investira {m} à {place}.",
        "Le campus de {place} coûtera {m}, dont {m} pour les serveurs.",
        "La puissance du campus atteindra {h}{n} MW en {year}.",
        "À {place}, {h}{n} GPU seront installés d'ici {year}.",
        "Le site de {place} créera {h}{n} emplois directs.",
        "Selon Valoria, le plan est évalué à {m} et à {h}{n} emplois.",
        "L'ouverture est prévue pour fin {year}, la pleine capacité au second semestre {year}.",
        "La première phase compte {n} GPU, l'ensemble {n} GPU.",
        "Le chiffre d'affaires a progressé de {n} % en {year}, à {m}.",
        "Plusieurs centaines d'emplois sont promises à {place}.",
        "Le 14 juin {year}, la RD {n} a été fermée à 14h30.",
    ],
    "en": [
        "Valoria will invest {m} in {place}.",
        "The {place} campus will cost {m}, of which {m} for servers.",
        "The power of the campus will reach {h}{n} MW in {year}.",
        "In {place}, {h}{n} GPUs will be installed by {year}.",
        "The {place} site will create {h}{n} direct jobs.",
        "Valoria said the plan is worth {m} and {h}{n} jobs.",
        "The opening is planned for late {year}, full capacity for the second half of {year}.",
        "The first phase has {n} GPUs, the whole {n} GPUs.",
        "Revenue grew by {n}% in {year}, to {m}.",
        "Several hundred jobs were promised in {place}.",
        "On 14 June {year}, the A{n} was closed at 2.30 pm.",
    ],
}


@st.composite
def sentences(draw: st.DrawFn, language: str) -> str:
    """A sentence with its figures."""

    def filled(pattern: str) -> str:
        while (slot := re.search(r"\{(\w+)\}", pattern)) is not None:
            drawn = {
                "m": st.sampled_from(MONEY[language]), "h": st.sampled_from(HEDGES[language]), "n": NUMBERS,
                "year": YEARS, "place": PLACES,
            }[slot[1]]  # fmt: skip
            pattern = pattern[: slot.start()] + draw(drawn) + pattern[slot.end() :]
        return pattern

    return filled(draw(st.sampled_from(SENTENCES[language])))


@st.composite
def articles(draw: st.DrawFn, language: str) -> str:
    """A few paragraphs, headings and list items."""
    lines = []
    for _ in range(draw(st.integers(1, 4))):
        lead = draw(st.sampled_from(["", "", "", "- ", "> ", "## "]))
        lines.append(lead + " ".join(draw(st.lists(sentences(language), min_size=1, max_size=3))))
    return "\n\n".join(lines)


class Told(NamedTuple):
    """A text and its language."""

    language: str
    text: str


@st.composite
def told(draw: st.DrawFn) -> Told:
    """An article in French or English."""
    language = draw(st.sampled_from(["fr", "en"]))
    return Told(language, draw(articles(language)))


SIGNS = [
    *"€$£%°²½×~±–—-/:;.,()[]“”«»'’#*_>|\u00a0\u202f\u200b\ufeff\u0301٣५Ⅳ①\n\t\f", "\n\n", "\r\n",
    *("M€", "MEuros", "bn", "k€", "MW", "GW", "MWh", "GPU", "GPUs", "emplois", "jobs", "Mio.", "Mrd.", "m²", "km/h"),
    *("millions", "milliards", "billion", "million", "mille", "cent", "douze", "twelve", "hundred", "and", "et", "de"),
    *("d'", "of", "à", "to", "plus", "environ", "about", "entre", "between", "2026", "2030", "d'ici", "by", "fin"),
    *("late", "mars", "March", "lundi", "14h30", "A7", "RN7", "m<sup>2</sup>", "https://a.fr/2026/450", "x2", "3x"),
    *("1er", "1st"),
]  # fmt: skip
CRUMBS = st.one_of(
    NUMBERS,
    st.integers(0, 10**15).map(str),
    st.sampled_from(SIGNS),
    st.text(max_size=4),
)
SOUPS = st.lists(st.tuples(CRUMBS, st.sampled_from(["", " ", " ", " "])), max_size=14).map(
    lambda crumbs: "".join(crumb + gap for crumb, gap in crumbs)
)
ANY = st.one_of(told(), st.builds(Told, st.sampled_from(LANGUAGES), st.one_of(SOUPS, st.text(max_size=60))))


@st.composite
def stories(draw: st.DrawFn) -> list[tuple[Source, str]]:
    """Two or three articles about one affair, none like another, told a little each in its own figures."""
    found = draw(st.lists(told(), min_size=2, max_size=3, unique_by=lambda each: each.text))
    days = st.one_of(st.none(), st.sampled_from(["2025-02-14", "2025-02", "2024"]))
    return [source(name, each, draw(days)) for name, each in zip("abc", found, strict=False)]


def source(name: str, each: Told, published: str | None = None) -> tuple[Source, str]:
    """A source of a story, with its text."""
    return Source(id=name, path=f"{name}.txt", language=each.language, published=published), each.text


# --- what is compared


def audit(texts: Sequence[tuple[Source, str]]) -> Audit:
    """The audit of some texts."""
    return pipeline.audit("story", texts, TABLES)


def renamed(texts: Sequence[tuple[Source, str]], names: Sequence[str]) -> list[tuple[Source, str]]:
    """The same texts under other file names."""
    return [
        (each.model_copy(update={"id": name, "path": f"{name}.txt"}), text)
        for name, (each, text) in zip(names, texts, strict=True)
    ]


def in_order(low: Bound, high: Bound) -> bool:
    """Whether an interval is none that ends before it begins."""
    if isinstance(low, Decimal) and isinstance(high, Decimal):
        return low <= high
    if isinstance(low, date) and isinstance(high, date):
        return low <= high
    return low is None or high is None


def without_ids(finding: Finding, found: Audit) -> tuple[object, ...]:
    """A finding as what it says and quotes, without ids and file names."""
    quotes = {claim.id: claim.quote for claim in found.claims}
    named = finding.type == "duplicate"  # its labels are file names
    told = (("" if named else s.label, sorted(quotes[c] for c in s.claims), s.independent) for s in finding.sides)
    return finding.type, finding.verdict, finding.subject, str(sorted(told))


def supported(found: Audit) -> Counter[str]:
    """The findings that are about figures, with how many origins stand behind each side."""
    return Counter(
        str((f.type, f.verdict, f.subject, sorted((side.label, side.independent) for side in f.sides)))
        for f in found.findings
        if f.type != "duplicate"
    )


# --- of one text


@given(ANY)
@example(Told("fr", "450 M€"))
def test_quantities_quote_the_text(each: Told) -> None:
    """A quote is what stands at its place, and no interval ends before it begins."""
    for found in quantities.read_quantities(each.text, each.language, None, TABLES):
        assert each.text[found.start : found.end] == found.quote
        assert found.quote
        assert in_order(found.low, found.high), found
        assert all(0 <= start <= end <= len(each.text) for start, end in found.evidence)


@given(ANY)
def test_claims_and_skipped_quote_the_text(each: Told) -> None:
    """The same for claims and what is none; line and column lead to the same place."""
    claims, skipped = pipeline.extract([source("a", each)], TABLES)
    quoted = [(c.start, c.end, c.quote) for c in claims] + [(s.start, s.end, s.quote) for s in skipped]
    assert [each.text[start:end] for start, end, _ in quoted] == [quote for _, _, quote in quoted]
    for claim in claims:
        assert in_order(claim.low, claim.high), claim
        assert claim.line == each.text.count("\n", 0, claim.start) + 1
        assert each.text.split("\n")[claim.line - 1][claim.column - 1 :].startswith(claim.quote.split("\n")[0])
        assert all(0 <= start <= end <= len(each.text) for start, end in claim.evidence)


@given(ANY)
@example(Told("fr", "Le 3e et le 4e lots, 12 345.678,9 et 2026-02-30."))
def test_no_digit_goes_unaccounted_for(each: Told) -> None:
    """Every run of digits is inside a claim's quote, inside its evidence, or among the skipped."""
    claims, skipped = pipeline.extract([source("a", each)], TABLES)
    spans = [(c.start, c.end) for c in claims] + [span for c in claims for span in c.evidence]
    spans += [(s.start, s.end) for s in skipped]
    for run in DIGITS.finditer(each.text):
        digits = set(range(run.start(), run.end()))
        assert digits <= {n for start, end in spans for n in range(start, end)}, (run[0], run.span())


@given(ANY)
def test_ids_of_claims_are_unique(each: Told) -> None:
    """No two claims of a source share an id."""
    claims, _ = pipeline.extract([source("a", each)], TABLES)
    assert len({c.id for c in claims}) == len(claims)


ELSEWHERE = {
    "fr": "Un autre paragraphe rappelle que la mairie recevait hier soir les riverains, au nombre de 37 personnes.",
    "en": "Another paragraph recalls that the town hall met neighbours last night, some 37 people in all.",
}


@given(told(), st.booleans())
def test_a_paragraph_elsewhere_changes_no_id(each: Told, before: bool) -> None:
    """Claims keep their ids when text is added before or after them."""
    claims, _ = pipeline.extract([source("a", each)], TABLES)
    parts = [ELSEWHERE[each.language], each.text] if before else [each.text, ELSEWHERE[each.language]]
    longer, _ = pipeline.extract([source("a", each._replace(text="\n\n".join(parts)))], TABLES)
    assert {c.id for c in claims} <= {c.id for c in longer}


# --- of a story


@given(stories())
def test_auditing_twice_gives_the_same(texts: list[tuple[Source, str]]) -> None:
    """The same JSON, byte for byte; ids are unique; what a side cites is there."""
    found = audit(texts)
    assert json.render(found) == json.render(audit(texts))
    assert len({c.id for c in found.claims}) == len(found.claims)
    assert len({f.id for f in found.findings}) == len(found.findings)
    sources = {c.id: c.source for c in found.claims}
    for finding in found.findings:
        assert len(finding.sides) >= 2
        for side in finding.sides:
            assert {sources[c] for c in side.claims} <= set(side.sources)
            assert 1 <= side.independent <= len(side.sources)


@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_sources_changes_nothing(texts: list[tuple[Source, str]], shuffle: Random) -> None:
    """Claims and findings are the same whichever source is read first."""
    found = audit(texts)
    mixed = list(texts)
    shuffle.shuffle(mixed)
    for other in (audit(mixed), audit(texts[::-1])):
        assert jsonl.claims(other.claims) == jsonl.claims(found.claims)
        assert sorted(map(str, other.findings)) == sorted(map(str, found.findings))
        assert sorted(map(_place, other.skipped)) == sorted(map(_place, found.skipped))


def _place(skipped: Skipped) -> tuple[str, int, int, str]:
    return skipped.source, skipped.start, skipped.end, skipped.reason


@given(stories(), st.sampled_from([("z", "y", "x"), ("b", "c", "a"), ("press-2", "press-10", "a.b"), ("1", "2", "10")]))
def test_file_names_change_nothing(texts: list[tuple[Source, str]], names: tuple[str, ...]) -> None:
    """Verdicts, types and quotes do not hang on what the files are called."""
    found, other = audit(texts), audit(renamed(texts, names[: len(texts)]))
    assert sorted((c.quote, c.start, c.subject, c.measure) for c in found.claims) == sorted(
        (c.quote, c.start, c.subject, c.measure) for c in other.claims
    )
    assert Counter(without_ids(f, found) for f in found.findings) == Counter(
        without_ids(f, other) for f in other.findings
    )


@given(stories(), st.sampled_from(["0-copy", "b-copy", "z-copy"]), st.integers(0, 2))
def test_a_copy_supports_nothing(texts: list[tuple[Source, str]], name: str, which: int) -> None:
    """A source that is there twice makes no finding but that it is, and no side better supported."""
    original, text = texts[which % len(texts)]
    copy = original.model_copy(update={"id": name, "path": f"{name}.txt"})
    assert supported(audit([*texts, (copy, text)])) == supported(audit(texts))


STRANGERS = [
    Told(
        "en", "The ferry Orla sank off Brennick. The rescue cost £77 million, and Brennick lost 4,310 tonnes of fish."
    ),
    Told(
        "en", "Brennick Harbour will open in May 1997. Brennick Harbour cost £77 million. It has 93 berths, 41 in all."
    ),
    Told("fr", "Le canal de Morvane a coûté 77 millions de francs suisses. Le canal de Morvane compte 93 écluses."),
    Told(
        "de", "Die Brücke von Kronlohe soll 77 Millionen Franken kosten. Die Brücke von Kronlohe ist 4310 Meter lang."
    ),
    Told("en", "It cost 77 million Swiss francs and has 93 doors. In 1997 it was to cost 4,310 Swiss francs."),
]
"""Sources with other names and other figures than the stories, one of them with no name at all."""


@given(stories(), st.sampled_from(STRANGERS), st.sampled_from(["0-other", "b-other", "z-other"]))
def test_a_stranger_changes_nothing(texts: list[tuple[Source, str]], told: Told, name: str) -> None:
    """A source that shares no name and no figure with the others leaves their claims and findings as they were."""
    alone = audit(texts)
    if {c.low for c in alone.claims} & {c.low for c in audit([source(name, told, "1999")]).claims}:
        return
    mixed = audit([*texts, source(name, told, "1999")])
    assert jsonl.claims([c for c in mixed.claims if c.source != name]) == jsonl.claims(alone.claims)
    assert sorted(str(f) for f in mixed.findings if not _is_of(f, name)) == sorted(map(str, alone.findings))


def _is_of(finding: Finding, source: str) -> bool:
    """Whether a finding is told of one source alone."""
    return {name for side in finding.sides for name in side.sources} == {source}
