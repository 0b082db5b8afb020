"""The types of the data tables: what a language and a measure may say. Words are data, grammar is code.

A table that does not fit is refused when it is loaded (`tables.py`); no table holds a regular expression.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal

from pydantic import Field, model_validator

from crossfoot.dates import DateTable
from crossfoot.model import Measure, Modifier, Scope, Status, Value

Words = tuple[str, ...]


class Hedges(Value):
    """Words that say how exact a figure is, before it and after it."""

    before: Mapping[Modifier, Words] = {}
    after: Mapping[Modifier, Words] = {}
    close: Words = ()
    """Hedges that count only right before the figure: "more than the 18 billion of 2016" compares."""
    negation: Words = ()
    """Words that turn a hedge behind them round: "no superará los 300 millones" is at most so much."""
    negation_not: Words = ()
    """Words that undo that: "no solo supera los 300 millones"."""
    goal: Words = ()
    """Words for "up to" that a verb of growth makes a plain "to": "se disparó hasta los 900 millones"."""
    amounts: Words = ()
    """Nouns of what has a value, behind which one of `amount_of` is no hedge: "ein Kredit über 600 Millionen"."""
    amount_of: Words = ()
    fillers: Words = ()
    """Small words allowed between the hedge and the figure: "avoisinant les 250 MW"."""


class Ranges(Value):
    """Words that make two figures one interval, and verbs that make them two after all."""

    between: Words = ()
    and_: Words = Field(default=(), alias="and")
    from_: Words = Field(default=(), alias="from")
    to: Words = ()
    or_: Words = Field(default=(), alias="or")
    """Words between two numbers that together say about how many: "two or three million"."""
    but: Words = ()
    """Words that, like "and", join the two bounds of one interval: "more than five but fewer than ten"."""
    change: Words = ()
    """Words from an old figure to a new one, never the two ends of one interval: "von vier auf sechs"."""
    then: Words = ()
    """Words that lead from one figure of a row to the next: "von 2 auf 3, dann auf nun 6 Milliarden"."""
    growth: Words = ()
    decline: Words = ()
    """Those of them, and more, for what becomes less: "gesunken", "gekürzt"."""
    by: Words = ()
    """Words before how much something grew: "rose by 2 million euros to 9 million euros"."""


class Carried(Value):
    """Words that let a bare number count what a figure before it does, or what its clause is about."""

    of_them: Words = ()
    """Before a part: "di cui 300"."""
    among: Words = ()
    """Before a part or something that belongs to the whole: "including 300"."""
    of_whole: Words = ()
    """Before the whole, at the start of a clause: "de los 900 trabajadores, 300"."""
    part_of: Words = ()
    """Between a number and the noun of which it counts some: "five of the ships"."""
    of_them_behind: Words = ()
    """Behind a part: "300 of them"."""
    others: Words = ()
    """Before more of the same: "otros 200"."""
    others_behind: Words = ()
    """Behind it: "200 autres"."""
    against: Words = ()
    """Before what a figure is held against, besides the words for a former one: "up from 240"."""
    present: Words = ()
    """Between such a word and the number: "instead of the current 80"."""
    counting: Words = ()
    """Verbs in the plural between what is counted and its number: "los autobuses son 45"."""
    there: Words = ()
    """Before a number, with a pronoun or none for what it counts: "ne arriveranno 900"."""
    definite: Words = ()
    """Articles and the like of what is known: "the 240 it predicted"."""
    tallies: Words = ()
    """Nouns for how many there are, of what they say themselves: "ridership", "population of"."""
    crews: Words = ()
    """Nouns for people together, before "of" and how many they are: "a crew of 160"."""
    strong: Words = ()
    """What a number of people ends in before such a noun: "a 300-strong workforce"."""
    numbers_of: Words = ()
    """The same of another noun: "number of passengers", "passenger numbers", "Fahrgastzahl"."""


class Times(Value):
    """Words before or after a number that multiplies."""

    before: Words = ()
    after: Words = ()
    again: Words = ()
    """What stands before a second such number: "multipliés par 3,3 et les délais par 3,5"."""


class Rate(Value):
    """How a text says what a figure is per."""

    open: Words = ()
    """Words that distribute, whatever noun stands behind them: "per", "pro"."""
    closed: Words = ()
    """Words that mean other things too, and distribute before a unit or a known noun only: "por", "a"."""
    articles: Words = ()
    """Articles that do so behind something measured: "40 euros la tonne"."""
    many: Words = ()
    """Words that do so before a power of ten of people: "12 pour 100 000 habitants"."""
    between: Words = ()
    """Words between a figure and what it is per: "on average"."""
    not_: Words = Field(default=(), alias="not")
    """Set phrases that begin with such a word and distribute nothing: "par rapport"."""
    not_endings: Words = ()
    """Endings that show that the word behind is no noun in the singular, the only one that an open word takes."""
    nouns: Mapping[str, Words] = {}
    """Nouns by what they count, where several say the same: "habitant" and "tête" are both person."""


class PriceBase(Value):
    """How a text names the year whose money it counts in."""

    before_year: Words = ()
    after_year: Words = ()
    current: Words = ()
    constant: Words = ()
    """Words for prices of one year that they do not name: "at constant prices", "in real terms"."""


class Speakers(Value):
    """Words that name who says it."""

    before: Words = ()
    """Words before the one who says it: "selon"."""
    close: Words = ()
    """Those that mean other things too, and count only between two marks: ", so die Bahn."."""
    behind: Words = ()
    """Words behind the one who says it: "zufolge"."""
    verbs: Words = ()
    """Verbs of saying in the forms that need no other verb."""
    participles: Words = ()
    agents: Words = ()
    """Before the one who did it, behind a participle: "secondo quanto riferito da"."""
    auxiliaries: Words = ()
    separable: Words = ()
    """Verbs of saying in two parts: "teilte mit"."""
    plans: Words = ()
    """Verbs with which somebody speaks of what is to come: "prévoit 300 logements"."""
    wills: Words = ()
    """The same where an infinitive follows: "veut bâtir"."""
    revises: Words = ()
    """The same where what is reckoned follows: "raised its forecast to 300"; in German the participle."""
    reckoned: Words = ()
    """What is so revised, besides estimates: "budget"."""
    reaches: Words = ()
    """Verbs with which those who reckon come to a figure: "arrive à"."""
    gives: Words = ()
    """Verbs of a clause that says who has given the figure before it: "the 300 that X gave"."""
    infinitives: Words = ()
    """Endings of infinitives."""
    passives: Words = ()
    """Verbs that make a participle behind them passive: "was announced"."""
    clitics: Words = ()
    """Small words between subject and verb."""
    as_words: Words = ()
    """Words that turn a verb of saying into an aside: "comme l'indique"."""
    said_it: Words = ()
    """Pronouns for what was said before: "das teilte X mit"."""
    relatives: Words = ()
    """Words that open a clause: "that", "qui"."""
    things: Words = ()
    """Those of them that mean no person: "which"."""
    pronouns: Words = ()
    personal: Words = ()
    """Pronouns of a person only."""
    possessives: Words = ()
    prepositions: Words = ()
    """Words that make the noun behind them no subject."""
    drops_subject: bool = False
    """A verb may do without a subject: "Añadió que"."""
    people: Words = ()
    """Offices and titles of people."""
    spokesmen: Words = ()
    """Those who speak for somebody else."""
    bodies: Words = ()
    """Public bodies and associations."""
    reports: Words = ()
    """What somebody has written or reckoned: "rapport", "figures"."""
    estimates: Words = ()
    """What somebody has reckoned, where it stands for the one who did: "EDF's forecast"."""
    views: Words = ()
    """What somebody's word is told to be, behind the name: "in X's view"."""
    view_openers: Words = ()
    """What stands before the name there: "in"."""
    sources: Words = ()
    """People without a name: "analysts"."""
    press: Words = ()
    """Nouns before the name of a newspaper or agency."""
    outlets: Words = ()
    """Newspapers, agencies, channels that are quoted most."""
    posts: Words = ()
    """What is published as somebody's own words: "post"."""
    continuing: Words = ()
    """Words for what was just said, at the start of a sentence."""
    reported: Words = ()
    """Verbs in the mood of reported speech: "sei", "werde"."""
    reported_endings: Words = ()
    """Endings of that mood: "coûterait"."""
    unreported: Words = ()
    """Verbs in that mood that mean a chance or a duty: "pourrait"."""


