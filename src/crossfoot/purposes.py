"""A sum of money in its sentence -> what kind of sum it is: investment, cost, price, funding and so on.

"un budget de 30 millions" -> what the document mostly speaks of · "built in 1998 for £30m" -> cost
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from decimal import Decimal
from typing import cast

from crossfoot.cues import Cue, Scene, distance, nearest
from crossfoot.model import Document, Measure, Quantity
from crossfoot.vocabulary import ALLOTTED, Vocabulary
from crossfoot.words import split

KIND_REACH = 16
TIMES = frozenset({"year", "decade", "month", "week", "day", "hour", "minute", "second", "block"})
"""What a sum may be per and be no price: so much a year."""
LONG = frozenset({"km", "mile", "m"})
"""Of what is built so much a kilometre is its cost; nobody buys it by the kilometre."""
ALLOTTED_REACH = 6
"""Words within which another word says what an allotted sum is for: "alloue une enveloppe de"."""
DEAL_REACH = 8
"""Words within which a sale or purchase makes a sum that no other word explains its price."""
PAID_REACH = 24
"""Words between the verb for what was built or bought, and what was paid "for" it."""
ENOUGH = 4000
"""Characters of a document that show what its money mostly is."""


def usual_kind(document: Document, vocabulary: Vocabulary) -> Measure:
    """What money mostly is in a document: for sums that no word nearby explains; a budget alone is a cost."""
    found = Counter(kind for kind, _, _ in vocabulary.kinds.find(split(document.text[:ENOUGH])))
    counts = Counter({kind: found[kind] for kind in ("investment", "cost") if found[kind]})
    if counts:
        return cast(Measure, counts.most_common(1)[0][0])
    return "cost" if found[ALLOTTED] else "money_other"


def measure_of(quantity: Quantity, stage: Scene, usual: Measure, vocabulary: Vocabulary) -> Cue | Measure:
    """What is measured: told by the unit, for money by the words around; `usual` where no word tells."""
    if quantity.unit == "x":
        return "multiplier"
    if quantity.measure != "money_other":
        return quantity.measure
    if quantity.per and quantity.per not in TIMES:
        costs = [c for c in stage.kinds if c.value == "cost"] if quantity.per in LONG else []
        return nearest(stage, costs, quantity.start, quantity.end, KIND_REACH) or "price"
    paid = _paid(quantity, stage, vocabulary)
    if paid:
        return paid
    kind = nearest(stage, stage.kinds, quantity.start, quantity.end, KIND_REACH)
    share = nearest(stage, stage.shares, quantity.start, quantity.end, KIND_REACH) if _is_small(quantity) else None
    if share and (kind is None or _far(stage, share, quantity) < _far(stage, kind, quantity)):
        return share
    if kind and kind.value == ALLOTTED:
        telling = [c for c in stage.kinds if c.value != ALLOTTED]
        return nearest(stage, telling, quantity.start, quantity.end, ALLOTTED_REACH) or _allotted(kind, usual)
    if kind:
        return kind
    deal = nearest(stage, stage.events, quantity.start, quantity.end, DEAL_REACH)
    if deal and deal.value in ("sale", "purchase"):
        return deal._replace(value="price")
    before = _next_before(quantity, stage, vocabulary)
    return measure_of(before, stage, usual, vocabulary) if before else usual


def _next_before(quantity: Quantity, stage: Scene, vocabulary: Vocabulary) -> Quantity | None:
    """The sum that a word such as "then" leads on from: "£100m a year at first, then £40m a year"."""
    first = bisect_left(stage.words, quantity.start, key=lambda w: w.start)
    if not first or stage.words[first - 1].key not in vocabulary.then_words | vocabulary.list_words:
        return None
    before = [q for q in stage.quantities if q.unit == quantity.unit and q.end <= quantity.start and not q.refused]
    return before[-1] if before else None


DEAREST_SHARE = 10_000
"""A share seldom costs more, in the currencies in which the press prints its price."""


def _is_small(quantity: Quantity) -> bool:
    """Whether a sum may be the price of a share: printed in full, and small."""
    return isinstance(quantity.low, Decimal) and quantity.low < DEAREST_SHARE


def _far(stage: Scene, cue: Cue, quantity: Quantity) -> int:
    return distance(stage, cue.start, cue.end, quantity.start, quantity.end)


def _allotted(cue: Cue, usual: Measure) -> Cue:
    """A budget is what the document's money mostly is."""
    return cue._replace(value="cost" if usual == "money_other" else usual)


def _paid(quantity: Quantity, stage: Scene, vocabulary: Vocabulary) -> Cue | None:
    """The verb that says what was built or bought for a sum: "achète le fort, après un an d'enquête, pour 2 M€".

    The preposition stands right before the sum, and nothing nearer than the verb says what kind of sum it is.
    """
    first = bisect_left(stage.words, quantity.start, key=lambda w: w.start)
    if not vocabulary.paid.before(stage.words, first):
        return None
    deals = [c._replace(value="price") for c in stage.events if c.value in ("sale", "purchase")]
    last = bisect_left(stage.words, quantity.end, key=lambda w: w.start)
    closing = stage.words[last].start if last < len(stage.words) else stage.end
    verb_behind = next((c for c in (*stage.built, *deals) if c.start == closing), None)
    if verb_behind:
        return verb_behind  # "für 30 Millionen gebaut"
    verbs = [c for c in (*stage.built, *deals) if c.end <= quantity.start]
    if not verbs:
        return None
    verb = max(verbs, key=lambda c: c.start)
    starts = [*(c.start for c in stage.kinds), *(q.start for q in stage.quantities if q.unit != "date")]
    if any(verb.end <= start < quantity.start for start in starts):
        return None
    far = distance(stage, verb.start, verb.end, quantity.start, quantity.end)
    return verb if far <= PAID_REACH else None
