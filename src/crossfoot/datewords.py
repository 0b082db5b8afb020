"""The words of dates of one language: the table, and the table made ready for looking up.

In: a DateTable, as the file of a language holds it. Out: a Lexicon, which gives every word and phrase the roles that
it can play in a date, each with its value: "mars" {month: 3}, "mi" {part: 2}, "au plus tôt" {earliest: 1}.

    >>> lexicon(table).phrases["mi"]
    [(('mi',), {'part': 2})]
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from crossfoot.model import Value
from crossfoot.periods import CENTURY, DECADE, WEEKEND

Words = tuple[str, ...]
Roles = Mapping[str, int]


class DateTable(Value):
    """The [dates] table of a language; every entry a word or a phrase, in any case, with or without accents."""

    months: tuple[Words, ...] = ()
    months_short: tuple[Words, ...] = ()
    """Abbreviations: read only beside a day or a year."""
    weekdays: tuple[Words, ...] = ()
    weekdays_short: tuple[Words, ...] = ()
    weekday_endings: Words = ()
    """Parts of the day that are written together with the weekday: "Donnerstagabend"."""
    capitalised: Words = ()
    """Months that are also common words: read only with a capital."""
    nouns_capitalised: bool = False
    month_first: bool = False
    day_suffixes: Words = ()
    days_said: bool = False
    """Whether a day in words is a plain number: "il due maggio", but "am zweiten Mai"."""
    first_day: Words = ()
    """Words for the first of a month."""
    days_named: tuple[Words, ...] = ()
    """The days of a month in words, where they are no plain numbers: "am dritten Mai"."""
    ordinals: tuple[Words, ...] = ()
    quarter: Words = ()
    quarter_forms: Words = ()
    """Forms of "quarter" that stand only behind its number: "first and second quarters"."""
    half: Words = ()
    half_forms: Words = ()
    two_months: Words = ()
    four_months: Words = ()
    """Shares of the year as some languages print them: "el primer cuatrimestre"."""
    half_of: Words = ()
    """A half that needs its year: "second half" may be that of a match."""
    half_month: Words = ()
    """Half a month: "la première quinzaine de mai"."""
    quarter_letters: Words = ()
    half_letters: Words = ()
    seasons: tuple[Words, ...] = ()
    """Winter, spring, summer, autumn: the four quarters of the press."""
    parts: tuple[Words, ...] = ()
    """Start, middle, end."""
    week: Words = ()
    calendar_week: Words = ()
    """Words before or after the number of a week; one that is also `week` needs the year behind it."""
    month: Words = ()
    year: Words = ()
    year_forms: Words = ()
    """Forms of "year" that stand only before its number: "im Jahre 2030", but "in den letzten Jahren" is no year."""
    year_parts: tuple[Words, ...] = ()
    """Words for the start, the middle and the end of a year: "Jahresende"."""
    weekend: Words = ()
    first_many: Words = ()
    """Beside a count of months: "the first nine months of 2023"."""
    last_many: Words = ()
    week_from: Words = ()
    """Before the day that a week begins with: "the week commencing 3 June"."""
    decade: Words = ()
    decades: Words = ()
    """Words that make the year after them a decade: "les années 2030"."""
    decade_suffixes: Words = ()
    decade_names: tuple[Words, ...] = ()
    """The decades of the last century from its thirties on: "les années soixante"."""
    century: Words = ()
    century_names: tuple[Words, ...] = ()
    """The centuries from the thirteenth on by their hundreds, as they are written with a capital: "il Novecento"."""
    short_years: bool = False
    """Whether an apostrophe may stand for the century: "nel '68"."""
    numbers: tuple[Words, ...] = ()
    """Number words from one on, for counts of days, weeks, months and years."""
    spans: tuple[Words, ...] = ()
    """Days, weeks, months, years, decades, as they are counted: "trois ans"."""
    and_half: Words = ()
    """What adds half of it to such a count: "un an et demi", "one and a half years"."""
    half_numbers: tuple[Words, ...] = ()
    """Number words with their half, from one on: "anderthalb", "zweieinhalb"."""
    ago: Words = ()
    """Behind a span: "three years ago"."""
    elapsed: Words = ()
    """Behind a span, before what happened then: "a year since the dam broke, on 10 September"."""
    ago_lead: Words = ()
    """Before a span: "il y a trois ans"."""
    ahead: Words = ()
    """Before a span: "dans trois ans"."""
    ahead_in: Words = ()
    """Such a word that also says how long a thing takes: read only in what is to come."""
    takes: Words = ()
    """What makes it so, right before it: "sarà costruita in tre anni"."""
    hence: Words = ()
    """Behind a span: "three years from now"."""
    within: Words = ()
    """Before a span, a deadline: "d'ici trois ans"."""
    christmas: Words = ()
    last: Words = ()
    next: Words = ()
    before_last: Words = ()
    """Two back: "vorletztes Jahr", "the year before last"."""
    after_next: Words = ()
    """Two on: "übernächstes Jahr"."""
    this: Words = ()
    rest: Words = ()
    """What is left of a stretch: "the rest of the year"."""
    today: Words = ()
    now: Words = ()
    """Today, where it ends a range: "between 2019 and now"."""
    yesterday: Words = ()
    tomorrow: Words = ()
    before_yesterday: Words = ()
    after_tomorrow: Words = ()
    coming: Words = ()
    """Words that put their clause into the future: "will", "devrait", "geplant"."""
    coming_endings: Words = ()
    """Endings of verbs that do so, with their accents: "ouvrira"."""
    clause: Words = ()
    """Words that begin another clause: "que", "which"."""
    of: Words = ()
    article: Words = ()
    on: Words = ()
    """Plain prepositions, which are no part of a quote."""
    starting: Words = ()
    starting_year: Words = ()
    """Such a word that is one only directly before a year: "des 2026"."""
    deadline: Words = ()
    deadline_or_aim: Words = ()
    """Words that make an absolute date a deadline, but not behind `scheduled`: "para 2030", "previsto para 2030"."""
    scheduled: Words = ()
    until: Words = ()
    """Up to when something goes on, as "since" is from when: no part of a quote; with a "not" it is not before then."""
    spanning: Words = ()
    """Nouns of which two years are the ends: "the span of 2029 and 2031"."""
    before: Words = ()
    after: Words = ()
    negation: Words = ()
    not_before: Words = ()
    earliest: Words = ()
    latest: Words = ()
    hedge: Words = ()
    between: Words = ()
    joined: Words = ()
    either: Words = ()
    """Those of the joining words that leave the choice: "2029 ou 2030" is one date."""
    to: Words = ()
    through: Words = ()
    """Between two dates, to the end of the second: "2014 through May 2018"."""
    ranging: Words = ()
    habit: Words = ()
    """Words that make a weekday a habit: "le lundi"."""
    titled: Words = ()
    """Words whose year is part of a name: "plan 2030"."""
    aims: Words = ()
    """Words that with a year and a colon label what follows: "Objectif 2030 : 1,2 GW"."""
    counted: Words = ()
    """Words that make the number before them a count."""
    follows: Words = ()
    """Words that may follow a year and name nothing counted."""

    def names(self) -> Words:
        """The names of months and weekdays, which have a capital in some languages and name nothing."""
        return tuple(name for group in (*self.months, *self.weekdays) for name in group)


class Lexicon(NamedTuple):
    """A table made ready: phrases by their first word, longest first, and what numbers with letters can be."""

    phrases: dict[str, list[tuple[Words, Roles]]]
    coming: Words
    coming_folded: Words
    suffixes: frozenset[str]
    decades: frozenset[str]
    letters: dict[str, int]
    capitalised: frozenset[str]
    month_first: bool
    short_years: bool


PIECE = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|(?<![\w.,/:+-])(?:\d{4}(?P<s1>[-/.])\d{1,2}(?P=s1)\d{1,2}|\d{1,2}(?P<s2>[-/.])\d{1,2}(?P=s2)(?:\d{4}|\d\d))"
    r"(?=t\d|(?!\w|[.,/-]\d))"
    r"|(?<![\w.,/:+-])(?:(?:19|20)\d\d[-/]\d{1,2}|\d{1,2}[-/](?:19|20)\d\d)(?!\w|[.,/-]\d)"
    r"|(?<![\w.,/:+-])\d{1,2}\.\d{1,2}\.(?!\w)"
    r"|\d{1,2}\.?[°oa](?!\w)|\d+°|\d+(?:[.,]\d+)+\w*|[^\W\d_]+'(?=\w)|(?<!\w)'\d(?:0s|\d(?=[^\w'.,]|[.,]?(?:\s|$)))|\w+|\n\s*\n|[^\w\s]"
)
LISTED = {
    "months": "month", "months_short": "month_short", "weekdays": "weekday", "weekdays_short": "weekday_short",
    "ordinals": "ordinal", "days_named": "named_day",
    "seasons": "season", "parts": "part", "year_parts": "year_part", "numbers": "count", "half_numbers": "half_number",
    "spans": "span", "decade_names": "decade_name", "century_names": "century_name",
}  # fmt: skip
"""Fields that hold a group of words a number, and the role that the words play."""
FIRST = {"weekdays": 0, "weekdays_short": 0, "decade_names": 3, "century_names": 3}
"""The number of the first group, where it is not one."""
WORDED = {"year", "month", "week", "weekend", "decade", "century"}
UNITS = {
    "weekend": WEEKEND,
    "week": 0,
    "month": 1,
    "two_months": 2,
    "quarter": 3,
    "four_months": 4,
    "half": 6,
    "year": 12,
    "decade": DECADE,
    "century": CENTURY,
}
ALSO = {
    "of": "link", "article": "link", "joined": "join", "to": "join", "decades": "decade_word",
    "year_forms": "year_word", "either": "join",
    "week_from": "week_word",
}  # fmt: skip
DAYS = {"before_yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "after_tomorrow": 2}
BEYOND = {"before_last": "last", "after_next": "next"}
"""Relative words that go two steps instead of one."""
SHARES = {"quarter_forms": 3, "half_forms": 6}


class Folding(dict[int, str | int]):
    """Lower case, no accents, plain spaces, hyphens and apostrophes; one character stays one character."""

    def __missing__(self, code: int) -> str | int:
        char = chr(code)
        plain = unicodedata.normalize("NFKD", char)[0].lower()
        if char in "’‘ʼ′":
            plain = "'"
        elif unicodedata.category(char) == "Pd":
            plain = "-"
        elif char.isspace() and char != "\n":
            plain = " "
        self[code] = plain if len(plain) == 1 else code
        return self[code]


FOLDING = Folding()


def fold(text: str) -> str:
    """The text as the tables' words are matched; of the same length."""
    return text.translate(FOLDING)


