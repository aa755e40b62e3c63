"""What stands at the top of a page before the deadline: what is held back, when the next attempt is answered."""

from datetime import datetime

from grader.cohort.watching.allowance import next_possible
from grader.cohort.watching.settings import Settings


def notice(number: int, deadline: datetime | None, began: list[datetime], now: datetime, settings: Settings) -> str:
    """Return the text as Markdown; times are in UTC."""
    when = f"{shown(deadline)} UTC, the deadline" if deadline else "the due date, which has not been set yet"
    again = next_possible(began, now, settings)
    return (
        f"**Feedback before the due date.** Of tasks that ask for a value or a test it says only whether the form is "
        f"right; all scores follow after {when}.\n\n"
        f"This was graded attempt {number} of at most {settings.attempts} in 24 hours. What you submit before "
        f"{shown(again)} UTC is kept, but not answered at once. The last attempt before the deadline counts, "
        "answered or not."
    )


def shown(time: datetime) -> str:
    """Return a time as people read it.

    >>> shown(datetime(2026, 12, 4, 22, 59, 30))
    '2026-12-04 22:59'
    """
    return time.isoformat(" ", "minutes")
