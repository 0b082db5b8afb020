"""The checks, in the order of a report."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from crossfoot.checks import (
    apiece,
    change,
    conversion,
    currency,
    date,
    delay,
    duplicate,
    firstpart,
    increase,
    lasted,
    mishap,
    order,
    plausible,
    ratio,
    relative,
    scenario,
    schedule,
    scope,
    share,
    span,
    stake,
    statement,
    time,
    unit,
    value,
    weekday,
    wording,
)
from crossfoot.checks import sum as sums
from crossfoot.model import Finding, Group
from crossfoot.sides import Context

CHECKS: tuple[Callable[[Group, Context], Iterator[Finding]], ...] = (
    currency.check,
    unit.check,
    value.check,
    scope.check,
    time.check,
    date.check,
    firstpart.check,
    scenario.check,
    schedule.check,
    delay.check,
    wording.check,
)
STORY_CHECKS: tuple[Callable[[Context], Iterator[Finding]], ...] = (
    change.check,
    increase.check,
    sums.check,
    share.check,
    stake.check,
    conversion.check,
    ratio.check,
    apiece.check,
    plausible.check,
    statement.check,
    weekday.check,
    order.check,
    relative.check,
    span.check,
    lasted.check,
    mishap.check,
    duplicate.check,
)
"""Checks that look at the sources rather than at a group."""
