"""One look at everything: take what has arrived, decide on each student's attempt, grade, make its page, release it.

What has been done stands in the journal, and each step may be done twice: whoever was killed simply looks again.
"""

import gc
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from grader.authoring.missing import build_missing
from grader.cohort.alone import alone
from grader.cohort.grading import grade_class
from grader.cohort.watching import journal as states
from grader.cohort.watching.allowance import HOLD, WAIT, decide
from grader.cohort.watching.exchange import Exchange, arrived, settled_for, take
from grader.cohort.watching.journal import Journal
from grader.cohort.watching.notice import notice
from grader.cohort.watching.pages import Page, make_page, release_page
from grader.cohort.watching.settings import Settings
from grader.cohort.workers import in_workers
from grader.errors import UserError, printable
from grader.gradebook.lateness import deadlines
from grader.gradebook.pipelines import ensure_assignment, load_config, students_with_submissions
from grader.places import private_folder
from grader.roster import ID
from grader.sandbox.folders import scratch_folder
from grader.submission.attempts import Attempt, Deadlines
from grader.submission.evidence import read_evidence
from grader.submission.handed_in import STAMP, fingerprint_folder
from grader.submission.timestamps import read_stamp
from grader.tasks import COURSE

BEGUN = ".begun"  # in an assignment's folder of journals: what was graded before has been looked through
MOST_FAILURES = 3  # of one attempt, or kills while it was graded: then a person has to look
RETRY = timedelta(minutes=5)
CLOSED = "late, and scores were released before: not graded by itself, because it could use what they say"


@dataclass(frozen=True)
class Work:
    """An attempt to be answered; `full` where the deadline is over, so that everything may be said."""

    assignment: str
    student: str
    attempt: str
    full: bool
    number: int = 0
    deadline: datetime | None = None


