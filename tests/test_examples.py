"""The examples beside every table and check come out as they say, and every word of a table has one.

An example file lies beside what it is of: `fr.toml` has `fr.examples.toml`, `currency.py` has
`currency.examples.toml`. Languages and measures share one grammar; a language gives its texts under `in`, a measure
under the code of each language. A figure is the whole text, or stands in square brackets, and its quote is compared:

    [[figure]]    reads: what the figures of a text are read as; a bound that is not given is open, a modifier "exact"
    [[claim]]     has: fields of the claim in brackets; what the cues around it give, "" for an empty field
    [[name]]      has: what the words around the name in brackets say of it
    [[refused]]   reason: why nothing in the text is a claim; without one, nothing is seen there at all
    [furniture]   article: prose, and lines behind or in it that are no part of an article
    [known]       the same, for what is known to go wrong today; the day one comes out right, its test fails

A check's example holds short invented sources; `finds` are the verdicts of this check alone, none for a quiet one.
Claims are read here without a trained pipeline, so that an example shows what the words do. Without examples of their
own are the lists of what is passed over: `common`, `countries`, `stop`; and `elision`, which is grammar.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import Any, NamedTuple

import pytest

from crossfoot import documents, names, nlp, pipeline, quantities, tables
from crossfoot.backdrops import DATED, RECORD
from crossfoot.model import Claim, Finding, Quantity, Skipped, Source
from crossfoot.refusals import AGE, CLOCK
from crossfoot.words import fold

TABLES = tables.load()
BRACKETS = re.compile(r"\[([^\]]*)\]")
HEADINGS = ("What it finds", "Why it matters", "Example", "When it is no error")
CUES = ("scope", "status", "event", "measure")
"""Fields that a word near the figure gives; the word is then in the claim's evidence."""
VOICES = {"speaker", "via"}
UNSHOWN = {"infinitives", "reported_endings", "unreported", "drops_subject", "prepositions", "passives", "clitics"}
"""What of the words for speech is grammar, or keeps something out."""


def load(folder: str, name: str) -> dict[str, Any]:
    """A file of words or examples; decimals as printed."""
    found: dict[str, Any] = tomllib.loads((files("crossfoot") / folder / name).read_text("utf-8"), parse_float=Decimal)
    return found


def listed(folder: str, ending: str) -> list[str]:
    """What lies in a folder: the names of its tables or modules."""
    entries = (entry.name for entry in (files("crossfoot") / folder).iterdir())
    return sorted(e.removesuffix(ending) for e in entries if e.endswith(ending) and e.count(".") == 1 and e[0] != "_")


LANGUAGES, MEASURES, CHECKS = listed("languages", ".toml"), listed("measures", ".toml"), listed("checks", ".py")


class Case(NamedTuple):
    """One text of an example."""

    origin: str
    """The file's folder and name: "languages/fr"."""
    kind: str
    language: str
    marked: str
    """The text, brackets around what is asked about."""
    wanted: Mapping[str, Any]
    known: bool

    @property
    def text(self) -> str:
        """The text as it is read."""
        return BRACKETS.sub(r"\1", self.marked)

    @property
    def quotes(self) -> list[str]:
        """What stands in brackets; the whole text where nothing does."""
        return BRACKETS.findall(self.marked) or [self.marked]

    @property
    def asked(self) -> int:
        """Where the first bracket opens."""
        return max(0, self.marked.find("["))


def cases_of(folder: str, name: str) -> Iterator[Case]:
    """All texts of an example file."""
    table = load(folder, f"{name}.examples.toml")
    for known, kinds in ((False, table), (True, table.get("known", {}))):
        for kind in ("figure", "claim", "name", "refused"):
            for example in kinds.get(kind, ()):
                for language in (name,) if folder == "languages" else LANGUAGES:
                    for text in example.get("in" if folder == "languages" else language, ()):
                        yield Case(f"{folder}/{name}", kind, language, text, example, known)


def has_examples(folder: str, name: str) -> bool:
    """Whether the example file is there."""
    return (files("crossfoot") / folder / f"{name}.examples.toml").is_file()


