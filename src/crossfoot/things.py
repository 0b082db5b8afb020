"""A figure in its sentence -> the kind of thing that it counts or measures, by one name for its words in all languages.

"300 logements" -> homes · "ein Tunnel von 57 Kilometern" -> tunnel · "capacidad para 105.000 espectadores" -> seats.
None where no word says so, or where more is said of the thing: "300 social homes" are counted apart.
"""

from __future__ import annotations

from crossfoot.cues import Scene, nearest
from crossfoot.model import Quantity
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import split

LENGTHS = frozenset({"km", "mile"})
"""Units of what lies in the ground: a length in metres may be of anything."""
LENGTH_REACH = 6
"""Words between a length and what is so long."""
CAPACITY_REACH = 8
"""Words between a number of people and the word that says they find room."""
SEATS = "seats"
"""What a place holds: its seats, or so many people."""
VISITORS = frozenset({"visitors", SEATS})
"""What is counted where a capacity is told."""


def thing_of(quantity: Quantity, stage: Scene, vocabulary: Vocabulary) -> str | None:
    """The kind of thing, None where it is not known."""
    if quantity.unit in LENGTHS and quantity.per is None:
        cue = nearest(stage, stage.lengths, quantity.start, quantity.end, LENGTH_REACH)
        return cue.value if cue else None
    thing = _counted(quantity, vocabulary)
    if thing in VISITORS or quantity.unit == "person":
        held = nearest(stage, stage.capacities, quantity.start, quantity.end, CAPACITY_REACH)
        return SEATS if held else thing
    return thing


def _counted(quantity: Quantity, vocabulary: Vocabulary) -> str | None:
    """What a plain count counts, where its noun is a word of the tables with nothing beside it."""
    if quantity.unit != "count" or not quantity.noun:
        return None
    words = split(quantity.noun)
    hit = vocabulary.counted_things.at(words, 0)
    return hit[0] if hit and hit[1] == len(words) else None
