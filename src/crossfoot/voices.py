"""Document with its names -> who speaks at each place of it, and which newspaper is quoted there.

A figure is said by whoever its quotation is attributed to; else by whom its sentence names for that part; else by whose
post or answer it stands in; else, where its sentence goes on in reported speech, by whoever spoke in the one before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from crossfoot.attributions import Attribution, attributions
from crossfoot.cast import Cast
from crossfoot.model import Document
from crossfoot.names import Name
from crossfoot.quotations import Quotation, quotations
from crossfoot.sayers import MARKS, Line, line, phrase_at, phrases
from crossfoot.speakers import Known, Mention, known, stands_for
from crossfoot.tables import Tables
from crossfoot.turns import turns
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word, split

ALONE = 8
"""Words of a sentence that only says who spoke: "Morel said."."""
CARRIED = 3
"""Sentences that reported speech goes on for without a new verb of saying."""


class Voice(NamedTuple):
    """Who speaks, and where the words stand that say so."""

    speaker: str | None
    via: str | None
    cue: tuple[int, int]
    why: str


class Saying(NamedTuple):
    """An attribution with the voice that it gives."""

    of: Attribution
    voice: Voice


class Voices(NamedTuple):
    """Who speaks where in a document."""

    document: Document
    starts: tuple[int, ...]
    """Where its sentences start."""
    spoken: tuple[tuple[Saying, ...], ...]
    """The attributions of each sentence."""
    quoted: tuple[tuple[Quotation, Voice | None], ...]
    carried: Mapping[int, Voice]
    """Sentence -> who goes on speaking in it."""
    turns: Mapping[int, Voice]
    """Block -> whose post or answer it is."""

    def of(self, start: int, end: int) -> Voice | None:
        """Who says the figure at a place."""
        sentence = max(0, bisect_right(self.starts, start) - 1)
        quoted = [v for q, v in self.quoted if q.start <= start and end <= q.end and v and not q.term]
        if quoted:
            return quoted[-1]
        near = [(b - a, s) for s in self.spoken[sentence] for a, b in s.of.spans if a <= start and end <= b]
        if near:
            return min(near, key=lambda n: n[0])[1].voice
        return self.turns.get(self.document.sentences[sentence].block) or self.carried.get(sentence)


def voices(document: Document, names: Mapping[int, Sequence[Name]], cast: Cast, company: str, tables: Tables) -> Voices:
    """Who speaks where; `names` by sentence, `company` the folded name of the one that the document is about."""
    printed = frozenset(n.text for group in names.values() for n in group)
    lines = [
        line(
            split(document.text[s.start : s.end], s.start),
            names.get(n, ()),
            tables.vocabulary(document.language_at(n)),
            printed,
        )
        for n, s in enumerate(document.sentences)
    ]
    who = known(lines, [n for group in names.values() for n in group], cast, company)
    spoken = _spoken(lines, who)
    starts = tuple(s.start for s in document.sentences)
    quoted = _quoted(document, lines, spoken, starts, who)
    carried = {**_carried(document, lines, spoken), **_back(document, spoken)}
    posts = {
        block: Voice(text, None, cue, f"the words of {text}")
        for block, (text, cue) in turns(document, lines, who).items()
    }
    return Voices(document, starts, spoken, quoted, carried, posts)


def _spoken(lines: Sequence[Line], who: Known) -> tuple[tuple[Saying, ...], ...]:
    """The attributions of all sentences whose speaker can be settled."""
    last: Mention | None = None
    out = []
    for n, text in enumerate(lines):
        found = []
        for attribution in attributions(text, text.vocabulary):
            before = [p for p in phrases(text, text.vocabulary) if p.last <= attribution.sayer.first]
            mention = stands_for(attribution.sayer, n, last, who, text.vocabulary, before)
            if mention is None:
                continue
            if attribution.sayer.outlet:
                voice = Voice(None, mention.text, attribution.cue, f"quoted from {mention.text}")
            else:
                voice = Voice(mention.text, attribution.told, attribution.cue, f"said by {mention.text}")
                last = mention
            found.append(Saying(attribution, voice))
        out.append(tuple(found))
    return tuple(out)


# --- quotations


def _quoted(
    document: Document,
    lines: Sequence[Line],
    spoken: Sequence[Sequence[Saying]],
    starts: Sequence[int],
    who: Known,
) -> tuple[tuple[Quotation, Voice | None], ...]:
    """Each quotation with who says it."""
    found: list[tuple[Quotation, Voice | None]] = []
    for quotation in quotations(document):
        if quotation.term:
            found.append((quotation, None))
            continue
        first, last = (bisect_right(starts, at) - 1 for at in (quotation.start, quotation.end - 1))
        voice = (
            _interrupting(quotation, spoken[first : last + 1])
            or _behind(quotation, spoken, last, lines, who)
            or _before(quotation, spoken[first], lines[first], document, first, who)
            or _neighbouring(quotation, found, document, spoken, starts, lines, who)
        )
        found.append((quotation, voice))
    return _joined(found)


def _joined(found: Sequence[tuple[Quotation, Voice | None]]) -> tuple[tuple[Quotation, Voice | None], ...]:
    """The quotations, all paragraphs of one with the voice that any of them has."""
    out = list(found)
    for n in range(len(out) - 1, 0, -1):
        if out[n][0].goes_on and out[n - 1][1] is None:
            out[n - 1] = (out[n - 1][0], out[n][1])
    for n in range(1, len(out)):
        if out[n][0].goes_on and out[n][1] is None:
            out[n] = (out[n][0], out[n - 1][1])
    return tuple(out)


def _interrupting(quotation: Quotation, spoken: Sequence[Sequence[Saying]]) -> Voice | None:
    """Whose words interrupt it: "« Le site est grand, explique X. Il y aura … »"."""
    for sentence in spoken:
        for s in sentence:
            inside = quotation.start < s.of.cue[0] and s.of.cue[1] < quotation.end
            if inside and s.of.form == "inserted" and s.of.sayer.kind != "pronoun":
                return s.voice
    return None


def _behind(
    quotation: Quotation,
    spoken: Sequence[Sequence[Saying]],
    last: int,
    lines: Sequence[Line],
    who: Known,
) -> Voice | None:
    """Who is named behind it: "», explique X", '," said X'; or in a sentence of its own that only says so."""
    for s in spoken[last]:
        if s.of.cue[0] >= quotation.end and s.of.form in ("inserted", "back", "source"):
            return s.voice
    words = [w for w in lines[last].words if w.start >= quotation.end]
    if said := _inverted(words, lines[last], last, who):
        return said
    if all(w.text in MARKS for w in words) and last + 1 < len(spoken):
        behind = lines[last + 1].words
        for s in spoken[last + 1]:
            alone = len(behind) <= ALONE and s.of.form != "source" and s.of.cue[0] == behind[0].start
            if s.of.form == "back" or alone:
                return s.voice
    return None


def _inverted(words: Sequence[Word], text: Line, sentence: int, who: Known) -> Voice | None:
    """Whoever stands behind any verb that follows a quotation: "», lance Anna Morel": the place tells that it says."""
    rest, vocabulary = [w for w in words if w.text not in MARKS], text.vocabulary
    small = vocabulary.stop | vocabulary.prepositions
    if not rest or not rest[0].text[0].islower():
        return None
    if rest[0].key in small and rest[0].key not in vocabulary.auxiliaries:
        return None
    first = next(n for n, w in enumerate(text.words) if w.start == rest[0].start)
    sayer = phrase_at(text, first + 1, vocabulary, 3)
    if sayer is None or sayer.kind not in ("name", "role") or sayer.outlet:
        return None
    if not any(w.text in MARKS for w in text.words[sayer.last : sayer.last + 1]) and sayer.last < len(text.words):
        return None
    mention = stands_for(sayer, sentence, None, who, text.vocabulary)
    cue = (rest[0].start, text.words[sayer.last - 1].end)
    return Voice(mention.text, None, cue, f"said by {mention.text}") if mention else None


def _before(
    quotation: Quotation,
    spoken: Sequence[Saying],
    text: Line,
    document: Document,
    sentence: int,
    who: Known,
) -> Voice | None:
    """Who is named before it in its sentence: "X said: “…”", "X s'en félicite : « … »"."""
    said = [s for s in spoken if s.of.cue[1] <= quotation.start]
    for s in reversed(said):
        if any(a <= quotation.start < b for a, b in s.of.spans) or s.of.form == "content":
            return s.voice
    lead = document.text[max(0, quotation.start - 4) : quotation.start].rstrip()
    return _leading(text, quotation.start, sentence, who) if lead.endswith(":") else None


def _leading(text: Line, end: int, sentence: int, who: Known) -> Voice | None:
    """The first person of a sentence that leads up to a quotation with a colon."""
    for sayer in phrases(text, text.vocabulary):
        if text.words[sayer.last - 1].end <= end and sayer.kind in ("name", "role"):
            mention = stands_for(sayer, sentence, None, who, text.vocabulary)
            if mention and (mention.person or sayer.office):
                cue = (text.words[sayer.first].start, text.words[sayer.last - 1].end)
                return Voice(mention.text, None, cue, f"said by {mention.text}")
    return None


def _neighbouring(
    quotation: Quotation,
    found: Sequence[tuple[Quotation, Voice | None]],
    document: Document,
    spoken: Sequence[Sequence[Saying]],
    starts: Sequence[int],
    lines: Sequence[Line],
    who: Known,
) -> Voice | None:
    """Whoever speaks in the quotation right before it, or in the sentence that leads up to it."""
    sentence = bisect_right(starts, quotation.start) - 1
    own = document.text[starts[sentence] : quotation.start].strip(" *_>-–")
    if own:
        return None
    spoke = next(((q, v) for q, v in reversed(found) if v and q.end <= quotation.start), None)
    block = document.sentences[sentence].block
    if spoke:
        before, voice = spoke
        at = max(0, bisect_right(starts, before.end - 1) - 1)
        if sentence - at <= 1 and block - document.sentences[at].block <= 1:
            return voice
    if not sentence or block - document.sentences[sentence - 1].block > 1:
        return None
    leads = document.text[max(0, starts[sentence] - 20) : starts[sentence]].rstrip(" *_>-–\n\r").endswith(":")
    if spoken[sentence - 1] and (leads or document.sentences[sentence - 1].block == block):
        return spoken[sentence - 1][-1].voice
    return _leading(lines[sentence - 1], quotation.start, sentence - 1, who) if leads else None


# --- what goes on


def _carried(document: Document, lines: Sequence[Line], spoken: Sequence[Sequence[Saying]]) -> dict[int, Voice]:
    """Sentences without a speaker that go on in reported speech, or point to what was just said."""
    found: dict[int, Voice] = {}
    last: Saying | None = None
    far = 0
    for n, text in enumerate(lines):
        if n and document.sentences[n].block != document.sentences[n - 1].block:
            last = None
        if spoken[n]:
            last, far = spoken[n][-1], 0
        elif last and far < CARRIED and _goes_on(text, last):
            far += 1
            found[n] = last.voice
        elif last and not far and _is_announced(lines[n - 1], last):
            far = CARRIED
            found[n] = last.voice
        else:
            last = None
    return found


def _is_announced(text: Line, last: Saying) -> bool:
    """Whether a sentence only says that something was made known, and the next one what: "X l'a fait savoir."."""
    return last.of.form == "inserted" and last.of.said_it and not any(w.digits for w in text.words)


def _goes_on(text: Line, last: Saying) -> bool:
    """Whether a sentence is in the mood of reported speech, or starts with a word for what was just said."""
    words, vocabulary = text.words, text.vocabulary
    if last.of.plans:
        return bool(words) and vocabulary.continuing.at(words, 0) is not None
    if words and vocabulary.continuing.at(words, 0) and last.of.form != "back":
        return True
    clause = next((n for n, w in enumerate(words) if w.text in MARKS or w.key in vocabulary.openers), len(words))
    return any(_is_reported(w, vocabulary) for w in words[:clause])


def _is_reported(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether a verb is in the mood of reported speech."""
    if word.text.lower() in vocabulary.reported:
        return True
    endings = vocabulary.reported_endings
    return word.text[0].islower() and word.key.endswith(endings) and word.key not in vocabulary.unreported


def _back(document: Document, spoken: Sequence[Sequence[Saying]]) -> dict[int, Voice]:
    """Sentences that the next one says are somebody's: "Das sagte X am Montag."."""
    found = {}
    for n, sentence in enumerate(spoken):
        for s in sentence:
            if (
                s.of.form == "back"
                and n
                and not spoken[n - 1]
                and document.sentences[n].block == document.sentences[n - 1].block
            ):
                found[n - 1] = s.voice
    return found
