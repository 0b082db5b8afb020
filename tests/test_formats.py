"""What comes out: the whole report, the records and back, figures the reader's way, and text that is no markup."""

from __future__ import annotations

import io
import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sample_audit import AUDIT, CLAIMS, TEXTS

from crossfoot import records
from crossfoot.amounts import about, extent, figure
from crossfoot.errors import CrossfootError
from crossfoot.formats import explanation, frame, jsonl, markdown, terminal
from crossfoot.formats import json as json_format
from crossfoot.formats.markdown.marks import code, escape, excerpt
from crossfoot.formats.markdown.notes import both_ways, inferred
from crossfoot.model import Audit, Bound, Claim, Finding, Quantity, Source
from crossfoot.wording import headline, numbered, who

HOSTILE = "a | b\n\n# <script>x</script> `c` **d** [e](javascript:f) ~~g~~ $h$ &lt; \x1b[31m\u202e\\"


def render(audit: Audit = AUDIT) -> str:
    return markdown.render(audit, TEXTS, links="../claims/plan", command="crossfoot audit claims/plan")


def test_whole_report() -> None:
    assert render() == Path(__file__).with_name("sample_report.md").read_text("utf-8")


def hostile() -> Audit:
    """The sample with hostile text wherever a source may put it."""
    claims = tuple(
        claim.model_copy(
            update={"subject": HOSTILE, "speaker": HOSTILE, "via": HOSTILE, "noun": HOSTILE, "reading": (HOSTILE,)}
        )
        for claim in CLAIMS
    )
    findings = tuple(
        finding.model_copy(
            update={
                "summary": HOSTILE, "subject": HOSTILE, "reasons": (HOSTILE,), "cause": HOSTILE, "supported": HOSTILE,
                "sides": tuple(side.model_copy(update={"label": HOSTILE}) for side in finding.sides),
            }
        )
        for finding in AUDIT.findings
    )  # fmt: skip
    sources = tuple(
        s.model_copy(update={"title": HOSTILE, "publisher": HOSTILE, "problems": (HOSTILE,)}) for s in AUDIT.sources
    )
    skipped = tuple(item.model_copy(update={"quote": HOSTILE, "reason": HOSTILE}) for item in AUDIT.skipped)
    unread = tuple(source.model_copy(update={"path": HOSTILE, "problems": (HOSTILE,)}) for source in AUDIT.unread)
    known = {"claims": claims, "findings": findings, "sources": sources, "skipped": skipped, "unread": unread}
    return AUDIT.model_copy(update={"story": HOSTILE, **known})


