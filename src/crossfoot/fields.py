"""A figure in its sentence -> the fields that words near it give: event, status, what it converts.

"la mise en service est prévue fin 2026" -> opening
"""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from itertools import pairwise

from crossfoot.cues import BREAKS, TELLING, Cue, Scene, extent, nearest
from crossfoot.model import Document, Quantity, Status
from crossfoot.vocabulary import Vocabulary

STATUS_REACH = 16
TENSE_REACH = 28
"""The same for the tense of a verb, which stands where the figure's clause has no other word for its status."""
DATE_STATUS_REACH = 12
EVENT_REACH = 28


LISTED = 3
"""Figures of one unit that make a list: "30 milliards pour les bâtiments, 15 pour les serveurs et 5 pour le réseau"."""


def is_component(quantity: Quantity, stage: Scene, vocabulary: Vocabulary) -> bool:
    """Whether a figure is one of several in a list, or a part of another one; a whole that opens its clause is none."""
    if is_part(quantity, stage, vocabulary) or _is_some_of(quantity, stage, vocabulary):
        return True
    whole = _opens(quantity, stage, vocabulary) or _has_parts(quantity, stage, vocabulary)
    return is_listed(quantity, stage) and not whole


def _has_parts(quantity: Quantity, stage: Scene, vocabulary: Vocabulary) -> bool:
    """Whether a figure is the whole that its own parts follow: "900 trains, of which 300 are new, 200 red"."""
    behind = [w for w in stage.words if w.start >= quantity.end and w.text != ","]
    hit = vocabulary.of_them.at(behind, 0) or vocabulary.among.at(behind, 0)
    if hit is None:
        return False
    near = {w.start for w in behind[hit[1] : hit[1] + 2]}  # "compresi i 57": an article may stand before it
    return any(_counts_like(quantity, q) and q.start in near for q in stage.quantities)


def _is_some_of(quantity: Quantity, stage: Scene, vocabulary: Vocabulary) -> bool:
    """Whether a count is of some among those that were spoken of: "ten of these elements"."""
    if quantity.unit != "count" or not quantity.noun:
        return False
    inside = [w for w in stage.words if quantity.start <= w.start and w.end <= quantity.end]
    return any(vocabulary.part_of.at(inside, n) for n in range(1, len(inside)))


def is_listed(quantity: Quantity, stage: Scene) -> bool:
    """Whether a figure is one of at least three of its kind that list words alone join."""
    alike = [
        q for q in stage.quantities
        if q.unit == quantity.unit and q.refused is None and not q.period and _may_share_a_noun(q, quantity)
    ]  # fmt: skip
    if quantity.unit in ("date", "percent", "x") or len(alike) < LISTED or quantity not in alike:
        return False
    place = alike.index(quantity)
    near = alike[max(0, place - LISTED + 1) : place + LISTED]
    gaps = [
        sum(a.end <= w.start and w.end <= b.start for w in stage.words) <= MOST_IN_A_LIST
        for a, b in pairwise(near)
    ]  # fmt: skip
    return len(gaps) >= LISTED - 1 and all(gaps)


def _may_share_a_noun(a: Quantity, b: Quantity) -> bool:
    """Whether two counts may be of one kind: homes, cars and shops that were destroyed are no parts of one total."""
    ours, theirs = (set((q.noun or "").lower().split()) for q in (a, b))
    return a.unit != "count" or not ours or not theirs or not ours.isdisjoint(theirs)


MOST_IN_A_LIST = 7


def is_part(quantity: Quantity, stage: Scene, vocabulary: Vocabulary) -> bool:
    """Whether the words right beside a figure make it a part of another one: "dont 200 ingénieurs", "67 of the 115".

    A whole that opens its clause has the next figure for its part: "of the 115 trains, 67 are new".
    """
    if quantity.unit in ("date", "percent", "x", "rank"):
        return False
    first = bisect_left(stage.words, quantity.start, key=lambda w: w.start)
    last = bisect_left(stage.words, quantity.end, key=lambda w: w.start)
    if vocabulary.of_them.before(stage.words, first) or vocabulary.among.before(stage.words, first):
        return True
    if vocabulary.of_them_behind.at(stage.words, last):
        return True
    whole = vocabulary.of_whole.at(stage.words, last)
    if whole and any(_counts_like(q, quantity) and _is_at(q, whole[1], stage) for q in stage.quantities):
        return True
    wholes = [q for q in stage.quantities if q.end < quantity.start and _counts_like(q, quantity)]
    return bool(wholes) and _opens(wholes[-1], stage, vocabulary)


