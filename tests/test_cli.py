"""The command from outside: exit status, streams, files written, and one line for whatever goes wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sample_audit import AUDIT, TEXTS

from crossfoot import __version__, api, cli, files, tables
from crossfoot.errors import CrossfootError
from crossfoot.model import Audit

SRC = Path(__file__).parent.parent / "src"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one story, `claims/plan`."""
    for name, text in TEXTS.items():
        path = tmp_path / "claims" / "plan" / "sources" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes every audit come to the same result, so that the command is tested and not the rules."""
    monkeypatch.setattr(tables, "load", lambda: None)

    def come_to(**update: object) -> None:
        result = AUDIT.model_copy(update={"unread": (), **update})
        monkeypatch.setattr(api, "audit_story", lambda story, loaded: api.Audited(story, result, TEXTS))
        monkeypatch.setattr(api, "compare_texts", lambda *texts: result)

    come_to()
    return come_to


def test_version_and_help(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--version"]) == 0
    assert capfd.readouterr().out == f"crossfoot {__version__}\n"
    assert cli.run([]) == cli.run(["--help"]) == cli.run(["audit", "--help"]) == 0


@pytest.mark.parametrize("command", ["audit", "extract"])
def test_verbose_names_what_is_no_claim(home: Path, capfd: pytest.CaptureFixture[str], command: str) -> None:
    """With its place in the file and the reason; without --verbose only the report says so."""
    page = home / "page.txt"
    page.write_text("The bridge cost £3 million.\n\nTake the A7, then call 020 7946 0991.\n", "utf-8")
    cli.run([command, str(page)])
    assert "left out" not in capfd.readouterr().err
    cli.run([command, str(page), "--verbose"])
    said = capfd.readouterr().err
    assert f"{page.name}:3:11: “7” left out: part of a name\n" in said
    assert f"{page.name}:3:24: “020” left out:" in said


def test_start_loads_nothing_heavy() -> None:
    program = (
        "import sys, crossfoot, crossfoot.cli; crossfoot.cli.run(['--help']); "
        "print(sorted({'spacy', 'pandas', 'pydantic', 'rich', 'dateparser'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(SRC)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("update", "options", "status"),
    [
        ({}, [], 1),
        ({}, ["--fail-on", "never"], 0),
        ({"findings": AUDIT.findings[1:]}, ["--fail-on", "tension"], 0),
        ({"findings": (AUDIT.findings[0].model_copy(update={"state": "accepted"}),)}, [], 0),
        ({"findings": (AUDIT.findings[0].model_copy(update={"state": "known"}),)}, [], 1),
        ({"findings": (AUDIT.findings[0].model_copy(update={"verdict": "tension"}),)}, [], 0),
        ({"findings": (AUDIT.findings[0].model_copy(update={"verdict": "tension"}),)}, ["--fail-on", "tension"], 1),
        ({"unread": AUDIT.unread}, [], 3),
        ({"unread": AUDIT.unread}, ["--allow-unread"], 1),
        ({"unread": AUDIT.unread}, ["--allow-unread", "--fail-on", "never"], 0),
        ({"compared": 0, "unread": AUDIT.unread}, [], 2),
    ],
)
def test_exit_status(found: Callable[..., None], update: dict[str, object], options: list[str], status: int) -> None:
    found(**update)
    assert cli.run(["audit", "claims/plan", *options]) == status


def test_report_of_a_kept_story_goes_to_reports(
    found: Callable[..., None], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli.run(["audit"]) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert err.splitlines()[-1] == "wrote reports/plan.md"
    report = Path("reports/plan.md").read_text("utf-8")
    assert "(../claims/plan/sources/clubic.txt#L3)" in report
    assert report.endswith("*crossfoot 0.1.0 · repeat with* `crossfoot audit claims/plan`\n")
    monkeypatch.chdir("claims/plan")
    assert cli.run(["audit", "."]) == 1
    assert "(sources/clubic.txt#L3)" in capfd.readouterr().out


def test_results_on_stdout_or_in_a_file(found: Callable[..., None], capfd: pytest.CaptureFixture[str]) -> None:
    cli.run(["audit", "--format", "json"])
    out, err = capfd.readouterr()
    assert json.loads(out)["story"] == "plan"
    assert err.startswith("plan: 1 conflict")
    cli.run(["audit", "claims/plan", "--out", "deep/report.md"])
    assert capfd.readouterr().out == ""
    assert "(../claims/plan/sources/clubic.txt#L3)" in Path("deep/report.md").read_text("utf-8")
    assert not Path("reports").exists()
    cli.run(["audit", "claims/plan/sources/clubic.txt", "claims/plan/sources/wire.txt", "--story", "mine"])
    assert "`crossfoot audit claims/plan/sources/clubic.txt claims/plan/sources/wire.txt`" in capfd.readouterr().out


def test_several_stories_are_a_json_list(found: Callable[..., None], capfd: pytest.CaptureFixture[str]) -> None:
    Path("claims/other").mkdir()
    Path("claims/other/a.txt").write_text("text", "utf-8")
    cli.run(["audit", "--format", "json"])
    assert len(json.loads(capfd.readouterr().out)) == 2


def test_check_names_what_is_stale(found: Callable[..., None], capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["check", "plan"]) == 1
    assert capfd.readouterr().out.splitlines() == [
        "reports/plan.md is missing; renew it: crossfoot audit claims/plan",
        "claims/plan/claims.jsonl is missing; renew it: crossfoot ledger update plan",
    ]
    assert cli.run(["audit"]) == 1
    assert cli.run(["ledger", "update"]) == 0
    assert cli.run(["check"]) == 0
    assert capfd.readouterr().out == "plan is in order\n"
    Path("reports/plan.md").write_text("by hand", "utf-8")
    assert cli.run(["check", "claims/plan"]) == 1
    assert capfd.readouterr().out == "reports/plan.md is stale; renew it: crossfoot audit claims/plan\n"
    found(unread=AUDIT.unread)
    assert cli.run(["check"]) == 3


def test_explain(found: Callable[..., None], capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["explain", "C-7f3a"]) == 0
    told = capfd.readouterr().out
    assert "likely cause: one text prints the wrong currency" in told
    assert cli.run(["explain", "C1", "claims/plan"]) == 0
    assert capfd.readouterr().out == told
    assert cli.run(["explain", "nothing"]) == 2
    assert capfd.readouterr().err == "crossfoot: there is no claim or finding 'nothing'\n"


def test_compare(found: Callable[..., None], capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["compare", "a", "b"]) == 1
    out, err = capfd.readouterr()
    assert out.startswith("finding C-7f3a: conflict, currency: The plan is EUR 52 bn")
    assert err.splitlines() == [
        "plan: 1 conflict, 0 tensions, 1 explained difference; "
        "3 sources (2 origins), 5 figures read, 3 compared, 2 not compared"
    ]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["audit", "gone"], "gone: no such file or folder"),
        (["audit", "plan"], "plan: no such file or folder; did you mean claims/plan?"),
        (["audti"], "No such command 'audti'. Did you mean 'audit'? (see crossfoot --help)"),
        (["audit", "--fromat", "json"], "No such option: --fromat"),
        (["audit", "--format", "exe"], "Invalid value for '--format' / '-f'"),
        (["audit", "claims/plan", "--out", "claims"], "claims is a folder; expected a file to write to"),
        (["extract"], "Missing argument 'PATH...'"),
        (["check", "gone"], "gone: no such file or folder"),
        (["check", "claims/plan/sources/wire.txt"], "claims/plan/sources/wire.txt is a file; expected the name or"),
    ],
)
def test_wrong_use_is_one_line(
    found: Callable[..., None], capfd: pytest.CaptureFixture[str], arguments: list[str], line: str
) -> None:
    assert cli.run(arguments) == 2
    error = capfd.readouterr().err.splitlines()
    assert error[-1].startswith(f"crossfoot: {line}")


@pytest.mark.parametrize(
    ("error", "status", "line"),
    [
        (CrossfootError("a\nb"), 2, "crossfoot: a b\n"),
        (PermissionError(13, "Permission denied", "x"), 2, "crossfoot: x: permission denied\n"),
        (KeyboardInterrupt(), 130, ""),
        (ValueError("odd"), 2, "crossfoot: internal error: ValueError: odd; set CROSSFOOT_DEBUG=1 for details\n"),
    ],
)
def test_no_traceback_reaches_a_user(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], error: BaseException, status: int, line: str
) -> None:
    def fail() -> None:
        raise error

    monkeypatch.delenv("CROSSFOOT_DEBUG", raising=False)
    monkeypatch.setattr(tables, "load", fail)
    assert cli.run(["audit"]) == status
    assert capfd.readouterr().err == line
    monkeypatch.setenv("CROSSFOOT_DEBUG", "1")
    if isinstance(error, ValueError):
        with pytest.raises(ValueError, match="odd"):
            cli.run(["audit"])


def test_closed_pipe_is_quiet() -> None:
    command = f"{sys.executable} -m crossfoot --help | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command], env={**os.environ, "PYTHONPATH": str(SRC)}, capture_output=True, text=True, check=True
    )
    assert "Traceback" not in done.stderr and "Exception ignored" not in done.stderr


def crossfoot(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The real command, in the current folder."""
    return subprocess.run(
        [sys.executable, "-m", "crossfoot", *arguments],
        env={**os.environ, "PYTHONPATH": str(SRC)}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_extract_really() -> None:
    done = crossfoot("extract", "claims/plan", "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    for claim in claims:
        assert TEXTS[claim["source"]][claim["start"] : claim["end"]] == claim["quote"]
    assert {claim["unit"] for claim in claims} >= {"EUR", "USD", "job"}
    Path("out").mkdir()
    assert crossfoot("extract", "claims/plan", "--out", "out").returncode == 0
    assert Path("out/plan.jsonl").read_text("utf-8") == done.stdout


def test_audit_really_gives_the_same_bytes_twice() -> None:
    first, second = crossfoot("audit", "claims/plan", "--format", "json"), crossfoot("audit", "--format", "json")
    assert first.stdout == second.stdout
    assert "Traceback" not in first.stderr
    assert Audit.model_fields.keys() == json.loads(first.stdout).keys()


def test_python_interface_takes_one_story() -> None:
    Path("claims/other").mkdir()
    Path("claims/other/a.txt").write_text("text", "utf-8")
    with pytest.raises(CrossfootError, match="these paths hold 2 stories; an audit is of one"):
        api.audit(["claims/plan", "claims/other"])
    assert files.find_stories(["claims"])[0].name == "other"
