"""Document and its quantities -> claims: what each figure is about, and what was seen that is no claim.

Fields come from the words around a figure (cues.py), dates that say when it holds (targets.py), names (anchors.py,
voices.py). What has no words for a field stays empty: omission is not contradiction.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple, cast

from crossfoot import anchors
from crossfoot.affairs import affairs
from crossfoot.anchors import Anchor, Around
from crossfoot.backdrops import backdrop
from crossfoot.cast import Cast
from crossfoot.cues import TELLING, Cue, Scene, nearest, scene
from crossfoot.fields import (
    EVENT_REACH,
    STATUS_REACH,
    event_of,
    is_component,
    original_of,
    status_of,
)
from crossfoot.model import Claim, Document, Event, Measure, Quantity, Scope, Skipped, Status
from crossfoot.names import Name
from crossfoot.nlp import Analysis
from crossfoot.purposes import measure_of, usual_kind
from crossfoot.scopes import is_former, scope_of
from crossfoot.tables import Tables
from crossfoot.targets import Target, only, targets
from crossfoot.things import head_of, thing_of
from crossfoot.topics import Topic, topic, with_usual
from crossfoot.vocabulary import Vocabulary
from crossfoot.voices import Voices, voices
from crossfoot.words import line_and_column

SURE = {"named": 1.0, "carried": 0.85, "assumed": 0.7}
"""How far the way in which a figure's subject was found is trusted."""


class Draft(NamedTuple):
    """A claim whose subject is not yet settled over the story."""

    claim: Claim
    anchor: Anchor
    original: int | None = None
    """Where the sum starts that this one says again in other money."""


class Passage(NamedTuple):
    """A document with all that was found in it."""

    document: Document
    quantities: tuple[Quantity, ...]
    names: tuple[Name, ...]
    analyses: Mapping[int, Analysis]


def topics(passages: Sequence[Passage], players: Cast, tables: Tables, work: str = "") -> tuple[Topic, ...]:
    """What each document of a story is about; `work` where it is known to be about one."""
    countries = frozenset(country for p in passages for country in tables.vocabulary(p.document.language).countries)
    return with_usual(
        [topic(p.document, p.names, _figured(p), players, tables.vocabulary(p.document.language)) for p in passages],
        [p.document.source.copy_of is None for p in passages],
        affairs(
            [p.names for p in passages],
            [n for n, p in enumerate(passages) if not p.document.source.copy_of],
            countries,
        ),
        players,
        countries,
        work,
    )


class Memory(NamedTuple):
    """What was named so far, for the sentences that follow."""

    blocks: Mapping[int, Anchor]
    headings: Mapping[int, Anchor]
    places: tuple[str, ...]
    """What the entries of the list so far are about."""

    def after(self, anchor: Anchor, document: Document, block: int) -> Memory:
        """The memory with what one more sentence names."""
        places = _entries(self.places, anchor, document, block)
        if anchor.strength == "assumed":
            return self._replace(places=places)
        is_heading = document.blocks[block].kind == "heading"
        headings = {**self.headings, block: anchor} if is_heading else self.headings
        return Memory({**self.blocks, block: anchor}, headings, places)


def read(
    passage: Passage, about: Topic, players: Cast, tables: Tables, framed: Container[tuple[str, int]] = ()
) -> tuple[tuple[Draft, ...], tuple[Skipped, ...]]:
    """The claims of a document, and what is none. What is `framed`, by source and place, is one whatever it counts."""
    document = passage.document
    names = _by_sentence(passage.names)
    usual = usual_kind(document, tables.vocabulary(document.language))
    heard = voices(document, names, players, about.company, tables)
    memory = Memory({}, {}, ())
    said_of: Target | None = None
    block = -1
    drafts: list[Draft] = []
    skipped: list[Skipped] = []
    for index, sentence in enumerate(document.sentences):
        vocabulary = tables.vocabulary(document.language_at(index))
        stage = scene(document, index, passage.quantities, vocabulary)
        around = _around(stage, names.get(index, ()), sentence.block, passage, about, players, memory, vocabulary)
        summing = sentence.block == block and vocabulary.summing.at(stage.words, 0) is not None
        found, used = targets(stage, said_of if summing else None, (document.source.published or "")[:10])
        said_of, block = only(found), sentence.block
        for quantity in stage.quantities:
            published = (document.source.published or "")[:10]
            event = event_of(quantity, stage, vocabulary, published) if quantity.unit == "date" else None
            reason = _refusal(quantity, event, passage, around, used)
            if reason and (document.source.id, quantity.start) not in framed:
                skipped.append(_skip(document, quantity, reason))
            else:
                kind = measure_of(quantity, stage, usual, vocabulary)
                drafts.append(_draft(quantity, kind, event, found, around, heard))
        memory = memory.after(_sentence_anchor(around), document, sentence.block)
    return tuple(_with_ids(_like_originals(drafts), document)), tuple(skipped)


