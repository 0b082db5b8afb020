"""The parts of a language table: the words for one purpose, each group under its heading in the file."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from crossfoot.model import Modifier, Status, Value

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


class Things(Value):
    """Nouns that the press uses for one kind of thing, under the name that it has in all languages."""

    counted: Mapping[str, Words] = {}
    """By what is counted: "logements" and "appartements" are homes."""
    people: Mapping[str, Words] = {}
    """By what has happened to so many people: "killed", "ums Leben"."""
    weights: Mapping[str, Words] = {}
    """By what is weighed: "tonnes of rubble"."""
    lengths: Mapping[str, Words] = {}
    """By what has a length: "Strecke" and "Gleise" are a line."""
    dimensions: Mapping[str, Words] = {}
    """By which of its dimensions a thing is measured: "haut", "hauteur"."""
    bearers: Mapping[str, Words] = {}
    """By what is so high, long or heavy: "tour", "pylône"."""
    capacity: Words = ()
    """Words that say how many find room: "capacité", "fasst"."""
    confirmed: Words = ()
    """Words beside those whom something has happened to that only say how sure it is: "morti accertati"."""


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
    all: Words = ()
    """What says something of every part of a whole: "300 people, all of them pilots"."""
    not_all: Words = ()
    """What says it of some of them only: "the 300 are not all pilots"."""
    others: Words = ()
    """Before more of the same: "otros 200"."""
    others_behind: Words = ()
    """Behind it: "200 autres"."""
    rest: Words = ()
    """What is left of a whole: "il resto è diviso tra i due"."""
    against: Words = ()
    """Before what a figure is held against, besides the words for a former one: "up from 240"."""
    present: Words = ()
    """Between such a word and the number: "instead of the current 80"."""
    counting: Words = ()
    """Verbs in the plural between what is counted and its number: "los autobuses son 45"."""
    there: Words = ()
    """Before a number, with a pronoun or none for what it counts: "ne arriveranno 900"."""
    when: Words = ()
    """Adverbs that say of which time a number is told that counts the same: "initially they were to be 131"."""
    definite: Words = ()
    """Articles and the like of what is known: "the 240 it predicted"."""
    plural: Words = ()
    """Those of several things, with the prepositions that hold them: "the 48 of the first phase", "ai 48 della"."""
    genitive: Words = ()
    """Determiners that say "of", between a part and its whole: "sechs der acht Spuren"."""
    forms: Mapping[str, Words] = {}
    """Prepositions by the one of which they are a form: "von" -> "vom"."""
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
    each: Words = ()
    """Words that open a noun phrase for the things of which each has the figure behind it: "each of"."""
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
    former: Words = ()
    """Words for what a thing was: in "dans l'ancien pôle Rovelle" the name only tells where the new thing stands."""
    joins: Words = ()
    """Verbs of joining: what follows them is where a line goes, and not what it costs: "to link Heathrow Airport"."""
    beginning: Words = ()
    """Words that make what follows them the whole: "la première pierre d'un programme de 52 milliards"."""
    relatives: Words = ()
    """Words that open a relative clause; one between commas keeps nothing apart."""
    not_plan: Words = ()
    """Set phrases in which such a noun means something else: "sur le plan technique"."""
    company: Words = ()
    """Nouns that stand before the name of a company."""
    works: Mapping[str, Words] = {}
    """Nouns of built things by what they mean: around one name they are one thing in all languages."""
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
    one_after: Words = ()
    """Before a "one" that stands for a thing named before: "that one costs less"."""
    ratings: Words = ()
    """Nouns of what rates by its number: "five stars"."""
    dated: Words = ()
    """Nouns of what is made for a year, before it: "the budget for 2021"."""
    since: Words = ()
    superlatives: Words = ()
    """With `since` before a year, since when a record stands: "the smallest since 1994"."""


class Age(Value):
    """Words that make years the age of a person."""

    people: Words = ()
    """Nouns for people, besides offices and those that are counted as people: "woman"."""
    of: Words = ()
    """Before it: "aged", "à l'âge de"."""
    old: Words = ()
    """Behind it: "old"."""


class Tense(Value):
    """Verbs that tell by their tense whether a figure is or was, is to be, or would be; all as printed."""

    verbs: Mapping[Status, Words] = {}
    endings: Mapping[Status, Words] = {}
    no_verbs: Words = ()
    """Words with such an ending that are no verbs."""
    infinitive: Words = ()
    """Beside a participle it says what is to be done, and not what was: "être inauguré", "eröffnet werden"."""
    unreal: Words = ()
    """Words before a participle that tell of what has not been: "should have", "que haberse"."""
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


class Mishaps(Value):
    """Words for what goes wrong on one day."""

    words: Words = ()
    """Verbs and nouns that say so: "gave way", "effondrement"."""
    things: Mapping[str, Words] = {}
    """What it happens to, each kind with a day of its own: "dam", "barrages"."""


class Datings(Value):
    """Words that say which of an event's dates one is, for the checks of dates."""

    first: Words = ()
    """What makes it the first plan of all: "originally", not "once"."""
    ended: Words = ()
    """The end of the works, which comes before the opening: "fine dei lavori"."""
    complete: Words = ()
    """What makes the date one of all of the thing: "completed in", "ready by"."""
    scenarios: Words = ()
    """What makes the date one of several that may come: "in the worst case in", "the other scenarios are"."""
    begun: Words = ()
    """Verbs of beginning that tell of the past: a text without a date may still tell what has been."""
    again: Words = ()
    """Words for an opening that say that a thing was open before: "reopened", "riapertura"."""
    added: Words = ()
    """Words for works that add to a thing that is there: "extension", "ampliación"."""
    done: Words = ()
    """Words for an opening that say that a thing is built, or handed over: "completed", "livraison"."""
    phases: tuple[Words, ...] = ()
    """The first, the second and the last part of a thing, each with a date of its own: "first phase", "last of the"."""
    late: Words = ()
    """Beside a number of years or months: by how much something is late."""
    dropped: Words = ()
    """Behind a date that cannot be kept: "2026 is no longer realistic"."""
    moved: Words = ()
    """In a sentence that tells of dates that were planned and not kept: none of them is told as fact."""
    since: Words = ()
    """Before a number of years that last up to now: "for nine years"."""
    building: Words = ()
    """In such a sentence: what tells of building that goes on."""
    after: Words = ()
    """Behind a number of years, before the event from which it is counted: "after"."""
    lasts: Words = ()
    """Beside a number of years: that it is how long the works take."""
    lasted: Words = ()
    """Verbs that say that a time is over: "took", "a duré"."""
    task: Words = ()
    """Behind a number of years and such a verb before it: that works took so long: "to dig"."""
