"""Document text -> quantities: every figure that is printed, with its unit, interval and modifier.

    >>> from crossfoot.tables import load
    >>> [(q.quote, q.low, q.unit) for q in read("plus de 450 M€ et 40.000 GPU", load().vocabulary("fr"))]
    [('plus de 450 M€', Decimal('450000000'), 'EUR'), ('40.000 GPU', Decimal('40000'), 'gpu')]

Figures that are no claims by their form (a road, a clock time, a list number) are kept and marked `refused`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from crossfoot import figures, refusals
from crossfoot.dates import DateReading, find_dates
from crossfoot.figures import Figure
from crossfoot.language import detect
from crossfoot.model import Modifier, Quantity, Span
from crossfoot.schema import Unit
from crossfoot.tables import Tables
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word, split

OPEN_ABOVE = ("more_than", "at_least")
OPEN_BELOW = ("less_than", "at_most", "up_to")
_YEAR = re.compile(r"(19|20)\d\d")


def read_quantities(text: str, language: str | None, published: str | None, tables: Tables) -> tuple[Quantity, ...]:
    """Every figure of a text, in a language given or found out."""
    return read(text, tables.vocabulary(language or detect(text, tables)), published)


def read(
    text: str, vocabulary: Vocabulary, published: str | None = None, masked: Sequence[Span] = ()
) -> tuple[Quantity, ...]:
    """Every figure of a text outside the masked spans, in the order of the text."""
    words = [w for w in split(text) if not any(m.start <= w.start < m.end for m in masked)]
    dates = [
        d
        for d in find_dates(text, vocabulary.language.dates, published)
        if not any(m.start < d.end and d.start < m.end for m in masked)
    ]
    money_years = _money_years(words, vocabulary)
    found = _with_shared_units(words, _figures(words, dates, vocabulary, money_years), vocabulary)
    found = _with_carried_units(words, found, vocabulary)
    found = _with_inferred_currency(words, found, vocabulary, text)
    quantities = [_quantity(words, figure, vocabulary, text) for figure in _ranges(words, found, vocabulary)]
    taken = [s for q in quantities for s in ((q.start, q.end), *q.evidence)]
    quantities += [
        _dated(text, date, _refused_date(date, money_years, published))
        for date in dates
        if not any(start < date.end and date.start < end for start, end in taken)
    ]
    return tuple(sorted(quantities, key=lambda q: (q.start, q.end)))


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
        if figure and figure.number.form == "article" and not _article_counts(words, figure, vocabulary):
            figure = None
        if figure and (
            (figure.last - 1 in in_date and figure.unit is None) or words[figure.first].start in money_years
        ):
            figure = None
        if figure:
            found.append(figure)
        index = figure.last if figure else index + 1
    return found


def _is_one_of(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> bool:
    """Whether this is the "one" of "one of eight", which counts nothing."""
    step = vocabulary.of.at(words, figure.number.last)
    return bool(step and step[1] < len(words) and figures.numerals.at(words, step[1], vocabulary))


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


def _article_counts(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> bool:
    """Whether "a", "un" stands for one: before a unit of time or money, or with "single" behind it."""
    if figure.unit is not None and figure.unit.counted:
        behind = words[figure.first + 1].key if figure.first + 1 < len(words) else ""
        return behind in vocabulary.single
    if figure.unit is None or figure.unit.measure not in ("duration", "money_other"):
        return False
    if figure.unit.measure == "duration":
        return figure.last - figure.first > 2  # "an additional year", but not "a year"
    return not (figure.first > 0 and vocabulary.per.before(words, figure.last, 3))


def _multiplier(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> Figure | None:
    """ "le double", "threefold"."""
    hit = vocabulary.multipliers.at(words, index)
    if not hit:
        return None
    value, last = hit
    reading = (f"{' '.join(w.text for w in words[index:last])}: {value} times",)
    number = figures.Numeral(index, last, value, value, value / 10, "multiplier", False, reading)
    unit = Unit(name="x", base="x", factor=Decimal(1), measure="multiplier")
    return Figure(index, last, number, unit, value, value, value / 10, None, None, reading)


def _vague(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> Figure | None:
    """ "plusieurs sites": two or more, where the tables know what is counted."""
    hit = vocabulary.vague.at(words, index)
    if not hit:
        return None
    number = figures.Numeral(
        index, hit[1], Decimal(2), None, Decimal(1), "several", False, (f"{words[index].text}: 2 or more",)
    )
    unit, last, _ = figures.unit_at(words, hit[1], vocabulary, number)
    if unit is None or not unit.counted:
        return None
    return Figure(
        index, last, number, unit, Decimal(2), None, Decimal(1), None, None, (*number.reading, f"unit: {unit.base}")
    )


def _with_shared_units(words: Sequence[Word], found: list[Figure], vocabulary: Vocabulary) -> list[Figure]:
    """Gives a bare number the scale and unit of the next one where a range or list word alone parts them."""
    out = list(found)
    for n in range(len(out) - 2, -1, -1):
        figure, behind = out[n], out[n + 1]
        if behind.unit is None and not behind.number.scaled:
            continue
        joint = _between(words, figure, behind)
        if figure.noun is not None or joint not in vocabulary.joints:
            continue
        if (figure.unit is None and behind.unit is not None) or (
            figure.unit is not None and figure.unit == behind.unit and not figure.number.scaled and behind.number.scaled
        ):
            out[n] = _shared(figure, behind, behind.unit, vocabulary)
        elif figure.unit is not None and behind.unit is None and figure.unit.prefix and behind.noun is None:
            out[n + 1] = behind._replace(
                unit=figure.unit, reading=(*behind.reading, f"unit of {figure.unit.base} from the figure before")
            )
            out[n] = _shared(figure, out[n + 1], figure.unit, vocabulary)
    return out


def _shared(figure: Figure, behind: Figure, unit: Unit, vocabulary: Vocabulary) -> Figure:
    """The figure with the unit of the one behind it, and its scale where it printed none."""
    if figure.low is None or behind.low is None:
        return figure
    scale = Decimal(1)
    if behind.number.scaled and not figure.number.scaled:
        scale = behind.low / _printed(behind)
    elif behind.number.form == figure.number.form == "words" and not figure.number.scaled and figure.low < THOUSAND:
        scale = THOUSAND if behind.low % THOUSAND == 0 and figure.low < behind.low / THOUSAND else scale
    factor = unit.factor if figure.unit is None else Decimal(1)
    times = scale * factor if not (figure.unit is None and behind.number.scaled) else scale
    high = None if figure.high is None else figure.high * times
    reading = (*figure.reading, f"scale and unit ({unit.base}) as printed for the next figure")
    return figure._replace(unit=unit, low=figure.low * times, high=high, step=figure.step * times, reading=reading)


THOUSAND = Decimal(1000)
""" "dix à douze mille": the thousand is said once."""


def _printed(figure: Figure) -> Decimal:
    """The number as printed, before scale and unit: 34 for "34 billion pounds"."""
    first = figure.number.reading[0].rsplit(": ", 1)[-1] if figure.number.reading else "1"
    try:
        return Decimal(first.replace(",", "")) or Decimal(1)
    except ArithmeticError:
        return Decimal(1)


def _between(words: Sequence[Word], figure: Figure, behind: Figure) -> str:
    """The words between two figures, folded; "-" where they are joined by a dash."""
    return " ".join(w.key for w in words[figure.last : behind.first])


def _with_carried_units(words: Sequence[Word], found: list[Figure], vocabulary: Vocabulary) -> list[Figure]:
    """Gives a bare number the unit named before it: "porter le nombre de GPU à 500 000"."""
    out = []
    for n, figure in enumerate(found):
        if (
            figure.unit
            or figure.noun
            or figure.number.scaled
            or figure.number.form != "digits"
            or (figure.low or 0) < 100
        ):
            out.append(figure)
            continue
        floor = max(found[n - 1].last if n else 0, figure.first - 8)
        unit = None
        for index in range(figure.first - 1, floor - 1, -1):
            if words[index].text in ".;!?" or words[index + 1].start - words[index].end > 2:
                break
            hit = vocabulary.symbols.at(words, index) or vocabulary.units.at(words, index)
            if hit and hit[0].counted:
                unit = hit[0]
                break
        if unit:
            reading = (*figure.reading, f"unit: {unit.base}, named before the figure")
            figure = figure._replace(unit=unit, reading=reading)
        out.append(figure)
    return out


def _with_inferred_currency(
    words: Sequence[Word], found: list[Figure], vocabulary: Vocabulary, text: str
) -> list[Figure]:
    """Gives "450 millions" its currency: that of the same number elsewhere in the text, else of the money before it."""
    money = [f for f in found if f.unit and f.unit.scaled]
    by_value: dict[Decimal | None, Unit] = {}
    for f in reversed(money):
        if f.unit:
            by_value[f.low] = f.unit
    out: list[Figure] = []
    last: Unit | None = None
    for figure in found:
        if figure.unit and figure.unit.scaled:
            last = figure.unit
        elif figure.unit is None and (figure.number.scaled or words[figure.first].text == figures.UNREADABLE):
            is_money = (
                figure.noun is None
                or words[figure.first].text == figures.UNREADABLE
                or vocabulary.kinds.at(words, _noun_index(words, figure, vocabulary))
            )
            unit = by_value.get(figure.low) or last or (money[0].unit if money else None)
            if is_money and unit and figure.number.form != "several":
                why = "the same number" if figure.low in by_value else "the money next to it"
                reading = (*figure.reading, f"currency not printed here: {unit.base} from {why} in this text")
                figure = figure._replace(unit=unit, noun=None, last=figure.number.last, reading=reading)
        out.append(figure)
    return out


def _noun_index(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> int:
    """Where the noun behind a number starts."""
    step = vocabulary.of.at(words, figure.number.last)
    return step[1] if step else figure.number.last


def _ranges(words: Sequence[Word], found: list[Figure], vocabulary: Vocabulary) -> list[tuple[Figure, ...]]:
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


def _is_range(words: Sequence[Word], figure: Figure, behind: Figure, vocabulary: Vocabulary) -> bool:
    """Whether two figures are the ends of one interval: "20 à 25 hectares", but not "passer de 300 à 900"."""
    if figure.unit != behind.unit or figure.low is None or behind.low is None or figure.low >= behind.low:
        return False
    if figure.number.form not in ("digits", "words") or figure.noun is not None:
        return False
    joint = _between(words, figure, behind)
    opening = words[figure.first - 1].key if figure.first else ""
    if joint in vocabulary.dashes:
        return True
    if joint in vocabulary.and_words:
        return opening in vocabulary.between_words
    if joint not in vocabulary.to_words:
        return False
    before = {w.key for w in words[max(0, figure.first - 7) : figure.first]}
    return not (opening in vocabulary.from_words and before & vocabulary.growth)


def _quantity(words: Sequence[Word], ends: tuple[Figure, ...], vocabulary: Vocabulary, text: str) -> Quantity:
    """Figure or range, with hedges, what it is per, and the year of its money."""
    first, last = ends[0].first, ends[-1].last
    low, high, step = ends[0].low, ends[-1].high, max(f.step for f in ends)
    unit = ends[-1].unit
    reading = tuple(step for figure in ends for step in figure.reading)
    modifier: Modifier = "range" if len(ends) > 1 else _own_modifier(ends[0])
    if len(ends) > 1 and first and words[first - 1].key in vocabulary.between_words | vocabulary.from_words:
        first -= words[first - 1].key in vocabulary.between_words
    times = vocabulary.times_after.at(words, last) if unit is None and len(ends) == 1 else None
    by = None if unit else _times_before(words, first, vocabulary)
    if times or by is not None:
        last = times[1] if times else last
        unit = Unit(name="x", base="x", factor=Decimal(1), measure="multiplier")
    noun = ends[-1].noun
    modifier, first, last = _hedged(words, first, last, modifier, vocabulary)
    first = first if by is None else min(first, by)
    per, base, last, evidence = _behind(words, last, vocabulary, unit)
    block = vocabulary.per_before.before(words, first)
    if modifier in OPEN_ABOVE:
        high = None
    elif modifier in OPEN_BELOW:
        low = None
    last = _with_scope_words(words, last, vocabulary)
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
        per=block[0] if block else per,
        price_base=base or ends[0].price_base,
        noun=noun if unit is None else _share_of(words, last, unit, vocabulary),
        doubt=ends[0].number.doubt,
        refused=refusals.reason(words, ends[0], ends[-1], vocabulary, text, unit),
        evidence=evidence,
        reading=(*reading, f"modifier: {modifier}") if modifier != "exact" else reading,
    )


def _share_of(words: Sequence[Word], last: int, unit: Unit, vocabulary: Vocabulary) -> str | None:
    """What a percentage is a share of: "7% of the electricity" -> "electricity"."""
    step = vocabulary.of.at(words, last) if unit.base == "percent" else None
    if not step:
        return None
    cursor = step[1]
    while cursor < min(len(words), step[1] + 5) and (
        words[cursor].key in vocabulary.stop or words[cursor].text in "'’" or words[cursor].text[0].isupper()
    ):
        cursor += 1
    word = words[cursor] if cursor < len(words) else None
    return word.text if word and word.text.isalpha() and len(word.text) > 2 else None


def _times_before(words: Sequence[Word], first: int, vocabulary: Vocabulary) -> int | None:
    """Where "multiplié par" starts before a number; "par" alone counts where it goes on from one said before."""
    start = first
    hedge = vocabulary.hedges_before.before(words, start)
    if hedge:
        start = hedge[1]
    for before in (start, start + 1):  # "par au moins" is itself a hedge
        hit = vocabulary.times_before.before(words, before, 4)
        if hit:
            return hit[1]
        again = vocabulary.times_again.before(words, before, 2)
        if again and any(vocabulary.times_before.at(words, n) for n in range(max(0, first - 20), first)):
            return again[1]
    return None


def _unit_name(unit: Unit | None, figure: Figure) -> str:
    """The base unit's name; a place in an order is a rank, a bare share of something a multiplier."""
    if unit:
        return unit.base
    if figure.number.form == "ordinal":
        return "rank"
    return "x" if figure.number.form == "fraction" else "count"