def test_hostile_text_is_only_text() -> None:
    report = render(hostile())
    assert set(re.findall(r"<[^>]*>", report)) == {'<a id="c1">', "</a>"}
    assert report.count("\n# ") == 0 and report.startswith("# Figures audit")
    assert not re.search(r"(?<!\\)[`$~]", re.sub(r"`crossfoot [^`]*`", "", report))
    assert not re.search(r"(?<!\\)\]\(javascript", report)
    assert "\x1b" not in report and "\u202e" not in report
    for table in re.findall(r"(?:^\|.*\n)+", report, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1


def test_quotation_is_the_figure_and_few_words() -> None:
    text = "One two three four five six seven eight 52 bn nine ten eleven twelve thirteen fourteen."
    start = text.index("52")
    quoted = excerpt(text, start, start + 5)
    assert quoted == "… four five six seven eight **52 bn** nine ten eleven twelve …"
    assert len(re.findall(r"\w+", quoted)) <= 11
    assert excerpt("Other.\n\nIt cost 5 M.\n\nMore.", 16, 19) == "It cost **5 M**."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1. a", "1\\. a"),
        ("- a", "\\- a"),
        ("1.8 bn", "1.8 bn"),
        ("-5 %", "-5 %"),
        ("a  b\n", "a b "),
        ("<&>", "&lt;&amp;&gt;"),
    ],
)
def test_escape(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_code_outlasts_backticks() -> None:
    assert code("a ``b`` c") == "```a ``b`` c```"


def test_many_sources_become_a_list() -> None:
    more = tuple(Source(id=f"s{number}", path=f"sources/s{number}.txt") for number in range(9))
    report = render(AUDIT.model_copy(update={"sources": AUDIT.sources + more}))
    assert "- plan · investment: **EUR 52 bn, 2030** C1 (clubic, copy); **USD 52 bn** C1 (wire)" in report


def test_nothing_compared_is_said_first() -> None:
    empty = Audit(crossfoot="0.1.0", story="s", sources=(), claims=(), findings=(), skipped=())
    assert render(empty).splitlines()[2].startswith("**Nothing could be compared.** 0 sources")


def quantity(low: Bound, high: Bound, unit: str, modifier: str = "exact", **more: object) -> Quantity:
    fields = {"low": low, "high": high, "unit": unit, "modifier": modifier, **more}
    return Quantity.model_validate({"quote": "", "start": 0, "end": 0, **fields})


def amount(value: str, unit: str, modifier: str = "exact", **more: object) -> Quantity:
    return quantity(Decimal(value), Decimal(value), unit, modifier, **more)


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (amount("52000000000", "EUR"), "EUR 52 bn"),
        (amount("450000000", "EUR"), "EUR 450 M"),
        (amount("1234567890", "EUR"), "EUR 1,234,567,890"),
        (amount("92.50", "GBP", per="MWh"), "GBP 92.5 per MWh"),
        (amount("600", "MW"), "600 MW"),
        (amount("1500", "MW"), "1.5 GW"),
        (amount("0.7", "MW"), "700 kW"),
        (amount("0", "MW"), "0 kW"),
        (amount("25000000", "MWh"), "25 TWh"),
        (amount("800", "job", "approx"), "about 800 jobs"),
        (amount("1", "job"), "1 job"),
        (quantity(Decimal(800), None, "job", "at_least"), "at least 800 jobs"),
        (quantity(Decimal(800), None, "job"), "at least 800 jobs"),
        (quantity(None, Decimal(800), "job", "less_than"), "less than 800 jobs"),
        (quantity(Decimal(200), Decimal(999), "job", "several"), "several hundred jobs"),
        (quantity(Decimal(2000), Decimal(9999), "gpu", "several"), "thousands of GPUs"),
        (quantity(Decimal(2), None, "site", "several"), "several sites"),
        (quantity(Decimal(2000), Decimal(9999), "MW", "several"), "several GW"),
        (quantity(Decimal(2 * 10**9), Decimal(10**10 - 1), "EUR", "several"), "billions of EUR"),
        (quantity(Decimal(24), Decimal(119), "count", "several", noun="wells"), "dozens of wells"),
        (quantity(Decimal(3), Decimal(5), "site", "several"), "3 to 5 sites"),
        (quantity(Decimal(400), Decimal(450), "MW", "range"), "400 to 450 MW"),
        (quantity(Decimal(10**9), Decimal(2 * 10**9), "EUR", "range"), "EUR 1 bn to EUR 2 bn"),
        (amount("33.3", "percent"), "33.3 %"),
        (amount("2", "x"), "×2"),
        (amount("7", "rank"), "rank 7"),
        (amount("35", "count", noun="wells"), "35 wells"),
        (amount("400000", "m2"), "40 ha"),
        (amount("3", "year"), "3 years"),
        (quantity(date(2027, 7, 1), date(2027, 12, 31), "date"), "2027-H2"),
        (quantity(date(2026, 1, 1), date(2026, 12, 31), "date", "approx"), "about 2026"),
        (quantity(None, date(2026, 12, 31), "date", "at_most"), "by 2026-12-31"),
        (quantity(date(2028, 1, 1), None, "date", "at_least"), "not before 2028-01-01"),
        (quantity(date(2014, 1, 1), date(2016, 12, 31), "date", "range"), "2014 to 2016"),
        (quantity(None, None, "date"), "not resolved"),
    ],
)
def test_figures_the_readers_way(found: Quantity, shown: str) -> None:
    assert figure(found) == shown


