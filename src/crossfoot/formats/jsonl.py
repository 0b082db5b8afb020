"""Claims in, JSON lines out, and back: the form of a story's ledger, one claim a line, sorted by place."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal

from crossfoot import records
from crossfoot.model import Claim


def claims(found: Iterable[Claim]) -> str:
    """The lines of claims."""
    return "".join(records.dump(records.record(claim)) + "\n" for claim in sorted(found, key=records.place))


def parse(text: str) -> tuple[Claim, ...]:
    """The claims of such lines."""
    lines = (line for line in text.split("\n") if line.strip())
    return tuple(records.claim(json.loads(line, parse_float=Decimal)) for line in lines)
