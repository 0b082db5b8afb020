"""What is loaded when: nothing heavy by importing crossfoot, and nothing that help does not need."""

from __future__ import annotations

import subprocess
import sys

import pytest

AT_IMPORT = ("spacy", "pandas", "pydantic", "rich", "quantulum3", "dateparser", "currency_converter", "typer")
FOR_HELP = ("spacy", "pandas", "rich", "quantulum3", "dateparser", "currency_converter")
COMMANDS = ["", "audit", "extract", "compare", "explain", "check", "ledger", "ledger update"]


def loaded(program: str) -> set[str]:
    """The packages that are loaded when a program ends, in a process of its own."""
    shown = "import sys; print('loaded:', *sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", f"{program}\n{shown}"], capture_output=True, text=True, check=True)
    line = done.stdout.splitlines()[-1]
    assert line.startswith("loaded: ")
    return set(line.split()[1:])


def test_importing_loads_nothing_heavy() -> None:
    """No pipeline, no data frames, no models of records: they come with the first question."""
    found = loaded("import crossfoot; crossfoot.__version__; dir(crossfoot)")
    assert "crossfoot" in found
    assert sorted(found & set(AT_IMPORT)) == []


def test_reading_quantities_loads_no_pipeline() -> None:
    """Figures are read by tables and rules; names are what a pipeline is for."""
    found = loaded("import crossfoot; assert crossfoot.read_quantities('plus de 450 M€')")
    assert "pydantic" in found
    assert sorted(found & {"spacy", "pandas", "rich", "typer"}) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_help_loads_nothing_that_it_does_not_need(command: str) -> None:
    """`crossfoot --help`, and that of each command."""
    found = loaded(f"from crossfoot.cli import run; assert run({[*command.split(), '--help']!r}) == 0")
    assert "typer" in found
    assert sorted(found & set(FOR_HELP)) == []


def test_a_module_is_run_like_the_command() -> None:
    """`python -m crossfoot` says the same as `crossfoot`."""
    done = subprocess.run([sys.executable, "-m", "crossfoot", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("crossfoot ")
