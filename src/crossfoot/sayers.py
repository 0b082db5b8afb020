"""Words of a sentence -> the noun phrases in it that may be said to speak: a name, an office, a body, a pronoun.

    "explique le maire de la ville, Anna Morel" -> Sayer("Anna Morel", "name")
    "selon la Cour des comptes"                 -> Sayer("Cour des comptes", "body")
    "the company said"                          -> Sayer("company", "company"), which the text has named before

What a phrase stands for in its document is settled in `voices.py`.
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
WIDE = 6
"""Words that may stand before the head of a phrase: articles, adjectives."""
APPOSED = 14
"""Words of an office before the name of who holds it: "le président de la région Bretagne, Anna Morel"."""


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


def phrase_at(text: Line, index: int, vocabulary: Vocabulary, wide: int = WIDE) -> Sayer | None:
    """The phrase that starts at a word, articles and a few adjectives before its head."""
    for n in range(index, min(index + wide, len(text.words))):
        word = text.words[n]
        if word.text in MARKS and not (word.text == "." and n and len(text.words[n - 1].text) == 1):
            return None
        if word.digits or word.key in vocabulary.openers or (n > index and word.key in vocabulary.prepositions):
            return None
        if head := head_at(text, n, vocabulary):
            return head
    return None


def phrases(text: Line, vocabulary: Vocabulary) -> list[Sayer]:
    """All phrases of a sentence from left to right; what belongs to one is not another's head."""
    found, n = [], 0
    while n < len(text.words):
        head = head_at(text, n, vocabulary)
        if head:
            found.append(head)
        n = max(n + 1, head.last) if head else n + 1
    return found


def head_at(text: Line, n: int, vocabulary: Vocabulary) -> Sayer | None:
    """The phrase whose head stands at a word."""
    words = text.words
    if paper := vocabulary.outlets.at(words, n):
        return Sayer(_printed(text, n, paper[1]), "name", n, paper[1], outlet=True)
    if office := _joined_office(text, n, vocabulary):
        return office
    if n in text.names and text.names[n][1] > n + 1:
        return _named(text, n, vocabulary)
    if hit := _noun(text, n, vocabulary.press, vocabulary):
        return _paper(text, n, hit, vocabulary)
    is_office = words[n].text.lower() not in vocabulary.no_office
    if is_office and (hit := _noun(text, n, vocabulary.people, vocabulary)):
        return _holder(text, n, hit, vocabulary)
    if hit := _noun(text, n, vocabulary.reports, vocabulary):
        return _report(text, n, hit, vocabulary)
    if hit := _noun(text, n, vocabulary.bodies, vocabulary):
        if hit in text.names:
            return _named(text, hit, vocabulary)._replace(first=n)
        last = _complement(text, hit, vocabulary)
        if last == hit and (nation := vocabulary.places.at(words, hit)):
            last = nation[1]  # "el gobierno chileno"
        return Sayer(_printed(text, n, last), "body", n, last)
    if n in text.names:
        return _named(text, n, vocabulary)
    if hit := _noun(text, n, vocabulary.company, vocabulary):
        return _company(text, n, hit, vocabulary)
    return _nameless(text, n, vocabulary)


def _nameless(text: Line, n: int, vocabulary: Vocabulary) -> Sayer | None:
    """People without a name, or a pronoun for somebody named before: "analysts", "she"."""
    words = text.words
    if source := vocabulary.sources.at(words, n):
        first = n - 1 if n and words[n - 1].key in vocabulary.several else n
        return Sayer(_printed(text, first, source[1]), "source", first, source[1])
    return Sayer(words[n].text, "pronoun", n, n + 1) if words[n].key in vocabulary.pronouns else None


def is_object(text: Line, sayer: Sayer, vocabulary: Vocabulary) -> bool:
    """Whether a preposition stands before a phrase, so that it is no subject."""
    words, n = text.words, sayer.first
    skipped = vocabulary.stop - vocabulary.prepositions - vocabulary.openers
    while n > 0 and words[n - 1].key in skipped:
        n -= 1
    return n > 0 and words[n - 1].key in vocabulary.prepositions


def _noun(text: Line, n: int, nouns: Phrases[bool], vocabulary: Vocabulary) -> int | None:
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


