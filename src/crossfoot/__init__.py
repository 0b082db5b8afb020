"""Reads several sources about one affair and reports where their figures disagree.

    import crossfoot
    crossfoot.read_quantities("plus de 450 M€")            # -> tuple[Quantity, ...]
    crossfoot.audit("claims/sesterce")                     # -> Audit
    crossfoot.compare("It cost $52bn.", "It cost €52bn.")  # -> tuple[Finding, ...]

Nothing is loaded before it is asked for: the names below are looked up on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crossfoot.api import audit, compare, read_quantities
    from crossfoot.errors import CrossfootError
    from crossfoot.model import Audit, Claim, Document, Finding, Group, Quantity, Side, Skipped, Source, Span

__version__ = "0.1.0"

__all__ = [
    "Audit", "Claim", "CrossfootError", "Document", "Finding", "Group", "Quantity", "Side", "Skipped", "Source", "Span",
    "__version__", "audit", "compare", "read_quantities",
]  # fmt: skip

_HOMES = {"audit": "api", "compare": "api", "read_quantities": "api", "CrossfootError": "errors"}


def __getattr__(name: str) -> object:
    """Load the module that a public name lives in, once it is asked for."""
    if name not in __all__:
        raise AttributeError(f"module 'crossfoot' has no attribute {name!r}")
    value: object = getattr(import_module(f"crossfoot.{_HOMES.get(name, 'model')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, for completion and help."""
    return sorted(__all__)