TABLED = [("languages", n) for n in LANGUAGES] + [("measures", n) for n in MEASURES]
CASES = [case for folder, name in TABLED if has_examples(folder, name) for case in cases_of(folder, name)]


def of_kind(kind: str) -> list[Any]:
    """The cases of one kind as parameters; those known to fail must do so."""
    return [
        pytest.param(c, id=f"{c.origin}: {c.marked}", marks=[pytest.mark.xfail(strict=True)] if c.known else [])
        for c in CASES
        if c.kind == kind
    ]


# --- texts -> what is read


def figures(case: Case) -> list[Quantity]:
    """The figures of a text that are not refused by their form."""
    found = quantities.read_quantities(case.text, case.language, case.wanted.get("published"), TABLES)
    return [q for q in found if not q.refused]


@cache
def extracted(language: str, text: str, published: str | None) -> tuple[tuple[Claim, ...], tuple[Skipped, ...]]:
    """Claims and refusals of a text, read without a trained pipeline."""
    source = Source(id="a", path="a.txt", language=language, published=published)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nlp, "analyse", lambda sentences, _: tuple(nlp.Analysis() for _ in sentences))
        return pipeline.extract([(source, text)], TABLES)


def claim(case: Case) -> Claim | None:
    """The claim in brackets."""
    claims, _ = extracted(case.language, case.text, case.wanted.get("published"))
    return next((c for c in claims if c.start == case.asked and c.quote == case.quotes[0]), None)


