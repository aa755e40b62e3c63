"""Run one submitted notebook in a fork, in two phases: its cells, then the hidden inputs; answers are plain data.

Phase a runs the cells once, as the student wrote them; at each graded cell the object of that moment is kept.  After
that the outputs are final.  Only in phase b do hidden inputs enter the fork.  Expected outputs never do.
"""

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, cast

from nbformat import NotebookNode
from traitlets import Bool, Float, Integer
from traitlets.config import LoggingConfigurable

from course.checking.data import CaseData, SubmissionData
from grader.sandbox.client import mentioned
from grader.sandbox.folders import remove
from grader.sandbox.fork import Fork, Stopped
from grader.sandbox.isolation import hold
from grader.sandbox.outputs import Outputs, TooMuch, error
from grader.sandbox.plain_files import copy_plain_files
from grader.sandbox.time_left import TimeLeft

LARGEST_EXTRA_FILE = 20_000_000  # bytes of one file beside the notebook
MOST_EXTRA = 100_000_000  # bytes of all of them
SECONDS_TO_STOP = 4.0  # after an interrupt
LONGEST_TEXT = 2_000  # characters of one string in an answer
Phase = Literal["own", "given"]  # with the student's own earlier functions, with given ones
PHASES: tuple[Phase, ...] = ("own", "given")
NOT_MEASURED = "It could not be measured: what the notebook's code has changed stood in the way"
TOO_LARGE = {"too_large": True}  # what the probe says instead of more than it may send


@dataclass
class Asked:
    """One task as a run sees it: which object to look at, on what inputs, with which earlier functions in its place."""

    name: str
    kind: str  # "code", "value" or "test"
    public: list[CaseData] = field(default_factory=list)  # cases
    hidden: list[CaseData] = field(default_factory=list)  # cases
    given: dict[str, str] = field(default_factory=dict)  # name -> source text of what it builds on
    others: list[str] = field(default_factory=list)  # names that are no misspelling of this one: the other tasks'


@dataclass
class Outcome:
    """What a run brought out: for each task its answers, and in words what stopped the run on the way.

    A submission is {"missing", "near", "public", "own", "given", "value", "note"}; "final" holds "own" and "given" once
    more, with the names as they were at the end, where a later cell rebound one that the object uses.
    """

    submissions: dict[str, SubmissionData] = field(default_factory=dict)
    oddities: list[str] = field(default_factory=list)


class FatalStep(Exception):
    """The fork was stopped while doing `step`: ("cell", index) or (phase, task name)."""

    def __init__(self, step: tuple, reason: str):
        super().__init__(f"{step}: {reason}")
        self.step, self.reason = step, reason


