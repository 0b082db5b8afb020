"""Phone numbers: "+44 20 7946 0958", "01 23 45 67 89", "030/1234567"; none of their digits is a figure.

A number opens with "+" and a country, or with a zero, and has as many digits as the recommendation E.164 of the ITU
allows; a sum such as "+100 000 000 euros" is none.
"""

from __future__ import annotations

import re

from crossfoot.model import Span

_ABROAD = re.compile(r"(?<![\w+])\+\d{1,3}(?:[ \-./]?\(?\d{1,8}\)?){2,6}(?![\d%])")
_AT_HOME = re.compile(r"(?<![\w.,/+\-])\(?0\d{1,4}\)?[ /\-]\d{2,8}(?:([ \-/])\d{2,8}(?:\1\d{2,8})*)?(?![\w%])")
_GROUPED = re.compile(r"\+\d{1,3}(?: \d{3})+")
FEWEST, MOST = 9, 15
"""Digits that a phone number has."""


def phones(text: str) -> list[Span]:
    """The phone numbers of a text."""
    found = []
    for pattern in (_ABROAD, _AT_HOME):
        for match in pattern.finditer(text):
            behind = text[match.end() :].lstrip()[:1]
            grouped = _GROUPED.fullmatch(match[0]) and (behind.isalpha() or behind in "€$£%")
            if FEWEST <= sum(c.isdigit() for c in match[0]) <= MOST and not (grouped and behind):
                found.append(Span(start=match.start(), end=match.end()))
    return found
