"""A sentence -> who is said to speak in it, and which part of it is theirs.

Four forms, in all five languages, told apart by their words and by where they stand:

    source    "selon X, …", "…, laut X", "Angaben von X zufolge"
    content   "X said that …", "X a indiqué : …", "kündigte X an, dass …", "X prévoit d'investir …"
    inserted  "…, a-t-il dit, …", "« … », explique X", "…, said X."
    back      "Das sagte X am Montag.": it is the sentence before that X says
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from crossfoot.lines import MARKS, QUOTES, Line, Sayer
from crossfoot.sayers import phrase_at, phrases
from crossfoot.verbs import ASIDE, GAP, Verb, closes, opens_clause, subject, subject_before, subject_behind, verbs
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word

Form = Literal["source", "content", "inserted", "back"]
ENDS = frozenset(";")
STOPS = MARKS - QUOTES
LONGEST_LEAD = 5
"""Words from a mark to the head of whoever speaks: ", the plant's main owner EDF said"."""
TIME = 5
"""Words between a verb of saying and what is said: "said on Tuesday that"."""


class Attribution(NamedTuple):
    """Who says a part of a sentence."""

    sayer: Sayer
    form: Form
    cue: tuple[int, int]
    """Where the words that say so stand, verb or preposition and speaker."""
    spans: tuple[tuple[int, int], ...]
    """The parts that are theirs, in characters."""
    told: str | None = None
    """The newspaper that it was told to."""
    plans: bool = False
    """A verb of planning says so."""
    said_it: bool = False
    """A pronoun stands for what is said."""


def attributions(text: Line, vocabulary: Vocabulary) -> tuple[Attribution, ...]:
    """All attributions of a sentence."""
    found = [
        *_sources(text, vocabulary),
        *_views(text, vocabulary),
        *_sayings(text, vocabulary),
        *_given(text, vocabulary),
        *_estimates(text, vocabulary),
    ]
    return tuple(sorted(found, key=lambda a: a.cue))


# --- "selon X"


def _sources(text: Line, vocabulary: Vocabulary) -> Iterator[Attribution]:
    """What a preposition names as the source, or a postposition behind it."""
    words, n = text.words, 0
    while n < len(words):
        hit = vocabulary.said_before.at(words, n)
        if hit and _may_open(words, n, hit[1], vocabulary):
            sayer = _source(text, hit[1], vocabulary)
            if sayer and not (words[n].key in vocabulary.close_sources and not closes(words, sayer.last)):
                back = 0 < n <= 2 and words[0].key in vocabulary.said_it  # "Das geht aus einem Bericht der Bahn hervor"
                spans = _source_spans(text, n, sayer.last, vocabulary)
                yield Attribution(sayer, "back" if back else "source", _cue(text, n, sayer), spans, said_it=back)
                n = sayer.last
        hit = vocabulary.said_behind.at(words, n)
        if hit:
            sayer = _last_before(text, n, vocabulary)
            if sayer:
                yield Attribution(
                    sayer, "source", _cue(text, n, sayer), _source_spans(text, sayer.first, hit[1], vocabulary)
                )
        n += 1


def _last_before(text: Line, n: int, vocabulary: Vocabulary) -> Sayer | None:
    """The phrase right before a postposition."""
    behind = n
    if n and text.words[n - 1].text == ")":  # "dem Ministerium (MfV) zufolge"
        behind = next((k for k in range(n - 2, -1, -1) if text.words[k].text == "("), n)
    before = [p for p in phrases(text, vocabulary) if p.last <= behind]
    return before[-1] if before and behind - before[-1].last <= 1 else None


def _may_open(words: Sequence[Word], n: int, behind: int, vocabulary: Vocabulary) -> bool:
    """Whether a short word that means other things too opens a source here: ", so die Bahn", "per Anna Morel,"."""
    if words[n].key in vocabulary.close_sources:
        return n == 0 or words[n - 1].text in MARKS
    return behind < len(words)


def _source(text: Line, n: int, vocabulary: Vocabulary) -> Sayer | None:
    """Who stands behind such a preposition; a verb of saying may come first: "según explicó el alcalde"."""
    if agent := _agent(text, n, vocabulary):
        return agent
    verb = next((v for v in verbs(text, vocabulary) if n <= v.first <= n + 3), None)
    if verb and not any(w.text in MARKS for w in text.words[n : verb.first]):
        return subject_behind(text, verb, vocabulary) or subject_before(text, verb, vocabulary, n)
    return phrase_at(text, n, vocabulary)


def _agent(text: Line, n: int, vocabulary: Vocabulary) -> Sayer | None:
    """Who stands behind a participle: "secondo quanto riferito da Anna Morel", "según lo publicado por El País"."""
    for k in range(n, min(n + LONGEST_OPENING, len(text.words))):
        if text.words[k].text in MARKS:
            return None
        hit = vocabulary.participles.at(text.words, k)
        if hit and hit[1] < len(text.words) and text.words[hit[1]].key in vocabulary.agents:
            return phrase_at(text, hit[1] + 1, vocabulary)
    return None


LONGEST_OPENING = 4
"""Words from "according to" to the participle behind it."""


def _source_spans(text: Line, first: int, last: int, vocabulary: Vocabulary) -> tuple[tuple[int, int], ...]:
    """What the source is of: what is in its brackets, the rest of its clause, else the whole clause around it."""
    words = text.words
    inside = _bracket(words, first)
    if inside:
        opened, closed = inside
        if any(w.digits for w in words[opened:first]) or any(w.digits for w in words[last:closed]):
            return ((words[opened].start, words[closed - 1].end),)
        return ((_start(words, opened), words[opened].start),)
    leads = vocabulary.verb_second and words[first - 1].text == "," and _is_verb(words, last, vocabulary)
    if first == 0 or leads or words[first - 1].text in ":;" or (first == 1 and words[0].text not in MARKS):
        return ((words[first].start, _end(words, last, vocabulary.openers)),)
    return ((_start(words, first), _end(words, last)),)


def _views(text: Line, vocabulary: Vocabulary) -> Iterator[Attribution]:
    """What is somebody's view, the name before the noun: "in the company's view", "by Veltra's own estimate"."""
    words, openers = text.words, vocabulary.view_openers
    for _, n, behind in vocabulary.views.find(words):
        owner = next((p for p in phrases(text, vocabulary) if p.first < n and n - 3 <= p.last <= n), None)
        if not owner or not any(w.key == "s" for w in words[owner.last - 1 : n]):
            continue
        first = next((k for k in (owner.first - 1, owner.first - 2) if k >= 0 and words[k].key in openers), None)
        if first is not None:
            spans = _source_spans(text, first, behind, vocabulary)
            yield Attribution(owner, "source", _cue(text, first, owner), spans)


