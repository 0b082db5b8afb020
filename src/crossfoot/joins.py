"""Single figures -> figures with the scale, unit or currency that was printed once for several, and ranges.

"31-34 billion pounds", "4 und 9 Milliarden", "porter le nombre de GPU à 500 000", "450 millions" beside "450 M€"
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from crossfoot.countednouns import is_numbered
from crossfoot.figures import Figure
from crossfoot.measuretable import Unit
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word


def with_shared_units(words: Sequence[Word], found: list[Figure], vocabulary: Vocabulary) -> list[Figure]:
    """Gives a bare number the scale and unit of the next one where a range or list word alone parts them."""
    out = list(found)
    for n in range(len(out) - 2, -1, -1):
        figure, behind = out[n], out[n + 1]
        completed = _completed_ahead(words, figure, behind, vocabulary)
        out[n : n + 2] = (completed, behind) if completed else _sharing(words, figure, behind, vocabulary)
    return out


def _sharing(words: Sequence[Word], figure: Figure, behind: Figure, vocabulary: Vocabulary) -> tuple[Figure, Figure]:
    """Two neighbours, each with what only the other one has printed."""
    goes_on = _goes_on(words[figure.last : behind.first], vocabulary)
    joint = "," if goes_on else between(words, figure, behind)
    if figure.noun is not None or joint not in vocabulary.joints:
        return figure, behind
    figure = _said_with_next(words, figure, behind, vocabulary)
    bare = figure.unit is None
    if bare and joint in vocabulary.change_words and behind.noun:
        figure = figure._replace(noun=behind.noun)
    if (behind.unit is None and not behind.number.scaled) or (bare and _is_apart(words, figure, behind, vocabulary)):
        return figure, behind
    if behind.unit is None:
        if bare:
            return scaled_alike(words, figure, behind, vocabulary), behind
        return _unit_from_before(figure, behind)
    if bare or (_signed(figure) and figure.unit == behind.unit and behind.number.scaled > figure.number.scaled):
        return shared(figure, behind, behind.unit), behind
    return figure, behind


def _said_with_next(words: Sequence[Word], figure: Figure, behind: Figure, vocabulary: Vocabulary) -> Figure:
    """The figure with the hundred or the thousand of the next one: "zwei- bis dreihundert", "4-500 persone"."""
    if figure.low is None or behind.low is None or figure.unit or figure.number.scaled or behind.number.scaled:
        return figure
    said = printed_value(behind)
    hanging = is_hanging(words, figure) and behind.number.form == "words"
    if not hanging and not _is_short_range(words, figure, behind, said, vocabulary):
        return figure
    scale = next((s for s in SAID_ONCE if said % s == 0 and figure.low < said / s < MOST_SAID), Decimal(1))
    value, reading = figure.low * scale, (*figure.reading, f"times {scale:,}, said once with the next figure")
    number = figure.number._replace(form="words") if figure.number.form == "article" else figure.number
    return figure._replace(number=number, low=value, high=value, step=figure.step * scale, reading=reading)


def _is_short_range(
    words: Sequence[Word], figure: Figure, behind: Figure, said: Decimal, vocabulary: Vocabulary
) -> bool:
    """Whether digits leave the zeros of a range to its upper end, which is at most twice the lower: "10-15.000"."""
    dash = words[figure.last]
    glued = figure.last + 1 == behind.first and dash.start == words[figure.last - 1].end == dash.end - 1
    if not glued or dash.end != words[behind.first].start or figure.number.form != "digits":
        return False
    measure = behind.unit.measure if behind.unit else ""
    counts = behind.unit or behind.noun
    if not counts or measure in ("percent", "duration", "temperature") or is_numbered(words, figure.first, vocabulary):
        return False
    low = figure.low or Decimal(0)
    return low > 1 and any(said % s == 0 and low < said / s <= 2 * low for s in SAID_ONCE)


def _is_apart(words: Sequence[Word], figure: Figure, behind: Figure, vocabulary: Vocabulary) -> bool:
    """Whether a bare number has nothing to do with the unit of the next one."""
    if is_numbered(words, figure.first, vocabulary):
        return True  # "les trams 6, 7 et 2,1 millions d'euros"
    if behind.first < behind.number.first:
        return True  # "in 28, $450": a sign in front is the next figure's own
    if figure.number.scaled and not behind.number.scaled and behind.unit and behind.unit.counted:
        return bool(figure.low and behind.low and figure.low > LIKE * behind.low)  # "2,5 millions et 30 emplois"
    told = behind.unit.measure if behind.unit else ""  # no millions of a percentage or of a time
    return figure.number.scaled and not behind.number.scaled and told in ("percent", "duration")


LIKE = 20
"""Two numbers that share a unit differ by no more than so many times, where only the first has a scale."""


def _unit_from_before(figure: Figure, behind: Figure) -> tuple[Figure, Figure]:
    """The two with the sign that only the first has, and its scale: "$2-3 million"."""
    if figure.unit is None or not figure.unit.prefix or behind.noun is not None:
        return figure, behind
    reading = (*behind.reading, f"unit of {figure.unit.base} from the figure before")
    behind = behind._replace(unit=figure.unit, reading=reading)
    return (shared(figure, behind, figure.unit) if _signed(figure) else figure), behind


def _completed_ahead(words: Sequence[Word], figure: Figure, behind: Figure, vocabulary: Vocabulary) -> Figure | None:
    """The figure with the scale or the noun that only the next one prints, across "of the" or a kind; or None."""
    if _is_part_of(words, figure, behind, vocabulary):
        return _scaled_with(figure, behind)
    return _kind_ahead(words, figure, behind, vocabulary)


def _is_part_of(words: Sequence[Word], figure: Figure, behind: Figure, vocabulary: Vocabulary) -> bool:
    """Whether a bare number is part of a larger amount that prints the scale: "3 of the 8 billion crowns"."""
    whole = vocabulary.of_whole.at(words, figure.last)
    if not whole or whole[1] != behind.first or figure.low is None or figure.unit or figure.noun:
        return False
    if not behind.number.scaled:
        plain = figure.number.form in ("digits", "words") and behind.number.form in ("digits", "words")
        counted = behind.noun or (behind.unit and behind.unit.counted)
        return bool(counted and plain and behind.low and 1 < figure.low < behind.low)  # "three of the eight ships"
    bare = not figure.number.scaled and figure.number.form == "digits"
    digits = behind.number.form == "digits" and behind.low == behind.high
    return bare and digits and words[behind.first].digits and figure.low < printed_value(behind)


def _scaled_with(figure: Figure, behind: Figure) -> Figure:
    """The figure with the scale, and the unit or noun, of the one behind it."""
    if not behind.number.scaled:
        reading = (*figure.reading, "counts what the next figure does")
        return figure._replace(unit=behind.unit, noun=behind.noun, reading=reading)
    if behind.unit:
        return shared(figure, behind, behind.unit)
    scale = (behind.low or Decimal(1)) / printed_value(behind)
    value, reading = (figure.low or 0) * scale, (*figure.reading, SCALE_AHEAD)
    return figure._replace(low=value, high=value, step=figure.step * scale, noun=behind.noun, reading=reading)


def _kind_ahead(words: Sequence[Word], figure: Figure, behind: Figure, vocabulary: Vocabulary) -> Figure | None:
    """The figure of "12,000 direct" with what "and 8,000 indirect jobs" behind it counts, or None."""
    if figure.unit or not (behind.unit and behind.unit.counted):
        return None
    last = figure.number.last
    while last < behind.first and words[last].key in vocabulary.adjectives:
        last += 1
    if last == figure.number.last or last < figure.last:
        return None
    if " ".join(w.key for w in words[last : behind.first]) not in vocabulary.list_words | {","}:
        return None
    reading = (*figure.reading, f"unit: {behind.unit.base}, named behind the next figure")
    return figure._replace(last=last, unit=behind.unit, noun=None, reading=reading)


MOST_STEPS = 5


def _goes_on(between: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether the words between two figures go on to a further one: "von 2,5 auf 3, dann auf nun 6,8 Milliarden"."""
    onward = vocabulary.change_words | vocabulary.to_words
    steps = onward | vocabulary.list_words | vocabulary.then_words | {","}
    keys = {w.key for w in between}
    return len(between) <= MOST_STEPS and keys <= steps and bool(keys & onward) and bool(keys & vocabulary.then_words)


