"""Words of a sentence -> the noun phrases in it that may be said to speak: a name, an office, a body, a pronoun.

    "explique le maire de la ville, Anna Morel" -> Sayer("Anna Morel", "name")
    "selon la Cour des comptes"                 -> Sayer("Cour des comptes", "body")
    "the company said"                          -> Sayer("company", "company"), which the text has named before

What a phrase stands for in its document is settled in `speakers.py`.
"""

from __future__ import annotations

from crossfoot.lines import (
    MARKS,
    QUOTES,
    Line,
    Sayer,
    bare_name,
    complement,
    is_adjective,
    is_outlet,
    noun_at,
    outlet_at,
    printed,
    run_on,
    speaks,
    within,
)
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import fold

WIDE = 6
"""Words that may stand before the head of a phrase: articles, adjectives."""
LONGEST_KIND = 1
"""Words before a noun for people that tell what people, at the start of a sentence."""
APPOSED = 14
"""Words of an office before the name of who holds it: "le président de la région Bretagne, Anna Morel"."""


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
    if paper := outlet_at(words, n, vocabulary):
        return Sayer(printed(text, n, paper), "name", n, paper, outlet=True)
    if office := _joined_office(text, n, vocabulary):
        return office
    if n in text.names and text.names[n][1] > n + 1:
        return _named(text, n, vocabulary)
    if hit := noun_at(text, n, vocabulary.press, vocabulary):
        return _paper(text, n, hit, vocabulary)
    is_office = words[n].text.lower() not in vocabulary.no_office
    if is_office and (hit := noun_at(text, n, vocabulary.people, vocabulary)):
        return _holder(text, n, hit, vocabulary)
    if hit := noun_at(text, n, vocabulary.reports, vocabulary):
        return _report(text, n, hit, vocabulary)
    if hit := noun_at(text, n, vocabulary.bodies, vocabulary):
        if hit in text.names:
            return _named(text, hit, vocabulary)._replace(first=n)
        last = complement(text, hit, vocabulary)
        if last == hit and (nation := vocabulary.places.at(words, hit)):
            last = nation[1]  # "el gobierno chileno"
        return Sayer(printed(text, n, last), "body", n, last)
    if n in text.names:
        return _named(text, n, vocabulary)
    if hit := noun_at(text, n, vocabulary.company, vocabulary):
        return _company(text, n, hit, vocabulary)
    return _nameless(text, n, vocabulary)


def _nameless(text: Line, n: int, vocabulary: Vocabulary) -> Sayer | None:
    """People without a name, or a pronoun for somebody named before: "analysts", "she"."""
    words = text.words
    if source := vocabulary.sources.at(words, n):
        first = n - 1 if n and words[n - 1].key in vocabulary.several else n
        if vocabulary.language.structure.name_first and 0 < n <= LONGEST_KIND:
            kind = words[:n]  # "Industry sources said"; a verb or a small word would not stand there
            first = (
                0
                if all(w.text.isalpha() and w.key not in vocabulary.stop | vocabulary.prepositions for w in kind)
                else n
            )
        return Sayer(printed(text, first, source[1]), "source", first, source[1])
    return Sayer(words[n].text, "pronoun", n, n + 1) if words[n].key in vocabulary.pronouns else None


def is_object(text: Line, sayer: Sayer, vocabulary: Vocabulary) -> bool:
    """Whether a preposition stands before a phrase, so that it is no subject."""
    words, n = text.words, sayer.first
    skipped = vocabulary.stop - vocabulary.prepositions - vocabulary.openers
    while n > 0 and words[n - 1].key in skipped:
        n -= 1
    return n > 0 and words[n - 1].key in vocabulary.prepositions


def _paper(text: Line, n: int, behind: int, vocabulary: Vocabulary) -> Sayer:
    """The newspaper that such a noun names: "le quotidien Le Phare", "die Zeitung „Neue Post“"."""
    words = text.words
    if behind < len(words) and words[behind].text in QUOTES:
        closed = next((k for k in range(behind + 1, min(behind + WIDE, len(words))) if words[k].text in QUOTES), None)
        if closed:
            return Sayer(printed(text, behind + 1, closed), "name", n, closed + 1, outlet=True)
    for near in (behind, behind + 1):
        if near in text.names:
            name, last = text.names[near]
            return Sayer(name.text, "name", n, last, name.key, outlet=True)
        if last_of := outlet_at(words, near, vocabulary):
            return Sayer(printed(text, near, last_of), "name", n, last_of, outlet=True)
    return Sayer(printed(text, n, behind), "role", n, behind, outlet=True)


