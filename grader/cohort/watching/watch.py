"""Look until told to stop: by SIGTERM or Ctrl-C, after the step that is being done."""

import signal
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, Self

from grader.cohort.open_files import room_for_files
from grader.cohort.watching.course_folder import CourseFolder
from grader.cohort.watching.exchange import Exchange, NoExchange, find_exchange
from grader.cohort.watching.lock import only_watcher
from grader.cohort.watching.rounds import Rounds
from grader.cohort.watching.settings import Settings
from grader.errors import UserError
from grader.gradebook.lateness import deadlines
from grader.gradebook.pipelines import ensure_assignment
from grader.sandbox.client import fork_server
from grader.sandbox.isolation import isolation
from grader.tasks import COURSE

AGAIN = 30.0  # seconds after a round that failed as a whole
MOST_LOOKS = 10  # of one round, while something is being written


class NotEverything(UserError):
    """Of one round: some assignment could not be looked at; the message says of each why, and what to do."""


class NotAnswered(UserError):
    """Of one round: somebody's grading or page failed; the message says whose, the others were answered."""


class NotReleased(UserError):
    """Nothing can be handed in: an assignment that was named, or all of them, have not been released."""


def watch(
    root: Path,
    assignments: list[str],
    settings: Settings,
    once: bool = False,
    only_submitted: bool = False,
    wait: bool = False,
    say: Callable[[str], None] = print,
) -> int:
    """Answer submissions as they arrive; return how many were answered.  With `wait`, an exchange may come later.

    Raises:
        UserError: there is no such course folder, assignment or exchange, nothing is released, or another one watches.
        NotEverything: `once`, and some assignment could not be looked at; the others were answered.
        NotAnswered: `once`, and some student could not be answered; the others were.
    """
    root = Path(root).resolve()
    if not (root / "source").is_dir():
        raise UserError(f"{root}: this is no course folder (it has no source/); --course names it")
    chosen = [COURSE.assignment(name).name for name in assignments]
    isolation(settings.unconfined)  # refuse before anything is touched
    room_for_files()
    with only_watcher(root), Stopping() as stopping:
        exchange = None if only_submitted else _exchange(root, chosen, say if wait else None, stopping)
        rounds = Rounds(CourseFolder(root, exchange, settings, say), chosen, stopping)
        fork_server()  # it imports for some seconds, so that the first submission need not wait for it
        say(_what_is_watched(rounds))
        return _once(rounds) if once else _for_ever(rounds, stopping)


def _once(rounds: Rounds) -> int:
    """One round; what is just being written is waited for."""
    answered = rounds.look()
    for _ in range(MOST_LOOKS):
        if not rounds.unsettled or rounds.stopping():
            break
        time.sleep(rounds.folder.settings.settle)
        answered += rounds.look()
    if rounds.failed:
        raise NotEverything("\n".join(rounds.failed.values()))
    if failed := rounds.folder.unanswered:
        raise NotAnswered(f"{len(failed)} not answered, see `watch --log`: {'; '.join(failed)}")
    return answered


def _for_ever(rounds: Rounds, stopping: "Stopping") -> int:
    answered, say = 0, rounds.folder.say
    while not stopping():
        pause = rounds.folder.settings.every
        try:
            answered += rounds.look()
            rounds.folder.say_new(rounds.failed)
        except Exception as error:  # a database that is locked, an exchange that is gone: it may come back
            say(f"this round failed ({type(error).__name__}: {error}); the next in {AGAIN:g} s")
            pause = AGAIN
        stopping.wait(pause)
    say(f"stopped; {answered} answered")
    return answered


def _exchange(
    root: Path, chosen: list[str], waiting: Callable[[str], None] | None, stopping: "Stopping"
) -> Exchange | None:
    """Return the exchange with its release; where it is not there yet, wait if it is known whom to tell."""
    told = ""
    while True:
        try:
            exchange = find_exchange(root)
            _refuse_unreleased(chosen, exchange)
            return exchange
        except (NoExchange, NotReleased) as error:
            if waiting is None or stopping():
                raise
            if str(error) != told:
                told = str(error)
                waiting(f"waiting: {error}")
        stopping.wait(AGAIN)


def _refuse_unreleased(chosen: list[str], exchange: Exchange | None) -> None:
    if exchange is None:
        return
    released = exchange.releases()
    if missing := [name for name in chosen if name not in released]:
        raise NotReleased(
            f"{', '.join(missing)}: not released, so nobody can hand it in; `nbgrader release_assignment {missing[0]}`"
        )
    if not released:
        raise NotReleased(f"nothing is released in {exchange.course}: `nbgrader release_assignment ASSIGNMENT`")


def _what_is_watched(rounds: Rounds) -> str:
    folder = rounds.folder
    submitted, settings = folder.root / "submitted", folder.settings
    where = f"{folder.exchange.course} and {submitted}" if folder.exchange else f"{submitted} (there is no exchange)"
    pause = settings.pause.total_seconds() / 60
    lines = [f"watching {where}: {settings.attempts} graded attempts in 24 hours, {pause:g} minutes between them"]
    for name in rounds.assignments():
        ensure_assignment(folder.root, name)
        due = deadlines(folder.root, name).due
        said = f"due {due.isoformat(' ', 'minutes')} UTC" if due else "no due date: value and test tasks stay held back"
        lines.append(f"  {name}: {said}")
    return "\n".join(lines)


class Stopping:
    """Has somebody asked to stop?  A second signal ends at once."""

    def __init__(self) -> None:
        self._asked = False
        self._before: dict[int, Any] = {}

    def __call__(self) -> bool:
        return self._asked

    def wait(self, seconds: float) -> None:
        """Sleep, but not longer than until somebody asks."""
        until = time.monotonic() + seconds
        while not self._asked and (left := until - time.monotonic()) > 0:
            time.sleep(min(left, 0.2))

    def __enter__(self) -> Self:
        for number in (signal.SIGTERM, signal.SIGINT):
            self._before[number] = signal.signal(number, self._ask)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _ask(self, number: int, frame: FrameType | None) -> None:
        if self._asked:
            raise KeyboardInterrupt
        self._asked = True