def _is_verb(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> bool:
    """Whether a word may be the verb of the clause that a source opens: "…, laut X sind 20 Kilometer fertig"."""
    return (
        n < len(words)
        and words[n].text[0].islower()
        and words[n].key not in vocabulary.prepositions | vocabulary.list_words
    )


# --- "X said", "said X"


def _sayings(text: Line, vocabulary: Vocabulary) -> Iterator[Attribution]:
    """What verbs of saying and of planning make somebody's."""
    sayer: Sayer | None = None
    for verb in verbs(text, vocabulary):
        opens = opens_clause(text.words, verb.first, vocabulary)
        sayer = subject(text, verb, opens, sayer, vocabulary)
        if sayer is None:
            continue
        form = _form(text, verb, sayer, opens, vocabulary)
        cue = _cue(text, verb.first, sayer._replace(last=max(sayer.last, verb.last)))
        spans = _said_spans(text, verb, sayer, form, vocabulary)
        said_it = _points_back(text.words, min(verb.first, sayer.first), verb, vocabulary)
        yield Attribution(sayer, form, cue, spans, _told(text, verb.last, vocabulary), verb.plans, said_it)


def _form(text: Line, verb: Verb, sayer: Sayer, opens: bool, vocabulary: Vocabulary) -> Form:
    """Whether what is said follows the verb, stands around it, or is the sentence before."""
    words = text.words
    if verb.plans:
        return "content"
    after = max(verb.last, sayer.last)
    ends = next((k for k in range(after, min(after + GAP + 1, len(words))) if words[k].text in STOPS), len(words))
    ends = max(ends, verb.end)
    last = all(w.text in MARKS for w in words[ends:])
    opening = _opening(words, min(verb.first, sayer.first))
    says_that = any(w.key in vocabulary.openers for w in words[after:ends])
    if _points_back(words, opening, verb, vocabulary) and (last or not any(w.digits for w in words[after:])):
        return "back" if opening <= 2 else "inserted"
    if (
        ends - after > GAP
        or says_that
        or any(w.digits for w in words[after:ends])
        or (ends < len(words) and words[ends].text == ":")
    ):
        return "content"
    if opening > 1 and (words[opening - 1].text in MARKS or opens):
        return "inserted"
    if last and opening > 1 and not any(w.digits for w in words[after:]):
        return "inserted"
    return "content"


def _opening(words: Sequence[Word], n: int) -> int:
    """Where a phrase begins: behind a mark, where one stands a few words before it ("…, French utility EDF said")."""
    return next((k + 1 for k in range(n - 1, max(n - LONGEST_LEAD, -1), -1) if words[k].text in MARKS), n)


def _points_back(words: Sequence[Word], opening: int, verb: Verb, vocabulary: Vocabulary) -> bool:
    """Whether the object of the verb is what was said before: "das teilte X mit", "X l'a fait savoir", "lo dijo X"."""
    first = max(0, opening - 1, verb.first - 3)
    at = [n for n in range(first, min(verb.last, len(words))) if words[n].key in vocabulary.said_it]
    return any(words[n].text[-1] not in "'’" or n + 2 > verb.first for n in at)  # "l'entreprise" has an article


def _said_spans(
    text: Line, verb: Verb, sayer: Sayer, form: Form, vocabulary: Vocabulary
) -> tuple[tuple[int, int], ...]:
    """The parts of a sentence that are said."""
    words = text.words
    opening, after = _opening(words, min(verb.first, sayer.first)), max(verb.last, sayer.last)
    if form == "content":
        return _content(words, verb, sayer, vocabulary)
    before = (_start(words, opening), words[opening].start)
    goes_on = next((k for k in range(after, min(after + GAP, len(words))) if words[k].text in MARKS), None)
    if goes_on is None or words[goes_on].text not in ",–—" or _is_aside(text, goes_on + 1, vocabulary):
        return (before,)
    return (before, (words[goes_on].end, _end(words, goes_on)))


def _content(words: Sequence[Word], verb: Verb, sayer: Sayer, vocabulary: Vocabulary) -> tuple[tuple[int, int], ...]:
    """What follows a verb and its subject; in German what stands before them too ("3 Millionen nannte X als Ziel")."""
    first = max(verb.last, sayer.last) if sayer.first >= verb.last else verb.last
    near = range(first, min(first + TIME, len(words)))
    start = words[first].start if first < len(words) else words[-1].end
    start = next((words[k].end for k in near if words[k].key in vocabulary.openers), start)
    if any(w.text == ":" for w in words[first : first + GAP]):
        return ((start, words[-1].end),)
    end = _end(words, first, vocabulary.pronouns if verb.plans else frozenset())
    if vocabulary.verb_second and sayer.first >= verb.last:
        opening = _opening(words, verb.first)
        return ((_start(words, opening), words[opening].start), (start, end))
    return ((start, end),)


def _is_aside(text: Line, n: int, vocabulary: Vocabulary) -> bool:
    """Whether what follows the speaker is about the speaker: "said X, who leads …", "explique X, maire de …"."""
    words = text.words
    if n >= len(words) or words[n].key in vocabulary.openers:
        return True
    aside = phrase_at(text, n, vocabulary, 3)
    return aside is not None and aside.kind in ("role", "company")


def _told(text: Line, n: int, vocabulary: Vocabulary) -> str | None:
    """The newspaper behind a verb of saying: "told Reuters", "a déclaré X au Phare"."""
    words = text.words
    for k in range(n, min(n + ASIDE, len(words))):
        if k in text.names and vocabulary.outlets.at(words, k):
            return text.names[k][0].text
    return None


# --- "the 300 that X gave"


def _given(text: Line, vocabulary: Vocabulary) -> Iterator[Attribution]:
    """Who a clause behind a figure says has given it: "the 300 million that the company gave in May"."""
    words = text.words
    for _, n, behind in vocabulary.gives.find(words):
        opener = next((k for k in range(n - 1, max(n - 1 - GAP, 0), -1) if words[k].key in vocabulary.openers), None)
        if opener is None or any(w.digits or w.text in MARKS for w in words[opener:n]):
            continue
        sayer = phrase_at(text, opener + 1, vocabulary, 3)
        if sayer and sayer.last <= n and any(w.digits for w in words[:opener]):
            spans = ((_start(words, opener), words[opener].start),)
            yield Attribution(sayer, "inserted", _cue(text, opener, sayer._replace(last=behind)), spans)


# --- "X's estimate"


def _estimates(text: Line, vocabulary: Vocabulary) -> Iterator[Attribution]:
    """What stands behind somebody's estimate: "EDF's forecast stood at", "le devis de la Cour"."""
    words = text.words
    for _, n, behind in vocabulary.estimates.find(words):
        owner = None
        if behind < len(words) and words[behind].key in vocabulary.prepositions:
            owner = phrase_at(text, behind + 1, vocabulary, 2)
        else:
            owned = [p for p in phrases(text, vocabulary) if p.last in (n, n - 1, behind) and p.first < n]
            owner = owned[-1] if owned and any(w.key == "s" for w in words[owned[-1].first : n]) else None
        if owner and owner.kind in ("name", "body"):
            last = max(owner.last, behind)
            yield Attribution(owner, "content", _cue(text, n, owner), ((words[last - 1].end, _end(words, last)),))


# --- parts of a sentence


def _cue(text: Line, first: int, sayer: Sayer) -> tuple[int, int]:
    """Where verb or preposition and speaker stand."""
    low, high = min(first, sayer.first), max(first + 1, sayer.last)
    return text.words[low].start, text.words[high - 1].end


def _start(words: Sequence[Word], n: int) -> int:
    """Where the part of the sentence begins that a word stands in."""
    first = max((k + 1 for k in range(n) if words[k].text in ENDS), default=0)
    return words[first].start


def _end(words: Sequence[Word], n: int, openings: frozenset[str] = frozenset()) -> int:
    """Where the part of the sentence ends: also where a clause begins behind a comma with one of these words."""
    for k in range(n, len(words)):
        opens = words[k].text == "," and k + 1 < len(words) and words[k + 1].key in openings
        if words[k].text in ENDS or opens:
            return words[k].start
    return words[-1].end


def _bracket(words: Sequence[Word], n: int) -> tuple[int, int] | None:
    """The index of the bracket that opens around a word, and the one behind that which closes."""
    opened = next((k for k in range(n - 1, -1, -1) if words[k].text in "()"), None)
    if opened is None or words[opened].text != "(":
        return None
    closed = next((k for k in range(n, len(words)) if words[k].text == ")"), len(words) - 1)
    return opened, closed + 1
