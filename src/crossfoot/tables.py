"""The data tables: files of words -> Tables, refused where they are not valid or clash.

    >>> load().languages["fr"].decimal
    ','

A language is one file in `languages/` (and one for its dates), a measure one file in `measures/`. A unit's names
may be given by the measure (`[units.MW] fr = [...]`) or by the language (`[units]`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import ConfigDict, ValidationError

from crossfoot.errors import CrossfootError
from crossfoot.measuretable import MeasureTable
from crossfoot.model import Value
from crossfoot.schema import Language
from crossfoot.vocabulary import Vocabulary


class Tables(Value):
    """All languages and measures."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)
    languages: Mapping[str, Language]
    measures: tuple[MeasureTable, ...]
    vocabularies: Mapping[str, Vocabulary]

    def vocabulary(self, language: str) -> Vocabulary:
        """The vocabulary of a language; English where there is none for it."""
        return self.vocabularies.get(language[:2], self.vocabularies["en"])

    def approx(self, measure: str) -> Decimal:
        """How far "about" reaches either way, as a share of the figure."""
        for table in self.measures:
            if table.measure == measure or measure in table.kinds:
                return table.compare.get("approx", Decimal("0.1"))
        return Decimal("0.1")


def _read(folder: str, suffix: str = ".toml") -> Iterator[tuple[str, dict[str, Any]]]:
    for entry in sorted(files("crossfoot").joinpath(folder).iterdir(), key=lambda e: e.name):
        if entry.name.endswith(suffix) and entry.name.count(".") == suffix.count("."):
            yield entry.name.split(".")[0], tomllib.loads(entry.read_text("utf-8"))


@cache
def load() -> Tables:
    """The tables that come with the package. Raises CrossfootError where a table is not valid."""
    try:
        measures = tuple(MeasureTable(name=name, **table) for name, table in _read("measures"))
        dates = dict(_read("languages", ".dates.toml"))
        languages = {
            code: Language(code=code, dates=dates.get(code, {}).get("dates", {}), **table)
            for code, table in _read("languages")
        }
    except ValidationError as error:
        raise CrossfootError(
            f"a table of words is not valid: {error.errors()[0]['loc']} {error.errors()[0]['msg']}"
        ) from error
    units, kinds = ({name for table in measures for name in getattr(table, part)} for part in ("units", "kinds"))
    for language in languages.values():
        for unknown in sorted((language.units.keys() - units) | (language.kinds.keys() - kinds)):
            raise CrossfootError(f"{language.code}.toml: no measure has a unit or kind {unknown!r}")
    vocabularies = {code: Vocabulary(language, measures) for code, language in languages.items()}
    return Tables(languages=languages, measures=measures, vocabularies=vocabularies)