def _is_at(quantity: Quantity, index: int, stage: Scene) -> bool:
    """Whether a figure starts with a word."""
    return index < len(stage.words) and stage.words[index].start == quantity.start


def _counts_like(whole: Quantity, part: Quantity) -> bool:
    """Whether a figure may be the whole of another one."""
    if whole.unit != part.unit or whole.refused is not None:
        return False
    return isinstance(whole.low, Decimal) and isinstance(part.low, Decimal) and whole.low > part.low


def _opens(whole: Quantity, stage: Scene, vocabulary: Vocabulary) -> bool:
    """Whether a whole opens its clause: "of the 115"."""
    first = bisect_left(stage.words, whole.start, key=lambda w: w.start)
    hit = vocabulary.of_whole.before(stage.words, first)
    return hit is not None and (hit[1] == 0 or stage.words[hit[1] - 1].text in BREAKS)


def event_of(quantity: Quantity, stage: Scene, vocabulary: Vocabulary, published: str | None = None) -> Cue | None:
    """The event that a date is of; "announced for" only says that there is one.

    A word of telling with a date of its own right behind it is of that one: "to open in 2011, EDF said in 2007"; and
    nobody told in the past what lies in the future: "an opening in 2031 was announced". What has not happened is no
    event of a date before it: "begun in 2003, the works are not finished".
    """
    events = [
        c for c in stage.events
        if (c.value not in TELLING or not _has_a_date(c, quantity, stage))
        and not (quantity.end <= c.start and _is_negated(c, stage, vocabulary))
        and not _is_counted_from(c, quantity, stage, vocabulary)
    ]  # fmt: skip
    if _is_label(quantity, stage):
        put_off = bool(vocabulary.datings_moved.find(stage.words))
        events = [c for c in events if not (_has_a_date(c, quantity, stage) or (put_off and c.value in OPENED))]
    events = [c for c in events if not _is_of_another(c, quantity, stage)]
    if any(c.end <= quantity.start and _right_before(c, quantity, stage) for c in events):
        events = [c for c in events if not _behind_and(c, quantity, stage)]
    if published and quantity.low and str(quantity.low)[: len(published)] > published:
        events = [c for c in events if c.value not in TELLING] or events
    cue = nearest(stage, events, quantity.start, quantity.end, EVENT_REACH, dates=True)
    if cue and cue.value == "target":
        others = [c for c in events if c.value != "target"]
        cue = nearest(stage, others, quantity.start, quantity.end, EVENT_REACH, dates=True) or cue
    is_due = any(c.value == "planned" for c in stage.status)  # "Il est prévu pour 2028."
    if stage.end - stage.start <= len(quantity.quote) + 24 and not cue and not is_due:
        return Cue("publication", quantity.start, quantity.end)  # a date that stands alone
    if cue is None and quantity.low == quantity.high and str(quantity.low) == published:
        return Cue("publication", quantity.start, quantity.end)  # the text's own day
    if cue is None and (since := _built_since(quantity, stage, vocabulary)):
        return since
    if cue is None and quantity.deadline:
        return Cue("target", quantity.start, quantity.end)
    return cue


OPENED = frozenset({"opening", "inauguration", "full_capacity"})
COUNTED_REACH = 4
"""Words between "after" and the event from which years are counted."""


def _is_counted_from(cue: Cue, quantity: Quantity, stage: Scene, vocabulary: Vocabulary) -> bool:
    """Whether a time behind a date is counted from an event: "in 2030, ten years after works began, it opens"."""
    for time in stage.quantities:
        if time.measure != "duration" or not quantity.end <= time.start < time.end <= cue.start:
            continue
        behind = [w for w in stage.words if time.end <= w.start and w.end <= cue.start]
        hit = vocabulary.datings_after.at(behind, 0)
        if hit and len(behind) - hit[1] <= COUNTED_REACH and not any(w.text in BREAKS for w in behind):
            return True
    return False


def _is_of_another(cue: Cue, quantity: Quantity, stage: Scene) -> bool:
    """Whether an event in another clause than a date has its own date there: "in March the firm said that the opening,
    (still) due in December 2025, …"; "on Monday he promised that it would open in 2030"; and in front of it "the port,
    whose opening is due in 2030, will receive its cranes in 2025", where the date has a verb of its own.
    """
    if cue.start >= quantity.end:
        return _parted(quantity.end, cue.start, stage) and _is_dated(cue, quantity, stage)
    marks = [w.start for w in stage.words if w.text in CLAUSE_MARKS and cue.end <= w.start < quantity.start]
    has_verb = bool(marks) and any(marks[-1] < v.start < quantity.start for v in stage.verbs)
    return has_verb and _is_dated(cue, quantity, stage)


