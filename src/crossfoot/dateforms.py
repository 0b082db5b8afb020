"""The forms of dates: patterns of the roles that words, numbers and signs can play, each with its reader.

In: a DateTable. Out: its Grammar. Every set of roles becomes one letter, a text a string of such letters, and a form
a regular expression over them; so "28 juin 2025" and "28. Juni 2025" are one form, `day stop? month year`. A `*` in a
form stands for up to four, so that no text makes it slow.

    >>> [form.search(letters_of("le 28 juin 2025")) is not None for form, reader in grammar(table).forms][2]
    True
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from crossfoot.datedays import (
    read_christmas,
    read_day_and_month,
    read_day_of_month,
    read_day_slash_month,
    read_days,
    read_dayword,
    read_foreign,
    read_nth_day,
    read_numeric,
    read_spaced_day,
    read_weekday,
    read_weekday_and_day,
    read_weekday_of_week,
)
from crossfoot.datedecades import read_century, read_decade, read_decade_half, read_next_decade
from crossfoot.datematch import Match, Read
from crossfoot.datepieces import without_month
from crossfoot.dateshifts import read_ago, read_ahead
from crossfoot.datespans import (
    read_bare_month,
    read_month_half,
    read_months,
    read_months_of_year,
    read_next_season,
    read_quarter,
    read_rest,
    read_season,
    read_unit,
    read_week_number,
    read_week_of,
    read_week_of_day,
    read_week_with,
    read_weekend_with,
    read_year_part,
    read_yearmonth,
    read_years,
)
from crossfoot.datewords import DateTable, Lexicon, lexicon

Reader = Callable[[Match], Read | None]
LISTED = 9
"""How many days or months a list may hold before its last one; a bound keeps long tables of numbers cheap."""
PART = "(part link* (hyphen link*)?)? (month_word link*)?"
WEEKDAY = "((weekday|weekday_short) stop? comma? link*)?"
RELATED = "(last|next|this)"
COUNT = "(ordinal|last|nth|day stop)"
UNIT = f"({RELATED} unit|unit {RELATED})"
MONTH = "(month|month_short stop?)"
A_MONTH = f"({RELATED} month_word|month_word {RELATED})"
OF_YEAR = f"(link|on)* ({RELATED} year_word|year_word {RELATED})"
SIGN = "(link|hyphen|slash)*"
YEAR = f"(comma? {SIGN} on? (year|old_year)|{OF_YEAR})"
COUNTED = "hedge? ((day|count) ((link* join link* (day|count))? span and_half?|and_half span)|half_number span)"
FORMS: tuple[tuple[str, Reader], ...] = (
    (f"{WEEKDAY} numeric", read_numeric),
    ("yearmonth|years", read_yearmonth),
    (
        f"{RELATED}? {WEEKDAY} (first_day|day stop?|(count|ordinal) of) (link* join+ link* day stop?){{0,{LISTED}}}"
        f" {SIGN} {MONTH} ({YEAR}|{RELATED})?",
        read_days,
    ),
    (f"{WEEKDAY} {MONTH} hyphen? link* day (link* join+ link* day){{0,{LISTED}}} (comma|link|hyphen)* year", read_days),
    (f"{WEEKDAY} {MONTH} link* month_first (link* join+ link* day){{0,{LISTED}}} ({OF_YEAR})?", read_days),
    (f"year (hyphen|slash|stop) {MONTH} (hyphen|slash|stop) day", read_days),
    (f"(first_day|day stop?) (link* join+ link* day stop?){{0,{LISTED}}} link* {A_MONTH}", read_day_of_month),
    ("(weekday|weekday_short stop) comma? link* day", read_weekday_and_day),
    (f"{WEEKDAY} daymonth", read_day_and_month),
    (f"{WEEKDAY} (day stop day stop|daymonth) year", read_spaced_day),
    (f"{WEEKDAY} day slash day", read_day_slash_month),
    (
        f"{PART} ({MONTH} link* (join|slash) link*){{0,{LISTED}}} {MONTH} comma? {SIGN} on? year_word? link*"
        " (year|old_year)",
        read_months,
    ),
    (
        f"{PART} ({MONTH} link* join link* {MONTH}|month_word link* {MONTH}|{RELATED} month|{MONTH} {OF_YEAR}"
        f"|month {RELATED}|month)",
        read_bare_month,
    ),
    ("year|day|count", read_next_decade),
    ("year", read_next_season),
    (f"{PART} (year_word link*)? year", read_years),
    ("year link* (join|hyphen|slash) link* year", read_years),
    (
        f"{PART} (decade_word link* (year|day|count)|(decade_number|short_decade) hyphen? (decade_word|year_word)?"
        "|(decade_word link*)? decade_name hyphen? year_word?)",
        read_decade,
    ),
    (
        f"{PART} ((nth|named_day|ordinal|day stop?|roman) hyphen? century_word|century_word (roman|ordinal|day)"
        "|century_name)",
        read_century,
    ),
    (f"{PART} {UNIT}|part link* hyphen? unit", read_unit),
    (f"year_part ({YEAR})?", read_year_part),
    (
        f"{PART} ({COUNT} (link* join+ link* {COUNT})? hyphen? (share|half_of)"
        f" (link* (year_word link*)? year|link* year_word {RELATED}|link* {RELATED}? year_word)?"
        f"|{RELATED} year_word {COUNT} (share|half_of)"
        " |compact (link* join link* compact)? comma? link* (hyphen|slash)? year|year hyphen? compact|compact"
        " |turned link* (hyphen|slash)? year|glued_year)",
        read_quarter,
    ),
    (
        f"{COUNT} half_of link* (decade_word ({RELATED}|link* year)|{RELATED}? decade_word"
        "|decade_number hyphen? (decade_word|year_word)?)",
        read_decade_half,
    ),
    (f"{COUNT} (half_of|half_month) (link|on)* (month_word link*)? {MONTH} ({YEAR})?", read_month_half),
    (f"{COUNT} week_word (link|on)* (({MONTH} (comma? link*)?)? (year|{OF_YEAR})|{MONTH}|{A_MONTH})", read_week_of),
    (f"week_word (link|on)* (first_day|day stop?) {SIGN} {MONTH} ({YEAR})?", read_week_with),
    (f"week_word (link|on)* {MONTH} link* month_first (comma? year)?", read_week_with),
    ("week_word of article? day", read_week_of_day),
    (
        f"weekend_word (link|on)* (first_day|day stop?) (link* join+ link* day stop?)? {SIGN} {MONTH} ({YEAR})?",
        read_weekend_with,
    ),
    (f"weekend_word (link|on)* {MONTH} link* month_first (link* join+ link* day)? (comma? year)?", read_weekend_with),
    (
        "((first_many|last_many) (day|count)|(day|count) (first_many|last_many)) span (link|on)*"
        f" (year_word? link* year|{RELATED} year_word|year_word {RELATED}?)",
        read_months_of_year,
    ),
    (
        f"(calendar_week (day|count)|day stop calendar_week) ((link|on|slash|comma)* (year_word? year|{OF_YEAR}))?"
        "|calendar_week (yearmonth|week_year)",
        read_week_number,
    ),
    (f"{COUNT} (weekday|span) (link|on)* ({MONTH} ({YEAR})?|(month_word link*)? {MONTH}|{A_MONTH})", read_nth_day),
    (f"{PART} {RELATED}? season (link* (year (hyphen|slash) year|year|years)|{OF_YEAR}|{RELATED})?", read_season),
    (f"weekday comma? (link|on)* {UNIT}|{UNIT} (link|on|hyphen|comma)* weekday", read_weekday_of_week),
    (f"{RELATED} weekday|weekday {RELATED}|weekday", read_weekday),
    ("dayword|now", read_dayword),
    (f"rest link* (unit|{UNIT}|(year_word link*)? year)", read_rest),
    (f"ago_lead {COUNTED}|{COUNTED} ago", read_ago),
    (f"(ahead|ahead_in|within) {COUNTED}", read_ahead),
    (f"{COUNTED} hence", read_ahead),
    ("christmas (on|link)* year", read_christmas),
    ("day stop? link* word stop? link* year|word stop? day comma? year", read_foreign),
)
NUMBERS = (
    "year", "old_year", "day", "day month_first", "day nth", "day month_first nth", "decade_number", "numeric",
    "numeric or_numeric", "yearmonth", "week_year", "years last_year", "daymonth", "compact size", "turned size",
    "turned size glued_year", "count", "short_decade",
)  # fmt: skip
"""The sets of roles that pieces with digits can have; `OTHERS` those of signs and of words in no table."""
OTHERS = ("", "word", "word coming", "word roman", "gap", "comma join", "stop", "hyphen join", "slash", "quote")


class Grammar(NamedTuple):
    """The forms of a language, compiled, and the letter of each set of roles."""

    words: Lexicon
    letters: dict[frozenset[str], str]
    forms: tuple[tuple[re.Pattern[str], Reader], ...]


@lru_cache
def grammar(table: DateTable) -> Grammar:
    """Forms are written in roles; a piece may play several, so a role becomes the letters of all sets that hold it."""
    words = lexicon(table)
    sets = {frozenset(roles) for group in words.phrases.values() for _, roles in group}
    sets |= {frozenset(without_month(roles)) for group in words.phrases.values() for _, roles in group}
    sets |= {frozenset(names.split()) for names in (*NUMBERS, *OTHERS)}
    letters = {roles: chr(0xE000 + number) for number, roles in enumerate(sorted(sets, key=sorted))}

    def of_role(match: re.Match[str]) -> str:
        return "[" + ("".join(letter for roles, letter in letters.items() if match[0] in roles) or "\0") + "]"

    def pattern(form: str) -> re.Pattern[str]:
        return re.compile(re.sub(r"[a-z_]+", of_role, form).replace(" ", "").replace("*", "{0,4}"))

    return Grammar(words, letters, tuple((pattern(form), reader) for form, reader in FORMS))