def reading(quantity: Quantity, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """What an example states of a figure."""
    shown = {
        "low": quantity.low, "high": quantity.high, "unit": quantity.unit, "modifier": quantity.modifier,
        "per": quantity.per, "price_base": quantity.price_base,
    }  # fmt: skip
    return shown | ({"noun": quantity.noun} if "noun" in wanted else {})


def expected(wanted: Mapping[str, Any]) -> dict[str, Any]:
    """The same of an example, with what it need not say; "1/6" is a sixth."""
    unsaid = {"low": None, "high": None, "modifier": "exact", "per": None, "price_base": None}
    return unsaid | {k: amount(str(v)) if k in ("low", "high") else v for k, v in wanted.items()}


def amount(printed: str) -> Decimal:
    """A bound as an example prints it."""
    number, _, parts = printed.partition("/")
    return Decimal(number) / Decimal(parts or 1)


# --- the examples


@pytest.mark.parametrize("case", of_kind("figure"))
def test_figure_is_read_as_expected(case: Case) -> None:
    """Bounds, unit, modifier and quote."""
    reads = case.wanted["reads"]
    wanted = reads if isinstance(reads, list) else [reads]
    found = figures(case)
    assert [reading(q, w) for q, w in zip(found, wanted, strict=False)] == [expected(w) for w in wanted]
    assert [q.quote for q in found] == case.quotes
    folder, name = case.origin.split("/")
    if folder == "measures":
        assert {q.measure for q in found} == {load(folder, f"{name}.toml")["measure"]}


@pytest.mark.parametrize("case", of_kind("claim"))
def test_claim_has_the_fields(case: Case) -> None:
    """What the cues around a figure give."""
    found = claim(case)
    assert found is not None, extracted(case.language, case.text, case.wanted.get("published"))
    shown = {k: getattr(found, k) or "" for k in case.wanted["has"]}
    assert shown == case.wanted["has"]


@pytest.mark.parametrize("case", of_kind("name"))
def test_name_has_the_marks(case: Case) -> None:
    """What the words beside a name say of it."""
    document = documents.read(Source(id="a", path="a.txt", language=case.language), case.text, TABLES)
    found = {n.start: n for n in names.find(document, TABLES.vocabulary(case.language))}
    assert case.asked in found
    name = found[case.asked]
    assert (name.text, {k: getattr(name, k) for k in case.wanted["has"]}) == (case.quotes[0], case.wanted["has"])


@pytest.mark.parametrize("case", of_kind("refused"))
def test_refused_is_no_claim(case: Case) -> None:
    """Roads, clock times, list numbers, articles; each with its reason."""
    claims, skipped = extracted(case.language, case.text, case.wanted.get("published"))
    assert [c.quote for c in claims] == []
    assert {s.reason for s in skipped} == ({case.wanted["reason"]} if "reason" in case.wanted else set())


def furniture(code: str) -> Iterator[tuple[str, str, bool]]:
    """Lines that are no part of an article: the field, the line, and whether it is known to be taken for one."""
    table = load("languages", f"{code}.examples.toml")
    for known, fields in ((False, table.get("furniture", {})), (True, table.get("known", {}).get("furniture", {}))):
        yield from ((field, line, known) for field, lines in fields.items() if field != "article" for line in lines)


FURNITURE = [
    pytest.param(code, field, line, marks=[pytest.mark.xfail(strict=True)] if known else [])
    for code in LANGUAGES
    if has_examples("languages", code)
    for field, line, known in furniture(code)
]


@pytest.mark.parametrize(("code", "field", "line"), FURNITURE)
def test_furniture_is_no_part_of_the_article(code: str, field: str, line: str) -> None:
    """A line that ends the article or announces another hides the next one; a notice or a counter hides itself."""
    article = load("languages", f"{code}.examples.toml")["furniture"]["article"]
    after = "" if field in ("legal", "counters") else "\n\n300 jobs, 300 emplois."
    text = f"{article}\n\n{line}{after}"
    claims, skipped = extracted(code, text, None)
    assert claims
    assert all(c.end <= len(article) for c in claims)
    assert "page furniture" in {s.reason for s in skipped}


class Told(NamedTuple):
    """An example of a check."""

    check: str
    example: Mapping[str, Any]


def told() -> Iterator[Any]:
    """The examples of all checks as parameters."""
    for check in CHECKS:
        if has_examples("checks", check):
            table = load("checks", f"{check}.examples.toml")
            for known, examples in ((False, table["example"]), (True, table.get("known", {}).get("example", ()))):
                for example in examples:
                    marks = [pytest.mark.xfail(strict=True)] if known else []
                    yield pytest.param(Told(check, example), id=f"checks/{check}: {example['name']}", marks=marks)


def findings(example: Mapping[str, Any], check: str) -> list[Finding]:
    """What a check finds in an example, as its name or the `type` named says; `together`: statements of one moment."""
    published = example.get("published", {})
    texts = [
        (Source(id=name, path=f"{name}.txt", published=published.get(name), language=example.get("language")), text)
        for name, text in example["sources"].items()
    ]
    found = pipeline.audit("example", texts, TABLES, together=example.get("together", False)).findings
    return [f for f in found if f.type == example.get("type", check)]


@pytest.mark.parametrize("told", list(told()))
def test_check_finds_what_its_example_says(told: Told) -> None:
    """The verdicts of this check, and the labels of their sides, in any order, where the example names them."""
    found = findings(told.example, told.check)
    assert [f.verdict for f in found] == told.example["finds"]
    if "sides" in told.example:
        assert [{s.label for s in f.sides} for f in found] == [set(labels) for labels in told.example["sides"]]


# --- that there are examples


@pytest.mark.parametrize(("folder", "name"), TABLED)
def test_table_has_examples(folder: str, name: str) -> None:
    """Figures that are read and figures that are refused; a language that has words for more shows that, too."""
    assert has_examples(folder, name)
    kinds = {c.kind for c in CASES if c.origin == f"{folder}/{name}"}
    frames = {"claim": "scope", "name": "structure"}
    shown = {kind for kind, field in frames.items() if folder == "languages" and field in load(folder, f"{name}.toml")}
    assert kinds >= {"figure", "refused"} | shown


@pytest.mark.parametrize("check", CHECKS)
def test_check_has_examples(check: str) -> None:
    """Three at least, one that finds something and one that is quiet."""
    assert has_examples("checks", check)
    examples = load("checks", f"{check}.examples.toml")["example"]
    assert len(examples) >= 3
    assert {bool(e["finds"]) for e in examples} == {True, False}
    assert len({e["name"] for e in examples}) == len(examples)


@pytest.mark.parametrize("check", CHECKS)
def test_check_says_what_it_does(check: str) -> None:
    """The docstring of a check is its page."""
    lines = (import_module(f"crossfoot.checks.{check}").__doc__ or "").splitlines()
    assert [line for line in lines if line in HEADINGS] == list(HEADINGS)


# --- that every word has one


def spot(word: str) -> re.Pattern[str]:
    """A word in a text; an elided one sticks to the next word."""
    start = r"(?<![^\W\d_])" if word[0].isalpha() else ""
    return re.compile(start + re.escape(word).replace(r"\ ", r"\s+") + (r"(?!\w)" if word[-1].isalpha() else ""))


def held(word: str, texts: list[str], *, exact: bool = False) -> bool:
    """Whether one of the texts holds a word."""
    pattern = spot(word if exact else fold(word))
    return any(pattern.search(text if exact else fold(text)) for text in texts)


def texts(code: str, kind: str, **wanted: object) -> list[str]:
    """The texts of a language's examples whose `reads` or `has` holds what is wanted."""
    out = []
    for case in CASES:
        if case.kind == kind and case.language == code:
            stated = case.wanted.get("reads", case.wanted.get("has", {}))
            each = stated if isinstance(stated, list) else [stated]
            if any(all(one.get(k) == v for k, v in wanted.items()) for one in each):
                out.append(case.text)
    return out


def figure_words(code: str) -> Iterator[tuple[str, str, list[str], bool]]:
    """Words that make figures: the field, the word, where it must occur, and whether as printed."""
    table, every = load("languages", f"{code}.toml"), texts(code, "figure")
    for field in ("numbers", "scales", "collective", "several", "fractions", "parts", "multipliers", "articles"):
        yield from ((field, word, every, False) for word in table.get(field, ()))
    yield from (("scale_symbols", word, every, True) for word in table.get("scale_symbols", ()))
    for field in ("of", "link", "single", "half_after", "point", "minus", "out_of", "definite"):
        yield from ((field, word, every, False) for word in table.get(field, ()))
    for field in ("times", "vague", "ranges", "lists", "carried", "between_number_and_unit"):
        for name, words in table.get(field, {}).items():
            yield from ((f"{field}.{name}", word, every, False) for word in words)
    for place in ("before", "after"):
        for modifier, words in table.get("hedges", {}).get(place, {}).items():
            own = texts(code, "figure", modifier=modifier)
            yield from ((f"hedges.{place}.{modifier}", word, own, False) for word in words)
    for field in ("close", "fillers", "negation", "negation_not", "goal"):
        yield from ((f"hedges.{field}", word, every, False) for word in table.get("hedges", {}).get(field, ()))
    for unit, words in table.get("per", {}).items():
        yield from ((f"per.{unit}", word, texts(code, "figure", per=unit), False) for word in words)
    yield from (("weighing", word, texts(code, "figure", unit="lb"), False) for word in table.get("weighing", ()))
    rate = table.get("rate", {})
    for unit, words in rate.get("nouns", {}).items():
        yield from ((f"rate.nouns.{unit}", word, texts(code, "figure", per=unit), False) for word in words)
    for field in rate.keys() - {"nouns", "not_endings"}:
        yield from ((f"rate.{field}", word, every, False) for word in rate[field])
    for field, words in table.get("price_base", {}).items():
        own = texts(code, "figure", price_base=field) if field in ("current", "constant") else every
        yield from ((f"price_base.{field}", word, own, False) for word in words)


def frame_words(code: str) -> Iterator[tuple[str, str, list[str], bool]]:
    """Words that frame figures, those apart that leave their trace in the evidence."""
    table = load("languages", f"{code}.toml")
    spoken = [c.text for c in CASES if c.kind == "claim" and c.language == code and VOICES & c.wanted["has"].keys()]
    for field in table.get("speakers", {}).keys() - UNSHOWN:
        words = table["speakers"][field]
        parts = [part for word in words for part in word.split()] if field == "separable" else words
        yield from ((f"speakers.{field}", word, spoken, False) for word in parts)
    marks = {"site": "built", "company": "company", "locative": "locative"}
    claims, every = texts(code, "claim"), texts(code, "name")
    plans = [c.text for c in CASES if c.kind == "claim" and c.wanted["has"].get("subject", "").endswith("(plan)")]
    places = {
        "plan": plans,
        "not_plan": claims,
        "back": claims,
        "demonstratives": claims,
        "former": claims,
        "joins": claims,
        "summing": claims,
        "compass": every,
    }
    for field, words in table.get("structure", {}).items():
        own = texts(code, "name", **{marks[field]: True}) if field in marks else places.get(field)
        if own is not None:
            yield from ((f"structure.{field}", word, own, False) for word in words)
    for kind, words in table.get("structure", {}).get("works", {}).items():
        own = texts(code, "name", work=kind)
        yield from ((f"structure.works.{kind}", word, own, False) for word in words)
    for event, pair in [(e, p) for e, pairs in table.get("event_pairs", {}).items() for p in pairs]:
        own = texts(code, "claim", event=event)
        yield from ((f"event_pairs.{event}", word, own, False) for word in (*pair["nouns"], *pair["words"]))
    for status, endings in table.get("status_endings", {}).items():
        said = " ".join(texts(code, "claim", status=status)).split()
        yield from ((f"status_endings.{status}", end, [w[-len(end) :] for w in said], False) for end in endings)
    tense = table.get("tense", {})
    for status, verbs in tense.get("verbs", {}).items():
        yield from ((f"tense.verbs.{status}", v, texts(code, "claim", status=status), True) for v in verbs)
    for status, endings in tense.get("endings", {}).items():
        said = re.findall(r"\w+", " ".join(texts(code, "claim", status=status)))
        yield from ((f"tense.endings.{status}", end, [w[-len(end) :] for w in said], True) for end in endings)
    undated = texts(code, "claim", target_date="")
    yield from (("announcing", word, undated, False) for word in table.get("announcing", ()))
    yield from (("contrast", word, undated, False) for word in table.get("contrast", ()))
    replaced = texts(code, "claim", former=True)
    yield from (("former.behind", word, replaced, False) for word in table.get("former", {}).get("behind", ()))
    things = table.get("things", {})
    kinds = [kind for group in ("counted", "people", "weights", "lengths") for kind in things.get(group, {}).items()]
    for thing, words in kinds:
        yield from ((f"things.{thing}", word, texts(code, "claim", thing=thing), False) for word in words)
    yield from (
        ("things.capacity", word, texts(code, "claim", thing="seats"), False) for word in things.get("capacity", ())
    )
    labels = [c.text for c in CASES if c.kind == "refused" and c.wanted.get("reason") == "part of a name"]
    yield from (("numbered", word, labels, False) for word in table.get("numbered", ()))
    reasons = {"streets": "part of an address", "clock": CLOCK, "clock_before": CLOCK, "one_after": None}
    reasons |= {"ratings": "stars that rate", "dated": DATED, "since": RECORD, "superlatives": RECORD}
    refused = [c for c in CASES if c.kind == "refused"]
    ages = [c.text for c in CASES if c.kind == "refused" and c.wanted.get("reason") == AGE]
    yield from ((f"age.{field}", word, ages, False) for field, words in table.get("age", {}).items() for word in words)
    for field, words in table.get("no_figure", {}).items():
        own = [c.text for c in refused if c.wanted.get("reason") == reasons.get(field, "part of a name")]
        yield from ((f"no_figure.{field}", word, own, False) for word in words)
    dated = [
        text
        for check in ("schedule", "date", "span", "lasted")
        for example in load("checks", f"{check}.examples.toml")["example"]
        for text in example["sources"].values()
    ]
    for field, words in table.get("datings", {}).items():
        every_word = [word for phase in words for word in phase] if field == "phases" else words
        yield from ((f"datings.{field}", word, dated, False) for word in every_word)
    for field, words in table.get("furniture", {}).items():
        lines = [line for place, line, _ in furniture(code) if place == field]
        yield from ((f"furniture.{field}", word, lines, False) for word in words)


def measure_words(code: str) -> Iterator[tuple[str, str, list[str], bool]]:
    """Names and symbols of units, and the words that tell kinds apart."""
    own_units, own_kinds = (load("languages", f"{code}.toml").get(f, {}) for f in ("units", "kinds"))
    every = [c.text for c in CASES if c.kind == "figure" and c.language == code]
    anywhere = [c.text for c in CASES if c.kind == "figure"]
    for name in MEASURES:
        table = load("measures", f"{name}.toml")
        for unit, entry in table.get("units", {}).items():
            yield from ((f"{name}.{unit}", w, every, False) for w in (*entry.get(code, ()), *own_units.get(unit, ())))
            yield from ((f"{name}.{unit}", w.strip(), anywhere, True) for w in entry.get("symbols", ()))
        for part, words in table.get("sums", {}).items():
            every_claim = texts(code, "claim")
            yield from ((f"{name}.{part}", w, every_claim, False) for w in words.get(code, ()))
        for part, words in table.get("roles", {}).items():
            yield from ((f"{name}.{part}", w, texts(code, "claim"), False) for w in words.get(code, ()))
        for kind, words in table.get("kinds", {}).items():
            own = texts(code, "claim", measure=kind)
            yield from ((f"{name}.{kind}", w, own, False) for w in (*words.get(code, ()), *own_kinds.get(kind, ())))


def mishap_words(code: str) -> Iterator[tuple[str, str, list[str], bool]]:
    """Words for what goes wrong, and for what it happens to."""
    shown = [text for e in load("checks", "mishap.examples.toml")["example"] for text in e["sources"].values()]
    table = load("languages", f"{code}.toml").get("mishaps", {})
    for words in (table.get("words", ()), *table.get("things", {}).values()):
        yield from (("mishaps", word, shown, False) for word in words)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("words", [figure_words, frame_words, measure_words, mishap_words])
def test_every_word_has_an_example(code: str, words: Any) -> None:
    """A word that no example holds may be a slip, and nobody would see it break."""
    missing = [(field, word) for field, word, own, exact in words(code) if not held(word, own, exact=exact)]
    assert missing == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_cue_gives_its_field_in_an_example(code: str) -> None:
    """A cue counts as shown where an example's claim has its value and its evidence is that very cue.

    One that is known to fail counts where it is printed.
    """
    language = TABLES.languages[code]
    groups: dict[str, Mapping[Any, tuple[str, ...]]] = {
        "scope": language.scope, "status": language.status, "event": language.events,
    }  # fmt: skip
    wanted = {(f, v, fold(w)) for f, group in groups.items() for v, words in group.items() for w in words}
    wanted |= {("scope", v, fold(w)) for v, words in language.scope_behind.items() for w in words}
    wanted |= {("scope", v, fold(w)) for v, words in language.scope_before.items() for w in words}
    openings = {("measure", v, fold(w)) for v, words in language.kind_openings.items() for w in words}
    openings |= {("scope", v, fold(w)) for v, words in language.scope_openings.items() for w in words}
    wanted |= openings
    seen = set()
    for case in (c for c in CASES if c.kind == "claim" and c.language == code):
        has = {(f, case.wanted["has"][f]) for f in CUES if f in case.wanted["has"]}
        found = claim(case)
        if case.known:
            seen |= {(f, v, word) for f, v, word in wanted if (f, v) in has and held(word, [case.text])}
        elif found:
            printed = {re.sub(r"\s+", " ", fold(case.text[start:end])) for start, end in found.evidence}
            seen |= {(f, v, word) for f, v in has for word in printed}
            seen |= {cue for cue in openings if cue[:2] in has and any(word.startswith(cue[2]) for word in printed)}
    assert sorted(wanted - seen) == []