class NotebookRun(LoggingConfigurable):
    """Runs a notebook, replaying it without the fatal step when something stops it."""

    timeout = Integer(30, help="Longest time for one cell, in seconds.").tag(config=True)
    case_seconds = Float(5.0, help="Longest time for one call of a student's object.").tag(config=True)
    task_seconds = Float(20.0, help="Longest time for all calls that grade one task.").tag(config=True)
    total_seconds = Integer(300, help="Longest time for one notebook, replays included.").tag(config=True)
    most_memory = Integer(2_000_000_000, help="Bytes that one notebook may allocate.").tag(config=True)
    most_file_bytes = Integer(50_000_000, help="Size of the largest file that a notebook may write.").tag(config=True)
    most_disk = Integer(200_000_000, help="Bytes of all files that a notebook may write.").tag(config=True)
    most_files = Integer(2_000, help="Number of files that a notebook may make.").tag(config=True)
    most_threads = Integer(200, help="Number of threads that a notebook may run at once.").tag(config=True)
    most_output = Integer(2_000_000, help="Characters that one cell may print or display.").tag(config=True)
    most_notebook_output = Integer(20_000_000, help="Characters that all cells together may keep.").tag(config=True)
    most_message = Integer(10_000_000, help="Bytes of one message, and so of a task's answers.").tag(config=True)
    most_sent = Integer(40_000_000, help="Bytes of all messages of one cell or task.").tag(config=True)
    unconfined = Bool(False, help="Grade although student code cannot be confined here.").tag(config=True)
    most_replays = Integer(6, help="How often a notebook is replayed after it was stopped.").tag(config=True)

    def __init__(self, workspace: Path, beside: Path | None = None, **traits: Any):
        """Run in `workspace`, an empty private folder, with copies of the plain files that lie in `beside`."""
        super().__init__(**traits)
        self._workspace, self._beside = workspace, beside
        self._held = hold(self.unconfined)
        self.isolation = self._held.words

    def run(
        self,
        nb: NotebookNode,
        graded: dict[int, Asked],
        settled: Callable[[str, list | None], bool] = lambda name, answers: False,
    ) -> Outcome:
        """Run `nb` and return the `Outcome`; the notebook's cells then hold their outputs.

        `graded` is {cell index: task}, in the order of the assignment, not of the notebook: nobody is measured after
        seeing its own given code.  `settled(name, answers)` says that a task's answers with the student's own earlier
        functions leave nothing for given ones, or for other names, to win.
        """
        outcome = Outcome()
        self._settled = settled
        self._time = TimeLeft(self.timeout, self.case_seconds, self.task_seconds, self.total_seconds)
        self._fatal: dict[tuple, str] = {}  # step -> reason
        self._told: dict[tuple, str] = {}  # step -> the same with where it was, in words
        self._attempts = 0
        self._dropped: dict[int, dict[str, None]] = {}
        _Pass(self, nb, graded, outcome).run()
        unsettled = {
            index: task
            for index, task in graded.items()
            if "rebound" in outcome.submissions.get(task.name, {})
            and not settled(task.name, outcome.submissions[task.name].get("own"))
        }
        if unsettled and self._time.left() > 0:
            # in a fork of its own: else code with a memory would take the best of two answers
            _Pass(self, copy.deepcopy(nb), graded, outcome, final=frozenset(t.name for t in unsettled.values())).run()
        self._tell(nb, graded, outcome)
        return outcome

    def _tell(self, nb: NotebookNode, graded: dict[int, Asked], outcome: Outcome) -> None:
        """Put into words what was stopped, for the instructor and in the notebook."""
        outcome.oddities += dict.fromkeys(self._told.values())  # several phases of one task are told once
        for (phase, index), reason in self._fatal.items():
            if phase == "cell":
                text = f"This cell was stopped: {reason}. The rest of the notebook was run without it."
                nb.cells[index].outputs = [error("Stopped", text, [text])]
        for index, cell in enumerate(nb.cells):
            told = [*self._dropped.get(index, ()), *self._reached(index, cell)]
            outcome.oddities += [f"{_cell_in_words(cell, index)} {what}" for what in told]
        for name in (task.name for task in graded.values()):
            submission = outcome.submissions.setdefault(
                name, {"missing": True, "note": "The notebook stopped before this task."}
            )
            notes = [reason for step, reason in self._fatal.items() if step[0] != "cell" and step[1] == name]
            if notes:
                submission.setdefault("note", f"Your code was stopped: {notes[0]}.")
            outcome.oddities += [f"task {name}: {what}" for what in self._stopped_calls(submission)]

    def _reached(self, index: int, cell: NotebookNode) -> Iterator[str]:
        """Say in words which limit a cell reached and survived."""
        failed = [o.ename for o in cell.get("outputs", []) if o.output_type == "error"]
        if "CellTimeoutError" in failed:
            yield f"ran longer than {self._time.stopped.get(index, self.timeout):.0f} s and was interrupted"
        if "MemoryError" in failed:
            yield f"asked for more memory than the limit of {self.most_memory / 1e9:g} GB leaves"

    def _stopped_calls(self, submission: SubmissionData) -> Iterator[str]:
        """Say in words why a task's object was not measured, or which of its calls reached a limit."""
        if str(submission.get("note", "")).startswith(NOT_MEASURED):
            yield f"{submission['note'][0].lower()}{submission['note'][1:-1]}"
        answers = [submission.get("value")]
        for phase in ("public", "own", "given"):
            listed = submission.get(phase)
            answers += listed if isinstance(listed, list) else []
        claimed = [answer.get("raised") for answer in answers if isinstance(answer, dict)]
        raised = [found for found in claimed if isinstance(found, dict)]  # it comes from the student's process
        late = sum(found.get("type") == "OutOfTime" for found in raised)
        greedy = sum(
            found.get("type") == "MemoryError" or "allocate memory" in str(found.get("text")) for found in raised
        )
        if late:
            yield f"{late} of its calls ran longer than {self.case_seconds:g} s and were stopped"
        if greedy:
            yield f"{greedy} of its calls asked for more memory than the limit of {self.most_memory / 1e9:g} GB leaves"

    def new_fork(self, nb: NotebookNode) -> Fork:
        """Return a new fork.

        Its folder is new, too: what an earlier fork left behind, such as a link in place of a file that is opened
        before the fork confines itself, must not meet the next one.
        """
        if self._attempts:
            remove(self._workspace / f"run{self._attempts}")
        self._attempts += 1
        place = self._workspace / f"run{self._attempts}"
        (place / "files").mkdir(parents=True)
        if self._beside is not None:
            copy_plain_files(self._beside, place / "files", LARGEST_EXTRA_FILE, MOST_EXTRA)
        limits = {
            "memory": self.most_memory,
            "cpu": self.total_seconds,
            "file": self.most_file_bytes,
            "message": self.most_message,
            "disk": self.most_disk,
            "files": self.most_files,
            "threads": self.most_threads,
        }
        return Fork(place, self._held.parts, limits, _mentions(nb, place))