def entries(table: DateTable) -> Iterator[tuple[str, str, int]]:
    """Every word of a table with a role and its value in it."""
    for field in type(table).model_fields:
        words = getattr(table, field)
        if field == "weekday_endings":
            yield from (
                (name + word, "weekday", number)
                for number, names in enumerate(table.weekdays)
                for name in names
                for word in words
            )
        elif field in LISTED:
            for number, group in enumerate(words, start=FIRST.get(field, 1)):
                yield from ((word, LISTED[field], number) for word in group)
        elif field in UNITS:
            yield from ((word, "unit", UNITS[field]) for word in words)
            yield from ((word, "share", UNITS[field]) for word in words if 1 < UNITS[field] <= 6)
            yield from ((word, field + "_word", 1) for word in words if field in WORDED)
        elif field in SHARES:
            yield from ((word, "share", SHARES[field]) for word in words)
        elif field in DAYS:
            yield from ((word, "dayword", DAYS[field]) for word in words)
        elif field in BEYOND:
            yield from ((word, BEYOND[field], 2) for word in words)
        elif isinstance(words, tuple):
            yield from ((word, role, 1) for word in words for role in (field, ALSO.get(field)) if role)


def split_words(word: str) -> list[str]:
    """The pieces of a folded word of a table; "l'" is one piece, as it is before a vowel."""
    if word.endswith("'"):
        return [piece[0] for piece in PIECE.finditer(word + "a")][:-1]
    return [piece[0] for piece in PIECE.finditer(word)]


@lru_cache
def lexicon(table: DateTable) -> Lexicon:
    """The table made ready for matching; once a table."""
    found: dict[Words, dict[str, int]] = {}
    for word, role, value in entries(table):
        found.setdefault(tuple(split_words(fold(word))), {})[role] = value
    phrases: dict[str, list[tuple[Words, Roles]]] = {}
    for words, roles in sorted(found.items(), key=lambda entry: -len(entry[0])):
        phrases.setdefault(words[0], []).append((words, roles))
    letters = dict.fromkeys(map(fold, table.quarter_letters), 3) | dict.fromkeys(map(fold, table.half_letters), 6)
    plain = [frozenset(map(fold, words)) for words in (table.day_suffixes, table.decade_suffixes, table.capitalised)]
    endings = table.coming_endings
    return Lexicon(
        phrases, endings, tuple(map(fold, endings)), plain[0], plain[1], letters, plain[2], table.month_first,
        table.short_years,
    )  # fmt: skip
