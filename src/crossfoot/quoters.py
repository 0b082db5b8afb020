"""Quotations of a document -> who says each of them.

"« … », explique Anna Morel."            named behind it
"« Le site est grand, explique X. Il … »" interrupting it
"X s'en félicite : « … »"                 named before it
"« … » Morel lacht. « … »"                whoever spoke in the one right before
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from crossfoot.lines import MARKS, Line
from crossfoot.model import Document
from crossfoot.quotations import Quotation, quotations
from crossfoot.sayers import phrase_at, phrases
from crossfoot.sayings import Saying, Voice
from crossfoot.speakers import Known, stands_for
from crossfoot.words import Word

ALONE = 8
"""Words of a sentence that only says who spoke: "Morel said."."""
Quoted = tuple[Quotation, Voice | None]
"""A quotation with who says it."""


def quoted(
    document: Document,
    lines: Sequence[Line],
    spoken: Sequence[Sequence[Saying]],
    starts: Sequence[int],
    who: Known,
) -> tuple[Quoted, ...]:
    """Each quotation with who says it."""
    found: list[Quoted] = []
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


def _joined(found: Sequence[Quoted]) -> tuple[Quoted, ...]:
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
    found: Sequence[Quoted],
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
