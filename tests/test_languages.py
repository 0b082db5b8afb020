"""What a language table needs, and what a new one gives with a few words."""

from __future__ import annotations

import tomllib
from decimal import Decimal

import pytest
from pydantic import ValidationError

from crossfoot import language, quantities, tables
from crossfoot.schema import Language
from crossfoot.vocabulary import Vocabulary

DUTCH = """
name = "Dutch"
decimal = ","
thousands = ["."]
articles = ["een"]
[numbers]
twee = 2
drie = 3
[scales]
miljoen = 1_000_000
miljard = 1_000_000_000
[ranges]
between = ["tussen"]
and = ["en"]
to = ["tot"]
[lists]
and = ["en"]
[hedges.before]
approx = ["ongeveer"]
more_than = ["meer dan"]
up_to = ["tot"]
[units]
EUR = ["euro"]
job = ["banen"]
percent = ["procent"]
"""
"""A language that has no table: eighteen words and two marks."""


@pytest.fixture(scope="module")
def dutch() -> Vocabulary:
    """The vocabulary that those words give."""
    return Vocabulary(Language(code="nl", **tomllib.loads(DUTCH)), tables.load().measures)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("De brug kost 1,2 miljard euro.", ("1,2 miljard euro", "1200000000", "1200000000", "EUR", "exact")),
        ("ongeveer drie miljoen euro per jaar", ("ongeveer drie miljoen euro", "3000000", "3000000", "EUR", "approx")),
        ("€ 450 miljoen voor de haven", ("€ 450 miljoen", "450000000", "450000000", "EUR", "exact")),
        ("meer dan 3.500 banen", ("meer dan 3.500 banen", "3500", None, "job", "more_than")),
        ("tussen 20 en 25 MW", ("tussen 20 en 25 MW", "20", "25", "MW", "range")),
        ("12,5 procent van de banen", ("12,5 procent", "12.5", "12.5", "percent", "exact")),
        ("tot 800 MW", ("tot 800 MW", None, "800", "MW", "up_to")),
    ],
)
def test_a_few_words_make_a_language_readable(
    dutch: Vocabulary, text: str, reading: tuple[str, str | None, str | None, str, str]
) -> None:
    """Numbers, scales, ranges, hedges, money and symbols, with nothing but those words."""
    (found,) = quantities.read(text, dutch)
    quote, low, high, unit, modifier = reading
    assert (found.quote, found.unit, found.modifier) == (quote, unit, modifier)
    assert (found.low, found.high) == (low and Decimal(low), high and Decimal(high))


def test_a_table_says_how_its_language_prints_numbers() -> None:
    """Its name and marks are all that cannot be left out."""
    with pytest.raises(ValidationError, match="decimal"):
        Language.model_validate({"code": "nl", "name": "Dutch", "thousands": ["."]})


def test_a_new_table_takes_no_text_from_another_language() -> None:
    """Portuguese and Spanish share many small words."""
    told = {
        "La obra costará 300 millones de euros y creará 800 empleos, según el ministerio.": "es",
        "A obra custará 300 milhões de euros e criará 800 empregos, segundo o ministério.": "pt",
        "L'opera costerà 300 milioni di euro e creerà 800 posti di lavoro, secondo il ministero.": "it",
    }
    assert {text: language.detect(text, tables.load()) for text in told} == told