class Structure(Value):
    """Nouns for what is built and for the whole of an affair, and words that point back to them."""

    site: Words = ()
    plan: Words = ()
    locative: Words = ()
    material: Words = ()
    """Those of them that also tell what a thing is made of, where all nouns have capitals: "aus Holz"."""
    summing: Words = ()
    """Openings that sum up the sentence before, and so speak of its date: "Cela totalisera", "Damit"."""
    back: Words = ()
    project: Words = ()
    """Nouns for the affair as such: they point to what a text is about, not to the last thing named."""
    name_first: bool = False
    """The name stands before its noun: "the Hinkley Point C plant"."""
    demonstratives: Words = ()
    """Words that with such a noun point back: "ce bâtiment"."""
    beginning: Words = ()
    """Words that make what follows them the whole: "la première pierre d'un programme de 52 milliards"."""
    relatives: Words = ()
    """Words that open a relative clause; one between commas keeps nothing apart."""
    not_plan: Words = ()
    """Set phrases in which such a noun means something else: "sur le plan technique"."""
    company: Words = ()
    """Nouns that stand before the name of a company."""
    compass: Words = ()
    """Parts of a country, as in "le sud de la France": with it they are the name of a place."""


class Furniture(Value):
    """Lines of a page that are no part of the article."""

    end: Words = ()
    """From here on nothing of the article follows."""
    teaser: Words = ()
    """The next line announces another article."""
    legal: Words = ()
    """A line with one of these is no part of the article."""
    counters: Words = ()
    """What a page counts of its own readers: a short line in which every number stands before one is no part of it."""


