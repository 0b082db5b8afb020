"""Dates are read as the example files say, and every word of a table has an example."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from importlib.resources import files
from typing import Any, NamedTuple

import pytest

from crossfoot import tables
from crossfoot.datenumbers import Said
from crossfoot.dates import DateReading, DateTable, find_dates
from crossfoot.datewords import fold
from crossfoot.spoken import whole_numbers
from crossfoot.words import split

ENDING = ".dates.toml"
LANGUAGES = sorted(
    entry.name.removesuffix(ENDING)
    for entry in (files("crossfoot") / "languages").iterdir()
    if entry.name.endswith(ENDING)
)
ALONE = {
    "quarter_letters": r"\b{}\d\b",
    "half_letters": r"\b{}\d\b",
    "day_suffixes": r"\d{}(?!\w)",
    "decade_suffixes": r"\d{}\b",
    "coming_endings": r"\w{}(?!\w)",
    "weekday_endings": r"\w{}(?!\w)",
}
"""Letters and endings stick to a number or a word."""


def load(name: str) -> dict[str, Any]:
    """A file of words or examples."""
    return tomllib.loads((files("crossfoot") / "languages" / name).read_text("utf-8"))


TABLES = {code: DateTable(**load(code + ENDING)["dates"]) for code in LANGUAGES}
EXAMPLES = {code: load(f"{code}.dates.examples.toml") for code in LANGUAGES}


class Example(NamedTuple):
    """A text, what it should read as, and when it was published."""

    code: str
    text: str
    reads: dict[str, str] | list[dict[str, str]]
    published: str | None


EXPECTED = [
    Example(code, text, example["reads"], example.get("published"))
    for code, table in EXAMPLES.items()
    for example in table["example"]
    for text in example["in"]
]
REFUSED = [(code, text) for code, table in EXAMPLES.items() for text in table["refused"]["in"]]


def read(text: str, code: str, published: str | None) -> tuple[DateReading, ...]:
    """The dates of a text, those in words too."""
    said = [Said(*number) for number in whole_numbers(split(text), tables.load().vocabulary(code))]
    return find_dates(text, TABLES[code], published, said)


@pytest.mark.parametrize("example", EXPECTED, ids=lambda example: f"{example.code}: {example.text}")
def test_example_reads_as_expected(example: Example) -> None:
    """One reading, or those listed, with the bounds and the modifier that the example states."""
    found = read(example.text, example.code, example.published)
    wanted = example.reads if isinstance(example.reads, list) else [example.reads]
    days = [[date.fromisoformat(r[side]) if side in r else None for side in ("low", "high")] for r in wanted]
    assert [([r.low, r.high], r.modifier) for r in found] == [
        (ends, r["modifier"]) for ends, r in zip(days, wanted, strict=True)
    ]


@pytest.mark.parametrize(("code", "text"), REFUSED)
def test_refused_is_no_date(code: str, text: str) -> None:
    """Names, counts, codes, habits."""
    assert read(text, code, "2025-02-14") == ()


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("on Monday, 3 March 2026", "printed as a Monday, the day is a Tuesday"),
        ("on Tuesday, 3 March 2026", None),
        ("on 3 March 2026", None),
    ],
)
def test_a_weekday_that_does_not_fit_its_day_is_a_doubt(text: str, doubt: str | None) -> None:
    """The day stays as printed; which of the two is wrong, nobody can tell."""
    assert [r.doubt for r in find_dates(text, TABLES["en"])] == [doubt]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_has_an_example(code: str) -> None:
    """A word that no example holds may be a slip, and nobody would see it break."""
    groups = (*EXAMPLES[code]["example"], EXAMPLES[code]["refused"])
    everything = "\n".join(fold(text) for group in groups for text in group["in"])
    missing = [
        (field, word)
        for field, words in load(code + ENDING)["dates"].items()
        if isinstance(words, list)
        for group in words
        for word in ([group] if isinstance(group, str) else group)
        if not re.search(spot(field, fold(word)), everything)
    ]
    assert missing == []


def spot(field: str, word: str) -> str:
    """The pattern of a word in a text; an elided one sticks to the next word."""
    end = r"(?=\w)" if word.endswith("'") else r"(?!\w)"
    return ALONE.get(field, r"(?<!\w){}" + end).format(re.escape(word))


def test_quote_holds_the_deadline_and_core_does_not() -> None:
    """The place of a date is exact, in code points."""
    text = "Le site 🏭 ouvrira d’ici à fin 2026, pas avant mai."
    found = find_dates(text, TABLES["fr"], "2025-02-14")
    assert [text[r.start : r.end] for r in found] == ["d’ici à fin 2026", "pas avant mai"]
    assert [text[slice(*r.core)] for r in found] == ["fin 2026", "mai"]
    assert [(r.deadline, r.relative, r.period) for r in found] == [(True, False, "2026-Q4"), (False, True, "2025-05")]


def test_decomposed_accents_are_read() -> None:
    """Text out of PDF may hold a letter and its accent as two code points."""
    text = "le 3 fe\u0301vrier 2025 au de\u0301but de l’e\u0301te\u0301 2026"
    assert [str(r.low) for r in find_dates(text, TABLES["fr"])] == ["2025-02-03", "2026-07-01"]


@pytest.mark.parametrize(
    ("text", "period"),
    [("fin 2026", "2026-Q4"), ("second semestre 2027", "2027-H2"), ("2014-2016", "2014/2016"), ("mars 2026", "2026-03"),
     ("le 14 mars 2026", "2026-03-14"), ("avant 2030", "2030"), ("mi-2026", "2026-04/2026-09")],
)  # fmt: skip
def test_period_is_written_as_the_records_do(text: str, period: str) -> None:
    """The form that target_date has in a claim."""
    assert [r.period for r in find_dates(text, TABLES["fr"])] == [period]


def test_printed_weekday_is_kept() -> None:
    """So that a date with the wrong weekday can be found."""
    assert find_dates("jeudi 3 septembre 2015", TABLES["fr"])[0].weekday == 3


@pytest.mark.parametrize("published", ["", "unknown", None])
def test_relative_date_is_never_filled_from_today(published: str | None) -> None:
    """Without a date of publication it stays open on both sides, and is still a reading."""
    (found,) = find_dates("jeudi dernier", TABLES["fr"], published)
    assert (found.low, found.high, found.period, found.relative) == (None, None, None, True)


def test_long_text_is_read_in_linear_time() -> None:
    """No form may try a stretch again and again."""
    assert len(find_dates("3, " * 20_000 + "mars 2026", TABLES["fr"])) <= 1
