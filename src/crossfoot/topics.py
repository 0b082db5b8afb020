"""Document and its names -> what it is about: a place or thing, and a company.

an article whose title and figures stand beside "Valence" and "Sesterce" -> Topic("valence", "sesterce", ...)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from crossfoot.cast import Cast
from crossfoot.model import Document
from crossfoot.names import Name
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import split


class Topic(NamedTuple):
    """What a document is about."""

    thing: str
    company: str
    weights: Counter[str]
    repeated: str = ""
    """The name said most that is no company's: what the document is about where no noun tells, in any of a story."""
    titled: frozenset[str] = frozenset()
    """The names in its title."""
    project: bool = False
    """Whether its thing is one that the whole story is about, and no place: a line, a stadium, a ship."""
    firm: bool = False
    """Whether the whole story is about its company, so that what is planned is the company's own."""


def topic(
    document: Document, names: Sequence[Name], figured: frozenset[int], cast: Cast, vocabulary: Vocabulary
) -> Topic:
    """The place or thing, and the company, that a document names most; beside figures and early on counts more."""
    weights: Counter[str] = Counter()
    title = " ".join(w.key for w in split(document.source.title or "")).replace(" - ", "-")
    for name in names:
        weights[name.key] += 1 + 2 * (name.sentence < EARLY) + 3 * (name.sentence in figured)
    titled = frozenset(k for k in weights if f" {k} " in f" {title} ")
    for key in weights:
        weights[key] = (weights[key] + 6 * (key in titled)) * min(cast.documents.get(key, 1), 4)
    things = {n.key for n in names if is_thing(n, cast, vocabulary)}
    companies = {k for k in weights if cast.kinds.get(k) == "organisation"}
    repeated = _repeated(names, cast, vocabulary)
    return Topic(
        _heaviest(things, weights), _heaviest(companies, weights), weights, _heaviest(repeated, weights), titled
    )


def _repeated(names: Sequence[Name], cast: Cast, vocabulary: Vocabulary) -> set[str]:
    """Names that are said twice and are no company's, country's or person's."""
    said = Counter(n.key for n in names if not n.bracketed and not (n.text.isupper() and n.text.isalpha()))
    never = vocabulary.countries | vocabulary.symbols_folded
    return {k for k, times in said.items() if times > 1 and cast.kinds.get(k) in ("place", "other") and k not in never}


def with_usual(
    topics: Sequence[Topic], voting: Sequence[bool], affairs: Sequence[int], cast: Cast, countries: frozenset[str],
    work: str = "",
) -> tuple[Topic, ...]:  # fmt: skip
    """The topics, those of each affair by themselves."""
    found: dict[int, Topic] = {}
    for affair in set(affairs):
        own = [n for n, each in enumerate(affairs) if each == affair]
        told = _of_affair([topics[n] for n in own], [voting[n] for n in own], cast, countries, work)
        found |= zip(own, told, strict=True)
    return tuple(found[n] for n in range(len(topics)))


def _of_affair(
    topics: Sequence[Topic], voting: Sequence[bool], cast: Cast, countries: frozenset[str], work: str
) -> tuple[Topic, ...]:
    """The topics; one that names no thing or company has that of most documents with a vote, if it shares a name.

    A page that names nothing that the others name, countries aside, is about something else. Where no document of the
    story names a thing, each is about the name that it says most. A story about one `work` is about nothing else.
    """
    topics = _of_one_project(topics, voting, cast, countries, work)
    firm = _only_company(topics, voting)
    if firm:
        return tuple(_of_company(t, firm) for t in topics)
    things = _voted([t.thing for t in topics], voting)
    companies = _voted([t.company for t in topics], voting)
    return tuple(
        t._replace(
            thing=t.thing or _usual(t, things, [o for o in topics if o.thing == things], countries) or t.repeated,
            company=t.company or _usual(t, companies, [o for o in topics if o.company == companies], countries),
        )
        for t in topics
    )


def _only_company(topics: Sequence[Topic], voting: Sequence[bool]) -> str:
    """The company that a story is about: nearly all documents name it for theirs, and no thing is that of half."""
    votes = [t for t, votes in zip(topics, voting, strict=True) if votes]
    company = _voted([t.company for t in topics], voting)
    own = sum(t.company == company for t in votes)
    shown = max(Counter(t.thing for t in votes if t.thing).values(), default=0)
    told = company and 3 * own >= 2 * len(votes) >= 2 * FEWEST and 2 * shown < len(votes)
    return company if told and not any(t.project for t in votes) else ""


def _of_company(topic: Topic, company: str) -> Topic:
    """The topic of a document of a story about a company: one of its places only where the title names it, or it does
    often."""
    own = topic.thing in topic.titled or OUTWEIGHS * topic.weights[topic.thing] >= topic.weights[company]
    return topic._replace(thing=topic.thing if own else "", company=company, firm=True)


