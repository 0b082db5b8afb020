"""Exchange rates of the European Central Bank, by day; the only door to currencyconverter.

The figures are the euro foreign exchange reference rates that the European Central Bank publishes each working
day at about 16:00 Central European time, from 4 January 1999 on, as the package `currencyconverter` ships them:
nothing is fetched, and a day is always answered from the same table. The bank gives units of a currency for one
euro; a rate between two other currencies is the quotient of the two. Days without a rate (weekends, holidays,
days after the table's end) are answered from the last day before them on which all rates asked for were
published, and the answer names that day, so that a report can say which day it used.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal, localcontext
from functools import cache
from typing import TYPE_CHECKING

from crossfoot.model import Value

if TYPE_CHECKING:
    from currency_converter import CurrencyConverter

EURO = "EUR"
DIGITS = 12
"""Significant digits kept of a quotient; the bank prints its rates with five or six."""
TOLERANCE = Decimal("0.06")
"""What a rate of some weeks before, or one rounded by the writer, may differ from the day's. Of the monthly rates of
the euro in dollars and pounds, 1999 to 2026, 96 % are within this of the rate six weeks before."""
LONGEST_PAUSE = 14
"""How many days a rate may be old: no run of holidays is longer, a suspended or ended currency's rate is older."""


class Rate(Value):
    """What one unit of a currency was worth in another on a day."""

    base: str
    quote: str
    day: date
    """The day whose rates were used: the last published day on or before the day asked for."""
    value: Decimal
    """Units of `quote` for one `base`."""


def rate(base: str, quote: str, day: date) -> Rate | None:
    """Give the rate of `base` in `quote` (ISO 4217 codes) on `day`; None where the table has none.

    None means: a currency that the table does not hold, a day before its first rate, a currency whose rates had
    ended or were suspended by then (the Croatian kuna after 2022). A day after the end of the whole table is
    answered with the table's last day.
    """
    base, quote = base.upper(), quote.upper()
    if not {base, quote} <= _converter().currencies:
        return None
    newest = min(day, last_day())
    for age in range(LONGEST_PAUSE + 1):
        used = newest - timedelta(days=age)
        ours, theirs = _per_euro(base, used), _per_euro(quote, used)
        if ours is not None and theirs is not None:
            with localcontext(prec=DIGITS):
                return Rate(base=base, quote=quote, day=used, value=theirs / ours)
    return None


def last_day() -> date:
    """Give the last day of the table."""
    day: date = _converter().bounds[EURO].last_date
    return day


def _per_euro(currency: str, day: date) -> Decimal | None:
    """Units of the currency for one euro as published on the day, None where nothing was published."""
    from currency_converter import RateNotFoundError

    if currency == EURO and day < _converter().bounds[EURO].first_date:
        return None
    try:
        value: Decimal = _converter().convert(1, EURO, currency, day)
    except RateNotFoundError:
        return None
    return value


@cache
def _converter() -> CurrencyConverter:
    from currency_converter import CurrencyConverter

    return CurrencyConverter(decimal=True)