class _Pass:
    """One pass over the notebook, in as many forks as it takes.

    With `final`, a second one: the cells run once more, their outputs are not looked at, and the tasks of that name are
    measured with the names as they are at the end.
    """

    def __init__(
        self,
        settings: NotebookRun,
        nb: NotebookNode,
        graded: dict[int, Asked],
        outcome: Outcome,
        final: frozenset[str] = frozenset(),
    ):
        self._settings, self._nb, self._graded, self._outcome = settings, nb, graded, outcome
        self._final = final
        self._fatal = settings._fatal
        self._before: dict[tuple, int | None] = {}  # fatal step -> the cell that had run to its end before it
        self._closed = bool(final)  # hidden inputs and given code have been sent: what is missing now stays missing

    def run(self) -> None:
        settings, oddities = self._settings, self._outcome.oddities
        for _ in range(settings.most_replays + 1):
            try:
                self._attempt()
                return
            except FatalStep as stop:
                self._blame(stop)
                if self._closed:
                    self._nb = copy.deepcopy(self._nb)  # the outputs are final, whatever a replay prints
                if settings._time.left() < 0:
                    oddities.append(
                        f"the notebook took longer than {settings.total_seconds} s: what was left was not graded"
                    )
                    return
        oddities.append(f"the kernel stopped more than {settings.most_replays} times: the rest was not graded")

    def _blame(self, stop: FatalStep) -> None:
        """Note which step is to be left out from now on."""
        if stop.step in self._fatal and self._running is not None:
            # it was left out already, and yet: the cell that ran before it is the cause, and what was blamed in its
            # place is not
            stop.step = ("cell", self._running)
            for step in [step for step, cell in self._before.items() if cell == self._running and step != stop.step]:
                self._fatal.pop(step, None), self._settings._told.pop(step, None)
        self._fatal[stop.step] = stop.reason
        self._before[stop.step] = self._finished
        self._settings._told[stop.step] = _in_words(stop, self._nb)

    def _attempt(self) -> None:
        settings, nb = self._settings, self._nb
        self._running: int | None = None  # the index of the cell that runs, or ran last
        self._finished: int | None = None  # of the one that ran to its end last
        self._outputs = Outputs(nb, settings.most_output, settings.most_notebook_output)
        self._count = 0
        self._fork = settings.new_fork(nb)
        try:
            self._fork.begin()
            self._run_cells()
            if not self._closed:
                nb.metadata.pop("widgets", None)
                if states := self._outputs.widget_states():
                    nb.metadata["widgets"] = states
                settings._dropped = self._outputs.dropped
            self._closed = True
            for phase in PHASES:
                for task in self._graded.values():
                    self._measure_hidden(phase, task)
        finally:
            self._fork.close()

    def _run_cells(self) -> None:
        for index, cell in enumerate(self._nb.cells):
            if index in self._graded:
                self._keep(self._graded[index])
            elif ("cell", index) not in self._fatal and cell.cell_type == "code" and cell.source.strip():
                self._run_cell(cell.source, index)
        # a graded cell that stands before its solution is not the student's mistake
        for task in self._graded.values():
            if self._outcome.submissions.get(task.name, {}).get("missing"):
                self._keep(task)

    def _run_cell(self, source: str, index: int) -> None:
        """Run one cell; its outputs are in it afterwards."""
        self._running = index
        self._count += 1
        self._outputs.begin(index, self._count)
        time = self._settings._time
        seconds = time.for_cell(index)
        reply = self._request(("cell", index), "run", {"cell": index, "code": source}, seconds)
        self._finished = index
        if reply is not None:
            time.note_ended(index)
        else:  # it was interrupted
            if not self._closed:  # the outputs, and what is said of them, are final
                time.stopped[index] = seconds
            text = f"A cell timed out while it was being executed, after {seconds:.0f} seconds."
            self._nb.cells[index].outputs.append(error("CellTimeoutError", text, [text]))

    def _keep(self, task: Asked) -> None:
        request: dict[str, Any] = {"name": task.name, "kind": task.kind, "others": task.others}
        request |= self._settings._time.for_task()
        if task.kind == "code" and ("public", task.name) not in self._fatal and not self._closed:
            request["cases"] = task.public
        answer = self._ask("keep", request, ("public", task.name))
        if self._closed:  # a replay: the object is needed in the fork again, but nothing about it is news
            return
        known = self._outcome.submissions.get(task.name, {})
        if not known or known.get("missing"):
            self._outcome.submissions[task.name] = kept(answer)

    def _measure_hidden(self, phase: Phase, task: Asked) -> None:
        submission = self._outcome.submissions.get(task.name, {"missing": True})
        if task.kind != "code" or submission.get("missing"):
            return
        into = submission
        if self._final:
            if task.name not in self._final:
                return
            into = submission.setdefault("final", {})
        if phase in into:
            return
        if (phase, task.name) in self._fatal:
            into[phase] = []
            return
        request: dict[str, Any] = {
            "name": task.name,
            "cases": task.hidden,
            "names": "final" if self._final else "moment",
        }
        if phase == "given":
            if not task.given or self._settings._settled(task.name, into.get("own")):
                return
            request["given"] = task.given
        into[phase] = []  # whatever happens: one try, so that a replay cannot use what this one has seen
        answer = self._ask("answer", request | self._settings._time.for_task(), (phase, task.name))
        if isinstance(answer, dict) and isinstance(answer.get("answers"), list):
            into[phase] = answer["answers"]
            rebound = answer.get("rebound")
            if rebound and isinstance(rebound, list) and not self._final:
                submission["rebound"] = [name for name in rebound if isinstance(name, str) and name.isidentifier()]
        elif isinstance(answer, dict) and "failed" in answer:
            submission.setdefault("note", f"{NOT_MEASURED}.")  # the error's name may hold what the code has seen
        elif answer == TOO_LARGE:
            submission.setdefault(
                "note", f"Your answers are larger than {self._settings.most_message / 1e6:g} million characters."
            )

    # -- one request -------------------------------------------------------------------------------------------------

    def _ask(self, do: str, request: dict[str, Any], step: tuple) -> Any:
        """Ask the probe and return what it answers, with long texts cut, or None if nothing sensible comes back."""
        return shortened(self._request(step, do, request, request["task_seconds"] + 10))

    def _request(self, step: tuple, do: str, request: dict[str, Any], seconds: float) -> Any:
        """Send a request and return its answer, taking in on the way what is shown; None after an interrupt.

        Raises:
            FatalStep: the fork was stopped.
        """
        left = self._settings._time.left()
        if left < 0:
            raise FatalStep(step, f"the notebook took longer than {self._settings.total_seconds} s")
        seconds = min(seconds, left + 1)
        most_received = self._fork.received + self._settings.most_sent
        try:
            asked = self._fork.ask(do, request)
            for interrupted in (False, True):
                for message in self._fork.messages(SECONDS_TO_STOP if interrupted else seconds):
                    if message.get("kind") == "reply":
                        if message.get("id") == asked:
                            return None if interrupted and do == "run" else message.get("value")
                    elif not self._closed:
                        self._take(message, step)
                    if self._fork.received > most_received:
                        raise FatalStep(step, f"it sent more than {self._settings.most_sent / 1e6:g} MB")
                self._fork.interrupt()
        except Stopped as stop:
            raise FatalStep(step, str(stop)) from None
        raise FatalStep(step, f"it ran longer than {seconds:.0f} s and could not be interrupted")

    def _take(self, message: dict[str, Any], step: tuple) -> None:
        running = step[1] if step[0] == "cell" else (self._running if self._running is not None else 0)
        try:
            self._outputs.take(message, running)
        except TooMuch as too_much:
            raise FatalStep(("cell", too_much.cell), too_much.reason) from None


