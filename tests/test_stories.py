"""What an audit must find, and must not, in stories whose contradictions are known.

The bundled story is always audited. The five articles that it retells, and the invented case valoria, are no part of
the project; they are audited where they lie beside it, and the end of the run says which were.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any, NamedTuple

import pytest
from stories import FLAGGED, STORIES, audited, claims, findings, of_story, shown

from crossfoot import files as files_of
from crossfoot import pipeline, tables
from crossfoot.model import Audit, Finding, Source

CHECKS = {entry.name.removesuffix(".py") for entry in (files("crossfoot") / "checks").iterdir()}


@pytest.fixture
def found(story: str) -> Audit:
    """The audit of a story, where the story is there."""
    if not STORIES[story].folder.is_dir():
        pytest.skip(STORIES[story].missing)
    return audited(story)


both = pytest.mark.parametrize("story", ["bundled", "articles"])


# --- what must be found


class Pin(NamedTuple):
    """A contradiction that must be flagged: words in the labels of its sides, and what kind of finding it is."""

    name: str
    sides: tuple[tuple[str, ...], ...]
    kind: str | None = None
    verdicts: Sequence[str] = FLAGGED


PINS = [
    Pin("52 billion in two currencies", (("EUR 52 bn",), ("USD 52 bn",)), "currency", ("conflict",)),
    Pin("1.8 billion in two currencies", (("EUR 1.8 bn",), ("USD 1.8 bn",)), "currency", ("conflict",)),
    Pin(
        "450 million for one place or three",
        (("EUR 450 M for Valence",), ("EUR 450 M", "Valence", "Grand Est")),
        "scope",
    ),
    Pin("600 MW in 2028, 1.2 GW in 2030", (("600 MW", "2028"), ("1.2 GW", "2030"))),
    Pin("600 MW in all or on top", (("600 MW", "cumulative"), ("600 MW", "additional")), "scope"),
    Pin("1.2 GW or 1.5 GW", (("1.2 GW",), ("1.5 GW",))),
    Pin(
        "40,000 GPUs at the opening or in the end", (("40,000 GPUs", "initial"), ("40,000 GPUs", "full build")), "scope"
    ),
]


@both
@pytest.mark.parametrize("pin", PINS, ids=lambda pin: pin.name)
def test_contradiction_is_found(pin: Pin, found: Audit) -> None:
    """Each known contradiction is a finding of its kind, with a side for each of the figures."""
    assert findings(found, *pin.sides, kind=pin.kind, verdicts=pin.verdicts), shown(found)


@both
def test_currency_slips_are_supported_in_euros(found: Audit) -> None:
    """Three origins print euros, one dollars: the report says which side is the better supported one."""
    slips = findings(found, "EUR", "USD", kind="currency", verdicts=["conflict"])
    assert {f.supported for f in slips} == {"EUR 52 bn", "EUR 1.8 bn"}, shown(found)


@both
def test_both_powers_are_of_2030(found: Audit) -> None:
    """1.2 and 1.5 GW are told for one year: each side has a place that says so."""
    wanted = [f for f in findings(found, "1.2 GW", "1.5 GW") if _years(found, f, "1.2 GW", "1.5 GW") == [True, True]]
    assert wanted, shown(found)


def _years(found: Audit, finding: Finding, *labels: str) -> list[bool]:
    """For each label, whether a claim of its side is said of 2030."""
    return [
        any(
            (c.target_date or "").startswith("2030")
            for side in finding.sides
            if label in side.label
            for c in claims(found, side)
        )
        for label in labels
    ]


# --- what must not be flagged


class Quiet(NamedTuple):
    """What looks like a contradiction and is none: words in the labels of its sides."""

    name: str
    sides: tuple[tuple[str, ...], ...]


QUIETS = [
    Quiet("several hundred jobs and 800", (("200 to 999",), ("800 jobs",))),
    Quiet("more than a million GPUs and 1.2 million", (("more than 1 M GPUs",), ("1.2 M GPUs",))),
    Quiet("800 jobs at the site and 5,000 for the plan", (("800 jobs",), ("5,000 jobs",))),
    Quiet("800 jobs at the site and thousands for the plan", (("800 jobs",), ("2,000 to 9,999 jobs",))),
    Quiet("opening in 2026 and full capacity late in 2027", (("2026",), ("2027-H2",))),
    Quiet("opening in 2026 and before the end of 2026", (("2026",), ("by 2026-12-31",))),
]


@both
@pytest.mark.parametrize("quiet", QUIETS, ids=lambda quiet: quiet.name)
def test_no_contradiction_is_made_up(quiet: Quiet, found: Audit) -> None:
    """No check calls the two a conflict or a tension; their ratios to other figures are another matter."""
    made_up = [f for f in findings(found, *quiet.sides) if f.type != "ratio"]
    assert made_up == [], shown(found)


@both
def test_what_must_not_be_flagged_is_read(found: Audit) -> None:
    """The figures that the tests above are quiet about are there: else they would pass without a reading."""
    read = {
        (c.measure, c.low and str(c.low), c.modifier)
        for c in found.claims
        if c.measure in ("jobs", "headcount", "gpu_count")
    }
    amounts = {(measure, float(low)) for measure, low, _ in read if low}
    assert amounts >= {("jobs", 200.0), ("jobs", 800.0), ("jobs", 5_000.0), ("gpu_count", 1e6), ("gpu_count", 1.2e6)}
    dates = {(c.event, c.target_date or (str(c.low), str(c.high))) for c in found.claims if c.measure == "date"}
    assert ("opening", ("2026-01-01", "2026-12-31")) in dates
    assert ("full_capacity", ("2027-07-01", "2027-12-31")) in dates


@both
def test_the_same_article_twice_is_one_origin(found: Audit) -> None:
    """One is marked as the copy of the other, the pair is explained, and no side counts the two apart."""
    copies = {source.id: source.copy_of for source in found.sources if source.copy_of}
    assert len(copies) == 1
    pair = {*copies, *copies.values()}
    told = list(of_story(found, "duplicate"))
    assert [f.verdict for f in told] == ["explained"]
    assert {source for side in told[0].sides for source in side.sources} == pair
    for finding in found.findings:
        for side in finding.sides:
            assert side.independent == len({copies.get(source, source) for source in side.sources})
    flagged = [f for f in findings(found) if {source for side in f.sides for source in side.sources} == pair]
    apart = [f for f in flagged if len({side.sources for side in f.sides}) > 1]
    assert apart == [], shown(found)


# --- the invented case


def expected() -> dict[str, Any]:
    """What an audit of valoria must say, where it is there."""
    path = STORIES["valoria"].folder / "expected.json"
    told: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return told


def entries(field: str) -> Iterator[Any]:
    """The entries of a list in it as parameters; a kind of finding that no check makes yet fails."""
    told = expected().get(field, ())
    if not told:
        yield pytest.param("valoria", None, id="valoria")
    for entry in told:
        if isinstance(entry, list):
            yield pytest.param("valoria", entry, id=f"valoria-{' '.join(entry)}")
            continue
        unmade = entry["type"] not in CHECKS
        marks = [pytest.mark.xfail(strict=True, reason=f"there is no {entry['type']} check yet")] if unmade else []
        name = f"valoria-{entry['type']}: {' against '.join(entry['sides'])}"
        yield pytest.param("valoria", entry, id=name, marks=marks if field == "conflicts" else [])


@pytest.mark.parametrize(("story", "entry"), list(entries("conflicts")))
def test_valoria_is_contradictory(entry: dict[str, Any], found: Audit) -> None:
    """A finding of the kind holds the figure of every source that is named, with a verdict that can be defended."""
    verdicts = entry.get("either", [entry["verdict"]])
    assert [f for f in of_story(found, entry["type"]) if f.verdict in verdicts and _holds(found, f, entry)], shown(
        found
    )


@pytest.mark.parametrize(("story", "entry"), list(entries("explained")))
def test_valoria_is_explained(entry: dict[str, Any], found: Audit) -> None:
    """No finding of the kind makes more of it than can be defended."""
    verdicts = entry.get("either", ["explained"])
    made_up = [f for f in of_story(found, entry["type"]) if f.verdict not in verdicts and _holds(found, f, entry)]
    assert made_up == [], shown(found)


@pytest.mark.parametrize(("story", "entry"), list(entries("copies")))
def test_valoria_has_its_copies(entry: list[str], found: Audit) -> None:
    """Texts that repeat each other are one origin."""
    names = {file.rpartition(".")[0] for file in entry}
    told = {source.id: source.copy_of for source in found.sources if source.id in names and source.copy_of}
    assert len(told) == len(names) - 1
    assert set(told.values()) < names


def _holds(found: Audit, finding: Finding, entry: dict[str, Any]) -> bool:
    """Whether a finding quotes, from each source that an entry names, the figure that it gives: "s2/s4: 1.2 GW"."""
    ids = {c for side in finding.sides for c in side.claims}
    quotes = [(c.source, re.sub(r"(?<=\d)\s+(?=\d)", " ", c.quote)) for c in found.claims if c.id in ids]
    for side in entry["sides"]:
        sources, _, said = side.partition(": ")
        number = re.search(r"\d[\d ,.]*\d|\d", re.sub(r"\(.*?\)", "", said))
        for name in sources.split("/"):
            if not any(s.startswith(f"{name}_") and (not number or number[0] in q) for s, q in quotes):
                return False
    return True


# --- what must not matter, with the trained pipelines


def test_order_and_names_of_files_do_not_matter() -> None:
    """The bundled story read the other way round, and under other names, says the same."""
    texts, loaded = _bundled()
    found = pipeline.audit("story", texts, loaded)
    assert set(pipeline.audit("story", texts[::-1], loaded).findings) == set(found.findings)
    names = {source.id: f"{9 - n}-{source.id}" for n, (source, _) in enumerate(texts)}
    other = pipeline.audit("story", [(s.model_copy(update={"id": names[s.id]}), text) for s, text in texts], loaded)
    assert _said(other, {new: old for old, new in names.items()}) == _said(found, {name: name for name in names})


@pytest.mark.parametrize("name", ["0-copy", "z-copy"])
@pytest.mark.parametrize("which", ["france-alerte", "infonet", "informatiquenews"])
def test_a_copy_of_an_article_does_not_matter(which: str, name: str) -> None:
    """It adds a duplicate, and no support to any side."""
    texts, loaded = _bundled()
    copies = [(source.model_copy(update={"id": name}), text) for source, text in texts if source.id == which]
    found, more = (pipeline.audit("story", [*texts, *added], loaded) for added in ([], copies))
    same = {source.id: source.id for source, _ in texts} | {name: which}
    assert _said(more, same) == _said(found, same)


def _bundled() -> tuple[list[tuple[Source, str]], tables.Tables]:
    """The texts of the bundled story."""
    (story,) = files_of.find_stories([STORIES["bundled"].folder])
    return list(files_of.read_story(story).texts), tables.load()


def _said(found: Audit, names: Mapping[str, str]) -> list[str]:
    """Findings about figures as what their sides say, who says it and how many origins that is, names put as given."""
    lines = []
    for f in found.findings:
        sides = sorted((s.label, sorted({names[n] for n in s.sources}), s.independent) for s in f.sides)
        lines += [f"{f.type} {f.verdict} {f.subject}: {sides}"] if f.type != "duplicate" else []
    return sorted(lines)


# --- how it was read


STEPS: dict[str, str | tuple[str, ...]] = {
    "scope": "scope: ", "target_date": "target date: ", "status": "status: ", "speaker": ("said by ", "the words of "),
    "price_base": "price base: ", "per": "per: ", "former": "former: ", "subject": "subject: ",
}  # fmt: skip
"""Fields of a claim, and how the step starts that says where one comes from."""
AGAIN = ("a conversion of ", "in other money, ")
"""Steps that give a sum all that is said of the same sum in other money."""


@pytest.mark.parametrize("story", list(STORIES))
def test_every_field_has_a_step(found: Audit) -> None:
    """`explain` shows the steps: none of the words around a figure gives a field in silence."""
    silent = [
        (claim.id, field)
        for claim in found.claims
        for field, start in STEPS.items()
        if getattr(claim, field) and not any(step.startswith(start) or step.startswith(AGAIN) for step in claim.reading)
    ]
    assert silent == []