def _signed(figure: Figure) -> bool:
    """Whether a unit stands before the number, so that a scale may be left to the next: "$2-3 million"."""
    return figure.unit is not None and figure.first < figure.number.first


SCALE_AHEAD = "scale as printed for the next figure"
"""The step of the reading that gives a figure the scale of the next one."""


def scaled_alike(words: Sequence[Word], figure: Figure, behind: Figure, vocabulary: Vocabulary) -> Figure:
    """The figure with the scale that a range prints once: "entre 2 y 3 millones de viajeros", "200 à 300 millions"."""
    opening = words[range_opening(words, figure.first, vocabulary)].key if figure.first else ""
    ends = between(words, figure, behind) in vocabulary.dashes | vocabulary.to_words | vocabulary.change_words
    ends = ends or _are_neighbours(words, figure, behind, vocabulary)
    if (
        figure.number.scaled
        or figure.low is None
        or behind.low is None
        or not (ends or opening in vocabulary.between_words)
    ):
        return figure
    scale = behind.low / printed_value(behind)
    low, high = figure.low * scale, None if figure.high is None else figure.high * scale
    reading = (*figure.reading, SCALE_AHEAD)
    number = figure.number._replace(scaled=behind.number.scaled)
    return figure._replace(number=number, low=low, high=high, step=figure.step * scale, reading=reading)