def _paper(text: Line, n: int, behind: int, vocabulary: Vocabulary) -> Sayer:
    """The newspaper that such a noun names: "le quotidien Le Phare", "die Zeitung „Neue Post“"."""
    words = text.words
    if behind < len(words) and words[behind].text in QUOTES:
        closed = next((k for k in range(behind + 1, min(behind + WIDE, len(words))) if words[k].text in QUOTES), None)
        if closed:
            return Sayer(_printed(text, behind + 1, closed), "name", n, closed + 1, outlet=True)
    for near in (behind, behind + 1):
        if near in text.names:
            name, last = text.names[near]
            return Sayer(name.text, "name", n, last, name.key, outlet=True)
        if hit := vocabulary.outlets.at(words, near):
            return Sayer(_printed(text, near, hit[1]), "name", n, hit[1], outlet=True)
    return Sayer(_printed(text, n, behind), "role", n, behind, outlet=True)


def _holder(text: Line, n: int, behind: int, vocabulary: Vocabulary) -> Sayer:
    """Who holds an office: the name beside it, behind it or behind a comma; else the office as printed."""
    words = text.words
    office = fold(_printed(text, n, behind))
    at = behind + 1 if behind < len(words) and words[behind].text == "." else behind
    for near in (at, at + 1):
        if near in text.names and _is_adjective(words[at:near], vocabulary):
            person = _named(text, near, vocabulary)
            return person._replace(first=n, office=office)
    if vocabulary.verb_second and (end := _bare_name(words, behind, vocabulary)):
        return Sayer(_printed(text, behind, end), "name", n, end, office=office)
    last = _complement(text, behind, vocabulary)
    comma = next((k for k in range(last, min(n + APPOSED, len(words))) if words[k].text in MARKS), len(words))
    if comma + 1 in text.names and words[comma].text == ",":
        person = _named(text, comma + 1, vocabulary)
        ends = person.last >= len(words) or words[person.last].text in MARKS or _speaks(words, person.last, vocabulary)
        if " " in person.text and ends:
            return person._replace(first=n, office=office, apposed=True)
    if apposed := _run_on(text, behind, comma, vocabulary):
        return apposed._replace(first=n, office=office)
    spoken_for = _within(text, behind, last) if vocabulary.spokesmen.at(words, n) else None
    if spoken_for:
        return Sayer(spoken_for.text, "name", n, last, spoken_for.key)
    unknown = any(w.key in vocabulary.articles or w.digits for w in words[max(0, n - 2) : n])
    alone = last == behind and (unknown or n == 0 or words[n - 1].text[0].isupper())
    alone = alone and not vocabulary.spokesmen.at(words, n)
    return Sayer(_printed(text, n, last), "role", n, last, office="" if alone else office)


def _run_on(text: Line, behind: int, upto: int, vocabulary: Vocabulary) -> Sayer | None:
    """Who holds an office, printed without a comma behind all that the office is of.

    "il ministro dell'Ambiente e della Sicurezza energetica Anna Morel"; a name that has run into the one before it is
    taken apart where the text tells that one alone: "il presidente della Campania Anna Morel".
    """
    words = text.words
    for n in range(behind, upto):
        if n not in text.names or n == behind:
            if _speaks(words, n, vocabulary):
                return None
            continue
        _, last = text.names[n]
        cut = next((k for k in range(last - 2, n, -1) if _printed(text, n, k) in text.known), n)
        person = words[cut:last]
        alone = cut > n or (words[n - 1].text[0].islower() and words[n - 1].key not in vocabulary.stop | LINKS)
        if cut == n and any(p.before(words, n) for p in (vocabulary.company, vocabulary.site, vocabulary.bodies)):
            continue
        if alone and len(person) > 1 and all(w.text[0].isupper() and w.text.isalpha() for w in person[:2]):
            return Sayer(_printed(text, cut, last), "name", cut, last, fold(_printed(text, cut, last)))
    return None


def _joined_office(text: Line, n: int, vocabulary: Vocabulary) -> Sayer | None:
    """Who holds an office that a dash joins to a name: "ÖBB-Projektleiter Klaus Ott"."""
    words, last = text.words, text.names[n][1] if n in text.names else n + 1
    if last + 1 >= len(words) or words[last].text not in "-‑" or words[last].start != words[last - 1].end:
        return None
    hit = _noun(text, last + 1, vocabulary.people, vocabulary)
    return _holder(text, last + 1, hit, vocabulary)._replace(first=n) if hit else None