def _mentions(nb: NotebookNode, place: Path) -> list[str]:
    """Return which words, for which the fork server imports something, the notebook or a module beside it holds."""
    modules = (
        path.read_text(encoding="utf-8", errors="replace")
        for path in (place / "files").rglob("*.py")
        if path.is_file()  # a folder may have such a name, too
    )
    return mentioned((*(cell.source for cell in nb.cells if cell.cell_type == "code"), *modules))


def kept(answer: Any) -> SubmissionData:
    """Return what `keep` may say, and nothing else: a forged answer must not bring its own notes or grades along."""
    if not isinstance(answer, dict):
        return {"missing": True, "note": "Nothing came back when this task was looked at."}
    if "failed" in answer:
        return {"note": not_measured(answer)}
    if answer.get("missing") and answer.get("given") is True:
        return {"missing": True, "near": None, "note": "This is the given version that ships; write your own."}
    if answer.get("missing"):
        near = answer.get("near")
        return {"missing": True, "near": near[:80] if isinstance(near, str) and near.isidentifier() else None}
    return cast(SubmissionData, {key: answer[key] for key in ("public", "value") if key in answer})


def not_measured(answer: dict[str, Any]) -> str:
    """Return in words that the probe could not look at an object, by what the notebook has made of its process."""
    failed = answer.get("failed")
    why = f" ({failed[:80]})" if isinstance(failed, str) and failed.isidentifier() else ""
    return f"{NOT_MEASURED}{why}."


def shortened(value: Any, longest: int = LONGEST_TEXT) -> Any:
    """Return JSON data with strings cut.

    >>> shortened({"a": ["xxxx", 1.0]}, longest=2)
    {'a': ['xx', 1.0]}
    """
    if isinstance(value, str):
        return value[:longest]
    if isinstance(value, dict):
        return {key[:longest]: shortened(item, longest) for key, item in value.items()}
    if isinstance(value, list):
        # most of an answer are numbers, thousands of them
        return [item if type(item) is float else shortened(item, longest) for item in value]
    return value


def _cell_in_words(cell: NotebookNode, index: int) -> str:
    first = cell.source.strip().split("\n")[0][:60]
    return f"cell {index + 1} (`{first}`)"


def _in_words(stop: FatalStep, nb: NotebookNode) -> str:
    phase, where = stop.step
    if phase == "cell":
        return f"{_cell_in_words(nb.cells[where], where)} was left out: {stop.reason}"
    return f"task {where}: {stop.reason}; this costs its own task only"
