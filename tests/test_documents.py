"""What a source's text is cut into, in which language it is read, and what of it is not read."""

from __future__ import annotations

from decimal import Decimal

import crossfoot
from crossfoot import documents, language, pipeline, tables
from crossfoot.model import Source

TABLES = tables.load()
MIXED = """Le pont coûtera 1,250 km de câbles et 300 millions d'euros, selon la ville qui le fait construire.

The ministry said in a letter to the council that the bridge would cost the taxpayer 1,250 million euros.
"""
HEAD = "---\ntitle: Le pont de 2030\ndate: 2025-02-14\ntags: 300 MW\n---\n"
BODY = "Le pont de Brive coûtera 450 millions d'euros, selon la ville.\n"
POLISH = (
    "Most będzie kosztował 1,8 miliarda euro, powiedział w poniedziałek minister. Budowa ma się rozpocząć w przyszłym "
    "roku i potrwać do 2031 roku, a przy jej realizacji pracować będzie 800 osób. Rząd zapowiada, że nowa przeprawa "
    "skróci czas przejazdu między miastami o pół godziny."
)


def test_a_paragraph_is_read_in_its_own_language() -> None:
    claims, _ = pipeline.extract([(Source(id="a", path="a.txt"), MIXED)], TABLES)
    assert {(c.quote, c.low) for c in claims} == {
        ("1,250 km", Decimal("1.250")),
        ("300 millions d'euros", Decimal(300_000_000)),
        ("1,250 million euros", Decimal(1_250_000_000)),
    }


def test_a_paragraph_keeps_the_documents_language_where_its_words_do_not_speak_against_it() -> None:
    text = "Le groupe investira 300 millions d'euros dans le pont de la ville de Brive.\n\nBridge Tower Club Hotel Wi-Fi Services Group International: 40.000 tickets, 1.200 hotels."  # noqa: E501
    read = documents.read(Source(id="a", path="a.txt"), text, TABLES)
    assert [block.language for block in read.blocks] == [None, None]


def test_a_language_without_a_table_is_said() -> None:
    read = documents.read(Source(id="a", path="a.txt"), POLISH, TABLES)
    assert read.source.problems == (f"is in a language without a table (pl); read as if it were in {read.language}",)


def test_a_language_that_is_stated_and_has_no_table_is_said() -> None:
    read = documents.read(Source(id="a", path="a.txt", language="pl"), "Most: 1,8 miliarda euro.", TABLES)
    assert "without a table (pl)" in read.source.problems[0]
    assert not read.language_known


def test_a_text_that_shows_no_language_has_none() -> None:
    assert language.guess("EUR 1,234", TABLES) is None
    assert language.guess("The bridge cost 1,234 euros.", TABLES) == "en"


def test_the_head_of_a_markdown_file_is_not_read_for_claims() -> None:
    text = HEAD + BODY
    claims, skipped = pipeline.extract([(Source(id="a", path="a.md"), text)], TABLES)
    assert [c.quote for c in claims] == ["450 millions d'euros"]
    assert [(s.start, s.end, s.reason) for s in skipped] == [(0, len(HEAD), "the head of the file")]


def test_dashes_at_the_head_of_a_plain_text_are_text() -> None:
    claims, _ = pipeline.extract([(Source(id="a", path="a.txt"), HEAD + BODY)], TABLES)
    assert "300 MW" in [c.quote for c in claims]


def test_digits_of_an_address_are_no_figures() -> None:
    """Neither in a document nor in a text that is read for its quantities alone."""
    text = "The plan is at https://example.org/plan?q=30%25%2020% and costs 12% more; ask 7bn@example.org, #plan2030."
    assert [q.quote for q in crossfoot.read_quantities(text, language="en")] == ["12%"]


def test_a_figure_runs_through_the_link_and_the_emphasis_in_it() -> None:
    """ "450 [Millionen Euro](https://example.org/45)"."""
    for text in ("450 [Millionen Euro](https://example.org/45)", "**450** Millionen *Euro*", "450 <b>Mio.</b> Euro"):
        (found,) = crossfoot.read_quantities(f"Der Bau kostet {text}.", language="de")
        assert found.low == found.high == Decimal(450_000_000)
