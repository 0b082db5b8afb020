"""Values of the model in, plain JSON values out, and claims back again; the record formats in one place.

    record(claim)["low"]       # -> 450000000, an int; 1.5 where a JSON number says it exactly, else a string
    claim(record(claim)) == claim

JSON numbers that are read back must be read as Decimal: `json.loads(line, parse_float=Decimal)`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from crossfoot.model import Audit, Bound, Claim, Source, Value

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LINE_ENDS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}
"""Characters that end a line for some readers, and that JSON leaves as they are."""


def record(value: Value) -> dict[str, Any]:
    """A value as a JSON object: every field, in the order of the model."""
    return {name: _plain(getattr(value, name)) for name in type(value).model_fields}


def claim(fields: Mapping[str, Any]) -> Claim:
    """The claim of a JSON object."""
    return Claim.model_validate({**fields, "low": _bound(fields["low"]), "high": _bound(fields["high"])})


def audit(found: Audit) -> dict[str, Any]:
    """An audit as a JSON object, sorted; what could not be read stands among the skipped too."""
    unread = sorted(found.unread, key=lambda source: source.id)
    lists: dict[str, object] = {
        "sources": sorted(found.sources, key=lambda source: source.id),
        "claims": sorted(found.claims, key=place),
        "skipped": sorted(found.skipped, key=lambda item: (item.source, item.start, item.end, item.reason)),
        "unread": unread,
    }
    fields = {name: _plain(lists.get(name, getattr(found, name))) for name in Audit.model_fields}
    return {**fields, "skipped": [*fields["skipped"], *map(_unread, unread)]}


def place(found: Claim) -> tuple[str, int, int, str]:
    """Where a claim stands, to sort by."""
    return found.source, found.start, found.end, found.id


def dump(fields: object, *, indent: int | None = None) -> str:
    """JSON text in which no character but the newline ends a line."""
    return json.dumps(fields, ensure_ascii=False, indent=indent).translate(_LINE_ENDS)


def _unread(source: Source) -> dict[str, Any]:
    """A source that could not be read, as a skipped stretch of no length."""
    reason = "; ".join(source.problems) or "could not be read"
    return {"source": source.id, "quote": "", "start": 0, "end": 0, "reason": f"not read: {reason}"}


def _plain(value: Any) -> Any:
    """A field's value in JSON's types."""
    if isinstance(value, Value):
        return record(value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return _number(value)
    return value.isoformat() if isinstance(value, date) else value


def _number(value: Decimal) -> int | float | str:
    """A JSON number where it says exactly the same, else the digits as text."""
    if value == value.to_integral_value():
        return int(value)
    return near if Decimal(repr(near := float(value))) == value else format(value, "f")


def _bound(value: Any) -> Bound:
    """One side of an interval, read back."""
    if value is None or isinstance(value, date):
        return value
    return date.fromisoformat(value) if isinstance(value, str) and _DAY.fullmatch(value) else Decimal(str(value))