def _is_dated(cue: Cue, quantity: Quantity, stage: Scene) -> bool:
    """Whether another date stands in the clause of an event, shortly behind it or shortly before it."""
    return any(
        q.unit == "date" and q.refused is None and q != quantity
        and not _parted(min(cue.end, q.end), max(cue.start, q.start), stage)
        and sum(min(cue.end, q.end) <= w.start and w.end <= max(cue.start, q.start) for w in stage.words) <= SAME_CLAUSE
        for q in stage.quantities
    )  # fmt: skip


def _parted(start: int, end: int, stage: Scene) -> bool:
    """Whether a mark parts two places into clauses."""
    return any(w.text in CLAUSE_MARKS for w in stage.words if start <= w.start and w.end <= end)


CLAUSE_MARKS = frozenset(",;:()")
BUILT_REACH = 8
"""Words between a date and what says that something is being built since then."""


def _built_since(quantity: Quantity, stage: Scene, vocabulary: Vocabulary) -> Cue | None:
    """The start of works that lies in "since 2006 … is being built", "under construction since 2006"."""
    first = bisect_left(stage.words, quantity.start, key=lambda w: w.start)
    last = bisect_left(stage.words, quantity.end, key=lambda w: w.start)
    if not any(w.key in vocabulary.since for w in stage.words[max(0, first - 2) : last]):
        return None
    for _, start, end in vocabulary.datings_building.find(stage.words):
        near = first - end if end <= first else start - last
        place = stage.words[start].start, stage.words[end - 1].end
        if 0 <= near <= BUILT_REACH and not _parted(min(quantity.end, place[1]), max(quantity.start, place[0]), stage):
            return Cue("construction_start", *place)
    return None


def _is_label(quantity: Quantity, stage: Scene) -> bool:
    """Whether a date stands before a colon at the start of an entry of a chronology: "2010: …"."""
    behind = next((w for w in stage.words if w.start >= quantity.end), None)
    ahead = any(w.end <= quantity.start and w.text.isalnum() for w in stage.words)
    return behind is not None and behind.text == ":" and not ahead


SAME_CLAUSE = 6
"""Words from an event to its date behind it, which nothing behind an "and" has then for its own."""


def _right_before(cue: Cue, quantity: Quantity, stage: Scene) -> bool:
    """Whether an event stands shortly before a date in its clause."""
    between = [w for w in stage.words if cue.end <= w.start and w.end <= quantity.start]
    joined = any(cue.end <= a.start and a.end <= quantity.start for a in stage.ands)
    return len(between) <= SAME_CLAUSE and not joined and not any(w.text in BREAKS for w in between)


def _behind_and(cue: Cue, quantity: Quantity, stage: Scene) -> bool:
    """Whether an "and" parts a date from an event behind it: "will open in 2031 and the order ..."."""
    return any(quantity.end <= a.start and a.end <= cue.start for a in stage.ands)


NEGATED = 3
"""Words between an event and the word that negates it."""


def _is_negated(cue: Cue, stage: Scene, vocabulary: Vocabulary) -> bool:
    """Whether a negation stands in the clause right before an event's word, or right behind it ("n'ouvrira pas")."""
    first = bisect_left(stage.words, cue.start, key=lambda w: w.start)
    last = bisect_left(stage.words, cue.end, key=lambda w: w.start)
    before = stage.words[max(0, first - NEGATED) : first]
    marks = [n for n, w in enumerate(before) if w.text in BREAKS]
    near = (*before[marks[-1] + 1 if marks else 0 :], *stage.words[last : last + 1])
    return any(w.key in vocabulary.negated for w in near)


DATED = 2
"""Words between an event and the date that is right behind it: "in", "in the"."""


def _has_a_date(cue: Cue, quantity: Quantity, stage: Scene) -> bool:
    """Whether another date than this one stands right behind an event's word."""
    behind = [q for q in stage.quantities if q.unit == "date" and q.refused is None and q.start >= cue.end]
    if not behind or behind[0] == quantity:
        return False
    between = [w for w in stage.words if cue.end <= w.start and w.end <= behind[0].start]
    return len(between) <= DATED and all(w.key in stage.stop for w in between)


