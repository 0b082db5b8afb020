"""The types of the data tables, and their loading: files of words -> Tables, refused where they clash.

    >>> load().languages["fr"].decimal
    ','

Words are data, grammar is code: a language is one file in `languages/`, a measure one file in `measures/`.
A unit's names may be given by the measure (`[units.MW] fr = [...]`) or by the language (`[units]`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from pydantic import ConfigDict, Field, ValidationError, model_validator

from crossfoot.dates import DateTable
from crossfoot.errors import CrossfootError
from crossfoot.model import Measure, Modifier, Scope, Status, Value
from crossfoot.words import Phrases, fold, split

Words = tuple[str, ...]


class Hedges(Value):
    """Words that say how exact a figure is, before it and after it."""

    before: Mapping[Modifier, Words]
    after: Mapping[Modifier, Words]
    close: Words = ()
    """Hedges that count only right before the figure: "more than the 18 billion of 2016" compares."""
    fillers: Words = ()
    """Small words allowed between the hedge and the figure: "avoisinant les 250 MW"."""


class Ranges(Value):
    """Words that make two figures one interval, and verbs that make them two after all."""

    between: Words
    and_: Words = Field(alias="and")
    from_: Words = Field(alias="from")
    to: Words
    growth: Words = ()


class Times(Value):
    """Words before or after a number that multiplies."""

    before: Words = ()
    after: Words = ()
    again: Words = ()
    """What stands before a second such number: "multipliés par 3,3 et les délais par 3,5"."""


class PriceBase(Value):
    """How a text names the year whose money it counts in."""

    before_year: Words = ()
    after_year: Words = ()
    current: Words = ()


class Speakers(Value):
    """Words that name who says it."""

    before: Words
    verbs: Words


class Structure(Value):
    """Nouns for what is built and for the whole of an affair, and words that point back to them."""

    site: Words
    plan: Words
    locative: Words
    back: Words
    project: Words = ()
    """Nouns for the affair as such: they point to what a text is about, not to the last thing named."""
    name_first: bool = False
    """The name stands before its noun: "the Hinkley Point C plant"."""
    demonstratives: Words = ()
    """Words that with such a noun point back: "ce bâtiment"."""
    beginning: Words = ()
    """Words that make what follows them the whole: "la première pierre d'un programme de 52 milliards"."""
    not_plan: Words = ()
    """Set phrases in which such a noun means something else: "sur le plan technique"."""
    company: Words = ()
    """Nouns that stand before the name of a company."""
    compass: Words = ()
    """Parts of a country, as in "le sud de la France": with it they are the name of a place."""


class Furniture(Value):
    """Lines of a page that are no part of the article."""

    end: Words
    """From here on nothing of the article follows."""
    teaser: Words
    """The next line announces another article."""
    legal: Words = ()
    """A line with one of these is no part of the article."""


class WordList(Value):
    """A plain list of words."""

    words: Words = ()


class Language(Value):
    """One language: how it prints and says figures."""

    code: str
    name: str
    decimal: str
    thousands: Words
    compound: bool = False
    """Number words are written together: "zweihundert", "ventimila"."""
    inverted: bool = False
    """Units before tens: "fünfundzwanzig"."""
    articles: Words
    of: Words
    link: Words = ()
    half_after: Words = ()
    single: Words = ()
    """Words that make an article a count: "un seul"."""
    elision: Mapping[str, str] = {}
    """Small words that lose a vowel before another one."""
    countries: Words = ()
    """Countries and continents: where something is, seldom what a figure is about."""
    furniture: Furniture
    common: Words = ()
    """Words that often open a sentence and are no names."""
    scale_needs_of: bool = False
    """A noun follows a scale word only behind "of": "un million de voitures", but "five million homes"."""
    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    scale_symbols: Mapping[str, int] = {}
    collective: Mapping[str, int] = {}
    several: Mapping[str, int] = {}
    fractions: Mapping[str, str] = {}
    multipliers: Mapping[str, Decimal] = {}
    times: Times = Times()
    vague: WordList
    ranges: Ranges
    lists: Mapping[str, Words] = {}
    hedges: Hedges
    between_number_and_unit: WordList = WordList()
    per: Mapping[str, Words] = {}
    per_before: Mapping[str, Words] = {}
    """What a figure is per, said before it: "par tranches de 6 MW"."""
    price_base: PriceBase = PriceBase()
    scope: Mapping[Scope, Words]
    scope_behind: Mapping[Scope, Words] = {}
    """Words that give a scope only right behind the figure: "£2.3bn more"."""
    former: WordList = WordList()
    """Words that make a figure one that another has replaced."""
    status: Mapping[Status, Words]
    events: Mapping[str, Words]
    speakers: Speakers
    structure: Structure
    stop: WordList
    units: Mapping[str, Words] = {}
    kinds: Mapping[str, Words] = {}
    dates: DateTable


class Unit(Value):
    """A unit of a measure: what one of it is in the base unit, and how it is printed."""

    name: str
    base: str
    factor: Decimal
    measure: Measure
    prefix: bool = False
    scaled: bool = False
    counted: bool = False


class MeasureTable(Value):
    """One measure: its units, the words that tell its kinds apart, and how closely its figures are compared."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: str
    measure: Measure
    base: str | None = None
    prefix: bool = False
    scaled: bool = False
    counted: bool = False
    units: Mapping[str, Mapping[str, Any]] = {}
    kinds: Mapping[str, Mapping[str, Words]] = {}
    compare: Mapping[str, Decimal] = {}

    @model_validator(mode="after")
    def _known_units(self) -> MeasureTable:
        for name, unit in self.units.items():
            unknown = [k for k in unit if k not in ("factor", "symbols", "as") and len(k) != 2]
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
        )