class Rounds:
    """Everything that one watcher looks at.  `stopping()` says whether it has been asked to end."""

    def __init__(
        self,
        root: Path,
        chosen: list[str],
        exchange: Exchange | None,
        settings: Settings,
        say: Callable[[str], None],
        stopping: Callable[[], bool] = lambda: False,
    ):
        self.root, self.chosen, self.exchange, self.settings = root, chosen, exchange, settings
        self.say, self.stopping = say, stopping
        self.unsettled = False  # was something still being written?
        self._journals: dict[tuple[str, str], Journal] = {}
        self._fingerprints: dict[Path, tuple] = {}
        self._ready: set[str] = set()
        self._said: dict[str, str] = {}

    def look(self) -> int:
        """Do one round and return how many attempts were answered."""
        self.unsettled = False
        work = []
        for assignment in self.assignments():
            if self.stopping():
                return 0
            try:
                self._prepare(assignment)
                own = deadlines(self.root, assignment)
                fresh = self._take_in(assignment, own)
                work += list(self._planned(assignment, own, fresh))
                self._said.pop(assignment, None)
            except (UserError, OSError) as error:  # of one assignment: the others go on
                self._say_once(assignment, f"{assignment}: {error}")
        answered = 0
        step = max(1, 2 * self.settings.jobs)
        for start in range(0, len(work), step):
            if self.stopping():
                break
            answered += self._answer(work[start : start + step])
        return answered

    def assignments(self) -> list[str]:
        """Return what is watched: the assignments that were named, else all that are released or handed in."""
        if self.chosen:
            return self.chosen
        there = self.exchange.releases() if self.exchange else set()
        there |= {path.name for path in (self.root / "submitted").glob("*/*") if path.is_dir()}
        return [entry.name for entry in COURSE.assignments if entry.name in there]

    def journal(self, assignment: str, student: str) -> Journal:
        """Return the journal of a student, read once."""
        found = self._journals.get((assignment, student))
        if found is None or (found.lines and not found.path.exists()):  # it was deleted on request
            found = self._journals[assignment, student] = Journal(self.root, assignment, student)
        return found

    def _say_once(self, about, text):
        if self._said.get(about) != text:
            self._said[about] = text
            self.say(text)

    # -- what has arrived

    def _prepare(self, assignment):
        """Before the first look: what was graded before is not answered now, it may have been in every detail."""
        if assignment in self._ready:
            return
        build_missing(assignment)
        ensure_assignment(self.root, assignment)
        begun = private_folder(self.root, states.FOLDER, assignment) / BEGUN
        if not begun.exists():
            for student in students_with_submissions(self.root, assignment):
                attempt = self._fingerprint(self.root / "submitted" / student / assignment)
                journal = self.journal(assignment, student)
                if not journal.lines and self._is_graded(assignment, student, attempt):
                    journal.write(states.LEFT, attempt, why="graded before anybody watched")
            begun.touch()
        self._ready.add(assignment)

    def _take_in(self, assignment, own: Deadlines) -> set[str]:
        """Take new submissions from the exchange; return whose were taken."""
        fresh = set()
        if self.exchange is None:
            return fresh
        for student, names in arrived(self.exchange, assignment, self.settings.settle).items():
            journal = self.journal(assignment, student)
            new = sorted(set(names) - journal.names_seen())
            if not new or self._excluded(student):
                continue
            if journal.released(full=True) and all(self._name_is_late(name, own.of(student)) for name in new):
                for name in new:
                    journal.write(states.HELD, None, name=name, why=f"{CLOSED}; it stays in the exchange")
            else:
                with alone(self.root):
                    taken = take(self.root, assignment, student, own)
                for said in taken.refused:
                    if any(name in said for name in new):
                        journal.write(states.REFUSED, None, why=printable(said))
                        self.say(f"{student}, {assignment}: refused {printable(said)}")
                if taken.new:
                    fresh.add(student)
            journal.write(states.LOOKED, None, names=new)
        return fresh

    def _excluded(self, student):
        return student in str(load_config(self.root).CourseDirectory.get("student_id_exclude", "")).split(",")

    @staticmethod
    def _name_is_late(name, deadline):
        time, _ = read_stamp(name.split("+")[2].encode())
        return time is not None and Attempt(Path(name), 0, time).is_late(deadline)

    # -- what happens to it

    def _planned(self, assignment, own: Deadlines, fresh: set[str]) -> Iterator[Work]:
        """Yield what is to be answered now; what waits, or is held, is noted once."""
        for student in students_with_submissions(self.root, assignment):
            place = self.root / "submitted" / student / assignment
            if not ID.match(student):
                self._say_once(str(place), f"{place}: {student!r} cannot be a student's id: left alone")
                continue
            journal = self.journal(assignment, student)
            attempt = self._fingerprint(place)
            if not journal.of(attempt):
                if student not in fresh and settled_for(place) < self.settings.settle:
                    self.unsettled = True
                    continue
                time = _time_of(place)
                journal.write(states.TAKEN, attempt, handed_in=time.isoformat() if time else None)
            work = self._decided(journal, attempt, own.of(student))
            if work:
                yield work

    def _decided(self, journal: Journal, attempt: str, deadline: datetime | None) -> Work | None:
        moment = states.now()
        full = deadline is not None and moment > deadline
        if journal.of(attempt, states.LEFT) or journal.released(attempt, full=True):
            return None
        if not full and journal.released(attempt):
            return None
        if self._gave_up(journal, attempt, full):
            return None
        number = next((line["number"] for line in journal.of(attempt, states.GRADING) if not line["full"]), 0)
        if full:
            place = self.root / "submitted" / journal.student / journal.assignment
            late = Attempt(place, 0, _time_of(place)).is_late(deadline)
            if late and journal.released(full=True):
                if not journal.of(attempt, states.HELD):
                    journal.write(states.HELD, attempt, why=CLOSED)
                return None
        elif not number:  # one that was begun goes on
            if journal.of(attempt, states.HELD):
                return None
            decision = decide(journal.grading_began().values(), moment, self.settings)
            if decision.action == HOLD:
                journal.write(states.HELD, attempt, why=decision.why)
                self.say(f"{journal.student}, {journal.assignment}: held; {decision.why}")
            if decision.action == WAIT and not journal.of(attempt, states.WAITS):
                journal.write(states.WAITS, attempt, why=decision.why)
                self.say(f"{journal.student}, {journal.assignment}: waits; {decision.why}")
            if decision.action in (HOLD, WAIT):
                return None
            number = decision.number
        return Work(journal.assignment, journal.student, attempt, full, number, deadline)

    def _gave_up(self, journal, attempt, full):
        """Has it failed, or has the watcher died over it, so often that a person has to look?  Or a moment ago?"""
        lines = [line for line in journal.of(attempt) if line.get("full") == full]
        failures = [line for line in lines if line["state"] == states.FAILED]
        begun = 0
        for line in lines:  # begun and never graded, nor failed: killed
            begun = begun + 1 if line["state"] == states.GRADING else 0
        if len(failures) >= MOST_FAILURES:
            return True
        if begun >= MOST_FAILURES:
            for _ in range(MOST_FAILURES - len(failures)):
                journal.write(states.FAILED, attempt, full=full, error=f"the watcher ended {begun} times over it")
            return True
        return bool(failures) and states.now() - datetime.fromisoformat(failures[-1]["at"]) < RETRY

    def _is_graded(self, assignment, student, attempt):
        return (read_evidence(self.root, assignment, student) or {}).get("submission") == attempt

    def _fingerprint(self, place: Path) -> str:
        seen = _signature(place)
        known = self._fingerprints.get(place)
        if known is None or known[0] != seen:
            known = self._fingerprints[place] = (seen, fingerprint_folder(place))
        return known[1]

    # -- the answer

    def _answer(self, batch: list[Work]) -> int:
        """Grade, make pages, release; return how many were released."""
        for work in batch:
            journal = self.journal(work.assignment, work.student)
            journal.write(states.GRADING, work.attempt, full=work.full, number=work.number, counts=not work.full)
        done = []
        for assignment in dict.fromkeys(work.assignment for work in batch):
            done += self._graded(assignment, [work for work in batch if work.assignment == assignment])
        answered = 0
        for work, error in self._with_pages(done):
            answered += self._released(work, error)
        gc.unfreeze()  # grading with workers freezes what there is; a process that stays must be able to free it
        return answered

    def _graded(self, assignment, batch) -> list[Work]:
        options = {"unconfined": True} if self.settings.unconfined else {}
        try:
            results = grade_class(
                self.root, assignment, [work.student for work in batch], jobs=self.settings.jobs, **options
            )
        except (UserError, OSError) as error:
            for work in batch:
                self._failed(work, "grading", error)
            return []
        done = []
        for work, result in zip(batch, results, strict=True):
            if result.status == "failed":
                self._failed(work, "grading", result.error)
            elif self._is_graded(assignment, work.student, work.attempt):
                journal = self.journal(assignment, work.student)
                journal.write(
                    states.GRADED,
                    work.attempt,
                    full=work.full,
                    changes=[printable(line) for line in result.changes],
                    odd=[printable(line) for line in result.oddities],
                )
                done.append(work)  # otherwise another attempt has come into its place: the next round sees it
        return done

    def _with_pages(self, batch) -> Iterator[tuple[Work, object]]:
        """Yield each piece of work as its page is made, with what went wrong or None."""
        asked = {}
        for work in batch:
            began = self.journal(work.assignment, work.student).grading_began().values()
            page = Page(
                work.full, notice(work.full, work.number, work.deadline, list(began), states.now(), self.settings)
            )
            asked[f"{work.student}+{work.assignment}"] = (self.root, work.assignment, work.student, page)
        by_key = {f"{work.student}+{work.assignment}": work for work in batch}
        if len(batch) <= 1 or self.settings.jobs <= 1:
            for key, arguments in asked.items():
                yield by_key[key], page_safely(*arguments)
            return
        with scratch_folder("pages-", private_folder(self.root, "staging")) as folder:
            for key, error in in_workers(page_safely, asked, self.settings.jobs, folder):
                yield by_key[key], error

    def _released(self, work: Work, error) -> bool:
        journal = self.journal(work.assignment, work.student)
        if error:
            self._failed(work, "feedback", error)
            return False
        journal.write(states.PAGE, work.attempt, full=work.full)
        try:
            where = release_page(self.root, work.assignment, work.student, self.exchange)
        except Exception as failure:  # one student's page, whatever it is: the others go on
            self._failed(work, "release", failure)
            return False
        journal.write(states.RELEASED, work.attempt, full=work.full, to=where)
        what = "all scores" if work.full else f"attempt {work.number} of {self.settings.attempts} in 24 hours"
        self.say(f"{work.student}, {work.assignment}: feedback {_to(where)}, {what}")
        return True

    def _failed(self, work, during, error):
        text = printable(str(error)).strip()
        self.journal(work.assignment, work.student).write(
            states.FAILED, work.attempt, full=work.full, during=during, error=text[-2000:]
        )
        self.say(f"{work.student}, {work.assignment}: {during} FAILED: {(text.splitlines() or ['?'])[-1]}")


def page_safely(root: Path, assignment: str, student: str, page: Page) -> str | None:
    """Make a page and return None, or in words what went wrong: no student's fate touches another's."""
    try:
        make_page(root, assignment, student, page)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return None


def _to(where):
    return "released" if where == "exchange" else "is in feedback/ (it came without an exchange: hand it out)"


def _time_of(place: Path) -> datetime | None:
    stamp = place / STAMP
    try:
        return read_stamp(stamp.read_bytes())[0] if not stamp.is_symlink() else None
    except OSError:
        return None


def _signature(place: Path) -> tuple:
    """Return what changes when anything in a folder does, without reading its files."""
    found = []
    for directory, _, names in os.walk(place):
        for name in [".", *sorted(names)]:
            try:
                details = os.lstat(os.path.join(directory, name))
            except OSError:
                continue
            found.append((directory, name, details.st_mtime_ns, details.st_size, details.st_ino))
    return tuple(found)
