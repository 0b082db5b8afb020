"""The type of a measure table: its units, how they are printed, and the words that tell its kinds apart."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal

from pydantic import model_validator

from crossfoot.model import Measure, Value
from crossfoot.wordgroups import Words


class Unit(Value):
    """A unit of a measure: what one of it is in the base unit, and how it is printed."""

    name: str
    base: str
    factor: Decimal
    measure: Measure
    prefix: bool = False
    scaled: bool = False
    counted: bool = False
    kin: Words = ()
    """Currencies that go by the same bare name: a "dollar" may be Canadian."""
    part: Decimal = Decimal(1)
    """What one of it is in the currency that the text tells: a cent is a hundredth."""
    also: str = ""
    """The symbol of a weight that goes by the same name: a pound."""
    per: str | None = None
    """What the unit's name says besides: "bpd" is barrels, per day."""
    doubt: str | None = None
    """Why a figure that is printed so is not certain: "MW/h"."""
    weak: bool = False
    """A symbol that is also a word: it counts only beside a number with a scale."""


SumWords = Literal[
    "allotted", "built", "paid", "shares", "spent", "meant_for", "branches", "firms_by", "firms", "setting_off",
    "comparisons", "taxed", "untaxed", "stakes", "within",
]  # fmt: skip
"""The lists of words around sums."""


class Plausible(Value):
    """What is known of a ratio: `of` a measure `per` unit or kind of thing, in euros or the measure's unit."""

    of: Measure
    per: str
    """A unit ("gpu", "MW"), a thing ("homes"), or a length of one ("km of tunnel")."""
    name: str
    """What one of them is called."""
    low: Decimal
    high: Decimal
    source: str
    """What the range rests on."""


class MeasureTable(Value):
    """One measure: its units, the words that tell its kinds apart, and how closely its figures are compared."""

    name: str
    measure: Measure
    base: str | None = None
    prefix: bool = False
    scaled: bool = False
    counted: bool = False
    units: Mapping[str, Mapping[str, Any]] = {}
    weak_codes: Words = ()
    """Codes of currencies that are words, too."""
    noun_codes: Words = ()
    """Codes of currencies whose noun alone names them."""
    kinds: Mapping[str, Mapping[str, Words]] = {}
    sums: Mapping[SumWords, Mapping[str, Words]] = {}
    """Words that tell the kind of a sum together with others: what was "built" is "paid" for."""
    roles: Mapping[str, Mapping[str, Words]] = {}
    """What sums are that are no price of a thing: a loan, a fine, what is saved."""
    compare: Mapping[str, Decimal] = {}
    plausible: tuple[Plausible, ...] = ()
    """Ranges, wide on purpose, outside of which a ratio is wrong by a power of ten or so."""

    @model_validator(mode="after")
    def _known_units(self) -> MeasureTable:
        for name, unit in self.units.items():
            unknown = [
                k
                for k in unit
                if k not in ("factor", "symbols", "as", "kin", "part", "also", "per", "doubt") and len(k) != 2
            ]
            if unknown:
                raise ValueError(f"units.{name}: unknown key {unknown[0]!r}")
        return self

    def unit(self, name: str) -> Unit:
        """The unit of that name."""
        return Unit(
            name=name,
            base=self.units[name].get("as") or self.base or name,
            factor=Decimal(str(self.units[name].get("factor", 1))),
            measure=self.measure,
            prefix=self.prefix,
            scaled=self.scaled,
            counted=self.counted,
            kin=tuple(self.units[name].get("kin", ())),
            part=Decimal(str(self.units[name].get("part", 1))),
            also=self.units[name].get("also", ""),
            per=self.units[name].get("per"),
            doubt=self.units[name].get("doubt"),
        )
