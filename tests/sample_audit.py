"""A small audit built by hand, for the tests of the formats: three sources, a currency slip, a copy, hostile names."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from crossfoot.model import Audit, Claim, Finding, Side, Skipped, Source

TEXTS = {
    "clubic": "Une annonce.\n\nLa firme dépensera 52 milliards d'euros d'ici 2030, dit-elle.\n"
    "Elle prévoit environ 800 emplois.\n",
    "copy": "Une annonce.\n\nLa firme dépensera 52 milliards d'euros d'ici 2030, dit-elle.\n",
    "wire": "The plan, worth $52 billion, opens in the second half of 2027 on road D 538.\n",
}


def claim(id: str, source: str, quote: str, **fields: Any) -> Claim:
    """A claim where its quote stands in the text of its source."""
    text = TEXTS[source]
    start = text.index(quote)
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    place = {"start": start, "end": start + len(quote), "line": line, "column": column}
    return Claim.model_validate({"id": id, "source": source, "quote": quote, "modifier": "exact", **place, **fields})


def money(id: str, source: str, quote: str, unit: str, **fields: Any) -> Claim:
    """A claim of 52 billion for the plan."""
    amount = Decimal(52_000_000_000)
    known = {"measure": "investment", "subject": "plan", "low": amount, "high": amount, "unit": unit}
    return claim(id, source, quote, **known, **fields)


CLAIMS = (
    money("c1", "clubic", "52 milliards d'euros", "EUR", target_date="2030", speaker="la firme",
          reading=("52 × 10⁹",)),
    money("c2", "copy", "52 milliards d'euros", "EUR", target_date="2030"),
    money("c3", "wire", "$52 billion", "USD"),
    claim(
        "c4", "clubic", "environ 800 emplois", measure="jobs", subject="site | <b>", low=Decimal(800),
        high=Decimal(800), unit="job", scope="direct",
    ).model_copy(update={"modifier": "approx"}),
    claim(
        "c5", "wire", "in the second half of 2027", measure="date", subject="site", low=date(2027, 7, 1),
        high=date(2027, 12, 31), unit="date", event="opening",
    ),
)  # fmt: skip

AUDIT = Audit(
    crossfoot="0.1.0",
    story="plan",
    sources=(
        Source(id="clubic", path="sources/clubic.txt", publisher="Clubic", published="2025-02-11", language="fr"),
        Source(id="copy", path="sources/copy.txt", title="A | B\n<script>", language="fr", copy_of="clubic"),
        Source(id="wire", path="sources/wire (1).txt", problems=("is not UTF-8; read as Windows-1252",)),
    ),
    claims=CLAIMS,
    findings=(
        Finding(
            id="C-7f3a", type="currency", verdict="conflict", confidence=0.9, subject="plan", measure="investment",
            sides=(
                Side(label="EUR 52 bn", claims=("c1", "c2"), sources=("clubic", "copy"), independent=1),
                Side(label="USD 52 bn", claims=("c3",), sources=("wire",), independent=1),
            ),
            summary="The plan is EUR 52 bn in clubic and USD 52 bn in wire.",
            reasons=("same digits, two currencies", "USD 52 bn is EUR 50.5 bn at 1.03"),
            cause="currency slip", supported="EUR 52 bn",
        ),
        Finding(
            id="E-1", type="time", verdict="explained", confidence=0.5, subject="site", measure="power",
            sides=(
                Side(label="600 MW", claims=(), sources=("clubic",), independent=1),
                Side(label="1.2 GW", claims=(), sources=("wire",), independent=1),
            ),
            summary="600 MW is for 2028, 1.2 GW for 2030.", reasons=("two dates",),
        ),
    ),
    skipped=(Skipped(source="wire", quote="538", start=72, end=75, reason="a road's name"),),
    compared=3,
    unread=(Source(id="scan", path="sources/scan.pdf", problems=(".pdf files are not read yet",)),),
)  # fmt: skip
