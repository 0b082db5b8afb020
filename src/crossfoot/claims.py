"""Document and its quantities -> claims: what each figure is about, and what was seen that is no claim.

Fields come from the words around a figure (cues.py), dates that say when it holds (targets.py), names (anchors.py,
speakers.py). What has no words for a field stays empty: omission is not contradiction.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from crossfoot import anchors
from crossfoot.anchors import Anchor, Topic
from crossfoot.cast import Cast
from crossfoot.cues import Cue, Scene, nearest, scene
from crossfoot.fields import (
    EVENT_REACH,
    converted,
    event_of,
    is_former,
    is_listed,
    measure_of,
    scope_of,
    status_of,
    usual_kind,
)
from crossfoot.model import Claim, Document, Event, Measure, Quantity, Scope, Skipped, Status
from crossfoot.names import Name
from crossfoot.nlp import Analysis
from crossfoot.speakers import speaker
from crossfoot.tables import Tables
from crossfoot.targets import Target, targets
from crossfoot.topics import topic, with_usual
from crossfoot.vocabulary import Vocabulary

SURE = {"named": 1.0, "carried": 0.85, "assumed": 0.7}
"""How far the way in which a figure's subject was found is trusted."""


class Draft(NamedTuple):
    """A claim whose subject is not yet settled over the story."""

    claim: Claim
    anchor: Anchor


class Passage(NamedTuple):
    """A document with all that was found in it."""

    document: Document
    quantities: tuple[Quantity, ...]
    names: tuple[Name, ...]
    analyses: Mapping[int, Analysis]


def topics(passages: Sequence[Passage], players: Cast, tables: Tables) -> tuple[Topic, ...]:
    """What each document of a story is about."""
    return with_usual(
        [topic(p.document, p.names, _figured(p), players, tables.vocabulary(p.document.language)) for p in passages]
    )


def read(
    passage: Passage, about: Topic, players: Cast, vocabulary: Vocabulary
) -> tuple[tuple[Draft, ...], tuple[Skipped, ...]]:
    """The claims of a document, and what is none."""
    document = passage.document
    names = _by_sentence(passage.names)
    drafts: list[Draft] = []
    skipped: list[Skipped] = []
    last: dict[int, Anchor] = {}
    headings: dict[int, Anchor] = {}
    usual = usual_kind(document, vocabulary)
    places: list[str] = []
    for index in range(len(document.sentences)):
        stage = scene(document, index, passage.quantities, vocabulary)
        block = document.sentences[index].block
        found, used = targets(stage)
        here = names.get(index, ())
        before = last.get(block) or (last.get(block - 1) if anchors.points_back(stage, vocabulary) else None)
        heading = headings.get(document.blocks[block].heading if document.blocks[block].heading is not None else -1)
        for quantity in stage.quantities:
            reason = _refusal(quantity, passage, stage, used)
            if reason:
                skipped.append(_skip(document, quantity, reason))
                continue
            measure = measure_of(quantity, stage, usual)
            claim = _claim(quantity, measure, stage, found, here, passage, players, vocabulary)
            actual = claim.status == "actual"
            if before is None and len(set(places)) > 1 and _is_entry(document, block):
                before = Anchor(about.company, True, "carried", why="a list of places, and an entry for all of them")
            anchor = anchors.anchor(quantity, measure, actual, stage, here, players, about, before, heading, vocabulary)
            claim = claim.model_copy(update={"confidence": claim.confidence * SURE[anchor.strength]})
            drafts.append(Draft(claim, anchor))
        anchor = _sentence_anchor(stage, here, players, about, before, vocabulary)
        places = _entries(places, anchor, document, block)
        if anchor.strength != "assumed":
            last[block] = anchor
            if document.blocks[block].kind == "heading":
                headings[block] = anchor
    return tuple(_with_ids(drafts, document)), tuple(skipped)


def _is_entry(document: Document, block: int) -> bool:
    """Whether a block is an entry of a list: an item, or a line that starts with a label."""
    line = document.text[document.blocks[block].start : document.blocks[block].end]
    return document.blocks[block].kind == "item" or ":" in line[:LONGEST_LABEL]


LONGEST_LABEL = 30


def _entries(places: list[str], anchor: Anchor, document: Document, block: int) -> list[str]:
    """The places that the entries of the list so far are about; nothing outside a list."""
    if not _is_entry(document, block):
        return []
    return [*places, anchor.key] if anchor.strength == "named" and not anchor.plan else places


def _figured(passage: Passage) -> frozenset[int]:
    """The sentences that hold figures other than dates."""
    starts = [s.start for s in passage.document.sentences]
    return frozenset(
        bisect_right(starts, q.start) - 1
        for q in passage.quantities
        if q.unit not in ("date", "count") and not q.refused
    )


def _by_sentence(names: Sequence[Name]) -> dict[int, tuple[Name, ...]]:
    """Names by the index of their sentence."""
    found: dict[int, list[Name]] = {}
    for name in names:
        found.setdefault(name.sentence, []).append(name)
    return {index: tuple(group) for index, group in found.items()}