def _own_modifier(figure: Figure) -> Modifier:
    """What the number's own form says: "une quinzaine" is about 15, "des centaines" several hundred."""
    if figure.number.form == "several":
        return "several"
    return "approx" if figure.number.form == "collective" else "exact"


def _hedged(
    words: Sequence[Word], first: int, last: int, modifier: Modifier, vocabulary: Vocabulary
) -> tuple[Modifier, int, int]:
    """The modifier that hedges around the figure give, and the figure's bounds with them."""
    if last < len(words) and words[last - 1].digits and words[last].text == "+":
        return "more_than", first, last + 1
    start = first
    for _ in range(3):
        hit = vocabulary.hedges_before.before(words, start)
        if hit and modifier == "range" and hit[0] != "approx":
            break
        if (
            hit
            and (start == first or not vocabulary.close_hedges.at(words, hit[1]))
            and _is_hedge(words, hit[1], first)
        ):
            return (hit[0] if modifier in ("exact", "approx") else modifier), hit[1], last
        if start and words[start - 1].key in vocabulary.fillers:
            start -= 1
        else:
            break
    after = vocabulary.hedges_after.at(words, last)
    if after and vocabulary.of.at(words, after[1]) and vocabulary.hedges_before.at(words, last + 1):
        after = None  # "1,2 GW et plus d'un million": the hedge of the next figure
    if after and not _new_line(words, last - 1, last):
        return (after[0] if modifier in ("exact", "approx") else modifier), first, after[1]
    return modifier, first, last


