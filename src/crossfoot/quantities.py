"""Document text -> quantities: every figure that is printed, with its unit, interval and modifier.

    >>> from crossfoot.tables import load
    >>> [(q.quote, q.low, q.unit) for q in read("plus de 450 M€ et 40.000 GPU", load().vocabulary("fr"))]
    [('plus de 450 M€', Decimal('450000000'), 'EUR'), ('40.000 GPU', Decimal('40000'), 'gpu')]

Figures that are no claims by their form (a road, a clock time, a list number) are kept and marked `refused`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot import figures, moneys, numerals, refusals
from crossfoot.apiece import per_before
from crossfoot.bounds import opening, with_bounds
from crossfoot.carried import with_carried_nouns
from crossfoot.counted import Numeral
from crossfoot.datenumbers import Said
from crossfoot.dates import DateReading, find_dates
from crossfoot.ellipses import with_ellipses
from crossfoot.figures import BOUNDS, Figure
from crossfoot.growth import with_growth
from crossfoot.hedging import (
    OPEN_ABOVE,
    OPEN_BELOW,
    hedged,
    own_modifier,
    share_of,
    times_before,
    what_follows,
    with_scope_words,
)
from crossfoot.joins import (
    SMALLER,
    range_opening,
    ranges,
    with_joined_times,
    with_shared_units,
)
from crossfoot.labelled import with_labels
from crossfoot.labels import citations
from crossfoot.language import guess
from crossfoot.measuretable import Unit
from crossfoot.model import Modifier, Quantity, Span
from crossfoot.namedunits import with_carried_kinds, with_carried_units, with_crews, with_posts
from crossfoot.phones import phones
from crossfoot.pricebases import years_of_money
from crossfoot.printed import habit
from crossfoot.repeats import with_repeats
from crossfoot.spoken import whole_numbers
from crossfoot.sums import with_inferred_currency
from crossfoot.tables import Tables
from crossfoot.tallies import with_tallies
from crossfoot.unitsbehind import unit_at
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import ADDRESS, Word, split, with_breaks


def read_quantities(text: str, language: str | None, published: str | None, tables: Tables) -> tuple[Quantity, ...]:
    """Every figure of a text, in a language given or found out."""
    code = language or guess(text, tables)
    addresses = [Span(start=m.start(), end=m.end()) for m in ADDRESS.finditer(text)]
    return read(text, tables.vocabulary(code or "en"), published, addresses, known=code is not None)


def read(
    text: str,
    vocabulary: Vocabulary,
    published: str | None = None,
    masked: Sequence[Span] = (),
    *,
    known: bool = True,
) -> tuple[Quantity, ...]:
    """Every figure of a text outside the masked spans, in the order of the text.

    `known` is whether the language is: where it is not, "1,234" is read with a doubt.
    """
    printed = with_breaks(split(text), text, vocabulary.scales)
    hidden = _indices_in(printed, [(m.start, m.end) for m in masked])
    words = [w for n, w in enumerate(printed) if n not in hidden]
    marks = vocabulary.marks._replace(sure=known)
    vocabulary = vocabulary.printing(habit(_telling(words, vocabulary), marks))
    said = [Said(*number) for number in whole_numbers(words, vocabulary)]
    dates = [
        d
        for d in find_dates(text, vocabulary.language.dates, published, said)
        if not any(m.start < d.end and d.start < m.end for m in masked)
    ]
    money_years = years_of_money(words, vocabulary)
    cited = citations(words, vocabulary)
    found = moneys.told(words, _figures(words, dates, vocabulary, money_years), vocabulary)
    found = with_joined_times(words, found, vocabulary)
    found = with_posts(words, found, vocabulary)
    found = with_crews(words, found, vocabulary)
    found = with_carried_kinds(words, found, vocabulary)
    found = with_shared_units(words, found, vocabulary)
    found = with_bounds(words, found, vocabulary)
    found = with_tallies(words, found, vocabulary)
    found = with_labels(words, found, vocabulary)
    found = with_repeats(words, found, vocabulary)
    found = with_inferred_currency(words, found, vocabulary)
    found = with_growth(words, found, vocabulary)
    found = with_carried_nouns(words, found, vocabulary)
    found = with_growth(words, with_carried_units(words, found, vocabulary), vocabulary)
    found = with_ellipses(words, found, vocabulary, text)
    quantities = [_quantity(words, figure, vocabulary, text) for figure in ranges(words, found, vocabulary)]
    quantities = _without_phones(_without_rate_bases(quantities), text)
    taken = [s for q in quantities for s in ((q.start, q.end), *q.evidence)]
    quantities += [
        _dated(text, date, _refused_date(date, money_years, cited, published))
        for date in dates
        if not any(start < date.end and date.start < end for start, end in taken)
    ]
    return tuple(sorted(quantities, key=lambda q: (q.start, q.end)))


def _without_rate_bases(quantities: list[Quantity]) -> list[Quantity]:
    """The quantities without what one before them is counted upon: the 100,000 of "12 per 100,000 people"."""
    return quantities[:1] + [
        q
        for before, q in itertools.pairwise(quantities)
        if not (before.per and any(start <= q.start and q.end <= end for start, end in before.evidence))
    ]


def _without_phones(quantities: list[Quantity], text: str) -> list[Quantity]:
    """The quantities, those in a phone number refused."""
    spans = phones(text)
    if not spans:
        return quantities
    return [
        q.model_copy(update={"refused": "a phone number"})
        if any(s.start < q.end and q.start < s.end for s in spans)
        else q
        for q in quantities
    ]


def _telling(words: Sequence[Word], vocabulary: Vocabulary) -> Iterator[str]:
    """Numbers whose marks tell how the text prints them: grouped, or before a scale or a unit; no clock times."""
    for word, behind in itertools.pairwise(words):
        measured = behind.key in vocabulary.scales or behind.text in vocabulary.language.scale_symbols
        if word.digits and (len(word.text) > SHORTEST_GROUPED or measured or behind.text in ("%", "€", "$", "£")):
            yield word.text


SHORTEST_GROUPED = 7
"""Characters of a number with one mark; longer ones have two: "1.234.567", "1.234,5"."""


def _figures(
    words: Sequence[Word], dates: Sequence[DateReading], vocabulary: Vocabulary, money_years: set[int]
) -> list[Figure]:
    """All single figures outside dates, left to right."""
    in_date = _indices_in(words, [d.core for d in dates])
    found: list[Figure] = []
    index = 0
    while index < len(words):
        if index in in_date:
            index += 1
            continue
        figure = (
            _vague(words, index, vocabulary)
            or figures.at(words, index, vocabulary)
            or _multiplier(words, index, vocabulary)
        )
        if figure and figure.number.low == 1 and _is_one_of(words, figure, vocabulary):
            figure = None
        if figure and figure.number.form == "article":
            if _opens_pair(words, figure, vocabulary):
                figure = figure._replace(number=figure.number._replace(form="words"))
            elif not _article_counts(words, figure, vocabulary):
                figure = None
        if figure and figure.unit is None and figure.last - 1 in in_date:
            figure = _without_noun(figure) if figure.number.last - 1 not in in_date else None
        if figure and words[figure.first].start in money_years:
            figure = None
        if figure:
            found.append(figure)
        index = figure.last if figure else index + 1
    return found


def _without_noun(figure: Figure) -> Figure:
    """The number alone, where a date was taken for what it counts: "it invested 13 million last year"."""
    return figure._replace(last=figure.number.last, noun=None)


def _is_one_of(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> bool:
    """Whether this is the "one" of "one of eight", which counts nothing."""
    step = vocabulary.of.at(words, figure.number.last)
    return bool(step and step[1] < len(words) and numerals.at(words, step[1], vocabulary))


def _indices_in(words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> set[int]:
    """Indices of the words that lie in the spans; both are in the order of the text."""
    inside, cursor = set(), 0
    for start, end in sorted(spans):
        while cursor < len(words) and words[cursor].end <= start:
            cursor += 1
        ahead = cursor
        while ahead < len(words) and words[ahead].start < end:
            inside.add(ahead)
            ahead += 1
    return inside


def _opens_pair(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> bool:
    """Whether another number follows the article, which is the first of two then: "ein bis zwei Jahre"."""
    joint = figure.number.last
    if joint != figure.last or joint + 1 >= len(words):
        return False
    opening = words[range_opening(words, figure.first, vocabulary)].key if figure.first else ""
    ends = vocabulary.to_words | vocabulary.dashes
    ends |= vocabulary.and_words if opening in vocabulary.between_words else set()
    behind = figures.at(words, joint + 1, vocabulary) if words[joint].key in ends | vocabulary.list_words else None
    if behind is None or behind.number.form not in ("digits", "words") or (behind.number.low or 0) <= 1:
        return False
    measured = behind.number.scaled or (behind.unit and not behind.unit.counted)  # "l'un et deux autres"
    return bool(words[joint].key in ends or measured)


def _article_counts(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> bool:
    """Whether "a", "un" stands for one: before a unit of time or money, or with "single" behind it."""
    if figure.unit is not None and figure.unit.counted:
        behind = words[figure.first + 1].key if figure.first + 1 < len(words) else ""
        return behind in vocabulary.single
    if figure.unit is None:
        return False
    if figure.unit.measure == "percent":
        return figure.unit.name != "percentage"  # "a percentage of the profits" is no one percent
    if figure.last < len(words) and figure.unit.prefix and words[figure.last].digits:
        return False  # "an additional $3 billion": the amount starts at its sign
    hedge = vocabulary.hedges_before.before(words, figure.first)
    if hedge and hedge[0] in MEASURED and figure.unit.measure != "money_other":
        return True  # "plus d'un an", "about a mile"
    if figure.unit.measure == "duration":
        longer = figure.last - figure.first > 2  # "an additional year", but not "a year"
        late = vocabulary.lag.at(words, figure.last) is not None
        return longer or late or _smaller_follows(words, figure, vocabulary)
    if figure.unit.measure != "money_other":
        return False
    return not (figure.first > 0 and vocabulary.per.before(words, figure.last, 3))


def _smaller_follows(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> bool:
    """Whether a time goes on in a smaller unit: "eine Stunde 45 Minuten", "un anno e sei mesi"."""
    behind = figure.last
    behind += int(behind < len(words) and words[behind].key in vocabulary.list_words)
    part = figures.at(words, behind, vocabulary) if behind < len(words) else None
    smaller, _ = SMALLER.get(figure.unit.base if figure.unit else "", ("", 0))
    return bool(part and part.unit and part.unit.base == smaller)


MEASURED: frozenset[Modifier] = frozenset({"more_than", "less_than", "approx", "at_least", "at_most", "up_to"})
"""Hedges before "a" and a unit, which say that it is measured."""


def _multiplier(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> Figure | None:
    """ "le double", "threefold"."""
    hit = vocabulary.multipliers.at(words, index)
    if not hit:
        return None
    value, last = hit
    known = any(w.key in vocabulary.definite_words for w in words[max(0, index - 1) : index + 1])
    if known and _is_plain_noun(words, last, vocabulary):
        return None  # "il doppio binario" has two tracks, "il doppio dei binari" twice as many
    reading = (f"{' '.join(w.text for w in words[index:last])}: {value} times",)
    number = Numeral(index, last, value, value, value / 10, "multiplier", False, reading)
    unit = Unit(name="x", base="x", factor=Decimal(1), measure="multiplier")
    return Figure(index, last, number, unit, value, value, value / 10, None, None, reading)


def _is_plain_noun(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a word in small letters stands there that is in no table of small words."""
    word = words[index] if index < len(words) else None
    if word is None or not word.text.isalpha() or not word.text.islower():
        return False
    return word.key not in vocabulary.stop and not vocabulary.against.at(words, index)