def _are_neighbours(words: Sequence[Word], figure: Figure, behind: Figure, vocabulary: Vocabulary) -> bool:
    """Whether "or" or "and" joins two numbers of which the second is at most twice the first: "2 o 3 milioni"."""
    if figure.low is None or between(words, figure, behind) not in vocabulary.or_words | vocabulary.list_words:
        return False
    return figure.low < printed_value(behind) <= 2 * figure.low


def shared(figure: Figure, behind: Figure, unit: Unit) -> Figure:
    """The figure with the unit of the one behind it, and its scale where it printed none."""
    if figure.low is None or behind.low is None:
        return figure
    scale = Decimal(1)
    if behind.number.scaled and not figure.number.scaled:
        scale = behind.low / printed_value(behind)
    if behind.number.form == figure.number.form == "words" and not figure.number.scaled and figure.low < THOUSAND:
        said = printed_value(behind) if behind.number.scaled else behind.low  # "entre dos y tres mil millones"
        scale *= next((s for s in SAID_ONCE if said % s == 0 and figure.low < said / s < MOST_SAID), Decimal(1))
    if figure.number.form == behind.number.form == "fraction" and unit.base == "percent":
        scale *= 100  # "la mitad o dos tercios de los vecinos"
    factor = unit.factor if figure.unit is None else Decimal(1)
    times = scale * factor if not (figure.unit is None and behind.number.scaled) else scale
    high = None if figure.high is None else figure.high * times
    reading = (*figure.reading, f"scale and unit ({unit.base}) as printed for the next figure")
    number = figure.number._replace(scaled=figure.number.scaled or behind.number.scaled)
    return figure._replace(
        number=number, unit=unit, low=figure.low * times, high=high, step=figure.step * times, reading=reading
    )


THOUSAND = Decimal(1000)
SAID_ONCE = (THOUSAND, Decimal(100))
""" "dix à douze mille", "two to three hundred": the thousand is said once."""
MOST_SAID = THOUSAND


def printed_value(figure: Figure) -> Decimal:
    """The number as printed, before scale and unit: 34 for "34 billion pounds"."""
    first = figure.number.reading[0].rsplit(": ", 1)[-1] if figure.number.reading else "1"
    try:
        return Decimal(first.replace(",", "")) or Decimal(1)
    except ArithmeticError:
        return Decimal(1)


def between(words: Sequence[Word], figure: Figure, behind: Figure) -> str:
    """The words between two figures, folded; "-" where they are joined by a dash, and "to" by one in dashes."""
    keys = [w.key for w in words[figure.last : behind.first]]
    in_dashes = len(keys) == len("-x-") and keys[0] == keys[-1] == "-"
    return keys[1] if in_dashes or is_hanging(words, figure) else " ".join(keys)


def is_hanging(words: Sequence[Word], figure: Figure) -> bool:
    """Whether a dash behind a number says that its end is told with the next one: "zwei- bis dreihundert"."""
    dash = words[figure.last : figure.last + 2]
    if len(dash) < len("-x") or dash[0].text not in "-‑" or figure.number.form not in ("words", "article"):
        return False
    return dash[0].start == words[figure.last - 1].end and dash[1].start > dash[0].end


SMALLER = {"year": ("month", 12), "week": ("day", 7), "day": ("hour", 24), "hour": ("minute", 60)}


