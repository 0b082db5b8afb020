"""A figure in its sentence -> the kind of thing that it counts or measures, by one name for its words in all languages.

"300 logements" -> homes · "ein Tunnel von 57 Kilometern" -> tunnel · "capacidad para 105.000 espectadores" -> seats.
None where no word says so, or where more is said of the thing: "300 social homes" are counted apart.
"""

from __future__ import annotations

from crossfoot.cues import Scene, nearest
from crossfoot.dimensions import WEIGHTS, dimension_of
from crossfoot.model import Quantity
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import fold, split

LENGTHS = frozenset({"km", "mile"})
"""Units of what lies in the ground: a length in metres may be of anything."""
LENGTH_REACH = 6
"""Words between a length and what is so long."""
CAPACITY_REACH = 8
"""Words between a number of people and the word that says they find room."""
TOLLS = frozenset({"deaths", "injured", "missing", "displaced", "rescued", "affected"})
"""What happened to people: a count that grows for days and months."""
PASSING = TOLLS | {"passengers", "visitors", "trucks", "flights", "vehicles", "goods", "waste", "carbon dioxide"}
"""What is counted anew each year, or goes on: no size of what is built."""
FATE_REACH = 5
"""Words between a number of people and what has happened to them."""
MASSES = WEIGHTS | {"m3"}
"""Units of a material: what it weighs, and the room that it takes."""
OF_WHAT = 4
"""Words behind a weight among which what is weighed is named: "of rubble"."""
SEATS = "seats"
"""What a place holds: its seats, or so many people."""
VISITORS = frozenset({"visitors", SEATS})
"""What is counted where a capacity is told."""


def thing_of(quantity: Quantity, stage: Scene, vocabulary: Vocabulary) -> str | None:
    """The kind of thing, None where it is not known."""
    if quantity.unit in LENGTHS and quantity.per is None:
        cue = nearest(stage, stage.lengths, quantity.start, quantity.end, LENGTH_REACH)
        return cue.value if cue else None
    size = dimension_of(quantity, stage, vocabulary.of_words)
    if size is not None and _weighed(quantity, stage, vocabulary) is None:
        return size.name
    thing = _counted(quantity, stage, vocabulary)
    if thing in VISITORS or quantity.unit == "person":
        held = nearest(stage, stage.capacities, quantity.start, quantity.end, CAPACITY_REACH)
        return SEATS if held else thing or _fate(quantity, stage)
    return thing or _weighed(quantity, stage, vocabulary)


def head_of(quantity: Quantity, stage: Scene, vocabulary: Vocabulary) -> str | None:
    """What is counted or measured as one word: "element" for "90 massive tunnel elements", "tower" for their height.

    Of a noun it is the stem of the last word where adjectives stand before their noun, of the first word elsewhere.
    """
    words = (quantity.noun or "").split()
    if not words:
        size = dimension_of(quantity, stage, vocabulary.of_words)
        return size.bearer if size else None
    structure = vocabulary.language
    return _stem(words[-1 if structure.structure.name_first or structure.dates.nouns_capitalised else 0])


def _stem(word: str) -> str:
    """A word without the marks of number and gender, so that one loan word is one in all languages."""
    stem = fold(word)
    for endings in (("en", "es", "s", "x"), ("a", "e", "i", "o")):
        ending = next((e for e in endings if stem.endswith(e) and len(stem) - len(e) >= SHORTEST_STEM), "")
        stem = stem.removesuffix(ending)
    return stem


SHORTEST_STEM = 4


def _fate(quantity: Quantity, stage: Scene) -> str | None:
    """What has happened to so many people."""
    cue = nearest(stage, stage.fates, quantity.start, quantity.end, FATE_REACH)
    return cue.value if cue else None


def _weighed(quantity: Quantity, stage: Scene, vocabulary: Vocabulary) -> str | None:
    """What weighs so much, or fills so much: "300 tonnes of rubble", "300 cubic metres of rock"."""
    if quantity.unit not in MASSES:
        return None
    first = next((n for n, w in enumerate(stage.words) if w.start >= quantity.start), len(stage.words))
    behind = next((n for n in range(first, len(stage.words)) if stage.words[n].start >= quantity.end), len(stage.words))
    found = vocabulary.weighed_things.find(stage.words[first : behind + OF_WHAT])
    return found[0][0] if found else None


def _counted(quantity: Quantity, stage: Scene, vocabulary: Vocabulary) -> str | None:
    """What a plain count counts, where its noun is a word of the tables with nothing beside it.

    A noun of the tables may be longer than what was read as one: "300 works of art".
    """
    if quantity.unit != "count" or not quantity.noun:
        return None
    words = [w for w in split(quantity.noun) if w.key not in vocabulary.confirmed] or split(quantity.noun)
    start = next((n for n, w in enumerate(stage.words) if w.start >= quantity.start and w.key == words[0].key), None)
    whole = None if start is None else vocabulary.counted_things.at(stage.words, start)
    if whole and start is not None and whole[1] >= start + len(words):
        return whole[0]
    hit = vocabulary.counted_things.at(words, 0)  # the noun stands elsewhere: "300 and 400 bridges"
    return hit[0] if hit and hit[1] == len(words) else None
