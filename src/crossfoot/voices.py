"""Document with its names -> who speaks at each place of it, and which newspaper is quoted there.

A figure is said by whoever its quotation is attributed to; else by whom its sentence names for that part; else by whose
post or answer it stands in; else, where its sentence goes on in reported speech, by whoever spoke in the one before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from crossfoot.cast import Cast
from crossfoot.lines import MARKS, Line, line
from crossfoot.model import Document
from crossfoot.names import Name
from crossfoot.quoters import Quoted, quoted
from crossfoot.sayings import Saying, Voice, sayings
from crossfoot.speakers import known
from crossfoot.tables import Tables
from crossfoot.turns import turns
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word, split

CARRIED = 3
"""Sentences that reported speech goes on for without a new verb of saying."""


class Voices(NamedTuple):
    """Who speaks where in a document."""

    document: Document
    starts: tuple[int, ...]
    """Where its sentences start."""
    spoken: tuple[tuple[Saying, ...], ...]
    """The attributions of each sentence."""
    quoted: tuple[Quoted, ...]
    """The quotations, in the text's order; none within another."""
    opened: tuple[int, ...]
    """Where they start."""
    carried: Mapping[int, Voice]
    """Sentence -> who goes on speaking in it."""
    turns: Mapping[int, Voice]
    """Block -> whose post or answer it is."""

    def of(self, start: int, end: int) -> Voice | None:
        """Who says the figure at a place."""
        sentence = max(0, bisect_right(self.starts, start) - 1)
        if (n := bisect_right(self.opened, start)) > 0:
            quotation, voice = self.quoted[n - 1]
            if voice and end <= quotation.end and not quotation.term:
                return voice
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
    spoken = sayings(lines, who)
    starts = tuple(s.start for s in document.sentences)
    said = quoted(document, lines, spoken, starts, who)
    opened = tuple(q.start for q, _ in said)
    carried = {**_carried(document, lines, spoken), **_back(document, spoken)}
    posts = {
        block: Voice(text, None, cue, f"the words of {text}")
        for block, (text, cue) in turns(document, lines, who).items()
    }
    return Voices(document, starts, spoken, said, opened, carried, posts)


# --- what goes on


def _carried(document: Document, lines: Sequence[Line], spoken: Sequence[Sequence[Saying]]) -> dict[int, Voice]:
    """Sentences without a speaker that go on in reported speech, or point to what was just said."""
    found: dict[int, Voice] = {}
    last: Saying | None = None
    far = 0
    for n, text in enumerate(lines):
        if n and document.sentences[n].block != document.sentences[n - 1].block and not (last and _is_that(text)):
            last = None
        if spoken[n]:
            said = last
            last, far = spoken[n][-1], 0
            if said and said.voice.speaker == last.voice.speaker and text.vocabulary.continuing.at(text.words, 0):
                found[n] = said.voice  # "Cela ferait 300 MW, pour une somme que X estime à …"
        elif last and far < CARRIED and _goes_on(text, last):
            far += 1
            found[n] = last.voice
        elif last and not far and _is_announced(lines[n - 1], last):
            far = CARRIED
            found[n] = last.voice
        else:
            last = None
    return found


def _is_that(text: Line) -> bool:
    """Whether a sentence says of what was just said how much it is, so that a paragraph goes on: "C'est 300 de plus".

    "C'est vendredi 26 que …" points ahead.
    """
    words = text.words
    return len(words) > 2 and words[0].text.endswith(("'", "’")) and bool(words[2].digits)


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
