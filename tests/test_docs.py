"""The documentation says what the project does: quotes are current, commands exist, tables are complete, examples run.

`python tests/test_docs.py` writes the generated part of the README anew: the table of checks, from their docstrings.
"""

from __future__ import annotations

import doctest
import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from typing import get_args

import pytest
import typer
from stories import ROOT

import crossfoot
from crossfoot import checks, metadata, model
from crossfoot.cli import app

README = ROOT / "README.md"
DOCS = {path.relative_to(ROOT).as_posix(): path for path in (README, *sorted((ROOT / "docs").glob("*.md")))}
REPORT = ROOT / "reports" / "sesterce.md"
PACKAGE = ROOT / "src" / "crossfoot"
LINK = re.compile(r"\]\(([^)\s]*)\)")
NUMBERED = re.compile(r"\b[CTE]\d+\b")


def part(name: str) -> str:
    """The text between the marks of a part of the README."""
    text = README.read_text("utf-8")
    start, end = span(name, text)
    return text[start:end]


def span(name: str, text: str) -> tuple[int, int]:
    """Where a part stands, its marks not included."""
    found = re.search(rf"<!-- begin {re.escape(name)}\b[^>]*-->\n(.*?)<!-- end {re.escape(name)} -->", text, re.S)
    assert found, f"README.md has no part {name}"
    return found.span(1)


def blocks(text: str, language: str) -> list[str]:
    """The code blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


# --- the README's parts


def bare(line: str) -> str:
    """A line without the targets of its links, which differ from place to place, and the numbers of findings."""
    return NUMBERED.sub("", LINK.sub("]", line)).strip()


def test_the_finding_is_one_of_the_report() -> None:
    """Each line that is quoted stands in the report, in the section of one finding."""
    assert REPORT.is_file(), "reports/sesterce.md is missing; ./run audit writes it"
    quoted = [bare(line) for line in part("finding").splitlines() if line.strip()]
    sections = [
        {bare(line) for line in section.splitlines()} for section in re.split(r"(?m)^##+ ", REPORT.read_text("utf-8"))
    ]
    missing = min(([line for line in quoted if line not in section] for section in sections), key=len)
    assert len(quoted) >= 5
    assert missing == []


def tasks(text: str) -> list[str]:
    """The tasks of `./run` in a script, in their order."""
    return re.findall(r"\./run (\w+)", text)


def test_the_two_commands_are_those_of_ci() -> None:
    """Two commands are promised; both are run for every change, from nothing, and `run` knows them."""
    promised = tasks(part("commands"))
    assert promised == ["audit", "test"]
    run = tasks((ROOT / ".ci" / "run").read_text("utf-8"))
    assert [task for task in promised if task not in run] == []
    told = (ROOT / "run").read_text("utf-8")
    assert all(re.search(rf"^  {task}\b", told, re.M) for task in promised)


def commands() -> Iterator[str]:
    """The commands of the program, those of a group with its name: "ledger update"."""
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        yield from (f"{name} {each}" for each in inner) if inner else (name,)


def test_every_command_is_named() -> None:
    """In the README and in the description of the formats."""
    for text in (README.read_text("utf-8"), DOCS["docs/formats.md"].read_text("utf-8")):
        assert [name for name in commands() if f"`crossfoot {name}" not in text] == []


@pytest.mark.parametrize("name", DOCS)
def test_every_command_that_is_named_exists(name: str) -> None:
    """No command of the documentation is one that nobody can call."""
    known = {each.split()[0] for each in commands()}
    named = set(re.findall(r"`crossfoot (\w+)", DOCS[name].read_text("utf-8")))
    assert sorted(named - known) == []


@pytest.mark.parametrize("name", DOCS)
def test_every_option_that_is_named_exists(name: str) -> None:
    """The same for options."""
    command = typer.main.get_command(app)
    params = [p for c in _every(command) for p in c.params]  # type: ignore[attr-defined]
    known = {option for param in params for option in (*param.opts, *param.secondary_opts)} | {"--help"}
    text = re.sub(r"`pytest [^`]*`", "", DOCS[name].read_text("utf-8"))
    named = set(re.findall(r"(?<![\w<!-])--[a-z][a-z-]+", text))
    assert sorted(named - known) == []


def _every(command: object) -> Iterator[object]:
    yield command
    for each in getattr(command, "commands", {}).values():
        yield from _every(each)


def test_the_exit_statuses_are_those_of_the_program() -> None:
    """Each has its line."""
    from crossfoot import cli

    told = re.findall(r"^\| (\d) \|", README.read_text("utf-8"), re.M)
    assert [int(each) for each in told] == [0, cli.FOUND, cli.WRONG, cli.UNREAD]


def test_the_examples_of_files_are_good() -> None:
    """They are read as the README says, every field of them."""
    (sources,) = blocks(part("sources.toml"), "toml")
    entries = metadata.sources(sources, "sources.toml", lambda file: True)
    assert entries["infonet.md"]["published"] == "2025-02-18"
    (subjects,) = blocks(part("subjects.toml"), "toml")
    assert metadata.subjects(subjects, "subjects.toml") == (("Valence", ("Rovaltain", "Valence TGV", "Alixan")),)


@pytest.mark.parametrize("name", DOCS)
def test_the_python_examples_run(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What they print is what the documentation prints."""
    monkeypatch.chdir(ROOT)
    text = "\n".join(blocks(DOCS[name].read_text("utf-8"), "python"))
    example = doctest.DocTestParser().get_doctest(text, {}, name, name, 0)
    shown: list[str] = []
    failed, _ = doctest.DocTestRunner().run(example, out=shown.append)
    assert not failed, "".join(shown)
    assert name != "README.md" or len(example.examples) >= 5