@pytest.mark.parametrize(
    ("low", "high", "unit", "under", "shown"),
    [
        ("1450", "1550", "MW", True, "1.45 GW to under 1.55 GW"),
        ("5087250000", "5622750000", "EUR", False, "EUR 5.08725 bn to EUR 5.62275 bn"),
        ("449500000", None, "EUR", False, "EUR 449.5 M and more"),
        (None, "65", "job", True, "under 65 jobs"),
        (None, "65", "job", False, "up to 65 jobs"),
        ("7", "7", "percent", False, "7 %"),
        (None, None, "job", False, "any number"),
    ],
)
def test_intervals_the_readers_way(low: str | None, high: str | None, unit: str, under: bool, shown: str) -> None:
    ends = (None if end is None else Decimal(end) for end in (low, high))
    assert extent(CLAIMS[0].model_copy(update={"unit": unit}), *ends, under=under) == shown


def test_claims_and_back() -> None:
    odd = CLAIMS[0].model_copy(
        update={"low": Decimal("0.1"), "high": Decimal("12345678901234567890.123456789"), "quote": "a\u2028b"}
    )
    text = jsonl.claims((*CLAIMS, odd))
    assert len(text.splitlines()) == len(CLAIMS) + 1
    assert sorted(jsonl.parse(text), key=str) == sorted((*CLAIMS, odd), key=str)
    assert jsonl.claims(reversed(CLAIMS)) == jsonl.claims(CLAIMS)


def test_numbers_in_json() -> None:
    fields = records.record(CLAIMS[0].model_copy(update={"low": Decimal("5.2E+10"), "high": Decimal("0.125")}))
    assert (fields["low"], fields["high"]) == (52_000_000_000, 0.125)
    assert '"low": 52000000000,' in records.dump(fields)
    assert records.record(CLAIMS[4])["low"] == "2027-07-01"
    exact = Decimal("12345678901234567890.5")
    assert records.record(CLAIMS[0].model_copy(update={"low": exact}))["low"] == "12345678901234567890.5"


def test_json_has_every_field() -> None:
    found = json.loads(json_format.render(AUDIT))
    assert list(found)[:6] == ["crossfoot", "story", "sources", "claims", "findings", "skipped"]
    assert set(found["claims"][0]) == set(Claim.model_fields)
    assert set(found["findings"][0]) == set(Finding.model_fields)
    assert set(found["sources"][0]) == set(Source.model_fields)
    assert found["skipped"][-1] == {
        "source": "scan", "quote": "", "start": 0, "end": 0, "reason": "not read: .pdf files are not read yet",
    }  # fmt: skip


def test_csv_keeps_every_claim() -> None:
    lines = frame.csv(CLAIMS).splitlines()
    assert len(lines) == len(CLAIMS) + 1
    assert lines[0].startswith("id,source,quote,start,end,line,column,measure,low,high,unit")
    assert "52000000000" in lines[1] and "2027-07-01" in lines[-1]


def test_parquet_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "find_spec", lambda name: None)
    with pytest.raises(CrossfootError, match="needs pyarrow, which is not installed: pip install pyarrow"):
        frame.parquet(CLAIMS)


def test_summary_is_plain_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    terminal.print_summary(hostile(), stream)
    assert "\x1b" not in stream.getvalue() + terminal.table(hostile().claims, styled=False)
    assert (
        "1 conflict, 0 tensions, 1 explained difference; 3 sources (2 origins), 1 source not read" in stream.getvalue()
    )


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_no_color_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    coloured, plain = Terminal(), Terminal()
    terminal.print_summary(AUDIT, coloured)
    monkeypatch.setenv("NO_COLOR", "1")
    terminal.print_summary(AUDIT, plain)
    assert "\x1b[1;31m" in coloured.getvalue()
    assert not re.search(r"\x1b\[[\d;]*3\d", plain.getvalue())


