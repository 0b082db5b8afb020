"""The names of a story -> the one built thing that it is about, under all the names that it has in its languages.

    "Brenner Base Tunnel", "Galleria del Brennero", "Brennerbasistunnel (BBT)" -> one work

A work is a noun for something built around a name (`worknouns`). Two names are of one work where the nouns mean the
same and the names are the same, or forms of one name in two languages. The story is about a work that at least half
of its documents name so, and no other nearly as often.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from crossfoot.affairs import MAIN, affairs
from crossfoot.ends import ends
from crossfoot.model import Document
from crossfoot.names import LINKS, Name
from crossfoot.spellings import match, translated
from crossfoot.tables import Tables
from crossfoot.words import fold, split
from crossfoot.worknames import compounds


class Works(NamedTuple):
    """The names of a story with what it is about."""

    names: tuple[tuple[Name, ...], ...]
    """The names of each document, those written as one word with their noun among them."""
    forms: tuple[str, ...] = ()
    """The folded names of the work that the story is about; empty where it is about none."""


class _Work(NamedTuple):
    """A kind of built thing, and names that are one."""

    kind: str
    cores: frozenset[str]
    documents: frozenset[int]


def works(documents: Sequence[Document], named: Sequence[Sequence[Name]], tables: Tables) -> Works:
    """The names with the compounds, and the forms of the name of the work that the story is about."""
    known = {form for names in named for name in names for form in (name.core, plain(name.key)) if form}
    every = tuple(
        _with_compounds(document, names, known, tables) for document, names in zip(documents, named, strict=True)
    )
    languages = [document.language for document in documents]
    countries = frozenset(c for language in languages for c in tables.vocabulary(language).countries)
    originals = frozenset(n for n, document in enumerate(documents) if not document.source.copy_of)
    told = affairs(every, originals, countries)
    voting = frozenset(n for n in originals if told[n] == MAIN)
    found = _works(every, languages, originals, countries)
    spoken = {n: frozenset(plain(name.key) for name in every[n]) for n in voting}
    work = _chosen(found, spoken)
    forms = _forms(work, documents, every, tables) if work else ends(documents, every, sorted(voting), tables)
    return Works(every, forms)


def plain(key: str) -> str:
    """A folded name without its dashes: "saint-brieuc" is "saint brieuc"."""
    return _DASH.sub(" ", key)


_DASH = re.compile(r"[-‑–]")


def _with_compounds(document: Document, names: Sequence[Name], known: set[str], tables: Tables) -> tuple[Name, ...]:
    """The names of a document, and those that are one word with the noun for the thing."""
    vocabulary = tables.vocabulary(document.language)
    if not (vocabulary.language.compound and vocabulary.language.dates.nouns_capitalised):
        return tuple(names)
    written = tuple(compounds(document, known, vocabulary))
    apart = [n for n in names if not any(w.start < n.end and n.start < w.end for w in written)]
    return tuple(sorted((*apart, *written), key=lambda n: n.start))


def _works(
    named: Sequence[Sequence[Name]], languages: Sequence[str], voting: frozenset[int], countries: frozenset[str]
) -> list[_Work]:
    """The works that a story names, each with the documents that do."""
    beside = {pair for n in voting for pair in _beside(named[n])}
    told: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for n in sorted(voting):
        for name in named[n]:
            if name.work and name.core not in countries:
                told[name.work][name.core].add(n)
    found = []
    for kind, cores in sorted(told.items()):
        spoken = {core: frozenset(languages[n] for n in where) for core, where in cores.items()}
        for group in _groups(spoken, beside):
            found.append(_Work(kind, group, frozenset(n for core in group for n in cores[core])))
    return found


def _beside(names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """Codes with the name right behind them, which says what they are: "A7 Lyver-Turan"."""
    for code, name in pairwise(names):
        if code.key[-1:].isdigit() and name.start == code.end + 1:
            yield plain(code.key), plain(name.key)


def _groups(cores: Mapping[str, frozenset[str]], beside: Container[tuple[str, str]]) -> list[frozenset[str]]:
    """The names, those together that are one; each comes with the languages that it is printed in."""
    root = {core: core for core in cores}
    longer: dict[str, list[str]] = defaultdict(list)
    pairs = []
    for a, b in combinations(sorted(cores), 2):
        if (a, b) in beside or (b, a) in beside or (not cores[a] & cores[b] and translated(a, b)):
            pairs.append((a, b))
        short, long = sorted((a, b), key=len)
        if _is_part(short.split(), long.split()):
            longer[short].append(long)
    pairs += [(short, long) for short, found in longer.items() if _nested(found) for long in found]
    for a, b in pairs:
        one, other = root[a], root[b]
        root = {core: one if at == other else at for core, at in root.items()}
    return [frozenset(c for c in cores if root[c] == at) for at in sorted(set(root.values()))]


def _is_part(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a name is a longer one cut short: "Berlin" of "Berlin Brandenburg", not "Hinkley Point" of its C."""
    if len(short) >= len(long):
        return False
    opens, ends = match(long[: len(short)], short), match(long[-len(short) :], short)
    if not opens and (not ends or max(map(len, short)) < LONG_WORD):
        return False
    left = long[len(short) :] if opens else long[: -len(short)]
    return all(len(word) > 2 or word in LINKS for word in left)


