"""Units that quantulum3 is asked about: what is taken from it, and what is not."""

from __future__ import annotations

import logging
import subprocess
import sys

import pytest

from crossfoot.quantulum import KINDS, UnitHit, unit_after

TAKEN = {
    ("km", "length"): ["km", "kilometres", "kilometers"],
    ("nmi", "length"): ["nautical miles"],
    ("mm", "length"): ["mm", "millimetre"],
    ("ft", "length"): ["ft", "feet", "foot"],
    ("ly", "length"): ["light years"],
    ("km/h", "speed"): ["km/h", "km per hour", "kilometres per hour", "kilometres an hour"],
    ("mph", "speed"): ["mph", "miles per hour", "miles an hour"],
    ("m/s", "speed"): ["m/s", "metres per second"],
    ("km/s", "speed"): ["km/s", "kilometres per second"],
    ("kn", "speed"): ["knots"],
    ("m/s2", "acceleration"): ["m/s2", "m/s²", "metres per second squared"],
    ("t", "mass"): ["t", "tonnes", "metric tons"],
    ("kg", "mass"): ["kg", "kilograms", "kilos"],
    ("Mt", "mass"): ["Mt", "megatonnes"],
    ("m3", "volume"): ["m3", "m³", "m^3", "cubic metres", "cubic meters"],
    ("ft3", "volume"): ["cubic feet"],
    ("l", "volume"): ["l", "L", "litres", "liters"],
    ("hl", "volume"): ["hl", "hectolitres"],
    ("acre ft", "volume"): ["acre-feet", "acre feet"],
    ("m3/s", "volumetric flow"): ["m3/s", "m³/s", "cubic metres per second"],
    ("m3/h", "volumetric flow"): ["m³/h"],
    ("l/s", "volumetric flow"): ["l/s", "litres per second"],
    ("gal/min", "volumetric flow"): ["gallons per minute"],
    ("ft3/min", "volumetric flow"): ["cubic feet per minute"],
    ("ft2", "area"): ["sq ft", "square feet"],
    ("kN", "force"): ["kN", "kilonewtons"],
    ("Nm", "torque"): ["Nm", "newton metres"],
    ("kPa", "pressure"): ["kPa", "kilopascals"],
    ("psi", "pressure"): ["psi", "pounds per square inch"],
    ("mbar", "pressure"): ["mbar", "millibars"],
    ("GHz", "frequency"): ["GHz", "gigahertz"],
    ("rpm", "instance frequency"): ["rpm"],
    ("kV", "electric potential"): ["kV", "kilovolts"],
    ("kA", "current"): ["kA"],
    ("MVA", "power"): ["MVA"],
    ("hp", "power"): ["hp", "horsepower"],
    ("BTU", "energy"): ["BTU", "British thermal units"],
    ("PB", "data storage"): ["PB", "petabytes"],
    ("Gbit", "data storage"): ["Gb", "Gbit", "gigabits"],
    ("Gbit/s", "data transfer rate"): ["Gbps", "Gb/s", "Gbit/s", "gigabits per second"],
    ("Tbit/s", "data transfer rate"): ["Tbps", "Tbit/s", "terabits per second"],
    ("MB/s", "data transfer rate"): ["MB/s"],
    ("kg/m3", "density"): ["kg/m3", "kilograms per cubic metre"],
    ("dB", "sound level"): ["dB", "decibels"],
    ("degC", "temperature"): ["degrees Celsius"],
    ("mSv", "radiation absorbed dose"): ["mSv"],
}

REFUSED = {
    "nothing, or not at the unit": ["", " km", "450", "-", "/h", "€"],
    "money": ["M€", "m€", "k€", "Md€", "km€", "bn", "Md", "m euros", "m dollars", "pounds", "euros", "ct", "kn"],
    "chips and racks": ["GPU", "GPUs", "H100", "A100", "V100", "GB200", "GB300", "TPUs", "racks", "cores", "MW/rack"],
    "people": ["people", "MPs", "MEPs", "CEOs", "FTE", "MA students", "jobs", "m people"],
    "words of the language": ["in 2030", "a year", "a", "an", "au total", "am", "pm", "mois", "ans", "and", "of the"],
    "everyday nouns": [
        "bars",
        "cups",
        "drops",
        "leagues",
        "quarters",
        "spans",
        "Tesla",
        "teslas",
        "sets",
        "TV channels",
    ],
    "time and angles": ["years", "h", "hours", "minutes", "s", "degrees", "rad"],
    "counts": ["million", "millions of litres", "dozen", "pairs", "percent", "%", "times"],
    "single letters": ["A", "B", "C", "F", "K", "N", "S", "T", "h", "q"],
    "symbols in the wrong case": ["KM", "KG", "KWH", "Km", "TBD"],
    "what goes on after the unit": ["km3x", "m-2025", "t.3", "tCO2", "l’an", "kN·m", "l/kWh", "L/100 km"],
    "units joined to what is none": ["kW/rack", "km/people"],
    "rates of no kind": ["per second", "per day"],
}


@pytest.mark.parametrize(("text", "symbol", "entity"), [(text, *hit) for hit, texts in TAKEN.items() for text in texts])
@pytest.mark.parametrize("after", ["", ".", ", and", " in 2030", " per day", ")"])
def test_taken(text: str, symbol: str, entity: str, after: str) -> None:
    assert unit_after(text + after) == UnitHit(symbol=symbol, length=len(text), entity=entity)


@pytest.mark.parametrize(("reason", "text"), [(reason, text) for reason, texts in REFUSED.items() for text in texts])
def test_refused(reason: str, text: str) -> None:
    assert unit_after(text) is None, reason


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("km of cable", "km"),
        ("km-long cable", "km"),
        ("tonnes of CO2", "tonnes"),
        ("Mt CO2", "Mt"),
        ("t/year", "t"),
        ("barrels per day", "barrels"),
        ("feet above sea level", "feet"),
        ("m de long", "m"),
        ("cubic\N{NO-BREAK SPACE}metres per second at low water", "cubic\N{NO-BREAK SPACE}metres per second"),
        ("litres of water per second", "litres"),
    ],
)
def test_where_the_unit_ends(text: str, unit: str) -> None:
    hit = unit_after(text)
    assert hit is not None
    assert text[: hit.length] == unit


def test_every_kind_taken_is_one_that_we_name() -> None:
    assert {entity for _, entity in TAKEN} <= KINDS


def test_asking_leaves_the_program_s_logging_alone() -> None:
    before = logging.root.handlers[:]
    unit_after("cubic yards per second")
    assert logging.root.handlers == before


def test_the_library_is_loaded_only_when_it_is_asked() -> None:
    program = "import sys, crossfoot.quantulum; sys.exit('quantulum3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_it_does_not_warn() -> None:
    program = "from crossfoot.quantulum import unit_after; unit_after('km/h')"
    assert subprocess.run([sys.executable, "-W", "error", "-c", program], check=False).returncode == 0