@pytest.mark.parametrize("columns", [40, 80, 160])
def test_summary_names_sources_and_breaks_no_figure(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("NO_COLOR", "1")
    stream = Terminal()
    terminal.print_summary(AUDIT, stream)
    lines = re.sub(r"\x1b\[[\d;]*m", "", stream.getvalue()).splitlines()
    assert max(map(len, lines)) <= columns
    assert "C1 plan, investment: EUR 52 bn (clubic, copy) or USD 52 bn (wire)" in re.sub(r"\n +", " ", "\n".join(lines))
    assert not any(line.endswith("USD") for line in lines)


def test_findings_about_one_thing_stand_together() -> None:
    one, other = (AUDIT.findings[0].model_copy(update={"id": id, "subject": id}) for id in ("a", "b"))
    again = one.model_copy(update={"id": "c", "measure": "cost"})
    found = numbered(AUDIT.model_copy(update={"findings": (one, other, again)}))
    assert [(name, finding.id) for name, finding in found] == [("C1", "a"), ("C2", "c"), ("C3", "b")]


def test_publishers_are_named_with_their_sources() -> None:
    known = {id: Source(id=id, path="", publisher=name) for id, name in (("1", "A B"), ("2", "A B"), ("c-d", "C D"))}
    assert who(["1", "2", "c-d", "9"], known) == "A B (1, 2), C D, 9"


def test_one_figure_with_two_scopes_is_told_in_plain_words() -> None:
    scoped = {"c1": "initial", "c2": "initial", "c3": "full_build"}
    claims = {id: found.model_copy(update={"scope": scoped.get(id)}) for found in CLAIMS for id in (found.id,)}
    finding = AUDIT.findings[0].model_copy(update={"type": "scope"})
    told = "plan: EUR 52 bn is given as the initial investment by copy and as the investment once fully built by wire"
    assert headline(finding, claims, lambda side: side.sources[-1]) == told


def test_only_steps_that_matter_are_told() -> None:
    steps = ("450: 450", "times 1,000,000", "unit: EUR", "subject: named in the sentence: X", "modifier: at_least")
    plain = CLAIMS[0].model_copy(update={"reading": steps})
    assert inferred(plain) == []
    inference = ("currency not printed here: EUR from the same number in this text", "subject: what the text is about")
    guessed = plain.model_copy(update={"reading": (*steps[:2], *inference)})
    assert inferred(guessed) == [inference[0], "subject inferred (what the text is about)"]
    day = CLAIMS[4].model_copy(update={"quote": "last week", "reading": ("last week", "2027-W01", "2027-H2")})
    assert inferred(day)[-1] == "“last week” is 2027-H2"


def test_a_source_on_both_sides_is_named() -> None:
    sides = tuple(s.model_copy(update={"sources": ("wire", *s.sources)}) for s in AUDIT.findings[0].sides)
    finding = AUDIT.findings[0].model_copy(update={"sides": sides})
    known = {claim.id: claim for claim in CLAIMS}
    assert both_ways(finding, known, {}) == ["wire contradicts itself: EUR 52 bn against USD 52 bn at line 1"]
    assert both_ways(finding.model_copy(update={"type": "time"}), known, {}) == []


@pytest.mark.parametrize(
    ("value", "shown"), [("43333.3", "about 43,300"), ("11200", "11,200"), ("4.1667", "about 4.17")]
)
def test_what_was_worked_out_is_rounded(value: str, shown: str) -> None:
    assert about(Decimal(value)) == shown


def test_table_fits_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    shown = terminal.table(hostile().claims, styled=True)
    assert "\x1b[31m" not in shown and "┃" in shown
    assert max(map(len, re.sub(r"\x1b\[[\d;]*m", "", shown).splitlines())) <= 100


SAMPLE = [(AUDIT, TEXTS)]


def test_explain_takes_the_names_of_a_report() -> None:
    assert explanation.of("C1", SAMPLE) == explanation.of("C-7f3a", SAMPLE)
    assert explanation.of("e1", SAMPLE) == explanation.of("E-1", SAMPLE)
    with pytest.raises(CrossfootError, match="C1 names 2 claims or findings"):
        other = AUDIT.model_copy(update={"findings": (AUDIT.findings[0].model_copy(update={"id": "x"}),)})
        explanation.of("C1", [*SAMPLE, (other, TEXTS)])


def test_explained_claim_shows_its_sentence_and_no_raw_bounds() -> None:
    told = explanation.of("c1", SAMPLE)
    assert "  sentence    La firme dépensera 52 milliards d'euros d'ici 2030, dit-elle.\n" in told
    assert "  reads       EUR 52 bn\n" in told and "52000000000" not in told
    vague = CLAIMS[3].model_copy(update={"low": Decimal(200), "high": Decimal(999), "modifier": "several"})
    assert "  reads       several hundred jobs, taken as 200 to 999 job\n" in explanation.claim(vague, "")


def test_explained_finding_goes_from_the_printed_words_to_the_verdict() -> None:
    told = explanation.of("C1", SAMPLE)
    assert "  EUR 52 bn: 2 sources, 1 of them independent (copy is a copy of clubic)\n" in told
    assert (
        "    Clubic (clubic), 2025-02-11, line 3: “La firme dépensera 52 milliards d'euros d'ici 2030, dit-elle.”\n"
        "      “52 milliards d'euros” was read as EUR 52 bn: investment of plan, for 2030, said by la firme [c1]\n"
    ) in told
    assert (
        "  - all of it is said of one subject, plan\n  - date it is said of: 2030; not every place says one\n" in told
    )
    assert "  - conflict: the sides cannot both be true as printed (confidence 0.9)\n" in told
    assert told.index("What is printed") < told.index("How it was compared") < told.index("What follows")


def test_explained_size_says_of_what_it_is() -> None:
    high = CLAIMS[0].model_copy(update={"measure": "count_other", "unit": "m", "thing": "height", "head": "tower"})
    audit = AUDIT.model_copy(update={"claims": (high, *CLAIMS[1:])})
    assert ": height of the tower at plan" in explanation.of("C1", [(audit, TEXTS)])


def test_explained_finding_names_ids_only_where_explain_knows_them() -> None:
    assert "[c1]" in explanation.finding(AUDIT.findings[0], AUDIT, TEXTS)
    without = explanation.finding(AUDIT.findings[0], AUDIT, TEXTS, ids=False)
    assert "[c1]" not in without and "crossfoot explain" not in without


def test_explained_finding_tells_places_of_one_reading_once() -> None:
    again = CLAIMS[0].model_copy(update={"id": "c9", "line": 9})
    sides = (AUDIT.findings[0].sides[0].model_copy(update={"claims": ("c1", "c9")}), AUDIT.findings[0].sides[1])
    audit = AUDIT.model_copy(update={
        "claims": (*CLAIMS, again), "findings": (AUDIT.findings[0].model_copy(update={"sides": sides}),),
    })  # fmt: skip
    assert "line 3, and line 9: “La firme" in explanation.of("C1", [(audit, TEXTS)])


def test_explain_finds_by_prefix() -> None:
    assert explanation.of("c1", SAMPLE).startswith('claim c1: "52 milliards d\'euros" (clubic, line 3, column 20)')
    assert "likely cause: one text prints the wrong currency" in explanation.of("C-7", SAMPLE)
    with pytest.raises(CrossfootError, match="c names 5 claims or findings: c1, c2, c3, c4, c5"):
        explanation.of("c", SAMPLE)
    with pytest.raises(CrossfootError, match="no claim or finding 'C-7f3b'; close: C-7f3a"):
        explanation.of("C-7f3b", SAMPLE)