def _sentence_anchor(
    stage: Scene, names: Sequence[Name], players: Cast, about: Topic, before: Anchor | None, vocabulary: Vocabulary
) -> Anchor:
    """What the next sentence may point back to: the last thing this one names, else what it points back to itself."""
    whole = Quantity(quote="", start=stage.end, end=stage.end, low=None, high=None, unit="count")
    return anchors.anchor(whole, "count_other", False, stage, names, players, about, before, None, vocabulary)


def _refusal(quantity: Quantity, passage: Passage, stage: Scene, used: set[int]) -> str | None:
    """Why a quantity is no claim, or None."""
    if quantity.refused:
        return quantity.refused
    if quantity.unit == "date":
        if quantity.start in used:
            return "says when another figure holds"
        return "the day on which something was said" if quantity.weekday and _is_saying(quantity, stage) else None
    if quantity.unit == "count" and quantity.noun is None:
        return "a number without a unit or a noun"
    if quantity.unit == "count" and quantity.noun and not _is_noun(quantity, passage, stage.index):
        return f"no noun that is counted: {quantity.noun}"
    if quantity.unit == "count" and quantity.low == 1 and quantity.modifier == "exact":
        return "an article rather than a count"
    if quantity.unit == "count" and quantity.modifier == "several" and quantity.high is None:
        return "an unsaid number of things"
    return None


def _is_saying(quantity: Quantity, stage: Scene) -> bool:
    """Whether a weekday only says when somebody spoke: "EDF said on Tuesday"."""
    if " " in quantity.quote or "\u00a0" in quantity.quote:
        return False
    cue = nearest(stage, stage.events, quantity.start, quantity.end, EVENT_REACH)
    return cue is None or cue.value in ("announcement", "publication")


def _is_noun(quantity: Quantity, passage: Passage, sentence: int) -> bool:
    """Whether the first word behind the number, or the one after it, is a noun in the eyes of the pipeline."""
    analysis = passage.analyses.get(sentence)
    if analysis is None or not analysis.nouns:
        return True
    offset = passage.document.sentences[sentence].start
    return any(quantity.start <= start + offset < quantity.end for start, _ in analysis.nouns)


def _claim(
    quantity: Quantity, measure: Measure, stage: Scene, found: Mapping[int, Target], names: Sequence[Name],
    passage: Passage, players: Cast, vocabulary: Vocabulary,
) -> Claim:  # fmt: skip
    """The claim of a quantity, its subject and id still open."""
    document = passage.document
    scope = scope_of(quantity, stage, vocabulary)
    event = event_of(quantity, stage) if quantity.unit == "date" else None
    target = found.get(quantity.start)
    status = status_of(quantity, stage, document)
    who = speaker(stage, names, players, vocabulary)
    original = converted(quantity, stage)
    spans = [(c.start, c.end) for c in (scope, event, status) if isinstance(c, Cue)]
    spans += [target.span] if target else []
    spans += [(who.start, who.end)] if who else []
    line, column = _place(document.text, quantity.start)
    return Claim(
        id="",
        source=document.source.id,
        quote=quantity.quote,
        start=quantity.start,
        end=quantity.end,
        line=line,
        column=column,
        measure=measure,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        modifier=quantity.modifier,
        subject="",
        scope=cast(Scope, scope.value) if scope else None,
        event=cast(Event, event.value) if isinstance(event, Cue) else ("other" if quantity.unit == "date" else None),
        target_date=target.period if target else None,
        price_base=quantity.price_base,
        per=quantity.per,
        converts=str(original.start) if original else None,
        status=cast(Status, status.value) if isinstance(status, Cue) else status,
        speaker=who.text if who else None,
        step=quantity.step,
        former=is_former(quantity, stage),
        listed=is_listed(quantity, stage),
        noun=quantity.noun,
        evidence=tuple(dict.fromkeys((*quantity.evidence, *spans))),
        confidence=0.5 if quantity.doubt else 0.9,
        reading=(*quantity.reading, *((quantity.doubt,) if quantity.doubt else ())),
    )


def _place(text: str, start: int) -> tuple[int, int]:
    """Line and column, from 1."""
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


def _with_ids(drafts: Sequence[Draft], document: Document) -> list[Draft]:
    """The drafts with ids made of quote and sentence, so that text added elsewhere changes none."""
    seen: Counter[str] = Counter()
    starts = [s.start for s in document.sentences]
    ids: dict[str, str] = {}
    out = []
    for draft in drafts:
        sentence = document.sentences[bisect_right(starts, draft.claim.start) - 1]
        said = document.text[sentence.start : sentence.end]
        digest = hashlib.sha256(f"{draft.claim.quote}\n{said}".encode()).hexdigest()[:8]
        seen[digest] += 1
        number = f"-{seen[digest]}" if seen[digest] > 1 else ""
        name = f"{document.source.id}-{digest}{number}"
        ids[str(draft.claim.start)] = name
        converts = ids.get(draft.claim.converts or "")
        out.append(draft._replace(claim=draft.claim.model_copy(update={"id": name, "converts": converts})))
    return out


def _skip(document: Document, quantity: Quantity, reason: str) -> Skipped:
    return Skipped(
        source=document.source.id, quote=quantity.quote, start=quantity.start, end=quantity.end, reason=reason
    )
