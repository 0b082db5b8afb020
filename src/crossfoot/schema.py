"""The type of a language table: what a language may say. Words are data, grammar is code.

A table that does not fit is refused when it is loaded (`tables.py`); no table holds a regular expression.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from crossfoot.dates import DateTable
from crossfoot.model import Scope, Status, Value
from crossfoot.wordgroups import (
    Age,
    Carried,
    Datings,
    Former,
    Furniture,
    Hedges,
    Mishaps,
    NoFigure,
    Pair,
    PriceBase,
    Ranges,
    Rate,
    Speakers,
    Structure,
    Tense,
    Things,
    Times,
    WordList,
    Words,
)


class Language(Value):
    """One language: how it prints and says figures. A table needs its name and its marks; all else may come later."""

    code: str
    name: str
    decimal: str
    thousands: Words
    plural_from_two: bool = False
    """A noun, the word for a million too, is in the plural from two on only, and then ends in "s": "1,9 million"."""
    compound: bool = False
    """Number words are written together: "zweihundert", "ventimila"."""
    inverted: bool = False
    """Units before tens: "fünfundzwanzig"."""
    ordinal_stop: bool = False
    """A stop behind a number makes it an ordinal: "am 14. Mai", "die 3. Stufe"."""
    articles: Words = ()
    of: Words = ()
    plural_endings: Words = ()
    """How words behind a plural noun end that agree with it; others are no part of it: "20 puits fourniront"."""
    plural_nouns: Words = ()
    """How nouns in the plural end, as a label that says what a number counts must: "Sleeping cars: 178"."""
    lag: Words = ()
    """Words behind a unit of time that make "a" a count: "un an de retard", "a year late"."""
    link: Words = ()
    half_after: Words = ()
    mixed_thousands: bool = False
    """The word for a thousand may stand between digits: "480 mil 769"."""
    point: Words = ()
    """What is said for the decimal mark: "virgule", "point"."""
    minus: Words = ()
    """What is said for the sign of a number below zero."""
    out_of: Words = ()
    """What stands between two numbers of which the first is a share of the second: "two in five"."""
    out_of_noun: Words = ()
    """Those that may stand behind a noun: "one bed in five", but no "ein Team von fünf"."""
    every: Words = ()
    """Words before an ordinal that make it a share: "jeder dritte"."""
    nths: Mapping[str, int] = {}
    """Such ordinals: "dritte" is the third."""
    single: Words = ()
    """Words that make an article a count: "un seul"."""
    numbered: Words = ()
    """Nouns of things that are told apart by a number behind them: "line 4", "phase 2"."""
    elision: Mapping[str, str] = {}
    """Small words that lose a vowel before another one."""
    contractions: Mapping[str, Words] = {}
    """Small words as they are printed with the article behind them: "a" -> "al", "alla"."""
    definite: Words = ()
    """Words before which a scale word alone is one of it: "supera il miliardo", "un altro miliardo"."""
    currency_noun: Literal["first", "last"] | None = None
    """Where the noun stands in a currency's full name: "dollar canadien", "Canadian dollar"."""
    no_currency: Words = ()
    """Words that stand in its place in some of the names, and are none: "nouveau shekel"."""
    currency: str | None = None
    """The money that a sum is in where a text of this language prints none."""
    currency_shared: bool = False
    """Other countries speak the language too, so that the country named most tells the money first."""
    countries: Words = ()
    """Countries and continents: where something is, seldom what a figure is about."""
    furniture: Furniture = Furniture()
    no_figure: NoFigure = NoFigure()
    age: Age = Age()
    determiners: Words = ()
    """Words before a noun, and hardly ever before a name; for languages whose nouns all have capitals."""
    verb_endings: Words = ()
    """Endings of verbs in the plural, as printed, that no noun has behind a number: "otros 90 llegarán"."""
    noun_endings: Words = ()
    """Endings of words that are nouns and no names; for the same languages."""
    name_openers: Words = ()
    """Nouns and titles right before a name: "Stadt", "Minister"; for the same languages."""
    common: Words = ()
    """Words that often open a sentence and are no names."""
    scale_needs_of: bool = False
    """A noun follows a scale word only behind "of": "un million de voitures", but "five million homes"."""
    numbers: Mapping[str, int] = {}
    scales: Mapping[str, int] = {}
    scale_symbols: Mapping[str, int] = {}
    collective: Mapping[str, int] = {}
    several: Mapping[str, int] = {}
    fractions: Mapping[str, str] = {}
    """One part: "third", "moitié"; also a number with its half in one word: "anderthalb"."""
    parts: Mapping[str, str] = {}
    """Several parts: "thirds", "tiers"."""
    bare_fractions: Words = ()
    """Parts that need no number before them: "half of it"."""
    ordinal_fractions: Words = ()
    """Words for one part that also name a place in an order: "a third reactor"."""
    multipliers: Mapping[str, Decimal] = {}
    times: Times = Times()
    vague: WordList = WordList()
    ranges: Ranges = Ranges()
    lists: Mapping[str, Words] = {}
    hedges: Hedges = Hedges()
    between_number_and_unit: WordList = WordList()
    carried: Carried = Carried()
    deeds: Mapping[str, Words] = {}
    """Words that tell of one deed in statements of one moment: "killed", "died"; `made` and `there` say when a photo or
    a film was made, and when it was there already."""
    posts: Words = ()
    """Nouns that mean posts only where the sentence tells of work: "posti"."""
    work: Words = ()
    """Words that tell of work."""
    per: Mapping[str, Words] = {}
    rate: Rate = Rate()
    per_before: Mapping[str, Words] = {}
    """What a figure is per, said before it: "par tranches de 6 MW"."""
    price_base: PriceBase = PriceBase()
    scope: Mapping[Scope, Words] = {}
    scope_before: Mapping[Scope, Words] = {}
    """Words that give a scope only right before the figure, no article before them: "otros 80 millones"."""
    scope_openings: Mapping[Scope, Words] = {}
    """First parts of compounds that give a scope: "Gesamt" in "Gesamtkapazität"."""
    scope_behind: Mapping[Scope, Words] = {}
    """Words that give a scope only right behind the figure: "£2.3bn more"."""
    scope_ahead: Words = ()
    """Those of the words for a scope that give it to what follows them only: "devait coûter", "instead of"."""
    restating: Words = ()
    """Words before a sum that says the one before it again, in other money: "soit", "or"."""
    comparing: Words = ()
    """Words that compare the adjective behind them: "un projet plus global"."""
    added_to: WordList = WordList()
    """Words right before what something is added to, which is no addition itself: "beyond its $12 billion"."""
    former: Former = Former()
    datings: Datings = Datings()
    contrast: Words = ()
    """Words that open a clause of another time than its main clause: "alors que", "whereas"."""
    announcing: Words = ()
    """Verbs whose own date says when a plan was made known, and nothing of the figures in it."""
    status: Mapping[Status, Words] = {}
    status_endings: Mapping[Status, Words] = {}
    """Endings of verbs that say so, as printed: "collegherà" is planned."""
    tense: Tense = Tense()
    events: Mapping[str, Words] = {}
    event_pairs: Mapping[str, tuple[Pair, ...]] = {}
    mishaps: Mishaps = Mishaps()
    speakers: Speakers = Speakers()
    structure: Structure = Structure()
    things: Things = Things()
    stop: WordList = WordList()
    weighing: Words = ()
    """Verbs that make a pound behind them a weight: "weighs 40,000 pounds"."""
    unit_like_verbs: Words = ()
    """Verbs that are spelt like a unit, which they are not before a number: "won"."""
    units: Mapping[str, Words] = {}
    kinds: Mapping[str, Words] = {}
    kind_openings: Mapping[str, Words] = {}
    """First parts of compounds that say what a sum is, where the last part does not: "Kosten" in "Kostenprognose"."""
    dates: DateTable = DateTable()