def _bare_name(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> int | None:
    """The index behind a name that stands bare behind an office, where capitals tell no name: "Bahnchef Jan Ott"."""
    last = n
    while last < min(n + 3, len(words)) and words[last].text[0].isupper() and words[last].text.isalpha():
        if words[last].key.endswith(vocabulary.noun_endings) or words[last].key in vocabulary.never:
            break
        last += 1
    return last if last > n else None


def _report(text: Line, n: int, behind: int, vocabulary: Vocabulary) -> Sayer | None:
    """Whose report it is: "une étude de l'institut Nova", "son rapport"."""
    words = text.words
    owned = vocabulary.prepositions | (vocabulary.of_words if vocabulary.verb_second else frozenset())
    if behind < len(words) and words[behind].key in owned:
        owner = phrase_at(text, behind + 1, vocabulary, 4)
        return owner._replace(first=n) if owner and owner.kind != "pronoun" else None
    if behind in text.names:
        return _named(text, behind, vocabulary)._replace(first=n)
    if n and words[n - 1].key in vocabulary.possessives:
        return Sayer(words[n - 1].text, "pronoun", n - 1, behind)
    return None


def _named(text: Line, n: int, vocabulary: Vocabulary) -> Sayer:
    """A name, without the office that is printed with capitals before it, and with what it owns."""
    words = text.words
    name, last = text.names[n]
    for k in range(last - 1, n - 1, -1):
        hit = _noun(text, k, vocabulary.people, vocabulary)
        if hit and words[k].text.lower() not in vocabulary.no_office:
            if hit >= last:
                return Sayer(name.text, "role", n, last, office=words[k].key)
            return Sayer(_printed(text, hit, last), "name", n, last, office=words[k].key)
    if last < len(words) and words[last].key == "s" and words[last - 1].text[-1] in "'’":
        owned = phrase_at(text, last + 1, vocabulary, 4)
        if owned and owned.kind == "name":
            return owned._replace(first=n)
        if owned is None or vocabulary.reports.find(words[last + 1 : last + 5]):
            return Sayer(name.text, "name", n, last + 1, name.key)
        if owned and owned.kind == "role":
            return owned._replace(first=n, text=_printed(text, n, owned.last))
    if vocabulary.bodies.at(words, last - 1) or vocabulary.bodies.at(words, n):
        last = max(last, _complement(text, last, vocabulary))
        return Sayer(_printed(text, n, last), "body", n, last)
    outlet = _is_outlet(words, n, vocabulary)
    return Sayer(_printed(text, n, last), "name", n, last, name.key, outlet=outlet)


def _is_outlet(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> bool:
    """Whether the name is that of a newspaper, agency or channel."""
    return any(vocabulary.outlets.at(words, k) for k in (n - 1, n) if k >= 0)


def _company(text: Line, n: int, behind: int, vocabulary: Vocabulary) -> Sayer:
    """The company named behind the noun, or the one that the text has named before."""
    for near in (behind, behind + 1):
        if near in text.names and _is_adjective(text.words[behind:near], vocabulary):
            return _named(text, near, vocabulary)._replace(first=n)
    return Sayer(_printed(text, n, behind), "company", n, behind)


def _is_adjective(between: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether nothing, or one word that may be an adjective, stands between a noun and the name of what it means."""
    return all(w.text.isalpha() and w.key not in vocabulary.stop and w.key not in LINKS for w in between)


def _within(text: Line, first: int, last: int) -> Name | None:
    """The first name between two words."""
    return next((text.names[k][0] for k in range(first, last) if k in text.names), None)


def _complement(text: Line, behind: int, vocabulary: Vocabulary) -> int:
    """The index behind "of" and what follows it: "Cour | des comptes", "maire | de Valence"."""
    words, n = text.words, behind
    while n < len(words) and (words[n].key in vocabulary.prepositions or (n > behind and words[n].key in LINKS)):
        n += 1
    if n == behind or n >= len(words) or words[n].key in vocabulary.months:
        return behind  # "die Landesregierung am Montag"
    if n in text.names:
        return text.names[n][1]
    return n + 1 if words[n].text.isalpha() and words[n].key not in vocabulary.stop else behind


def _speaks(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> bool:
    """Whether a verb of saying stands at a word or right behind it."""
    return any(
        vocabulary.said.at(words, k) or words[k].key in vocabulary.auxiliaries for k in range(n, min(n + 2, len(words)))
    )


def _printed(text: Line, first: int, last: int) -> str:
    """Words as they are printed, spaces made one, markup and an article in front left out."""
    words = text.words[first:last]
    out = words[0].text if words else ""
    for before, word in pairwise(words):
        out += (" " if word.start > before.end else "") + word.text
    return out
