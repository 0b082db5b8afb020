"""A sentence as words with the names in it, and what its grammar tells of the phrases that may speak.

"explique le maire de Lorne, Anna Morel" -> Line(words, {5: Name("Anna Morel")})
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from crossfoot.names import LINKS, Name
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Phrases, Word, fold

Kind = Literal["name", "body", "company", "role", "pronoun", "source"]
MARKS = frozenset('.,;:!?()[]«»"“”„‘–—…')
QUOTES = frozenset('«»“”„"‘')


class Sayer(NamedTuple):
    """A phrase that may be said to speak."""

    text: str
    kind: Kind
    first: int
    last: int
    """The index of the first word, and the index behind the last one."""
    key: str = ""
    """Of a name: the folded name that stands for it."""
    office: str = ""
    """The noun of an office, folded: "maire"."""
    outlet: bool = False
    """A newspaper, agency or channel: it quotes rather than speaks."""
    apposed: bool = False
    """The name stands behind a comma, and a comma may follow it."""


class Line(NamedTuple):
    """A sentence as words, with the names that start at them."""

    words: Sequence[Word]
    """Of one sentence, with offsets in the document."""
    names: Mapping[int, tuple[Name, int]]
    """Index of the first word -> the name, and the index behind its last word."""
    vocabulary: Vocabulary
    """Of the language that the sentence is in."""
    known: frozenset[str] = frozenset()
    """The names of the whole document, as printed."""


def line(
    words: Sequence[Word], names: Sequence[Name], vocabulary: Vocabulary, known: frozenset[str] = frozenset()
) -> Line:
    """The words of a sentence with its names."""
    starts = {word.start: n for n, word in enumerate(words)}
    found = {}
    for name in names:
        first = starts.get(name.start)
        if first is not None:
            last = first
            while last < len(words) and words[last].start < name.end:
                last += 1
            found[first] = (name, last)
    return Line(words, found, vocabulary, known)


def noun_at(text: Line, n: int, nouns: Phrases[bool], vocabulary: Vocabulary) -> int | None:
    """The index behind a noun of a list, or behind a compound that ends in one ("Verkehrsministerium")."""
    hit = nouns.at(text.words, n)
    if hit:
        return hit[1]
    if vocabulary.language.dates.nouns_capitalised and text.words[n].text[0].isupper():
        key = text.words[n].key
        if any(key.endswith(case) and key.removesuffix(case) in nouns.singles for case in ("s", "es")):
            return n + 1
        if any(len(e) > 3 and key.endswith(e) for e in nouns.singles):
            return n + 1
    return None


def run_on(text: Line, behind: int, upto: int, vocabulary: Vocabulary) -> Sayer | None:
    """Who holds an office, printed without a comma behind all that the office is of.

    "il ministro dell'Ambiente e della Sicurezza energetica Anna Morel"; a name that has run into the one before it is
    taken apart where the text tells that one alone: "il presidente della Campania Anna Morel".
    """
    words = text.words
    for n in range(behind, upto):
        if n not in text.names or n == behind:
            if speaks(words, n, vocabulary):
                return None
            continue
        _, last = text.names[n]
        cut = next((k for k in range(last - 2, n, -1) if printed(text, n, k) in text.known), n)
        person = words[cut:last]
        alone = cut > n or (words[n - 1].text[0].islower() and words[n - 1].key not in vocabulary.stop | LINKS)
        if cut == n and any(p.before(words, n) for p in (vocabulary.company, vocabulary.site, vocabulary.bodies)):
            continue
        if alone and len(person) > 1 and all(w.text[0].isupper() and w.text.isalpha() for w in person[:2]):
            return Sayer(printed(text, cut, last), "name", cut, last, fold(printed(text, cut, last)))
    return None


def bare_name(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> int | None:
    """The index behind a name that stands bare behind an office, where capitals tell no name: "Bahnchef Jan Ott"."""
    last = n
    while last < min(n + 3, len(words)) and words[last].text[0].isupper() and words[last].text.isalpha():
        if words[last].key.endswith(vocabulary.noun_endings) or words[last].key in vocabulary.never:
            break
        last += 1
    return last if last > n else None


def outlet_at(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> int | None:
    """The index behind the name of a newspaper or agency, in capitals where it has one: "three times" is no Times."""
    hit = vocabulary.outlets.at(words, n)
    return hit[1] if hit and (hit[0] or any(w.text[0].isupper() for w in words[n : hit[1]])) else None


def is_outlet(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> bool:
    """Whether the name is that of a newspaper, agency or channel."""
    return any(outlet_at(words, k, vocabulary) for k in (n - 1, n) if k >= 0)


def is_adjective(between: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether nothing, or one word that may be an adjective, stands between a noun and the name of what it means."""
    return all(w.text.isalpha() and w.key not in vocabulary.stop and w.key not in LINKS for w in between)


def within(text: Line, first: int, last: int) -> Name | None:
    """The first name between two words."""
    return next((text.names[k][0] for k in range(first, last) if k in text.names), None)


def complement(text: Line, behind: int, vocabulary: Vocabulary) -> int:
    """The index behind "of" and what follows it: "Cour | des comptes", "maire | de Valence"."""
    words, n = text.words, behind
    while n < len(words) and (words[n].key in vocabulary.prepositions or (n > behind and words[n].key in LINKS)):
        n += 1
    if n == behind or n >= len(words) or words[n].key in vocabulary.months:
        return behind  # "die Landesregierung am Montag"
    if n in text.names:
        return text.names[n][1]
    return n + 1 if words[n].text.isalpha() and words[n].key not in vocabulary.stop else behind


def speaks(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> bool:
    """Whether a verb of saying stands at a word or right behind it."""
    return any(
        vocabulary.said.at(words, k) or words[k].key in vocabulary.auxiliaries for k in range(n, min(n + 2, len(words)))
    )


def printed(text: Line, first: int, last: int) -> str:
    """Words as they are printed, spaces made one, markup and an article in front left out."""
    words = text.words[first:last]
    out = words[0].text if words else ""
    for before, word in pairwise(words):
        out += (" " if word.start > before.end else "") + word.text
    return out