def _around(
    stage: Scene, names: tuple[Name, ...], block: int, passage: Passage, about: Topic, players: Cast, memory: Memory,
    vocabulary: Vocabulary,
) -> Around:  # fmt: skip
    """What stands around the figures of a sentence."""
    over = passage.document.blocks[block].heading
    before = memory.blocks.get(block)
    if before is None and len(set(memory.places)) > 1 and _is_entry(passage.document, block):
        before = Anchor(about.company, True, "carried", why="a list of places, and an entry for all of them")
    if before is None and anchors.points_back(stage, vocabulary):
        before = memory.blocks.get(block - 1)
    heading = None if over is None else memory.headings.get(over)
    return Around(stage, names, players, about, before, heading, vocabulary)


def _draft(
    quantity: Quantity, measure: Cue | Measure, event: Cue | None, found: Mapping[int, Target], around: Around,
    heard: Voices,
) -> Draft:  # fmt: skip
    """A claim with what it is about, so far as this document tells."""
    original = original_of(quantity, around.stage, around.vocabulary)
    claim = _claim(quantity, measure, original, event, found, around, heard)
    # the tense of a verb alone does not make the company what the figure is about: "its investment reaches 52 M€"
    told = quantity.unit == "date" or nearest(
        around.stage, around.stage.status, quantity.start, quantity.end, STATUS_REACH
    )
    anchor = anchors.anchor(quantity, claim.measure, bool(told) and claim.status == "actual", around)
    sure = claim.confidence * SURE[anchor.strength]
    return Draft(claim.model_copy(update={"confidence": sure}), anchor, original.start if original else None)


def _is_entry(document: Document, block: int) -> bool:
    """Whether a block is an entry of a list: an item, or a line that starts with a label."""
    line = document.text[document.blocks[block].start : document.blocks[block].end]
    return document.blocks[block].kind == "item" or ":" in line[:LONGEST_LABEL]


LONGEST_LABEL = 30


def _entries(places: tuple[str, ...], anchor: Anchor, document: Document, block: int) -> tuple[str, ...]:
    """The places that the entries of the list so far are about; nothing outside a list."""
    if not _is_entry(document, block):
        return ()
    return (*places, anchor.key) if anchor.strength == "named" and not anchor.plan else places


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


def _sentence_anchor(around: Around) -> Anchor:
    """What the next sentence may point back to: the last thing this one names, else what it points back to itself."""
    end = around.stage.end
    whole = Quantity(quote="", start=end, end=end, low=None, high=None, unit="count")
    return anchors.anchor(whole, "count_other", False, around._replace(heading=None))


def _refusal(quantity: Quantity, event: Cue | None, passage: Passage, around: Around, used: set[int]) -> str | None:
    """Why a quantity is no claim, or None."""
    if quantity.refused:
        return quantity.refused
    if quantity.unit == "date":
        if quantity.start in used:
            return "says when another figure holds"
        if quantity.weekday and _is_saying(quantity, around.stage):
            return "the day on which something was said"
        if event and event.start != quantity.start:
            return None  # words name what happened then
        return backdrop(quantity, around.stage, around.vocabulary, passage.document.source.published)
    if quantity.unit == "count" and quantity.noun is None:
        return "a number without a unit or a noun"
    if quantity.unit == "count" and quantity.noun and not _is_noun(quantity, passage, around.stage.place):
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
    return cue is None or cue.value in TELLING


def _is_noun(quantity: Quantity, passage: Passage, sentence: int) -> bool:
    """Whether the first word behind the number, or the one after it, is a noun in the eyes of the pipeline."""
    analysis = passage.analyses.get(sentence)
    if analysis is None or not analysis.nouns or (quantity.noun or "").split()[0] not in quantity.quote:
        return True  # the noun stands elsewhere in the text
    offset = passage.document.sentences[sentence].start
    return any(quantity.start <= start + offset < quantity.end for start, _ in analysis.nouns)