def _is_hedge(words: Sequence[Word], hedge: int, first: int) -> bool:
    """Whether a hedge belongs to the figure: on its line, and for marks such as ">" right before it."""
    mark = not words[hedge].text[0].isalnum()
    if mark:
        return (
            words[first].start - words[hedge].end <= 1
            and (words[hedge].end == words[first].start or hedge > 0)
            and not (words[hedge].text == ">" and words[hedge].end != words[first].start)
        )
    return not _new_line(words, hedge, first)


def _new_line(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the two words stand far apart, as over an empty line."""
    return words[last].start - words[first].end > 40


def _behind(
    words: Sequence[Word], last: int, vocabulary: Vocabulary, unit: Unit | None
) -> tuple[str | None, str | None, int, tuple[tuple[int, int], ...]]:
    """What stands behind a figure: "a year", "in 2015 prices"."""
    evidence: list[tuple[int, int]] = []
    per = vocabulary.per.at(words, last)
    if per:
        evidence.append((words[last].start, words[per[1] - 1].end))
        last = per[1] if per[0] == "year" else last
    base = None
    if unit is None or unit.scaled:
        base, span = _price_base(words, last, vocabulary)
        if span:
            evidence.append(span)
    return (per[0] if per else None), base, last, tuple(evidence)


def _price_base(words: Sequence[Word], last: int, vocabulary: Vocabulary) -> tuple[str | None, tuple[int, int] | None]:
    """The year whose money is counted: "en euros de 2015", "d'euros 2023", "in 2015 values"."""
    current = vocabulary.price_base_current.at(words, last)
    if not vocabulary.price_base_before.at(words, last) or not vocabulary.language.price_base.after_year:
        pass
    elif last + 2 < len(words) and _YEAR.fullmatch(words[last + 1].text) and words[last + 2].text == "(":
        last += 2  # "in 2015 (2015 prices)"
    if current:
        return "current", (words[last].start, words[current[1] - 1].end)
    cursor = last
    if cursor < len(words) and words[cursor].text in "\"”»'()":
        cursor += 1
    named = vocabulary.price_base_before.at(words, cursor)
    year = named[1] if named else cursor
    if not named and vocabulary.of.at(words, cursor):
        year = cursor + 1
    if year >= len(words) or not _YEAR.fullmatch(words[year].text):
        return None, None
    tail = vocabulary.price_base_after.at(words, year + 1)
    if vocabulary.language.price_base.after_year and not tail:
        return None, None
    end = words[tail[1] - 1].end if tail else words[year].end
    return words[year].text, (words[last].start, end)


def _with_scope_words(words: Sequence[Word], last: int, vocabulary: Vocabulary) -> int:
    """Takes "cumulés", "supplémentaires", "directs et indirects" behind a figure into the quote."""
    hit = vocabulary.scope.at(words, last)
    if hit and hit[0] in ("cumulative", "additional", "direct", "direct_and_indirect"):
        return hit[1]
    return last


def _refused_date(date: DateReading, money_years: set[int], published: str | None) -> str | None:
    """Why a date is no claim by its form: the year of the money, or "today"."""
    if date.core[0] in money_years:
        return "the year of the money"
    if date.relative and date.weekday is None and date.low == date.high and str(date.low) == published:
        return "the day of the text itself"
    return None


def _money_years(words: Sequence[Word], vocabulary: Vocabulary) -> set[int]:
    """Where a year says in whose money a text counts: "in 2015 prices"."""
    found = set()
    for index, word in enumerate(words):
        if not _YEAR.fullmatch(word.text):
            continue
        if not vocabulary.price_base_before.before(words, index) and not vocabulary.price_base_after.at(
            words, index + 1
        ):
            continue
        if not vocabulary.language.price_base.after_year or vocabulary.price_base_after.at(words, index + 1):
            found.add(word.start)
    return found


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
        doubt=None if date.low or date.high else "relative to a date that the source does not give",
        reading=date.reading,
    )
