"""The command: arguments in, results on stdout or in files, summaries on stderr, an exit status out.

Thin, and typer's only door. What a command needs is imported inside it, so that `--help` is there at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer
from typer.exceptions import TyperException

from crossfoot import __version__
from crossfoot.errors import CrossfootError

if TYPE_CHECKING:
    from crossfoot.model import Audit, Source

FOUND, WRONG, UNREAD = 1, 2, 3
_WEIGHTS = {"conflict": ("conflict",), "tension": ("conflict", "tension"), "never": ()}

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
ledger = typer.Typer(rich_markup_mode=None, help="Write down the claims of stories.")
app.add_typer(ledger, name="ledger")

Paths = Annotated[
    list[Path] | None, typer.Argument(metavar="[PATH]...", help="Files, folders or stories; none: each under claims/.")
]
Stories = Annotated[
    list[Path] | None, typer.Argument(metavar="[STORY]...", help="Names or folders; none: each under claims/.")
]
Out = Annotated[Path | None, typer.Option("--out", "-o", help="Write there, not to the terminal.")]
FailOn = Annotated[
    Literal["conflict", "tension", "never"], typer.Option(help="The lightest open finding that makes the exit 1.")
]
AllowUnread = Annotated[bool, typer.Option("--allow-unread", help="Let a source that cannot be read pass.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Name each figure that is no claim, and why.")]
Name = Annotated[str | None, typer.Option("--story", metavar="NAME", help="The name to give the story.")]


def _version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        typer.echo(f"crossfoot {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Find where several sources about one affair disagree in their figures.

    Exit status: 0 nothing is open, 1 a finding is, 2 wrong use or nothing to compare, 3 a source was not read.
    """


@app.command()
def audit(
    paths: Paths = None,
    *,
    form: Annotated[Literal["markdown", "json", "jsonl"], typer.Option("--format", "-f")] = "markdown",
    out: Out = None,
    fail_on: FailOn = "conflict",
    allow_unread: AllowUnread = False,
    story: Name = None,
    verbose: Verbose = False,
) -> None:
    """Read sources, and report where their figures disagree.

    The report of a story under claims/ is written to reports/, unless --out or another format is asked for.
    """
    from crossfoot import api, files, tables, upkeep
    from crossfoot.formats import terminal

    loaded, audits, shown = tables.load(), [], []
    for found in files.find_stories(paths or (), name=story):
        files.refuse_sources(out, found)
        audited = api.audit_story(found, loaded)
        audits.append(audited.audit)
        if verbose:
            _say(terminal.left_out(audited.audit.skipped, audited.audit.sources, audited.texts))
        terminal.print_summary(audited.audit, sys.stderr)
        if form == "markdown" and out is None and files.is_kept(found):
            kept = upkeep.report(audited)
            _emit(kept.text, kept.path)
        else:
            shown.append(upkeep.rendered(audited, form, out.parent if out else Path()))
    if shown:
        _emit(upkeep.joined(shown, form), out)
    raise typer.Exit(_status(audits, fail_on, allow_unread))


@app.command()
def extract(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, folders or stories.")],
    *,
    form: Annotated[
        Literal["table", "jsonl", "csv", "parquet"] | None,
        typer.Option("--format", "-f", help="Default: table on a terminal, else jsonl."),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="A file, or a folder: one file a story.")] = None,
    allow_unread: AllowUnread = False,
    verbose: Verbose = False,
) -> None:
    """Read sources, and print their claims without comparing them."""
    from crossfoot import api, exports, files, tables
    from crossfoot.formats import terminal

    form = form or ("table" if out is None and sys.stdout.isatty() else "jsonl")
    loaded = tables.load()
    stories = files.find_stories(paths)
    for story in stories:
        files.refuse_sources(out, story)
    found = [api.extract_story(story, loaded) for story in stories]
    if verbose:
        for each in found:
            _say(terminal.left_out(each.skipped, each.read, each.texts))
    _name_unread(source for each in found for source in each.unread)
    for path, data in exports.outputs(found, form, out):
        _emit(data, path)
    if not any(each.read for each in found):
        raise CrossfootError("no source could be read")
    raise typer.Exit(UNREAD if any(each.unread for each in found) and not allow_unread else 0)


@app.command()
def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="A statement.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    *,
    language: Annotated[str | None, typer.Option(help="Their language, such as fr or en; else found out.")] = None,
    fail_on: FailOn = "conflict",
) -> None:
    """Hold two statements against each other."""
    from crossfoot import api
    from crossfoot.formats import explanation, terminal

    found = api.compare_texts(a, b, language)
    _emit(
        "\n".join(explanation.finding(finding, found, {"a": a, "b": b}, ids=False) for finding in found.findings), None
    )
    terminal.print_summary(found, sys.stderr, findings=False)
    raise typer.Exit(_status([found], fail_on, True))