def _claim(
    quantity: Quantity,
    measure: Cue | Measure,
    original: Quantity | None,
    event: Cue | None,
    found: Mapping[int, Target],
    around: Around,
    heard: Voices,
) -> Claim:
    """The claim of a quantity, its subject and id still open."""
    stage, vocabulary, document = around.stage, around.vocabulary, heard.document
    scope = scope_of(quantity, stage, vocabulary)
    target = found.get(quantity.start)
    kind = measure.value if isinstance(measure, Cue) else measure
    status = status_of(quantity, kind, event, stage, document, vocabulary)
    converts = str(original.start) if original and original.unit != quantity.unit else None
    voice = None if converts else heard.of(quantity.start, quantity.end)
    cues = {"measure": measure, "scope": scope, "event": event, "status": status}
    found_in = {field: cue for field, cue in cues.items() if isinstance(cue, Cue)}
    spans = [(c.start, c.end) for c in found_in.values()]
    steps = [_step(field, cue.value, (cue.start, cue.end), document) for field, cue in found_in.items()]
    spans += [target.span] if target else []
    steps += _unsaid(quantity, measure, status)
    steps += [_step("target date", target.period, target.span, document)] if target else []
    spans += [voice.cue] if voice else []
    steps += [voice.why] if voice else []
    former = is_former(quantity, stage, vocabulary)
    steps += ["former: another figure has taken its place"] if former else []
    doubt = (quantity.doubt,) if quantity.doubt else ()
    line, column = line_and_column(document.text, quantity.start)
    return Claim(
        id="",
        source=document.source.id,
        quote=quantity.quote,
        start=quantity.start,
        end=quantity.end,
        line=line,
        column=column,
        measure=cast(Measure, kind),
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        modifier=quantity.modifier,
        subject="",
        scope=cast(Scope, scope.value) if scope else None,
        event=cast(Event, event.value) if isinstance(event, Cue) else ("other" if quantity.unit == "date" else None),
        target_date=target.period if target else None,
        as_of=target.period if target and target.told else None,
        price_base=quantity.price_base,
        per=quantity.per,
        converts=converts,
        status=cast(Status, status.value) if isinstance(status, Cue) else status,
        speaker=voice.speaker if voice else None,
        via=voice.via if voice else None,
        step=quantity.step,
        former=former,
        listed=is_component(quantity, stage, vocabulary),
        noun=quantity.noun,
        head=head_of(quantity, stage, vocabulary),
        thing=thing_of(quantity, stage, vocabulary),
        evidence=tuple(dict.fromkeys((*quantity.evidence, *spans))),
        confidence=0.5 if quantity.doubt else 0.9,
        reading=(*quantity.reading, *doubt, *steps),
    )


def _unsaid(quantity: Quantity, measure: Cue | Measure, status: Cue | Status) -> list[str]:
    """The steps that gave fields their values without a word near the figure."""
    steps = [f"per: {quantity.per}"] if quantity.per else []
    steps += [f"price base: {quantity.price_base}"] if quantity.price_base else []
    if quantity.measure == "money_other" and not isinstance(measure, Cue) and measure != quantity.measure:
        why = f"a sum per {quantity.per}" if measure == "price" and quantity.per else "as most sums of the text are"
        steps.append(f"measure: {measure.replace('_', ' ')}, {why}")
    return steps if isinstance(status, Cue) else [*steps, f"status: {status}, no word near it says otherwise"]


def _step(field: str, value: str, span: tuple[int, int], document: Document) -> str:
    """The step that gave a field its value: the words that say so."""
    return f"{field}: {value.replace('_', ' ')}, from “{' '.join(document.text[slice(*span)].split())}”"


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


def _like_originals(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, what says a sum again in other money saying the same of it: "8.4 billion euros ($9.9 billion)"."""
    known: dict[int, Claim] = {}
    out = []
    for draft in drafts:
        original = None if draft.original is None else known.get(draft.original)
        claim = draft.claim
        if original:
            said = {field: getattr(original, field) for field in SAID_TOO}
            own = [s for s in claim.reading if not s.startswith(tuple(f"{f.replace('_', ' ')}: " for f in SAID_TOO))]
            why = "a conversion of" if claim.converts else "in other money, the same as"
            claim = claim.model_copy(update={**said, "reading": (*own, f"{why} “{original.quote}”")})
        known[claim.start] = claim
        out.append(draft._replace(claim=claim))
    return out


SAID_TOO = ("measure", "scope", "target_date", "as_of", "status", "former")
"""What is said of a sum and of the same sum in other money alike."""


def _skip(document: Document, quantity: Quantity, reason: str) -> Skipped:
    return Skipped(
        source=document.source.id, quote=quantity.quote, start=quantity.start, end=quantity.end, reason=reason
    )