# --- checks, modules, records


def check_names() -> list[str]:
    """The checks in the order of a report."""
    return [check.__module__.rpartition(".")[2] for check in (*checks.CHECKS, *checks.STORY_CHECKS)]


def checks_table() -> str:
    """The table of checks, from their docstrings."""
    rows = ["| check | finds | is no error |", "| --- | --- | --- |"]
    for name in check_names():
        page = sections(inspect.getdoc(import_module(f"crossfoot.checks.{name}")) or "")
        rows.append(f"| {name} | {page['What it finds']} | {page['When it is no error']} |")
    return "\n".join(["", *rows, "", ""])


def sections(page: str) -> dict[str, str]:
    """The text under each heading of a check's docstring, on one line."""
    found: dict[str, str] = {}
    heading = ""
    for line in page.splitlines():
        if line and not line.startswith(" "):
            heading = line
        elif line:
            found[heading] = f"{found.get(heading, '')} {line.strip()}".strip().replace("|", "\\|")
    return found


def test_the_table_of_checks_is_current() -> None:
    """`python tests/test_docs.py` writes it anew."""
    assert part("checks") == checks_table()


def test_every_check_is_in_the_list() -> None:
    """A file that no list names checks nothing."""
    assert sorted(check_names()) == sorted(p.stem for p in (PACKAGE / "checks").glob("*.py") if p.stem[0] != "_")


def test_the_design_names_every_module() -> None:
    """One line each, and no module that is gone."""
    text = DOCS["docs/design.md"].read_text("utf-8")
    here = {path.name for path in PACKAGE.glob("*.py") if path.stem[0] != "_"}
    folders = {f"{path.name}/" for path in PACKAGE.iterdir() if path.is_dir() and path.name[0] != "_"}
    named = re.findall(r"^\| `([\w]+(?:\.py|/))` \|", text, re.M)
    assert sorted(here - set(named)) == [], "modules without a line in docs/design.md"
    assert sorted(set(named) - here - folders) == [], "lines in docs/design.md without a module"
    assert len(named) == len(set(named))


RECORDS = (model.Source, model.Claim, model.Side, model.Finding, model.Skipped, model.Audit, model.Quantity)
WORDS = (model.Modifier, model.Measure, model.Scope, model.Event, model.Status, model.Verdict, model.State)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_the_formats_have_every_field(record: type[model.Value]) -> None:
    """A table under the record's heading, with the fields of the model in their order."""
    text = DOCS["docs/formats.md"].read_text("utf-8")
    section = re.search(rf"^### {record.__name__}\n(.*?)(?=^##|\Z)", text, re.M | re.S)
    assert section, f"docs/formats.md has no section {record.__name__}"
    assert re.findall(r"^\| `(\w+)` \|", section[1], re.M) == list(record.model_fields)


def test_the_formats_have_every_word() -> None:
    """The words that a field can hold."""
    text = DOCS["docs/formats.md"].read_text("utf-8")
    assert [word for words in WORDS for word in get_args(words) if not re.search(rf"\b{word}\b", text)] == []


@pytest.mark.parametrize("name", DOCS)
def test_links_lead_somewhere(name: str) -> None:
    """Every link inside the project has its file; a line that is named is there."""
    path = DOCS[name]
    for target in LINK.findall(re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.S)):
        if re.match(r"\w+:", target):
            continue
        place, _, anchor = target.partition("#")
        home = (path.parent / place) if place else path
        assert home.exists(), f"{target} in {name}"
        if line := re.fullmatch(r"L(\d+)", anchor):
            assert int(line[1]) <= len(home.read_text("utf-8").splitlines())


def test_the_changelog_knows_this_version() -> None:
    """The version that the package has is written down."""
    assert f"## [{crossfoot.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def write() -> None:
    """Write the generated part of the README anew."""
    text = README.read_text("utf-8")
    start, end = span("checks", text)
    README.write_text(text[:start] + checks_table() + text[end:], "utf-8")


if __name__ == "__main__":
    write()