class Vocabulary:
    """A language and the measures together, as phrases that can be looked up in words."""

    def __init__(self, language: Language, measures: tuple[MeasureTable, ...]) -> None:
        self.language = language
        self.measures = measures
        units, symbols = _unit_names(language, measures)
        self.units: Phrases[Unit] = Phrases(units)
        self.symbols: Phrases[Unit] = Phrases(symbols, exact=True)
        self.numbers = {fold(word): value for word, value in language.numbers.items()}
        self.scales = {fold(word): value for word, value in language.scales.items()}
        self.collective = {fold(word): value for word, value in language.collective.items()}
        self.several = {fold(word): value for word, value in language.several.items()}
        self.fractions = {fold(word): Fraction(value) for word, value in language.fractions.items()}
        self.articles = frozenset(fold(word) for word in language.articles)
        self.stop = frozenset(fold(word) for word in language.stop.words)
        self.of_words = frozenset(fold(word) for word in language.of)
        self.link = frozenset(fold(word) for word in language.link)
        self.kinds: Phrases[str] = Phrases(_kinds(language, measures))

    def phrases(self, words: tuple[str, ...]) -> Phrases[bool]:
        """The words as phrases that are there or not."""
        return Phrases((form, True) for word in words for form in self.forms(word))

    def forms(self, phrase: str) -> tuple[str, ...]:
        """The phrase, and as it is printed before a vowel: "près de", "près d'"."""
        head, _, last = phrase.rpartition(" ")
        short = self.language.elision.get(last)
        return (phrase, f"{head} {short}".strip()) if short else (phrase,)

    @cached_property
    def hedges_before(self) -> Phrases[Modifier]:
        """Hedges that stand before a figure."""
        return Phrases((f, m) for m, ws in self.language.hedges.before.items() for w in ws for f in self.forms(w))

    @cached_property
    def hedges_after(self) -> Phrases[Modifier]:
        """Hedges that stand after a figure."""
        return Phrases((f, m) for m, ws in self.language.hedges.after.items() for w in ws for f in self.forms(w))

    @cached_property
    def fillers(self) -> frozenset[str]:
        """Words between a hedge and its figure."""
        return frozenset(fold(w) for w in self.language.hedges.fillers)

    @cached_property
    def multipliers(self) -> Phrases[Decimal]:
        """Words that multiply by themselves: "le double"."""
        return Phrases(self.language.multipliers.items())

    @cached_property
    def times_after(self) -> Phrases[bool]:
        """Words after a number that multiplies: "fois plus"."""
        return self.phrases(self.language.times.after)

    @cached_property
    def times_before(self) -> Phrases[bool]:
        """Words before a number that multiplies: "multiplié par"."""
        return self.phrases(self.language.times.before)

    @cached_property
    def times_again(self) -> Phrases[bool]:
        """Words before a further number that multiplies."""
        return self.phrases(self.language.times.again)

    @cached_property
    def close_hedges(self) -> Phrases[bool]:
        """Hedges that count only right before the figure."""
        return self.phrases(self.language.hedges.close)

    @cached_property
    def per(self) -> Phrases[str]:
        """What a figure is per."""
        return Phrases((w, unit) for unit, ws in self.language.per.items() for w in ws)

    @cached_property
    def per_before(self) -> Phrases[str]:
        """What a figure is per, said before it."""
        return Phrases((w, unit) for unit, ws in self.language.per_before.items() for w in ws)

    @cached_property
    def of(self) -> Phrases[bool]:
        """Words between number and unit: "1,2 million de GPU"."""
        return self.phrases(self.language.of)

    @cached_property
    def plain_of(self) -> frozenset[str]:
        """ "of" without an article: "milliers de serveurs", but not "les milliards du projet"."""
        first = self.language.of[0]
        return frozenset({fold(first), fold(self.language.elision.get(first, first))})

    @cached_property
    def between(self) -> frozenset[str]:
        """Adjectives between number and unit: "2 autres milliards"."""
        return frozenset(fold(w) for w in self.language.between_number_and_unit.words)

    @cached_property
    def vague(self) -> Phrases[bool]:
        """Words for an unsaid number: "plusieurs"."""
        return self.phrases(self.language.vague.words)

    @cached_property
    def locatives(self) -> Phrases[bool]:
        """Words before the name of a place."""
        return self.phrases(self.language.structure.locative)

    @cached_property
    def countries(self) -> frozenset[str]:
        """Countries and continents."""
        return frozenset(fold(w) for w in self.language.countries)

    @cached_property
    def symbols_folded(self) -> frozenset[str]:
        """Symbols of units, folded: "gpu" names nothing."""
        return frozenset(fold(s) for table in self.measures for u in table.units.values() for s in u.get("symbols", ()))

    @cached_property
    def compass(self) -> Phrases[bool]:
        """Words that make the name of a part of a country: "sud de la"."""
        return self.phrases(self.language.structure.compass)

    @cached_property
    def company(self) -> Phrases[bool]:
        """Nouns for companies."""
        return self.phrases(self.language.structure.company)

    @cached_property
    def project(self) -> frozenset[str]:
        """Nouns for the affair as such."""
        return frozenset(fold(w) for w in self.language.structure.project)

    @cached_property
    def demonstratives(self) -> frozenset[str]:
        """Words that with a noun for something built point back."""
        return frozenset(fold(w) for w in self.language.structure.demonstratives)

    @cached_property
    def site(self) -> Phrases[bool]:
        """Nouns for what is built somewhere."""
        return self.phrases(self.language.structure.site)

    @cached_property
    def site_words(self) -> frozenset[str]:
        """The single words of those nouns."""
        return frozenset(w.key for phrase in self.language.structure.site for w in split(phrase))

    @cached_property
    def plan(self) -> Phrases[str]:
        """Nouns for the whole of an affair, and words that lead to it; empty for set phrases that hold one of them by chance."""
        structure = self.language.structure
        return Phrases(
            [
                *((w, "plan") for w in structure.plan),
                *((w, "beginning") for w in structure.beginning),
                *((w, "") for w in structure.not_plan),
            ]
        )

    @cached_property
    def back(self) -> Phrases[bool]:
        """Words that point back to what was named."""
        return self.phrases(self.language.structure.back)

    @cached_property
    def said_before(self) -> Phrases[bool]:
        """Words before the name of who says it."""
        return self.phrases(self.language.speakers.before)

    @cached_property
    def said(self) -> Phrases[bool]:
        """Verbs of saying."""
        return self.phrases(self.language.speakers.verbs)

    @cached_property
    def locative_words(self) -> frozenset[str]:
        """The single words of the prepositions of place."""
        return frozenset(w.key for phrase in self.language.structure.locative for w in split(phrase))

    @cached_property
    def months(self) -> frozenset[str]:
        """Names of months and weekdays, which are printed with a capital and name nothing."""
        dates = self.language.dates
        groups = (*dates.months, *dates.months_short, *dates.weekdays, *dates.weekdays_short)
        return frozenset(fold(w) for words in groups for w in words)

    def is_common(self, key: str) -> bool:
        """Whether a word is in the tables, and so no name."""
        return key in self._common

    @cached_property
    def never(self) -> frozenset[str]:
        """Words with a capital that name nothing a figure can be about."""
        return frozenset(fold(w) for w in self.language.common)

    @cached_property
    def _common(self) -> frozenset[str]:
        groups: tuple[Mapping[Any, Words], ...] = (
            self.language.scope, self.language.status, self.language.events, self.language.hedges.before,
            {0: self.language.structure.site, 1: self.language.structure.plan, 2: self.language.structure.back},
            {0: self.language.speakers.before, 1: self.language.speakers.verbs, 2: self.language.common},
        )  # fmt: skip
        phrases = {w.key for group in groups for ws in group.values() for phrase in ws for w in split(phrase)}
        return frozenset(phrases | self.stop | set(self.numbers) | set(self.scales) | set(self.collective))

    @cached_property
    def joints(self) -> frozenset[str]:
        """Words and marks between two figures that may share a unit."""
        listed = {fold(w) for ws in self.language.lists.values() for w in ws}
        return frozenset(listed | self.to_words | self.and_words | self.dashes | {",", "/"})

    @cached_property
    def ands(self) -> Phrases[bool]:
        """Words that join statements."""
        return self.phrases(tuple(w for ws in self.language.lists.values() for w in ws))

    @cached_property
    def dashes(self) -> frozenset[str]:
        """Dashes between the two ends of a range."""
        return frozenset({"-", "–", "—", "‑", "~"})

    @cached_property
    def to_words(self) -> frozenset[str]:
        """Words between the two ends of a range."""
        return frozenset(fold(w) for w in self.language.ranges.to)

    @cached_property
    def and_words(self) -> frozenset[str]:
        """Words between the ends of "between 3 and 5"."""
        return frozenset(fold(w) for w in self.language.ranges.and_)

    @cached_property
    def between_words(self) -> frozenset[str]:
        """Words before a range whose ends are joined by "and"."""
        return frozenset(fold(w) for w in self.language.ranges.between)

    @cached_property
    def from_words(self) -> frozenset[str]:
        """Words before a range or a growth."""
        return frozenset(fold(w) for w in self.language.ranges.from_)

    @cached_property
    def growth(self) -> frozenset[str]:
        """Verbs that make "from 300 to 900" two figures."""
        return frozenset(fold(w) for w in self.language.ranges.growth)

    @cached_property
    def single(self) -> frozenset[str]:
        """Words that make "un" a count: "un seul"."""
        return frozenset(fold(w) for w in self.language.single)

    @cached_property
    def glue_before(self) -> frozenset[str]:
        """Words that may stand right before a digit: currency codes, "c'", "~"."""
        codes = {u.lower() for table in self.measures for u in table.units if table.prefix}
        return frozenset(codes | {"us", "ca", "au", "hk", "r", "s", "fr"}) | self.of_words

    @cached_property
    def price_base_before(self) -> Phrases[bool]:
        """Words before the year of the money."""
        return self.phrases(self.language.price_base.before_year)

    @cached_property
    def price_base_after(self) -> Phrases[bool]:
        """Words behind the year of the money."""
        return self.phrases(self.language.price_base.after_year)

    @cached_property
    def price_base_current(self) -> Phrases[bool]:
        """Words for money of the day."""
        return self.phrases(self.language.price_base.current)

    @cached_property
    def scope(self) -> Phrases[Scope]:
        """Cues for the scope of a figure."""
        return Phrases((w, scope) for scope, ws in self.language.scope.items() for w in ws)

    @cached_property
    def former(self) -> Phrases[bool]:
        """Words that make a figure one that another has replaced."""
        return self.phrases(self.language.former.words)

    @cached_property
    def scope_behind(self) -> Phrases[Scope]:
        """Cues for the scope that stand right behind a figure."""
        return Phrases((w, scope) for scope, ws in self.language.scope_behind.items() for w in ws)

    @cached_property
    def status(self) -> Phrases[Status]:
        """Cues for whether a figure is planned, actual, estimated or possible."""
        return Phrases((w, status) for status, ws in self.language.status.items() for w in ws)

    @cached_property
    def events(self) -> Phrases[str]:
        """Cues for the event that a date is of."""
        return Phrases((w, event) for event, ws in self.language.events.items() for w in ws)


