"""Which figures a date is said of."""

from __future__ import annotations

import pytest

from crossfoot import pipeline, tables
from crossfoot.model import Source

TABLES = tables.load()


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("La mairie parlait en 2007 de 900 millions d'euros.", "fr", {"900 millions d'euros": "2007"}),
        ("En 2019, le fonds achète la halle pour sa filiale, pour un montant de 20 millions d'euros.", "fr",
         {"20 millions d'euros": "2019"}),
        ("At the green light of 2016 the estimate was £18bn.", "en", {"£18bn": "2016"}),
        ("Both banks had agreed in 2015 to take 33.5% of it.", "en", {"33.5%": None}),
        ("Le tunnel, construit en 2014 et 2016 pour 50 millions d'euros, est fermé.", "fr",
         {"50 millions d'euros": None}),
    ],
)  # fmt: skip
def test_the_date_that_a_figure_is_said_of(text: str, language: str, expected: dict[str, str | None]) -> None:
    claims, _ = pipeline.extract([(Source(id="a", path="a.txt", language=language), text)], TABLES)
    assert {c.quote: c.target_date for c in claims if c.unit != "date"} == expected


def test_no_figure_runs_over_the_end_of_a_line() -> None:
    text = "Phase 2 : 600 MW, 500 000 voyageurs d'ici 2028\nObjectif : 900 km de voies"
    claims, _ = pipeline.extract([(Source(id="a", path="a.txt", language="fr"), text)], TABLES)
    assert all("\n" not in c.quote for c in claims)