def _holder(text: Line, n: int, behind: int, vocabulary: Vocabulary) -> Sayer:
    """Who holds an office: the name beside it, behind it or behind a comma; else the office as printed."""
    words = text.words
    office = fold(printed(text, n, behind))
    at = behind + 1 if behind < len(words) and words[behind].text == "." else behind
    for near in (at, at + 1):
        if near in text.names and is_adjective(words[at:near], vocabulary):
            person = _named(text, near, vocabulary)
            return person._replace(first=n, office=office)
    if vocabulary.verb_second and (end := bare_name(words, behind, vocabulary)):
        return Sayer(printed(text, behind, end), "name", n, end, office=office)
    last = complement(text, behind, vocabulary)
    comma = next((k for k in range(last, min(n + APPOSED, len(words))) if words[k].text in MARKS), len(words))
    if comma + 1 in text.names and words[comma].text == ",":
        person = _named(text, comma + 1, vocabulary)
        ends = person.last >= len(words) or words[person.last].text in MARKS or speaks(words, person.last, vocabulary)
        if " " in person.text and ends:
            return person._replace(first=n, office=office, apposed=True)
    if apposed := run_on(text, behind, comma, vocabulary):
        return apposed._replace(first=n, office=office)
    spoken_for = within(text, behind, last) if vocabulary.spokesmen.at(words, n) else None
    if spoken_for:
        return Sayer(spoken_for.text, "name", n, last, spoken_for.key)
    unknown = any(w.key in vocabulary.articles or w.digits for w in words[max(0, n - 2) : n])
    alone = last == behind and (unknown or n == 0 or words[n - 1].text[0].isupper())
    alone = alone and not vocabulary.spokesmen.at(words, n)
    return Sayer(printed(text, n, last), "role", n, last, office="" if alone else office)


def _joined_office(text: Line, n: int, vocabulary: Vocabulary) -> Sayer | None:
    """Who holds an office that a dash joins to a name: "ÖBB-Projektleiter Klaus Ott"."""
    words, last = text.words, text.names[n][1] if n in text.names else n + 1
    if last + 1 >= len(words) or words[last].text not in "-‑" or words[last].start != words[last - 1].end:
        return None
    hit = noun_at(text, last + 1, vocabulary.people, vocabulary)
    return _holder(text, last + 1, hit, vocabulary)._replace(first=n) if hit else None


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
        hit = noun_at(text, k, vocabulary.people, vocabulary)
        if hit and words[k].text.lower() not in vocabulary.no_office:
            if hit >= last:
                return Sayer(name.text, "role", n, last, office=words[k].key)
            return Sayer(printed(text, hit, last), "name", n, last, office=words[k].key)
    if last < len(words) and words[last].key == "s" and words[last - 1].text[-1] in "'’":
        owned = phrase_at(text, last + 1, vocabulary, 4)
        if owned and owned.kind == "name":
            return owned._replace(first=n)
        if owned is None or vocabulary.reports.find(words[last + 1 : last + 5]):
            return Sayer(name.text, "name", n, last + 1, name.key)
        if owned and owned.kind == "role":
            return owned._replace(first=n, text=printed(text, n, owned.last))
    if vocabulary.bodies.at(words, last - 1) or vocabulary.bodies.at(words, n):
        last = max(last, complement(text, last, vocabulary))
        return Sayer(printed(text, n, last), "body", n, last)
    outlet = is_outlet(words, n, vocabulary)
    return Sayer(printed(text, n, last), "name", n, last, name.key, outlet=outlet)


def _company(text: Line, n: int, behind: int, vocabulary: Vocabulary) -> Sayer:
    """The company named behind the noun, or the one that the text has named before."""
    for near in (behind, behind + 1):
        if near in text.names and is_adjective(text.words[behind:near], vocabulary):
            return _named(text, near, vocabulary)._replace(first=n)
    return Sayer(printed(text, n, behind), "company", n, behind)