class Tables(Value):
    """All languages and measures."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)
    languages: Mapping[str, Language]
    measures: tuple[MeasureTable, ...]
    vocabularies: Mapping[str, Vocabulary]

    def vocabulary(self, language: str) -> Vocabulary:
        """The vocabulary of a language; English where there is none for it."""
        return self.vocabularies.get(language[:2], self.vocabularies["en"])

    def approx(self, measure: str) -> Decimal:
        """How far "about" reaches either way, as a share of the figure."""
        for table in self.measures:
            if table.measure == measure or measure in table.kinds:
                return table.compare.get("approx", Decimal("0.1"))
        return Decimal("0.1")


def _unit_names(
    language: Language, measures: tuple[MeasureTable, ...]
) -> tuple[list[tuple[str, Unit]], list[tuple[str, Unit]]]:
    """Names of units in a language, and symbols; a word that names two units is refused."""
    names: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    for table in measures:
        for name, entry in table.units.items():
            unit = table.unit(name)
            for word in (*entry.get(language.code, ()), *language.units.get(name, ())):
                if names.setdefault(fold(word), unit) != unit:
                    raise CrossfootError(f"{language.code}: {word!r} names both {names[fold(word)].name} and {name}")
            for symbol in entry.get("symbols", ()):
                if symbols.setdefault(symbol, unit) != unit:
                    raise CrossfootError(f"{symbol!r} stands for both {symbols[symbol].name} and {name}")
    return list(names.items()), list(symbols.items())


def _kinds(language: Language, measures: tuple[MeasureTable, ...]) -> Iterator[tuple[str, str]]:
    for table in measures:
        for kind, words in table.kinds.items():
            for word in (*words.get(language.code, ()), *language.kinds.get(kind, ())):
                yield word, kind


def _read(folder: str, suffix: str = ".toml") -> Iterator[tuple[str, dict[str, Any]]]:
    for entry in sorted(files("crossfoot").joinpath(folder).iterdir(), key=lambda e: e.name):
        if entry.name.endswith(suffix) and entry.name.count(".") == suffix.count("."):
            yield entry.name.split(".")[0], tomllib.loads(entry.read_text("utf-8"))


@cache
def load() -> Tables:
    """The tables that come with the package. Raises CrossfootError where a table is not valid."""
    try:
        measures = tuple(MeasureTable(name=name, **table) for name, table in _read("measures"))
        dates = dict(_read("languages", ".dates.toml"))
        languages = {
            code: Language(code=code, dates=dates[code].get("dates", dates[code]), **table)
            for code, table in _read("languages")
        }
    except ValidationError as error:
        raise CrossfootError(
            f"a table of words is not valid: {error.errors()[0]['loc']} {error.errors()[0]['msg']}"
        ) from error
    vocabularies = {code: Vocabulary(language, measures) for code, language in languages.items()}
    return Tables(languages=languages, measures=measures, vocabularies=vocabularies)