def _vague(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> Figure | None:
    """ "plusieurs sites": two or more, where the tables know what is counted."""
    hit = vocabulary.vague.at(words, index)
    if not hit or (hit[1] < len(words) and words[hit[1]].key in vocabulary.several):
        return None  # "several hundred jobs" says how many
    number = Numeral(
        index, hit[1], Decimal(2), None, Decimal(1), "several", False, (f"{words[index].text}: 2 or more",)
    )
    unit, last, _ = unit_at(words, hit[1], vocabulary, number)
    if unit is None or not unit.counted:
        return None
    return Figure(
        index, last, number, unit, Decimal(2), None, Decimal(1), None, None, (*number.reading, f"unit: {unit.base}")
    )


def _quantity(words: Sequence[Word], ends: tuple[Figure, ...], vocabulary: Vocabulary, text: str) -> Quantity:
    """Figure or range, with hedges, what it is per, and the year of its money."""
    first, last = ends[0].first, ends[-1].last
    low, high, step = ends[0].low, ends[-1].high, max(f.step for f in ends)
    unit = ends[-1].unit
    reading = tuple(step for figure in ends for step in figure.reading)
    modifier: Modifier = "range" if len(ends) > 1 else own_modifier(ends[0])
    if len(ends) > 1 and first and words[range_opening(words, first, vocabulary)].key in vocabulary.between_words:
        first = range_opening(words, first, vocabulary)
    times = vocabulary.times_after.at(words, last) if unit is None and len(ends) == 1 else None
    by = None if unit else times_before(words, first, vocabulary)
    if times or by is not None:
        last = times[1] if times else last
        unit = Unit(name="x", base="x", factor=Decimal(1), measure="multiplier")
    noun = ends[-1].noun
    modifier, first, last = hedged(words, first, last, modifier, vocabulary)
    if ends[0].number.form == BOUNDS:
        first = opening(words, ends[0], vocabulary)
    first = first if by is None else min(first, by)
    per, base, last, evidence = what_follows(words, first, last, vocabulary, unit)
    block = per_before(words, first, vocabulary, unit)
    if modifier in OPEN_ABOVE:
        high = None
    elif modifier in OPEN_BELOW:
        low = None
    last = with_scope_words(words, last, vocabulary)
    start, end = words[first].start, words[last - 1].end
    if len(words[last - 1].text) == 1 and words[last - 1].text in ".,":
        end = words[last - 2].end
    return Quantity(
        quote=text[start:end],
        start=start,
        end=end,
        low=low,
        high=high,
        unit=_unit_name(unit, ends[0]),
        measure=unit.measure if unit else "count_other",
        modifier=modifier,
        step=step,
        per=(per or block if unit and unit.scaled else block or per) or (unit.per if unit else None),
        price_base=base or ends[0].price_base,
        noun=noun if unit is None else share_of(words, last, unit, vocabulary),
        doubt=ends[0].number.doubt or (unit.doubt if unit else None),
        refused=refusals.reason(words, ends[0], ends[-1], vocabulary, text, unit),
        evidence=evidence,
        reading=(*reading, f"modifier: {modifier}") if modifier != "exact" else reading,
    )


def _unit_name(unit: Unit | None, figure: Figure) -> str:
    """The base unit's name; a place in an order is a rank, a bare share of something a multiplier."""
    if unit:
        return unit.base
    if figure.number.form == "ordinal":
        return "rank"
    return "x" if figure.number.form in ("fraction", "share", "told share", "slashed") else "count"


CENTURY = re.compile(r"(\d\d)00/\1[9]9")
"""The period of a century."""


def _refused_date(date: DateReading, money_years: set[int], cited: frozenset[int], published: str | None) -> str | None:
    """Why a date is no claim by its form: the year of the money, the number of a law, or "today"."""
    if date.core[0] in cited:
        return "part of a name"
    if date.core[0] in money_years:
        return "the year of the money"
    if date.relative and date.weekday is None and date.low == date.high and str(date.low) == published:
        return "the day of the text itself"
    if CENTURY.fullmatch(date.period or ""):
        return "a century"
    return None


def _dated(text: str, date: DateReading, refused: str | None) -> Quantity:
    """A date as a quantity."""
    return Quantity(
        quote=text[date.start : date.end],
        start=date.start,
        end=date.end,
        low=date.low,
        high=date.high,
        unit="date",
        measure="date",
        modifier=date.modifier,
        period=date.period,
        deadline=date.deadline,
        weekday=date.weekday is not None and date.relative and date.core[1] - date.core[0] < 12,
        refused=refused,
        doubt=date.doubt if date.low or date.high else "relative to a date that the source does not give",
        reading=date.reading,
    )
