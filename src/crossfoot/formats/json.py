"""An audit in, one JSON object out: what `--format json` prints. Every field is there, null where nothing is known."""

from __future__ import annotations

from crossfoot import records
from crossfoot.model import Audit


def render(audit: Audit) -> str:
    """The JSON text of an audit."""
    return records.dump(records.audit(audit), indent=1) + "\n"