def with_joined_times(words: Sequence[Word], found: list[Figure], vocabulary: Vocabulary) -> list[Figure]:
    """Durations in two parts as one, in the smaller unit: "3 ore e 17 minuti" is 197 minutes."""
    out: list[Figure] = []
    for figure in found:
        whole = out[-1] if out else None
        joined = _joined_time(words, whole, figure, vocabulary) if whole else None
        if joined:
            out[-1] = joined
        else:
            out.append(figure)
    return out


def _joined_time(words: Sequence[Word], whole: Figure, figure: Figure, vocabulary: Vocabulary) -> Figure | None:
    """The two as one, or None where the second is no smaller part right behind a whole number of the first."""
    if whole.unit is None or figure.unit is None or whole.low is None or figure.low is None:
        return None
    base, times = SMALLER.get(whole.unit.base, ("", 0))
    if figure.unit.base != base or figure.low >= times or whole.low % 1 or whole.low != whole.high:
        return None
    opening = words[range_opening(words, whole.first, vocabulary)].key if whole.first else ""
    if between(words, whole, figure) not in {"", *vocabulary.list_words} or opening in vocabulary.between_words:
        return None
    value = whole.low * times + figure.low
    reading = (*whole.reading, *figure.reading, f"together {value:f} {base}")
    return figure._replace(first=whole.first, low=value, high=value, reading=reading)


def ranges(words: Sequence[Word], found: list[Figure], vocabulary: Vocabulary) -> list[tuple[Figure, ...]]:
    """Pairs of figures that are the two ends of one interval; others stay alone."""
    out: list[tuple[Figure, ...]] = []
    n = 0
    while n < len(found):
        if n + 1 < len(found) and _is_range(words, found[n], found[n + 1], vocabulary):
            out.append((found[n], found[n + 1]))
            n += 2
        else:
            out.append((found[n],))
            n += 1
    return out


GROWTH_REACH = 10
"""Words back to a verb of growth: "elevar la producción de la planta de 80 a 120 toneladas"."""


def range_opening(words: Sequence[Word], first: int, vocabulary: Vocabulary) -> int:
    """Where the word stands that may open a range, an article allowed: "tra i 24 e i 30 mesi"."""
    article = first > 1 and words[first - 1].key in vocabulary.fillers - vocabulary.from_words
    return max(0, first - 1 - article)


def _is_range(words: Sequence[Word], figure: Figure, behind: Figure, vocabulary: Vocabulary) -> bool:
    """Whether two figures are the ends of one interval: "20 à 25 hectares", but not "passer de 300 à 900"."""
    if figure.unit != behind.unit or figure.low is None or behind.low is None or figure.low >= behind.low:
        return False
    if figure.number.form not in ("digits", "words") or figure.noun is not None:
        return False
    joint = between(words, figure, behind)
    opening = words[range_opening(words, figure.first, vocabulary)].key if figure.first else ""
    if joint in vocabulary.dashes:
        return True
    if joint in vocabulary.and_words:
        return opening in vocabulary.between_words
    if joint in vocabulary.or_words:
        return _is_about(words, figure, behind, vocabulary)
    if joint not in vocabulary.to_words:
        return False
    if _is_own(words, figure, vocabulary):
        if opening in vocabulary.by_words:
            return False  # "rose by 2 million euros to 9 million euros", but "rose by 2 to 9 million euros"
        if opening in vocabulary.growth and behind.low > 2 * figure.low:
            return False  # "sube 1.200 millones hasta los 7.600 millones"
    before = {w.key for w in words[max(0, figure.first - GROWTH_REACH) : figure.first]}
    return not (opening in vocabulary.from_words and before & vocabulary.growth)


def _is_own(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> bool:
    """Whether a figure has its own scale or unit printed, before or behind the number."""
    prefixed = figure.number.form == "digits" and not words[figure.first].digits
    scaled = words[figure.number.last - 1].key in vocabulary.scales
    return prefixed or scaled or figure.last > figure.number.last


def _is_about(words: Sequence[Word], figure: Figure, behind: Figure, vocabulary: Vocabulary) -> bool:
    """Whether two neighbouring numbers with "or" between them say about how many: "two or three million tourists"."""
    own = figure.first < figure.number.first or figure.last > figure.number.last  # "2 euros or 3 euros"
    if own or figure.low is None or behind.low is None or words[figure.last - 1].key in vocabulary.scales:
        return False
    whole = figure.number.form == behind.number.form and (behind.unit or behind.noun)
    return bool(whole) and behind.low <= 2 * figure.low and behind.number.step > behind.low / MOST_SAID
