"""One look at everything: take what has arrived, plan, answer.  Whoever was killed simply looks again."""

from collections.abc import Callable

from grader.authoring.missing import build_missing
from grader.cohort.watching import journal as states
from grader.cohort.watching.answering import answer
from grader.cohort.watching.course_folder import CourseFolder
from grader.cohort.watching.intake import take_in
from grader.cohort.watching.planning import Unsettled, Work, planned
from grader.errors import UserError
from grader.gradebook.lateness import deadlines
from grader.gradebook.pipelines import ensure_assignment, students_with_submissions
from grader.packs.reading import load_hidden
from grader.places import private_folder
from grader.tasks import COURSE

BEGUN = ".begun"  # in an assignment's folder of journals: what was graded before has been looked through


class Rounds:
    """Rounds of one watcher, over the assignments `chosen`; `stopping()` says whether it has been asked to end."""

    def __init__(self, folder: CourseFolder, chosen: list[str], stopping: Callable[[], bool] = lambda: False):
        self.folder, self.chosen, self.stopping = folder, chosen, stopping
        self.unsettled = False  # was something still being written in the last round?
        self.failed: dict[str, str] = {}  # of the last round: {assignment: why it could not be looked at}
        self._ready: set[str] = set()

    def look(self) -> int:
        """Do one round and return how many attempts were answered; `failed` says what was not looked at."""
        self.unsettled, self.failed = False, {}
        work: list[Work] = []
        for assignment in self.assignments():
            if self.stopping():
                return 0
            try:
                self._prepare(assignment)
                own = deadlines(self.folder.root, assignment)
                fresh = take_in(self.folder, assignment, own)
                found = list(planned(self.folder, assignment, own, fresh))
                self.unsettled = self.unsettled or any(isinstance(each, Unsettled) for each in found)
                todo = [each for each in found if isinstance(each, Work)]
                if todo:
                    load_hidden(assignment)  # of another version since an upgrade: no student's fault
                work += todo
            except (UserError, OSError) as error:  # of one assignment: the others go on
                self.failed[assignment] = f"{assignment}: {error}"
        return answer(self.folder, work, self.stopping)

    def assignments(self) -> list[str]:
        """Return what is watched: the assignments that were named, else all that are released or handed in."""
        if self.chosen:
            return self.chosen
        there = self.folder.exchange.releases() if self.folder.exchange else set()
        there |= {path.name for path in (self.folder.root / "submitted").glob("*/*") if path.is_dir()}
        return [name for name in COURSE.names if name in there]

    def _prepare(self, assignment: str) -> None:
        """Before the first look: what was graded before anybody watched has been answered by a person, or will be."""
        if assignment in self._ready:
            return
        root = self.folder.root
        build_missing(assignment)
        ensure_assignment(root, assignment)
        begun = private_folder(root, states.FOLDER, assignment) / BEGUN
        if not begun.exists():
            for student in students_with_submissions(root, assignment):
                attempt = self.folder.attempt(assignment, student)
                journal = self.folder.journal(assignment, student)
                if not journal.lines and self.folder.is_graded(assignment, student, attempt):
                    journal.write(states.LEFT, attempt, why="graded before anybody watched")
            begun.touch()
        self._ready.add(assignment)