LONG_WORD = 7
"""Letters of a word that is a name without the words before it: "Bernabéu", and no "York"."""


def _nested(names: Sequence[str]) -> bool:
    """Whether each of the names has the words of the next shorter one, in their order."""
    ordered = sorted((n.split() for n in names), key=lambda words: (len(words), words))
    return all(_holds(longer, shorter) for shorter, longer in pairwise(ordered))


def _holds(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether the words of a name stand in a longer one, in their order."""
    at = iter(longer)
    return all(any(match([word], [other]) for other in at) for word in shorter)


def _chosen(found: Sequence[_Work], named: Mapping[int, frozenset[str]]) -> _Work | None:
    """The work that most documents name, where half of them do and no other is nearly as often named.

    A third is enough where nearly all have its name, with the noun or without. `named`: the names of each document.
    """
    found = [work._replace(documents=frozenset(work.documents & named.keys())) for work in found]
    having = {work: sum(_is_named(work, n, keys) for n, keys in named.items()) for work in found}
    ranked = sorted(found, key=lambda w: (-len(w.documents), -having[w], w.kind, sorted(w.cores)))
    if not ranked or len(ranked[0].documents) < FEWEST:
        return None
    best = ranked[0]
    share = len(best.documents) / len(named)
    if share < MOST and not (share >= SOME and having[best] >= NEARLY_ALL * len(named)):
        return None
    rivals = [
        w for w in ranked[1:]
        if w.cores.isdisjoint(best.cores)
        and RIVAL * len(w.documents) >= len(best.documents) and RIVAL * having[w] >= having[best]
    ]  # fmt: skip
    return None if rivals else best


def _is_named(work: _Work, document: int, keys: frozenset[str]) -> bool:
    """Whether a document names a work, with the noun for it or without."""
    return document in work.documents or not keys.isdisjoint(work.cores)


MOST, SOME, NEARLY_ALL = 1 / 2, 1 / 3, 4 / 5
"""Shares of the documents."""
FEWEST = 2
"""Documents that name what a story is about, at least."""
RIVAL = 1.5
"""A second work that so many times fewer documents name is only mentioned."""


def _forms(
    work: _Work, documents: Sequence[Document], named: Sequence[Sequence[Name]], tables: Tables
) -> tuple[str, ...]:
    """All folded names of a work: with its noun, without it, and as initials."""
    forms = {
        name.key for names in named for name in names
        if plain(name.key) in work.cores or (name.core in work.cores and name.whole)
    }  # fmt: skip
    initials = {
        short
        for document, names in zip(documents, named, strict=True)
        for name in names
        if name.core in work.cores
        for short in _initials(name, document)
    }
    forms |= {name.key for names in named for name in names if name.key in initials}
    for document, names in zip(documents, named, strict=True):
        if forms.isdisjoint(name.key for name in names):
            forms |= set(_longer(document, names, work, tables))
    return tuple(sorted(forms))


def _longer(document: Document, names: Sequence[Name], work: _Work, tables: Tables) -> Iterator[str]:
    """The names that begin with that of the work, in a text that names it no other way, yet has the noun for it."""
    works = tables.vocabulary(document.language).works
    if all(kind != work.kind for kind, _, _ in works.find(split(document.text))):
        return
    cores = [core.split() for core in work.cores]
    for name in names:
        parts = plain(name.key).split()
        if any(parts[: len(core)] == core and all(len(w) > 2 for w in parts) for core in cores):
            yield name.key


def _initials(name: Name, document: Document) -> Iterator[str]:
    """The folded initials that a text gives for a name right behind it: "Brenner Basistunnel (BBT)", "…, il BBT"."""
    short = _SHORT.match(document.text, name.end)
    if not short:
        return
    sentence = document.sentences[name.sentence]
    words = [w.key for w in split(document.text[sentence.start : name.end], sentence.start) if w.text.isalpha()]
    letters = fold(short[1])
    spelt = sorted(letters)
    heads = [w[0] for w in words if len(w) > LONGEST_LINK][-len(letters) :]
    if sorted(heads) == spelt or _in_order(letters, fold(name.text)):
        yield letters


_SHORT = re.compile(r"(?: \(|, (?:\w{2,3} )?| )([A-Z]{2,6})\b")
LONGEST_LINK = 3
"""Letters of the small words in a name, which give it no initial."""


def _in_order(letters: str, name: str) -> bool:
    """Whether the letters stand in a name in their order, the first of them at its start."""
    at = iter(name)
    return name[:1] == letters[:1] and all(letter in at for letter in letters)