class NoFigure(Value):
    """Words beside a number that make it no figure."""

    clock: Words = ()
    """Behind a time of day: "Uhr", "p.m."."""
    clock_before: Words = ()
    """Before the hours of one: "à 18h"."""
    streets: Words = ()
    """Nouns of streets behind their number: "12 rue", "12 Baker Street"."""
    laws: Words = ()
    """Nouns of what is cited by year and number: "Directive 2001/42"."""


class Tense(Value):
    """Verbs that tell by their tense whether a figure is or was, is to be, or would be; all as printed."""

    verbs: Mapping[Status, Words] = {}
    endings: Mapping[Status, Words] = {}
    no_verbs: Words = ()
    """Words with such an ending that are no verbs."""
    not_behind: Words = ()
    """Words behind which such a form is no finite verb, besides articles and possessives: "to put", "is based"."""


class WordList(Value):
    """A plain list of words."""

    words: Words = ()


class Pair(Value):
    """A noun and a word near it that say something only together: "i lavori di scavo partiranno"."""

    nouns: Words
    words: Words


class Former(Value):
    """Words that make a figure one that another has replaced."""

    words: Words = ()
    """Before it: "anziché"."""
    behind: Words = ()
    """Right behind it: "(4,5 miliardi) inizialmente previsti"."""
    not_: Words = Field(default=(), alias="not")
    """Set phrases with such a word that replace nothing: "mucho antes"."""
    pair: Pair | None = None
    """Words that mean so with another one near them only: "bisher" in "bisher waren 77 Millionen veranschlagt"."""


class Language(Value):
    """One language: how it prints and says figures. A table needs its name and its marks; all else may come later."""

    code: str
    name: str
    decimal: str
    thousands: Words
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
    contrast: Words = ()
    announcing: Words = ()
    """Verbs whose own date says when a plan was made known, and nothing of the figures in it."""
    """Words that open a clause of another time than its main clause: "alors que", "whereas"."""
    status: Mapping[Status, Words] = {}
    status_endings: Mapping[Status, Words] = {}
    """Endings of verbs that say so, as printed: "collegherà" is planned."""
    tense: Tense = Tense()
    events: Mapping[str, Words] = {}
    event_pairs: Mapping[str, tuple[Pair, ...]] = {}
    speakers: Speakers = Speakers()
    structure: Structure = Structure()
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


class Unit(Value):
    """A unit of a measure: what one of it is in the base unit, and how it is printed."""

    name: str
    base: str
    factor: Decimal
    measure: Measure
    prefix: bool = False
    scaled: bool = False
    counted: bool = False
    kin: Words = ()
    """Currencies that go by the same bare name: a "dollar" may be Canadian."""
    part: Decimal = Decimal(1)
    """What one of it is in the currency that the text tells: a cent is a hundredth."""
    also: str = ""
    """The symbol of a weight that goes by the same name: a pound."""
    per: str | None = None
    """What the unit's name says besides: "bpd" is barrels, per day."""
    doubt: str | None = None
    """Why a figure that is printed so is not certain: "MW/h"."""
    weak: bool = False
    """A symbol that is also a word: it counts only beside a number with a scale."""


class MeasureTable(Value):
    """One measure: its units, the words that tell its kinds apart, and how closely its figures are compared."""

    name: str
    measure: Measure
    base: str | None = None
    prefix: bool = False
    scaled: bool = False
    counted: bool = False
    units: Mapping[str, Mapping[str, Any]] = {}
    weak_codes: Words = ()
    """Codes of currencies that are words, too."""
    noun_codes: Words = ()
    """Codes of currencies whose noun alone names them."""
    kinds: Mapping[str, Mapping[str, Words]] = {}
    sums: Mapping[Literal["allotted", "built", "paid", "shares"], Mapping[str, Words]] = {}
    """Words that tell the kind of a sum together with others: what was "built" is "paid" for."""
    compare: Mapping[str, Decimal] = {}

    @model_validator(mode="after")
    def _known_units(self) -> MeasureTable:
        for name, unit in self.units.items():
            unknown = [
                k
                for k in unit
                if k not in ("factor", "symbols", "as", "kin", "part", "also", "per", "doubt") and len(k) != 2
            ]
            if unknown:
                raise ValueError(f"units.{name}: unknown key {unknown[0]!r}")
        return self

    def unit(self, name: str) -> Unit:
        """The unit of that name."""
        return Unit(
            name=name,
            base=self.units[name].get("as") or self.base or name,
            factor=Decimal(str(self.units[name].get("factor", 1))),
            measure=self.measure,
            prefix=self.prefix,
            scaled=self.scaled,
            counted=self.counted,
            kin=tuple(self.units[name].get("kin", ())),
            part=Decimal(str(self.units[name].get("part", 1))),
            also=self.units[name].get("also", ""),
            per=self.units[name].get("per"),
            doubt=self.units[name].get("doubt"),
        )
