"""Rates of the European Central Bank: known values, days without a rate, what the table lacks."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from decimal import Decimal

import pytest

from crossfoot.rates import Rate, last_day, rate

VALENTINE = date(2025, 2, 14)


def found(base: str, quote: str, day: date) -> Rate:
    answer = rate(base, quote, day)
    assert answer is not None
    return answer


@pytest.mark.parametrize(
    ("base", "quote", "day", "value"),
    [
        ("EUR", "USD", date(1999, 1, 4), "1.1789"),
        ("EUR", "USD", date(2014, 3, 28), "1.3759"),
        ("EUR", "USD", VALENTINE, "1.0478"),
        ("EUR", "GBP", VALENTINE, "0.83215"),
        ("EUR", "JPY", date(2014, 3, 28), "140.9"),
    ],
)
def test_published_values(base: str, quote: str, day: date, value: str) -> None:
    assert found(base, quote, day) == Rate(base=base, quote=quote, day=day, value=Decimal(value))


def test_the_other_way_round_and_across() -> None:
    euro_of_a_dollar = found("USD", "EUR", VALENTINE)
    assert round(euro_of_a_dollar.value, 6) == Decimal("0.954381")
    assert round(found("GBP", "USD", VALENTINE).value, 5) == round(Decimal("1.0478") / Decimal("0.83215"), 5)


def test_a_currency_in_itself() -> None:
    assert found("EUR", "EUR", VALENTINE).value == 1
    assert found("USD", "USD", VALENTINE) == Rate(base="USD", quote="USD", day=VALENTINE, value=Decimal(1))


def test_codes_are_read_in_any_case() -> None:
    assert rate("eur", "usd", VALENTINE) == rate("EUR", "USD", VALENTINE)


@pytest.mark.parametrize(
    ("asked", "used"),
    [
        (date(2025, 2, 15), VALENTINE),  # a Saturday
        (date(2025, 2, 16), VALENTINE),  # a Sunday
        (date(2024, 12, 26), date(2024, 12, 24)),  # Christmas
        (date(2024, 4, 1), date(2024, 3, 28)),  # Easter Monday
    ],
)
def test_a_day_without_a_rate_takes_the_last_one_before_and_names_it(asked: date, used: date) -> None:
    assert found("EUR", "USD", asked) == found("EUR", "USD", used)
    assert found("EUR", "USD", asked).day == used


def test_after_the_end_of_the_table_its_last_day_is_used() -> None:
    later = found("EUR", "USD", last_day() + timedelta(days=4000))
    assert later.day == last_day()
    assert found("EUR", "EUR", last_day() + timedelta(days=4000)).day == last_day()


@pytest.mark.parametrize(
    ("base", "quote", "day"),
    [
        ("EUR", "USD", date(1999, 1, 3)),  # before the euro
        ("EUR", "USD", date(1975, 6, 1)),
        ("EUR", "EUR", date(1998, 12, 31)),
        ("EUR", "XXX", VALENTINE),
        ("XXX", "XXX", VALENTINE),
        ("", "USD", VALENTINE),
        ("EUR", "AED", VALENTINE),  # the bank publishes no dirham
        ("EUR", "HRK", date(2024, 5, 2)),  # the kuna ended with 2022
        ("EUR", "BRL", date(2005, 5, 2)),  # the real began with 2008
        ("EUR", "ISK", date(2012, 5, 2)),  # the króna was suspended from 2008 to 2018
    ],
)
def test_no_rate(base: str, quote: str, day: date) -> None:
    assert rate(base, quote, day) is None


def test_a_currency_that_ended_keeps_its_past() -> None:
    assert found("EUR", "HRK", date(2022, 12, 30)).value == Decimal("7.5365")


def test_the_library_is_loaded_only_when_a_rate_is_asked_for() -> None:
    program = "import sys, crossfoot.rates; sys.exit('currency_converter' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
