"""Sentences of a document -> the attributions in them whose speaker can be settled, each with the voice that it gives.

"Anna Morel said 300 posts would go." -> Saying(that attribution, Voice("Anna Morel"))
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crossfoot.attributions import Attribution, attributions
from crossfoot.lines import Line
from crossfoot.sayers import phrases
from crossfoot.speakers import Known, Mention, stands_for


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


def sayings(lines: Sequence[Line], who: Known) -> tuple[tuple[Saying, ...], ...]:
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