def _of_one_project(
    topics: Sequence[Topic], voting: Sequence[bool], cast: Cast, countries: frozenset[str], work: str
) -> list[Topic]:
    """The topics of a story about one thing that is no place: each document is about it, but one that names another
    thing far more; and a company that few documents name has no plan that the story is about."""
    thing = work or _project(topics, voting, cast, countries)
    if not thing:
        return list(topics)
    company = _shared_company(topics, voting)
    naming = [t for t in topics if thing in t.weights]
    return [_of_project(t, thing, company, cast) if _is_related(t, naming, countries) else t for t in topics]


def _of_project(topic: Topic, thing: str, company: str, cast: Cast) -> Topic:
    """The topic of a document of a story about one thing."""
    other = _is_of_another(topic, thing, cast) and not (company and topic.company == company)
    company = company if company in topic.weights else ""
    return topic._replace(thing=topic.thing if other else thing, company=company, project=not other)


def _is_related(topic: Topic, others: Sequence[Topic], countries: frozenset[str]) -> bool:
    """Whether a document shares a name with one of the others, or is one; a country says nothing."""
    mine = set(topic.weights) - countries
    return any(not mine.isdisjoint(o.weights) for o in others)


def _is_of_another(topic: Topic, thing: str, cast: Cast) -> bool:
    """Whether a document is about another thing than the story's: no place, built where that is, and named far more."""
    own = topic.thing
    if thing == cast.work and own not in cast.built:
        return False
    return own != thing and cast.kinds.get(own) == "other" and topic.weights[own] > OUTWEIGHS * topic.weights[thing]


OUTWEIGHS = 3


def _project(topics: Sequence[Topic], voting: Sequence[bool], cast: Cast, countries: frozenset[str]) -> str:
    """The thing, no place, that at least half of the documents name, best in their titles; empty without one."""
    votes = [t for t, votes in zip(topics, voting, strict=True) if votes]
    named: Counter[str] = Counter(k for t in votes for k in t.weights)
    titled: Counter[str] = Counter(k for t in votes for k in t.titled)
    known = [
        k for k, times in named.items()
        if 2 * times >= len(votes) > 1 and cast.kinds.get(k) == "other" and k not in countries
        and any(t.thing == k for t in votes)
    ]  # fmt: skip
    thing = min(known, key=lambda k: (-titled[k], -named[k], -sum(t.weights[k] for t in votes), k), default="")
    rivals = [
        k for k, times in named.items() if cast.kinds.get(k) == "place" and k not in countries and times > named[thing]
    ]
    if not thing:
        return _only_place(votes, named, cast, countries)
    return "" if any(titled[k] > titled[thing] for k in rivals) else thing


def _only_place(votes: Sequence[Topic], named: Counter[str], cast: Cast, countries: frozenset[str]) -> str:
    """The place that nearly all documents name, half of them as their thing, and beside which none is often named."""
    things = Counter(t.thing for t in votes if t.thing)
    thing = _heaviest(set(things), things)
    if cast.kinds.get(thing) != "place" or 2 * things[thing] < len(votes) or 3 * named[thing] < 2 * len(votes):
        return ""
    rivals = [
        k for k, times in named.items()
        if k != thing and k not in countries and cast.kinds.get(k) == "place" and 2 * times >= len(votes)
    ]  # fmt: skip
    return "" if rivals or len(votes) < FEWEST else thing


FEWEST = 4
"""Documents that show what a story is about by what they all name."""


def _shared_company(topics: Sequence[Topic], voting: Sequence[bool]) -> str:
    """The company that most documents have for theirs, where at least half of them name it."""
    votes = [t for t, votes in zip(topics, voting, strict=True) if votes]
    company = _voted([t.company for t in topics], voting)
    return company if 2 * sum(company in t.weights for t in votes) >= len(votes) else ""


def _voted(keys: Sequence[str], voting: Sequence[bool]) -> str:
    """What most documents with a vote are about; empty where none says."""
    counts = Counter(key for key, votes in zip(keys, voting, strict=True) if key and votes)
    return _heaviest(set(counts), counts)


def _usual(topic: Topic, usual: str, others: Sequence[Topic], countries: frozenset[str]) -> str:
    """What most are about, where a document shares a name with one of them."""
    return usual if _is_related(topic, others, countries) else ""


EARLY = 6
"""The sentences in which a text says what it is about."""


def _heaviest(keys: set[str], weights: Counter[str]) -> str:
    return min(keys, key=lambda k: (-weights[k], k), default="")


def is_thing(name: Name, cast: Cast, vocabulary: Vocabulary) -> bool:
    """Whether a figure may be about what the name names: a place or thing, but no country, person or company."""
    if name.bracketed or name.key in vocabulary.countries or name.key in vocabulary.symbols_folded:
        return False
    kind = cast.kinds.get(name.key)
    if kind == "place":
        return not name.company and (name.locative or name.built or cast.documents.get(name.key, 0) > 1)
    acronym = name.text.isupper() and name.text.isalpha()
    if kind != "other" or acronym:
        return False
    numbered = name.key.split()[-1].isdigit() and cast.counts.get(name.key, 0) > 1
    return name.built or numbered or cast.counts.get(name.key, 0) > 2
