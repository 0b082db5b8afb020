"""A sentence -> its verbs of saying and planning, and whose they are.

"Anna Morel, qui dirige le projet, a annoncé" -> "a annoncé", Anna Morel
"kündigte die Firma am Montag an"             -> "kündigte … an", the company
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crossfoot.lines import MARKS, Line, Sayer
from crossfoot.sayers import head_at, is_object, phrases
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word

GAP = 6
"""Words between a subject and its verb, or a verb and its subject."""
ASIDE = 18
"""Words of an aside between the two: "Anna Morel, who then ran the company, said"."""


class Verb(NamedTuple):
    """A verb of saying or planning in a sentence."""

    first: int
    last: int
    plans: bool
    end: int = 0
    """The index behind the part of the verb that stands apart: "kündigte … an"; 0 where there is none."""
    reaches: bool = False
    """Only who reckons says so with it: "the auditors come to 300 million"."""


def verbs(text: Line, vocabulary: Vocabulary) -> list[Verb]:
    """The verbs of saying and planning of a sentence."""
    words, found = text.words, []
    n = 0
    while n < len(words):
        verb = _verb_at(words, n, vocabulary)
        if verb:
            found.append(verb)
        n = verb.last if verb else n + 1
    return found


def _verb_at(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> Verb | None:
    """The verb that starts at a word."""
    before = words[n - 1] if n else None
    unlike = vocabulary.passives | vocabulary.articles | vocabulary.things
    if before and (
        before.key in unlike or before.key == "s" or (before.key == "to" and "to" in vocabulary.prepositions)
    ):
        return None
    for first, apart in vocabulary.separable.get(words[n].key, ()):
        end = next((k for k in range(n + 1, min(n + ASIDE, len(words))) if words[k].key == apart), None)
        if end and closes(words, end + 1):
            return Verb(n, n + first, False, end + 1)
    if hit := vocabulary.plans.at(words, n):
        return Verb(n, hit[1], True)
    if verb := _reckons(words, n, vocabulary):
        return verb
    if (hit := vocabulary.wills.at(words, n)) and _has_infinitive(words, hit[1], vocabulary):
        return Verb(n, hit[1], True)
    if words[n].key in vocabulary.auxiliaries:
        for k in range(n + 1, min(n + (ASIDE if vocabulary.verb_second else 4), len(words))):
            if words[k].text in MARKS or (k > n + 1 and words[k - 1].key in vocabulary.passives):
                break
            if vocabulary.verb_second and vocabulary.revises.at(words, k):
                return Verb(n, n + 1, True) if _has_reckoned(words, n + 1, vocabulary) else None
            if hit := vocabulary.participles.at(words, k):
                return (
                    Verb(n, hit[1], False)
                    if k <= n + 3 or not vocabulary.verb_second
                    else Verb(n, n + 1, False, hit[1])
                )
    if hit := vocabulary.said.at(words, n):
        return Verb(n, hit[1], False)
    return None


def _reckons(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> Verb | None:
    """The verb of changing what was reckoned, or of coming to a figure by reckoning, that starts at a word."""
    if (hit := vocabulary.revises.at(words, n)) and _has_reckoned(words, hit[1], vocabulary):
        return Verb(n, hit[1], True)
    for first, before in vocabulary.reaches.get(words[n].key, ()):
        for k in range(n + first, min(n + ASIDE, len(words) - 1)):
            if words[k].key == before and any(w.digits for w in words[k + 1 : k + 3]):
                return Verb(n, n + first, True, reaches=True)
    return None


def _has_reckoned(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> bool:
    """Whether the object of a verb is something reckoned: "raised its forecast", "a revu son budget"."""
    for k in range(n, min(n + OBJECT, len(words))):
        if words[k].text in MARKS or words[k].digits:
            return False
        if vocabulary.reckoned.at(words, k):
            return True
    return False


OBJECT = 7
"""Words from such a verb to its object: "a revu une fois de plus son budget"."""


def _has_infinitive(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> bool:
    """Whether a verb of wanting has the infinitive that makes it one: "compte ouvrir", "will … bauen"."""
    reach = ASIDE if vocabulary.verb_second else 4
    return any(
        w.text[0].islower()
        and len(w.key) > 3
        and w.key.endswith(vocabulary.infinitives)
        and w.key not in vocabulary.stop
        for w in words[n : n + reach]
    )


def opens_clause(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> bool:
    """Whether a verb stands first in its clause: "…, explique X", "comme l'indique X"."""
    k = n - 1
    while k >= 0 and words[k].key in vocabulary.clitics:
        k -= 1
    return k < 0 or words[k].text in MARKS or words[k].key in vocabulary.as_words


def subject_before(text: Line, verb: Verb, vocabulary: Vocabulary, start: int) -> Sayer | None:
    """The phrase that ends before a verb; an aside or a relative pronoun may stand in between."""
    words, comma = text.words, verb.first - 1
    while comma > start and words[comma].key in vocabulary.clitics | vocabulary.openers:
        comma -= 1
    before = [p for p in phrases(text, vocabulary) if start <= p.first and p.last <= verb.first]
    if comma > start and words[comma].text in ",)–—":
        relative = any(w.key in vocabulary.openers for w in words[comma : verb.first])
        return _over_aside(words, comma, before, relative)
    for sayer in reversed(before):
        gap = words[sayer.last : verb.first]
        if len(gap) > GAP or any(w.text in MARKS for w in gap):
            return None
        if any(w.key in vocabulary.openers for w in gap) or not is_object(text, sayer, vocabulary):
            return sayer
    return None


def _over_aside(words: Sequence[Word], comma: int, before: Sequence[Sayer], relative: bool) -> Sayer | None:
    """The subject in front of the aside that a comma closes: "Anna Morel, who then ran the company, said"."""
    if before and before[-1].last == comma and (before[-1].apposed or relative):
        return before[-1]
    for k in range(comma - 1, max(comma - ASIDE, 0), -1):
        if words[k].text in ",(–—":
            found = next((p for p in before if p.last == k - (words[k - 1].text == ")")), None)
            if found:
                return found
        elif words[k].text in MARKS and words[k].text != ".":
            return None
    return None


def subject_behind(text: Line, verb: Verb, vocabulary: Vocabulary) -> Sayer | None:
    """The phrase that follows a verb: "explique X", "hat X gesagt", "a indiqué mardi à Lorne le préfet"."""
    words, n = text.words, verb.last
    while n < min(verb.last + GAP, len(words)):
        word = words[n]
        if (word.text in MARKS and word.text not in "-‑") or word.key in vocabulary.openers:
            return None
        head = head_at(text, n, vocabulary)
        if head and not is_object(text, head, vocabulary):
            return head
        if word.key in vocabulary.articles and n > verb.last and words[n - 1].key not in vocabulary.prepositions:
            return None
        n = head.last if head else n + 1
    return None


RECKONERS = frozenset({"body", "source"})
"""Who comes to a figure by reckoning; a company comes to one by growing."""


def subject(text: Line, verb: Verb, opens: bool, last: Sayer | None, vocabulary: Vocabulary) -> Sayer | None:
    """Whose verb it is; a second verb has the subject of the first: "a annoncé … et ajouté"."""
    words = text.words
    inverts = opens or vocabulary.verb_second or (vocabulary.drops_subject and not verb.plans)
    before = subject_before(text, verb, vocabulary, 0)
    if verb.reaches:
        return before if before and before.kind in RECKONERS else None
    behind = (
        subject_behind(text, verb, vocabulary) if inverts and not (verb.plans and not vocabulary.verb_second) else None
    )
    if before and behind and behind.kind == "pronoun":
        behind = None  # an object: "X, who runs it, said it draws"
    sayer = (behind or before) if opens else (before or behind)
    if sayer:
        return sayer
    n = verb.first
    while n and words[n - 1].key in vocabulary.clitics:
        n -= 1
    joined = n > 0 and words[n - 1].key in vocabulary.and_words
    if last and (joined or opens) and not verb.plans:
        return last._replace(first=verb.first, last=verb.first)
    if vocabulary.drops_subject and opens and not verb.plans:
        return Sayer("", "pronoun", verb.first, verb.first)
    return None


def closes(words: Sequence[Word], n: int) -> bool:
    """Whether the clause ends at a word."""
    return n >= len(words) or words[n].text in MARKS
