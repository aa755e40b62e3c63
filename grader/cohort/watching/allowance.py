"""Decide whether an attempt is answered now, later today, or only after the deadline.

A student who could have every attempt graded at once could find out hidden cases one by one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from grader.cohort.watching.settings import Settings

DAY = timedelta(hours=24)
ANSWER, WAIT, HOLD = "answer", "wait", "hold"


@dataclass(frozen=True)
class Decision:
    """What happens to an attempt; `number` is which of the day's it is, `until` when a waiting one is looked at."""

    action: str
    number: int = 0
    until: datetime | None = None
    why: str = ""


def decide(began: Iterable[datetime], now: datetime, settings: Settings) -> Decision:
    """Return what happens to a new attempt, given when those before it were begun to be graded.

    >>> noon = datetime(2026, 11, 28, 12)
    >>> decide([], noon, Settings()).action
    'answer'
    >>> decide([noon], noon + timedelta(minutes=10), Settings()).until.minute
    30
    >>> decide([noon] * 3, noon + timedelta(hours=2), Settings()).action
    'hold'
    """
    today = sorted(time for time in began if now - time < DAY)
    if len(today) >= settings.attempts:
        return Decision(HOLD, why=f"{len(today)} attempts were graded in 24 hours: feedback after the deadline")
    if today and now < today[-1] + settings.pause:
        until = today[-1] + settings.pause
        return Decision(WAIT, until=until, why=f"a pause between two attempts, until {until:%H:%M} UTC")
    return Decision(ANSWER, number=len(today) + 1)


def next_possible(began: Iterable[datetime], now: datetime, settings: Settings) -> datetime:
    """Return when the next attempt can be graded."""
    today = sorted(time for time in began if now - time < DAY)
    full = today[-settings.attempts] + DAY if len(today) >= settings.attempts else now
    return max([full, *(time + settings.pause for time in today[-1:])])
