"""A language and the measures together -> phrases and words that can be looked up.

Each attribute is one list of the tables, ready for use: phrases of several words as `Phrases`, single words folded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Final, TypeVar

from crossfoot import currencies
from crossfoot.errors import CrossfootError
from crossfoot.measuretable import MeasureTable, SumWords, Unit
from crossfoot.printed import Marks
from crossfoot.schema import Language
from crossfoot.wordgroups import Pair, Words
from crossfoot.words import Phrases, fold, split

T = TypeVar("T")
DASHES = frozenset({"-", "–", "—", "‑", "~"})
SHORT_HEAD, HEAD, LONG_HEAD = 4, 5, 8
"""Letters of a noun that is looked for at the end of compounds: "Materialkosten"; longer where a short one ends words
of other meaning, as "Stellen" does "Haltestellen" and "Stand" does "Widerstand"; shorter for "Fahrgastzahl"."""


class Vocabulary:
    """What the code looks up in the words of a text."""

    def __init__(self, language: Language, measures: tuple[MeasureTable, ...]) -> None:
        self.language = language
        self.marks = Marks(language.decimal, language.thousands)
        self._units, self._symbols = _unit_names(language, measures)
        self._weak_codes = frozenset(code for table in measures for code in table.weak_codes)
        self._noun_codes = frozenset(code for table in measures for code in table.noun_codes)
        kinds = list(_kinds(language, measures))
        sums = [(noun, kind) for noun, kind in kinds if noun[0].isupper()]
        parts = [(part, kind) for kind, words in language.kind_openings.items() for part in words]
        self.kinds: Phrases[str] = Phrases(kinds, heads=self._heads(sums, HEAD), openings=parts)
        self.post_nouns, self.work = _folded(language.posts), self.phrases(language.work)
        self.built = Phrases((word, "cost") for word in _sums("built", language, measures))
        self.shares = Phrases((word, "price") for word in _sums("shares", language, measures))
        self.paid = self.phrases(_sums("paid", language, measures))
        self.spent = self.phrases(_sums("spent", language, measures))
        self.meant_for = self.phrases(_sums("meant_for", language, measures))
        branches = [(noun, True) for noun in _sums("branches", language, measures)]
        self.branches = Phrases(branches, heads=self._heads(branches, HEAD))
        firms = [(noun, True) for noun in _sums("firms", language, measures)]
        self.firms_by, self.firms = self.phrases(_sums("firms_by", language, measures)), Phrases(firms)
        self.taxed = self.phrases(_sums("taxed", language, measures))
        self.untaxed = self.phrases(_sums("untaxed", language, measures))
        self.stakes = self.phrases(_sums("stakes", language, measures))
        self.roles = self._valued(
            {name: by.get(language.code, ()) for table in measures for name, by in table.roles.items()}
        )
        self.within = self.phrases(_sums("within", language, measures))
        self.setting_off = self.phrases(_sums("setting_off", language, measures))
        self.comparisons = self.phrases(_sums("comparisons", language, measures))
        home = (unit for unit in self._symbols.values() if unit.name == language.currency)
        self.currency = next(home, None)  # of sums printed without one
        self.symbols_folded = _folded(self._symbols)  # "gpu" names nothing
        codes = {name.lower() for table in measures if table.prefix for name in table.units}
        self._numbers()
        self._around_figures()
        self._rates()
        self._things()
        self._cues()
        self._speech()
        self._structure()
        self.glue_before = frozenset(codes | {"us", "ca", "au", "hk", "r", "s", "fr"}) | self.of_words

    @cached_property
    def units(self) -> Phrases[Unit]:
        """Names of units; those of currencies that the tables lack come from Babel, once something is looked up."""
        noun, own, never = self.language.currency_noun, self._noun_codes, self.language.no_currency
        named = currencies.names(self.language.code, noun, own, never)
        full = {fold(name): self._currency(code).model_copy(update={"weak": False}) for name, code in named.items()}
        counted = [(word, unit) for word, unit in self._units.items() if unit.counted]
        return Phrases({**full, **self._units}.items(), heads=self._heads(counted, LONG_HEAD))

    @cached_property
    def base_units(self) -> Mapping[str, Unit]:
        """The first unit in the tables of each base: "person", "job"."""
        return {unit.base: unit for unit in reversed(list(self.units.values()))}

    @cached_property
    def symbols(self) -> Phrases[Unit]:
        """Symbols of units as printed, and the codes of all currencies."""
        codes = {code: self._currency(code) for code in currencies.codes()}
        small = {symbol.lower(): unit for symbol, unit in self._symbols.items() if symbol[:3] in codes}  # "cad$ 15"
        return Phrases({**codes, **small, **self._symbols}.items(), exact=True)

    @cached_property
    def places(self) -> Phrases[str]:
        """Countries and their adjectives, as printed, each with its currency."""
        places = currencies.places(self.language.code, self.language.currency_noun)
        capitals = {name[0].upper() + name[1:]: code for name, code in places.items()}  # "Instituto Mexicano"
        return Phrases({**capitals, **places}.items(), exact=True)

    def _currency(self, code: str) -> Unit:
        """The unit of a currency that stands in no table."""
        return Unit(
            name=code, base=code, factor=Decimal(1), measure="money_other", prefix=True, scaled=True,
            weak=code in self._weak_codes,
        )  # fmt: skip

    def printing(self, marks: Marks) -> Vocabulary:
        """The same words for a text that prints its numbers in its own way."""
        if marks == self.marks:
            return self
        _ = self.base_units, self.symbols, self.places  # made once, and shared by the copies
        other = copy(self)
        other.marks = marks
        return other

    def _numbers(self) -> None:
        """Number words, scales, and what joins them."""
        language = self.language
        self.numbers = {fold(word): value for word, value in language.numbers.items()}
        self.scales = {fold(word): value for word, value in language.scales.items()}
        self.collective = {fold(word): value for word, value in language.collective.items()}
        self.several = {fold(word): value for word, value in language.several.items()}
        self.fractions = {fold(word): Fraction(value) for word, value in language.fractions.items()}
        self.parts = {fold(word): Fraction(value) for word, value in language.parts.items()}
        self.bare_fractions = _folded(language.bare_fractions)
        self.ordinal_fractions = _folded(language.ordinal_fractions)
        self.point = _folded(language.point)
        self.minus = _folded(language.minus)
        self.out_of = self.phrases(language.out_of)
        self.out_of_noun = self.phrases(language.out_of_noun)
        self.every_words = _folded(language.every)
        self.nths = {fold(word): nth for word, nth in language.nths.items()}
        self.articles = _folded(language.articles)
        self.definite = _folded(language.definite)
        self.single = _folded(language.single)  # "un seul": makes an article a count
        self.lag = self.phrases(language.lag)
        self.link = _folded(language.link)
        self.numbered = self.phrases(language.numbered)
        self.clock = self.phrases(language.no_figure.clock)
        self.clock_before = self.phrases(language.no_figure.clock_before)
        self.near_times = _folded((*language.dates.last, *language.dates.next))
        self.ago, self.ago_lead = self.phrases(language.dates.ago), self.phrases(language.dates.ago_lead)
        self.unit_like_verbs = _folded(language.unit_like_verbs)
        self.one_of_two = _folded(word for words in language.dates.ordinals[:2] for word in words)
        self.streets = _folded(language.no_figure.streets)
        self.laws = self.phrases(language.no_figure.laws)
        self.one_after = _folded(language.no_figure.one_after)
        self.ratings = _folded(language.no_figure.ratings)
        self.age_people = self.phrases(language.age.people)
        self.age_of, self.age_old = self.phrases(language.age.of), self.phrases(language.age.old)
        self.dated = self.phrases(language.no_figure.dated)
        self.since = _folded(language.no_figure.since)
        self.superlatives = self.phrases(language.no_figure.superlatives)
        self.half_after = self.phrases(language.half_after)
        self.vague = self.phrases(language.vague.words)
        self.multipliers = Phrases(language.multipliers.items())
        self.times_before = self.phrases(language.times.before)
        self.times_after = self.phrases(language.times.after)
        self.times_again = self.phrases(language.times.again)

    def _around_figures(self) -> None:
        """Small words between, before and behind the parts of a figure."""
        language = self.language
        ranges = language.ranges
        joining = (*ranges.between, *ranges.and_, *ranges.from_, *ranges.to, *language.articles, *language.of)
        self.stop = _folded((*language.stop.words, *joining))  # none of them is a noun, listed or not
        self.of = self.phrases(language.of)
        self.of_words = _folded(language.of)
        self.plain_of = _folded(form for word in language.of[:1] for form in (word, language.elision.get(word, word)))
        self.between = _folded(language.between_number_and_unit.words)
        self.adjectives = self.between - self.of_words - _folded((*joining, *language.carried.definite))
        self.hedges_before = self._valued(language.hedges.before)
        self.hedges_after = self._valued(language.hedges.after)
        self.close_hedges = self.phrases(language.hedges.close)
        self.amounts = self.phrases(language.hedges.amounts, language.hedges.amounts)
        self.amount_of = _folded(language.hedges.amount_of)
        self.goal = self.phrases(language.hedges.goal)
        self.negation = _folded(language.hedges.negation)
        self.negation_not = _folded(language.hedges.negation_not)
        self.fillers = _folded(language.hedges.fillers)
        self.between_words = _folded(language.ranges.between)
        self.and_words = _folded(language.ranges.and_)
        self.or_words = _folded(language.ranges.or_)
        self.but_words = _folded(language.ranges.but)
        self.from_words = _folded(language.ranges.from_)
        self.to_words = _folded(language.ranges.to)
        self.change_words = _folded(language.ranges.change)
        self.growth = _folded(language.ranges.growth)
        self.then_words = _folded(language.ranges.then)
        self.by_words = _folded(language.ranges.by)
        self.list_words = _folded(word for words in language.lists.values() for word in words)
        self.ands = self.phrases(tuple(word for words in language.lists.values() for word in words))
        self.dashes = DASHES
        self.joints = self.list_words | self.to_words | self.change_words | self.and_words | DASHES | {",", "/"}
        carried = language.carried
        self.of_them, self.of_them_behind = self.phrases(carried.of_them), self.phrases(carried.of_them_behind)
        self.among = self.phrases(carried.among)
        tallies = [(noun, True) for noun in (*carried.tallies, *carried.numbers_of)]
        self.tallies = Phrases(tallies, heads=self._heads(tallies, SHORT_HEAD))
        self.crews, self.strong = self.phrases(carried.crews, carried.crews), self.phrases(carried.strong)
        self.numbers_of = _folded(carried.numbers_of)
        self.part_of = self.phrases(carried.part_of)
        self.of_whole = self.phrases(carried.of_whole)
        self.others, self.others_behind = self.phrases(carried.others), self.phrases(carried.others_behind)
        self.counting, self.there = self.phrases(carried.counting), self.phrases(carried.there)
        self.when = self.phrases(carried.when)
        self.definite_words = _folded(carried.definite)
        self.plural_articles, self.genitives = _folded(carried.plural), _folded(carried.genitive)
        forms = [*carried.forms.items(), *language.contractions.items()]
        self.plain_forms = _folded(carried.forms)
        self.plain_prepositions = {fold(form): fold(plain) for plain, listed in forms for form in listed}

    def _rates(self) -> None:
        """What a figure is per, and whose money it is in."""
        language = self.language
        self.per = self._valued(language.per)
        rate = language.rate
        self.rate_open, self.rate_closed = self.phrases(rate.open), self.phrases(rate.closed)
        self.rate_articles, self.rate_many = self.phrases(rate.articles), self.phrases(rate.many)
        self.rate_between = self.phrases(rate.between)
        self.rate_each = self.phrases(rate.each)
        self.rate_not = self.phrases(rate.not_)
        self.rate_not_endings = tuple(sorted(_folded(rate.not_endings)))
        self.rate_nouns = self._valued(rate.nouns)
        self.weighing = _folded(language.weighing)
        self.per_before = self._valued(language.per_before)
        self.price_base_before = self.phrases(language.price_base.before_year)
        self.price_base_after = self.phrases(language.price_base.after_year)
        bases = {"current": language.price_base.current, "constant": language.price_base.constant}
        self.price_base_words = self._valued(bases)

    def _things(self) -> None:
        """Words for what is counted, measured and weighed."""
        things = self.language.things
        self.counted_things = self._valued(things.counted)
        self.people_things = self._valued(things.people)
        self.weighed_things = self._valued(things.weights)
        self.counted_nouns = _folded(noun for nouns in things.counted.values() for noun in nouns)
        self.confirmed = _folded(things.confirmed)
        long = [(noun, kind) for kind, nouns in things.lengths.items() for noun in nouns]
        self.lengths = self._valued(things.lengths, heads=self._heads(long, HEAD))
        self.dimensions = self._valued(things.dimensions)
        borne = [(noun, kind) for kind, nouns in things.bearers.items() for noun in nouns]
        self.bearers = self._valued(things.bearers, heads=self._heads(borne, HEAD))
        self.capacities = self.phrases(things.capacity, things.capacity)

    def _cues(self) -> None:
        """Words that give a claim its fields."""
        language = self.language
        self.scope_before = self._valued(language.scope_before)
        openings = [(part, scope) for scope, parts in language.scope_openings.items() for part in parts]
        self.scope = self._valued(language.scope, openings=openings)
        self.scope_behind = self._valued(language.scope_behind)
        self.scope_ahead = self.phrases(language.scope_ahead)
        less = dict.fromkeys(language.ranges.decline, LESS)
        self.changes = Phrases({**dict.fromkeys(language.ranges.growth, MORE), **less}.items())
        self.deeds = self._valued(language.deeds)
        self.all_words, self.not_all = _folded(language.carried.all), self.phrases(language.carried.not_all)
        self.restating = self.phrases(language.restating)
        self.comparing = _folded(language.comparing)
        self.former = self._valued({"former": language.former.words, "": language.former.not_})
        self.contrast = self.phrases(language.contrast)
        self.added_to = self.phrases(language.added_to.words)
        self.announcing = self.phrases(language.announcing)
        self.former_behind = self.phrases(language.former.behind)
        self.present = _folded(language.carried.present)
        self.today = _folded(language.dates.today)
        self.small_words = self.stop | self.fillers | self.present
        self.against = self.phrases((*language.former.words, *language.carried.against))
        self._datings()
        self.former_pairs = self._pairs([(True, language.former.pair)] if language.former.pair else ())
        self.status = self._valued(language.status)
        self._tenses()
        happenings = [(noun, event) for event, nouns in language.events.items() for noun in nouns if noun[0].isupper()]
        self.events = self._valued(language.events, heads=self._heads(happenings, LONG_HEAD))
        single = {w for words in language.events.values() for w in words if w.isalpha()}
        self.event_nouns = _folded(w for w in single if w[0].isupper()) - _folded(w for w in single if w[0].islower())
        self.negated = _folded(language.dates.negation)
        self.sides = self._valued({"before": language.dates.before, "after": language.dates.after})
        self.event_pairs = self._pairs((event, pair) for event, pairs in language.event_pairs.items() for pair in pairs)

    def _datings(self) -> None:
        """Words that say which of an event's dates one is, and what goes wrong on one."""
        language = self.language
        self.datings_first = self.phrases(language.datings.first)
        self.datings_ended = self.phrases(language.datings.ended)
        self.datings_complete = self.phrases(language.datings.complete)
        self.datings_scenarios = self.phrases(language.datings.scenarios)
        self.mishaps = self.phrases(language.mishaps.words)
        self.mishap_things = self._valued(language.mishaps.things)
        self.starting = self.phrases(language.dates.starting)
        self.datings_begun = self.phrases(language.datings.begun)
        self.datings_again = self.phrases(language.datings.again)
        self.datings_added = self.phrases(language.datings.added)
        self.datings_done = self.phrases(language.datings.done)
        self.datings_late = self.phrases(language.datings.late)
        self.datings_dropped = self.phrases(language.datings.dropped)
        self.datings_moved = self.phrases(language.datings.moved)
        self.datings_since = self.phrases(language.datings.since)
        self.datings_building = self.phrases(language.datings.building)
        self.datings_after = self.phrases(language.datings.after)
        self.datings_lasts = self.phrases(language.datings.lasts)
        self.datings_lasted = self.phrases(language.datings.lasted)
        self.datings_task = self.phrases(language.datings.task)
        self.datings_phases = self._valued({str(n): words for n, words in enumerate(language.datings.phases, 1)})

    def _tenses(self) -> None:
        """Verbs by what their tense says, as printed; and what makes a noun of such a form."""
        language, tense = self.language, self.language.tense
        self.tense_verbs = {verb: status for status, verbs in tense.verbs.items() for verb in verbs}
        self.tense_endings = tuple((end, status) for status, endings in tense.endings.items() for end in endings)
        told = {word.lower() for words in language.status.values() for word in words}
        marked = [word for word in told if word[-1] != fold(word[-1]) and " " not in word]
        self.accented = {fold(word): {w for w in told if fold(w) == fold(word)} for word in marked}
        small = {fold(w) for words in language.status.values() for w in words if w[0].islower() and " " not in w}
        nouns = {fold(w) for words in language.status.values() for w in words if w[0].isupper()}
        self.verb_not_noun = frozenset(small - nouns) if language.dates.nouns_capitalised else frozenset()
        self.no_verbs = frozenset(tense.no_verbs)
        forms = (form for forms in language.contractions.values() for form in forms)
        determiners = (*language.articles, *language.carried.definite, *language.speakers.possessives)
        pointing = language.structure.demonstratives
        self.unreal = self.phrases(tense.unreal)
        self.beside_participles = _folded(tense.infinitive)
        self.before_no_verb = _folded((*determiners, *pointing, *forms, *tense.not_behind)) - _folded(("l'",))

    def _speech(self) -> None:
        """Words that name who says it."""
        speakers = self.language.speakers
        self.said_before = self.phrases((*speakers.before, *speakers.close))
        self.close_sources = _folded(speakers.close)
        self.said_behind = self.phrases(speakers.behind)
        self.said = self.phrases(speakers.verbs)
        self.participles = self.phrases(speakers.participles)
        self.agents = _folded(speakers.agents)
        self.auxiliaries = _folded(speakers.auxiliaries)
        self.separable = _separable(speakers.separable)
        self.plans = self.phrases(speakers.plans)
        self.wills = self.phrases(speakers.wills)
        self.revises = self.phrases(speakers.revises)
        self.reckoned = self.phrases((*speakers.reckoned, *speakers.estimates))
        self.reaches = _separable(speakers.reaches)
        self.gives = self.phrases(speakers.gives)
        self.views = self.phrases((*speakers.views, *speakers.estimates))
        self.view_openers = _folded(speakers.view_openers)
        self.acts = self.phrases((*speakers.verbs, *speakers.plans))
        self.infinitives = tuple(sorted(_folded(speakers.infinitives)))
        self.passives = _folded(speakers.passives)
        self.clitics = _folded(speakers.clitics)
        self.as_words = _folded(speakers.as_words)
        self.said_it = _folded(speakers.said_it)
        self.openers = _folded(speakers.relatives)
        self.things = _folded(speakers.things)
        self.personal = _folded(speakers.personal)
        self.pronouns = _folded(speakers.pronouns) | self.personal
        self.possessives = _folded(speakers.possessives)
        self.prepositions = _folded(speakers.prepositions)
        self.people = self.phrases((*speakers.people, *speakers.spokesmen))
        offices = _folded((*speakers.people, *speakers.spokesmen))
        self.office_endings = tuple(sorted(office for office in offices if len(office) >= HEAD))
        self.spokesmen_words = _folded(speakers.spokesmen)
        self.spokesmen = self.phrases(speakers.spokesmen)
        self.bodies = self.phrases(speakers.bodies)
        self.no_office = frozenset(body for body in speakers.bodies if fold(body) in offices)  # "secretaría"
        self.reports = self.phrases((*speakers.reports, *speakers.estimates))
        self.estimates = self.phrases(speakers.estimates)
        self.sources = self.phrases(speakers.sources)
        self.press = self.phrases(speakers.press)
        self.outlets = Phrases((form, form[0].islower()) for outlet in speakers.outlets for form in self._forms(outlet))
        self.posts = self.phrases(speakers.posts)
        self.continuing = self.phrases(speakers.continuing)
        self.reported = frozenset(speakers.reported)  # as printed: "wären" is no "waren"
        self.reported_endings = tuple(sorted(_folded(speakers.reported_endings)))
        self.unreported = _folded(speakers.unreported)
        self.drops_subject = speakers.drops_subject
        self.verb_second = self.language.dates.nouns_capitalised  # German: the subject may follow the verb

    def _structure(self) -> None:
        """Nouns and prepositions that say what a figure is about."""
        structure, dates = self.language.structure, self.language.dates
        self.site = self.phrases(structure.site, structure.site)
        self.site_words = _folded(word.key for phrase in structure.site for word in split(phrase))
        genitives = ("", "s", "es") if self.language.dates.nouns_capitalised else ("",)
        self.works = self._valued(
            {
                kind: tuple(noun + case for noun in nouns for case in genitives)
                for kind, nouns in structure.works.items()
            }
        )
        # a noun for the whole, a word that leads to the whole, or a set phrase that holds such a noun by chance
        wholes = {"plan": structure.plan, "beginning": structure.beginning, "": structure.not_plan}
        self.plan = self._valued(wholes)
        self.relatives = _folded(structure.relatives)
        self.back = self.phrases(structure.back)
        self.summing = self.phrases(structure.summing)
        self.rest = self.phrases(self.language.carried.rest)
        self.project = _folded(structure.project)
        self.demonstratives = _folded(structure.demonstratives)
        self.joins = self.phrases(structure.joins)
        self.former_things = _folded(structure.former)
        self.company = self.phrases(structure.company, structure.company)
        self.company_words = _folded(word.key for phrase in structure.company for word in split(phrase))
        self.compass = self.phrases(structure.compass)
        self.locatives = self.phrases(structure.locative)
        self.material = _folded(structure.material)
        self.locative_words = _folded(word.key for phrase in structure.locative for word in split(phrase))
        cases = ("", "s") if dates.nouns_capitalised else ("",)  # "die Regierung Italiens"
        named = (*self.language.countries, *currencies.countries(self.language.code))
        self.countries = _folded(country + case for country in named for case in cases)
        self.never = _folded(self.language.common)  # a capital, and yet no name
        calendar = (*dates.months, *dates.months_short, *dates.weekdays, *dates.weekdays_short)
        self.months = _folded(word for words in calendar for word in words)
        self.determiners = _folded(self.language.determiners)
        self.name_openers = _folded(self.language.name_openers)
        self.noun_endings = tuple(sorted(_folded(self.language.noun_endings)))
        self._common = self._words_of_tables()

    def phrases(self, words: Words, nouns: Words = ()) -> Phrases[bool]:
        """The words as phrases that are there or not; `nouns` are heads of compounds, too."""
        heads = self._heads(((noun, True) for noun in nouns), HEAD)
        return Phrases(((form, True) for word in words for form in self._forms(word)), heads=heads)

    def is_common(self, key: str) -> bool:
        """Whether a word is in the tables, and so no name."""
        return key in self._common

    def _pairs(self, pairs: Iterable[tuple[T, Pair]]) -> tuple[tuple[T, Phrases[bool], Phrases[bool]], ...]:
        """What two words say together, the nouns of each pair and its words."""
        return tuple((value, self.phrases(pair.nouns), self.phrases(pair.words)) for value, pair in pairs)

    def _valued(
        self,
        words: Mapping[T, Words],
        *,
        heads: Iterable[tuple[str, T]] = (),
        openings: Iterable[tuple[str, T]] = (),
    ) -> Phrases[T]:
        """Lists of words under a value each, as phrases that have it."""
        entries = ((form, value) for value, listed in words.items() for word in listed for form in self._forms(word))
        return Phrases(entries, heads=heads, openings=openings)

    def _heads(self, nouns: Iterable[tuple[str, T]], shortest: int) -> list[tuple[str, T]]:
        """The nouns that may be the last part of a longer one, in a language that writes compounds as one word."""
        if not (self.language.compound and self.language.dates.nouns_capitalised):
            return []
        return [(noun, value) for noun, value in nouns if len(noun) >= shortest and noun.isalpha()]

    def _forms(self, phrase: str) -> tuple[str, ...]:
        """The phrase, before a vowel ("près d'"), and with an article that its last word swallows ("intorno ai")."""
        head, _, last = phrase.rpartition(" ")
        short = self.language.elision.get(last)
        swallowed = self.language.contractions.get(last, ()) if head else ()
        return (phrase, *(f"{head} {form}".strip() for form in (*((short,) if short else ()), *swallowed)))

    def _words_of_tables(self) -> frozenset[str]:
        language, structure = self.language, self.language.structure
        lists: list[Words] = [
            *language.scope.values(), *language.status.values(), *language.events.values(),
            *language.hedges.before.values(), structure.site, structure.plan, structure.back,
            language.speakers.before, language.speakers.verbs, language.speakers.plans, language.common,
        ]  # fmt: skip
        phrases = {word.key for words in lists for phrase in words for word in split(phrase)}
        return frozenset(phrases | self.stop | set(self.numbers) | set(self.scales) | set(self.collective))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _separable(verbs: Words) -> dict[str, list[tuple[int, str]]]:
    """Verbs in two parts by the first: how many words it is, and the part that stands apart."""
    found: dict[str, list[tuple[int, str]]] = {}
    for verb in verbs:
        first, apart = verb.split()
        found.setdefault(fold(first), []).append((1, fold(apart)))
    return found


def _unit_names(language: Language, measures: tuple[MeasureTable, ...]) -> tuple[dict[str, Unit], dict[str, Unit]]:
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
    return names, symbols


def _kinds(language: Language, measures: tuple[MeasureTable, ...]) -> Iterator[tuple[str, str]]:
    for table in measures:
        for kind, words in table.kinds.items():
            for word in (*words.get(language.code, ()), *language.kinds.get(kind, ())):
                yield word, kind
    yield from ((word, ALLOTTED) for word in _sums(ALLOTTED, language, measures))


MORE: Final = "more"
LESS: Final = "less"
"""What verbs of growth and of its opposite say of a figure."""
ALLOTTED: Final = "allotted"
"""What words for money that is set aside stand for among the kinds: no kind, but that there is a sum."""


def _sums(
    part: SumWords,
    language: Language,
    measures: tuple[MeasureTable, ...],
) -> tuple[str, ...]:
    """The words of a language that tell the kind of a sum together with others."""
    return tuple(word for table in measures for word in table.sums.get(part, {}).get(language.code, ()))
