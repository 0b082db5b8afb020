"""A number in digits -> its value: decimal and thousands marks told apart.

    >>> english, french = Marks(".", (",",)), Marks(",", (".",))
    >>> literal("1,234", english).value, literal("1,234", french).value
    (Decimal('1234'), Decimal('1.234'))
    >>> literal("3½", french).value
    Decimal('3.5')

A single mark before three digits means what it means in the language, unless the text shows another habit. Where the
language is not known, or the text has both habits, one reading is taken and the other is said in the doubt.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from crossfoot.words import MARK, VULGAR

TEN = Decimal(10)
_GAP = re.compile(MARK)
_SINGLE_GROUP = re.compile(r"(\d{1,3})([.,])(\d{3})")
_VULGAR = re.compile(rf"(\d*) ?([{VULGAR}])")
_DECIMALS = re.compile(r"\d+([.,])(?:\d{1,2}|\d{4,})")
_GROUPS = re.compile(r"\d{1,3}(?:([.,])\d{3}(?:\1\d{3})+|([.,])\d{3}(?!\2)[.,]\d+)")


class Marks(NamedTuple):
    """How numbers in digits are printed."""

    decimal: str
    thousands: tuple[str, ...]
    """Besides spaces and apostrophes, which are thousands marks everywhere."""
    sure: bool = True
    """Whether this is known: from the language, and nothing in the text speaks against it."""


class Literal(NamedTuple):
    """The value of a number in digits."""

    value: Decimal
    step: Decimal
    """One in the last printed place: a tenth for "1,8"."""
    doubt: str | None = None


def literal(printed: str, marks: Marks) -> Literal:
    """The value of a number in digits, with a doubt where its mark can mean both."""
    vulgar = _VULGAR.fullmatch(printed)
    if vulgar:
        part = Fraction(unicodedata.numeric(vulgar[2])).limit_denominator(10)
        value = Decimal(vulgar[1] or 0) + Decimal(part.numerator) / Decimal(part.denominator)
        return Literal(value, Decimal(1) / Decimal(part.denominator))
    plain = _GAP.sub("", printed)
    if is_single_group(plain) and plain[0] != "0":
        return _single_group(plain, marks)
    found = re.findall(r"[.,]", plain)
    if not found:
        return Literal(Decimal(plain), Decimal(1))
    if len(found) > 1 and len(set(found)) == 1:
        return Literal(Decimal(re.sub(r"[.,]", "", plain)), Decimal(1))
    whole, _, decimals = plain.rpartition(found[-1])
    return Literal(Decimal(re.sub(r"[.,]", "", whole) + "." + decimals), TEN ** -len(decimals))


def is_single_group(printed: str) -> bool:
    """Whether a number has one mark and three digits behind it: "40.000", "1,234"."""
    return _SINGLE_GROUP.fullmatch(printed) is not None


def as_decimal(printed: str) -> Literal:
    """A number with one mark, which is taken for the decimal mark whatever the language says."""
    value = Decimal(printed.replace(",", "."))
    return Literal(value, TEN ** -len(printed.partition(".")[2] or printed.partition(",")[2]))


def _single_group(plain: str, marks: Marks) -> Literal:
    """ "40.000", "1,234": thousands or three decimals."""
    thousands = Literal(Decimal(re.sub(r"[.,]", "", plain)), Decimal(1))
    decimals = as_decimal(plain)
    is_thousands = plain[-4] in marks.thousands
    chosen, other = (thousands, decimals) if is_thousands else (decimals, thousands)
    if marks.sure and (is_thousands or plain[-4] == marks.decimal):
        return chosen
    return chosen._replace(doubt=f"the mark in {plain!r} can mean both: it may be {other.value:,} as well")


def habit(numbers: Iterable[str], marks: Marks) -> Marks:
    """How a text prints its numbers, where it does not keep to what its language does.

    Numbers with two thousands marks, or with both kinds ("1,234,567", "1,234.5"), show it for certain; other decimal
    marks than the language's ("13.5 milliards") only make single marks before three digits doubtful.
    """
    own = other = grouped_otherwise = 0
    for number in numbers:
        if "." not in number and "," not in number:
            continue
        plain = _GAP.sub("", number)
        groups, decimals = _GROUPS.fullmatch(plain), _DECIMALS.fullmatch(plain)
        if groups:
            same = (groups[1] or groups[2]) in marks.thousands
            own, grouped_otherwise = own + same, grouped_otherwise + (not same)
        elif decimals:
            same = decimals[1] == marks.decimal
            own, other = own + same, other + (not same)
    if own:
        return marks
    if grouped_otherwise:
        return Marks(marks.thousands[0], (marks.decimal,), marks.sure)
    return marks._replace(sure=marks.sure and not other)
