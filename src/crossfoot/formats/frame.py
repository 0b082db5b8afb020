"""Claims in, a pandas data frame, CSV or Parquet out. pandas's only door.

`low` and `high` are as in the records, as text, since they may be days; `low_number` and `high_number` hold amounts.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from crossfoot import records
from crossfoot.errors import CrossfootError
from crossfoot.model import Claim

if TYPE_CHECKING:
    from pandas import DataFrame

_MISSING = "{0} needs {1}, which is not installed: pip install {1}"


def frame(claims: Iterable[Claim]) -> DataFrame:
    """One row a claim, sorted by place."""
    try:
        from pandas import DataFrame
    except ImportError:
        raise CrossfootError(_MISSING.format("a table of claims", "pandas")) from None
    columns = [*Claim.model_fields, "low_number", "high_number"]
    return DataFrame([_row(claim) for claim in sorted(claims, key=records.place)], columns=columns)


def csv(claims: Iterable[Claim]) -> str:
    """The claims as CSV, with a line of names at the top."""
    return str(frame(claims).to_csv(index=False, lineterminator="\n"))


def parquet(claims: Iterable[Claim]) -> bytes:
    """The claims as a Parquet file."""
    if find_spec("pyarrow") is None:
        raise CrossfootError(_MISSING.format("--format parquet", "pyarrow"))
    return bytes(frame(claims).to_parquet(index=False, engine="pyarrow"))


def _row(claim: Claim) -> dict[str, Any]:
    """A claim's fields, lists as JSON text, amounts as numbers too."""
    record = records.record(claim).items()
    fields = {name: records.dump(value) if isinstance(value, list) else value for name, value in record}
    for name, bound in (("low", claim.low), ("high", claim.high)):
        fields[name] = None if bound is None else str(fields[name])
        fields[f"{name}_number"] = float(bound) if isinstance(bound, Decimal) else None
    return fields
