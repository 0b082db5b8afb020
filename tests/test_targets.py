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
        ("En 2030, l'usine emploiera 300 personnes, produira 400 MW et rapportera 2 millions d'euros.", "fr",
         {"300 personnes": "2030", "400 MW": "2030", "2 millions d'euros": "2030"}),
        ("The mill of 650 MW will open in 2029.", "en", {"650 MW": None}),
        ("The mill drew 650 MW, 12 percent more compared with 2019.", "en", {"650 MW": None, "12 percent": None}),
        ("Das Werk soll bis 2030 600 MW ziehen. Damit kämen 300 Arbeitsplätze in die Stadt.", "de",
         {"600 MW": "2030", "300 Arbeitsplätze": "2030"}),
        ("Das Werk soll bis 2030 600 MW ziehen. Heute arbeiten dort 300 Beschäftigte.", "de",
         {"600 MW": "2030", "300 Beschäftigte": None}),
        ("Le tunnel, construit en 2014 et 2016 pour 50 millions d'euros, est fermé.", "fr",
         {"50 millions d'euros": None}),
        ("Das Land gibt 20 Millionen Euro im Jahr für 2026 und 2027 und weitere 5 Millionen für 2028.", "de",
         {"20 Millionen Euro im Jahr": "2026", "5 Millionen": "2028"}),
        ("La Regione stanzia 20 milioni per il 2026 ed il 2027.", "it", {"20 milioni": "2026"}),
        ("Für 2026 und 2027 sind je 5 Millionen Euro vorgesehen.", "de", {"5 Millionen Euro": "2026"}),
        ("Im Sommer 2031 will das Land mit dem Bau des 18 Kilometer langen Kanals beginnen.", "de",
         {"18 Kilometer": None}),
    ],
)  # fmt: skip
def test_the_date_that_a_figure_is_said_of(text: str, language: str, expected: dict[str, str | None]) -> None:
    claims, _ = pipeline.extract([(Source(id="a", path="a.txt", language=language), text)], TABLES)
    assert {c.quote: c.target_date for c in claims if c.unit != "date"} == expected


def test_no_figure_runs_over_the_end_of_a_line() -> None:
    text = "Phase 2 : 600 MW, 500 000 voyageurs d'ici 2028\nObjectif : 900 km de voies"
    claims, _ = pipeline.extract([(Source(id="a", path="a.txt", language="fr"), text)], TABLES)
    assert [(c.quote, c.target_date) for c in claims] == [
        ("600 MW", "2028"),
        ("500 000 voyageurs", "2028"),
        ("900 km", None),
    ]


def test_a_phase_labels_all_that_follows_its_colon() -> None:
    text = "Phase 1 (Brive) : 450 millions d'euros, 40 000 places, 600 MW."
    claims, _ = pipeline.extract([(Source(id="a", path="a.txt", language="fr"), text)], TABLES)
    assert [c.scope for c in claims] == ["first_phase"] * 3


def test_a_conversion_says_what_its_original_says() -> None:
    text = "In 2016 they spoke of a first grant of 8.4 billion euros ($9.9 billion), and the cost of the bridge rose."
    claims, _ = pipeline.extract([(Source(id="a", path="a.txt", language="en"), text)], TABLES)
    euros, dollars = (c for c in claims if c.measure != "date")
    assert dollars.converts == euros.id
    assert (dollars.measure, dollars.target_date, dollars.status) == (euros.measure, "2016", euros.status)
    assert f"a conversion of “{euros.quote}”" in dollars.reading
    assert not any(step.startswith(("measure: ", "target date: ")) for step in dollars.reading)


@pytest.mark.parametrize(
    ("text", "measure", "step"),
    [
        ("The bridge will cost 40 million euros.", "cost", "measure: cost, from “cost”"),
        ("In 2019 they bought the hall for 40 million euros.", "price", "measure: price, from “bought”"),
    ],
)
def test_the_step_for_the_measure_says_what_the_claim_says(text: str, measure: str, step: str) -> None:
    claims, _ = pipeline.extract([(Source(id="a", path="a.txt", language="en"), text)], TABLES)
    money = next(c for c in claims if c.unit == "EUR")
    assert money.measure == measure
    assert step in money.reading


def test_the_words_that_gave_a_field_are_in_the_steps() -> None:
    text = "La ville prévoit un budget initial de 450 millions d'euros."
    claims, _ = pipeline.extract([(Source(id="a", path="a.txt", language="fr"), text)], TABLES)
    assert {"scope: initial, from “initial”", "status: estimated, from “prévoit”"} <= set(claims[0].reading)