def status_of(
    quantity: Quantity, measure: str, happened: Cue | None, stage: Scene, document: Document, vocabulary: Vocabulary
) -> Cue | Status:
    """Whether the figure is planned, actual, estimated or possible; `happened` is the event that a date is of.

    The nearest word that says so tells, else the tense of the nearest verb. What is to cost so much is an estimate.
    What has been built since a date was begun then: "wird seit 2006 gebaut".
    """
    if quantity.unit != "date":
        cue = nearest(stage, stage.status, quantity.start, quantity.end, STATUS_REACH)
        cue = cue or nearest(stage, stage.tenses, quantity.start, quantity.end, TENSE_REACH)
        if measure == "cost" and (cue is None or cue.value == "planned"):
            return cue._replace(value="estimated") if cue else "estimated"
        return cue or "planned"
    cue = nearest(stage, _same_clause(stage, quantity), quantity.start, quantity.end, DATE_STATUS_REACH)
    if cue is None and (before := _row(quantity, stage, vocabulary)):
        cue = nearest(stage, _same_clause(stage, before), before.start, before.end, DATE_STATUS_REACH)
    published = (document.source.published or "")[:10]
    last = quantity.high or quantity.low
    if published and last and str(last)[: len(published)] > published:
        return "planned" if cue is None or cue.value == "actual" else cue
    first = bisect_left(stage.words, quantity.start, key=lambda w: w.start)
    building = happened is not None and happened.value == "construction_start"  # but "soll seit 2011 in Betrieb sein"
    if published and building and vocabulary.datings_since.before(stage.words, first):
        return "actual"
    if published and happened is not None and happened.value in TELLING:
        return "actual"  # "was announced last year, together with the jobs that would be created"
    if cue is None and building and _has_begun(happened, stage, vocabulary):
        return "actual"
    if cue is None or cue.value == "estimated":
        event = nearest(stage, stage.events, quantity.start, quantity.end, EVENT_REACH, dates=True)
        return "actual" if published or (event and event.value in PAST_EVENTS) else "planned"
    return cue


def _has_begun(happened: Cue | None, stage: Scene, vocabulary: Vocabulary) -> bool:
    """Whether the words for a start of works are a verb in the past: "les travaux ont démarré à l'automne"."""
    return happened is not None and any(
        stage.words[first].start < happened.end and happened.start < stage.words[last - 1].end
        for _, first, last in vocabulary.datings_begun.find(stage.words)
    )


def _row(quantity: Quantity, stage: Scene, vocabulary: Vocabulary) -> Quantity | None:
    """The first of the dates that lead to this one with small words alone: "due in 2015, then in 2019 and in 2028"."""
    dates = [q for q in stage.quantities if q.unit == "date" and q.start <= quantity.start]
    first = None
    for before, date in pairwise(reversed([*dates[:-1], quantity])):
        between = [w for w in stage.words if date.end <= w.start and w.end <= before.start]
        if not all(w.key in stage.stop or w.text in BREAKS or w.key in vocabulary.then_words for w in between):
            break
        first = date
    return first


PAST_EVENTS = frozenset({"founding", "inauguration", "purchase", "sale"}) | TELLING
"""Events that a text without a date of its own mostly tells as done."""


def _same_clause(stage: Scene, quantity: Quantity) -> list[Cue]:
    """The cues for a status with no clause mark between them and the figure."""
    marks = [w.start for w in stage.words if w.text in BREAKS]
    return [
        c for c in stage.status
        if not any(min(c.end, quantity.end) <= m < max(c.start, quantity.start) for m in marks)
    ]  # fmt: skip


def original_of(quantity: Quantity, stage: Scene, vocabulary: Vocabulary) -> Quantity | None:
    """The sum right before that this one says again, in other money: "34 billion pounds ($43 billion)".

    The other money is another currency, or that of another year: "19 milliards d'euros de 2015, soit 22 de 2023".
    """
    if quantity.measure != "money_other":
        return None
    before = [
        q for q in stage.quantities
        if q.measure == "money_other" and q.end < quantity.start and q.refused is None and _is_other(q, quantity)
    ]  # fmt: skip
    if not before:
        return None
    between = [w for w in stage.words if extent(before[-1])[1] <= w.start and w.end <= quantity.start]
    opened = any(w.text == "(" for w in between) and not any(w.text == ")" for w in between)
    if opened and len(between) <= MOST_BETWEEN:
        return before[-1]
    plain = [w for w in between if w.text not in MARKS]
    said_again = vocabulary.restating.before(plain, len(plain)) is not None
    return before[-1] if said_again and len(between) <= SAID_AGAIN_REACH else None


def _is_other(original: Quantity, quantity: Quantity) -> bool:
    """Whether two sums are in different money."""
    if original.unit != quantity.unit:
        return True
    return bool(original.price_base and quantity.price_base and original.price_base != quantity.price_base)


MARKS = frozenset(',"“”«»„')
MOST_BETWEEN, SAID_AGAIN_REACH = 5, 7
"""Words between a sum and the same in other money: in a bracket, or behind a word such as "soit"."""