@app.command()
def explain(
    id: Annotated[str, typer.Argument(metavar="ID", help="A name in a report (C1), an id, or how it begins.")],
    paths: Paths = None,
) -> None:
    """Say how a claim was read, or how a finding was made."""
    from crossfoot import api, files, tables
    from crossfoot.formats import explanation

    loaded = tables.load()
    audited = [api.audit_story(story, loaded) for story in files.find_stories(paths or ())]
    _emit(explanation.of(id, [(each.audit, each.texts) for each in audited]), None)


@app.command()
def check(stories: Stories = None, *, allow_unread: AllowUnread = False) -> None:
    """Say whether the reports and ledgers of stories are what their sources give."""
    from crossfoot import api, files, tables, upkeep

    loaded, worst = tables.load(), 0
    for story in files.named_stories(stories or ()):
        audited = api.audit_story(story, loaded)
        stale = upkeep.stale(audited)
        lines = [f"{kept.path.as_posix()} is {kept.state}; renew it: {kept.renew}" for kept in stale]
        _emit("".join(f"{line}\n" for line in lines or [f"{story.name} is in order"]), None)
        _name_unread(audited.audit.unread)
        worst = max(worst, UNREAD if audited.audit.unread and not allow_unread else FOUND if stale else 0)
    raise typer.Exit(worst)


@ledger.command()
def update(stories: Stories = None, *, allow_unread: AllowUnread = False) -> None:
    """Write the ledger of each story: its claims, one a line."""
    from crossfoot import api, files, tables, upkeep

    loaded, unread = tables.load(), False
    for story in files.named_stories(stories or ()):
        audited = api.audit_story(story, loaded)
        kept = upkeep.ledger(audited)
        _emit(kept.text, kept.path)
        _name_unread(audited.audit.unread)
        unread = unread or bool(audited.audit.unread)
    raise typer.Exit(UNREAD if unread and not allow_unread else 0)


def _status(audits: Sequence[Audit], fail_on: str, allow_unread: bool) -> int:
    """The exit status: the first that holds of nothing compared, something unread, a finding open."""
    from crossfoot.wording import is_open

    if not all(audit.compared for audit in audits):
        return WRONG
    if not allow_unread and any(audit.unread for audit in audits):
        return UNREAD
    findings = (finding for audit in audits for finding in audit.findings)
    return FOUND if any(is_open(each) and each.verdict in _WEIGHTS[fail_on] for each in findings) else 0


def _emit(data: str | bytes, out: Path | None) -> None:
    """Give a result: to a file, or to stdout."""
    from crossfoot import files

    if isinstance(data, str):
        data = data.encode("utf-8", "backslashreplace")
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    if out.is_dir():
        raise CrossfootError(f"{out.as_posix()} is a folder; expected a file to write to")
    files.write_bytes(out, data)
    typer.echo(f"wrote {out.as_posix()}", err=True)


def _name_unread(sources: Iterable[Source]) -> None:
    """Say on stderr which sources could not be read, and why."""
    _say(f"not read: {source.path}: {'; '.join(source.problems)}" for source in sources)


def _say(lines: Iterable[str]) -> None:
    """Say lines on stderr."""
    for line in lines:
        typer.echo(line, err=True)


def run(arguments: Sequence[str]) -> int:
    """Run the command; every way in which it can end is an exit status."""
    command = typer.main.get_command(app)
    try:
        status = command.main(list(arguments) or ["--help"], "crossfoot", standalone_mode=False)
        return status if isinstance(status, int) else 0
    except CrossfootError as error:
        return _refuse(str(error), error.exit_code)
    except TyperException as error:
        return _refuse(f"{error.format_message()} (see crossfoot --help)", WRONG)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains while it ends
        return 141
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return _refuse(f"{place}{(error.strerror or str(error)).lower()}", WRONG)
    except Exception as error:
        if os.environ.get("CROSSFOOT_DEBUG"):
            raise
        return _refuse(f"internal error: {type(error).__name__}: {error}; set CROSSFOOT_DEBUG=1 for details", WRONG)


def _refuse(message: str, status: int) -> int:
    """Say in one line why it ends, and with which status."""
    sys.stderr.write(f"crossfoot: {' '.join(message.split())}\n")
    return status


def main() -> NoReturn:
    """The command as it is called from a shell."""
    sys.exit(run(sys.argv[1:]))
