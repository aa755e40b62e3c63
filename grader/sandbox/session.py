"""Run one submitted notebook in a kernel, in two phases, and bring its answers out as plain data.

Phase a runs the cells once, as the student wrote them; at each graded cell the object of that moment is kept.  After
that the outputs are final.  Only in phase b do hidden inputs enter the kernel.  Expected outputs never do.
"""

import ast
import asyncio
import copy
import json
import shutil
from dataclasses import dataclass, field
from time import monotonic

from jupyter_client.utils import ensure_async
from jupyter_core.utils import run_sync
from nbclient.exceptions import CellExecutionComplete
from nbformat import from_dict
from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute
from traitlets import Bool, Float, Integer

from grader.sandbox import probe
from grader.sandbox.confine import ISOLATION
from grader.sandbox.forkserver import PRELOADED_WHEN_MENTIONED
from grader.sandbox.kernels import GradingKernelManager, isolation
from grader.sandbox.limits import PatientClient, exceeded, size_of, tidy, tidy_outputs
from grader.sandbox.processes import mentioned

SECONDS_BETWEEN_LOOKS = 0.5  # at what a running kernel uses
TOO_LARGE = {"too_large": True}  # what the probe says instead of more than it may send


@dataclass
class Outcome:
    """What a run brought out: for each task its answers, and in words what stopped the kernel on the way."""

    submissions: dict = field(default_factory=dict)
    oddities: list = field(default_factory=list)


class KernelStopped(Exception):
    """The kernel died or could not be interrupted while doing `step`."""

    def __init__(self, step, reason):
        super().__init__(f"{step}: {reason}")
        self.step = step
        self.reason = reason


class Session(Execute):
    """Runs a notebook, replaying it without the fatal step when something stops the kernel."""

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
    unconfined = Bool(False, help="Grade although student code cannot be confined here.").tag(config=True)
    most_replays = Integer(6, help="How often a notebook is replayed after its kernel stopped.").tag(config=True)

    def __init__(self, folder, **traits):
        super().__init__(**traits)
        self.folder = folder
        self.shutdown_kernel = "immediate"
        self.record_timing = False
        self.isolation = isolation(self.unconfined)

    def run(self, nb, graded, public, hidden, given, settled=lambda name, answers: False):
        """Run `nb` and return the `Outcome`; the notebook's cells then hold their outputs.

        `graded` is {cell index: Task}; `public` and `hidden` are {task name: pack entry}; `given` is {task name:
        source text that defines it}, for tasks that others build on.  `settled(name, answers)` says that a task's
        answers with the student's own earlier functions leave nothing for given ones to win.
        """
        self.settled = settled
        outcome = Outcome()
        self.deadline = monotonic() + self.total_seconds
        self.fatal = {}  # step -> reason; a step is ("cell", index) or (phase, task name)
        self.closed = False  # hidden inputs and given code have been sent: what is missing now stays missing
        self.attempts = 0
        target = nb
        for _ in range(self.most_replays + 1):
            try:
                self._attempt(target, graded, public, hidden, given, outcome)
                break
            except KeyboardInterrupt:
                self._cleanup_kernel()
                raise
            except KernelStopped as stop:
                if stop.step in self.fatal and self.running is not None:
                    # it was left out already, and yet: the cell that ran before it is the cause
                    stop.step = ("cell", self.running)
                self.fatal[stop.step] = stop.reason
                outcome.oddities.append(_in_words(stop, nb))
                if self.closed:
                    target = copy.deepcopy(nb)  # the outputs are final, whatever a replay prints
                if monotonic() > self.deadline:
                    left = f"the notebook took longer than {self.total_seconds} s: what was left was not graded"
                    outcome.oddities.append(left)
                    break
        else:
            outcome.oddities.append(f"the kernel stopped more than {self.most_replays} times: the rest was not graded")
        self._mark_fatal_cells(nb)
        self._tidy(nb, outcome)
        outcome.oddities += [
            f"{_cell_in_words(cell, i)} {what}" for i, cell in enumerate(nb.cells) for what in self._reached(cell)
        ]
        for name in (task.name for task in graded.values()):
            outcome.submissions.setdefault(name, {"missing": True, "note": "The notebook stopped before this task."})
            notes = [reason for step, reason in self.fatal.items() if step[0] != "cell" and step[1] == name]
            if notes:
                outcome.submissions[name].setdefault("note", f"Your code was stopped: {notes[0]}.")
            outcome.oddities += [f"task {name}: {what}" for what in self._stopped_calls(outcome.submissions[name])]
        return outcome

    def _reached(self, cell):
        """Say in words which limit a cell reached and survived."""
        failed = [o.ename for o in cell.get("outputs", []) if o.output_type == "error"]
        if "CellTimeoutError" in failed:
            yield f"ran longer than {self.timeout} s and was interrupted"
        if "MemoryError" in failed:
            yield f"asked for more memory than the limit of {self.most_memory / 1e9:g} GB leaves"

    def _stopped_calls(self, submission):
        """Say in words which calls of a task's object reached a limit, for the instructor."""
        answers = [submission.get("value")]
        for phase in ("public", "own", "given"):
            listed = submission.get(phase)
            answers += listed if isinstance(listed, list) else []
        raised = [answer.get("raised") for answer in answers if isinstance(answer, dict)]
        raised = [error for error in raised if isinstance(error, dict)]  # it comes from the student's process
        late = sum(error.get("type") == "OutOfTime" for error in raised)
        greedy = sum(
            error.get("type") == "MemoryError" or "allocate memory" in str(error.get("text")) for error in raised
        )
        if late:
            yield f"{late} of its calls ran longer than {self.case_seconds:g} s and were stopped"
        if greedy:
            yield f"{greedy} of its calls asked for more memory than the limit of {self.most_memory / 1e9:g} GB leaves"

    def create_kernel_manager(self):
        """Return a manager whose kernel lives in a folder of its own (called by nbclient).

        The folder is new for every attempt: what an earlier kernel left behind, such as a link in place of a file that
        is opened before the kernel confines itself, must not meet the next one.
        """
        confined = self.isolation == ISOLATION
        limits = {"memory": self.most_memory, "cpu": self.total_seconds, "file": self.most_file_bytes}
        limits["message"] = self.most_message
        self.km = GradingKernelManager(self.place, confined, limits, self._mentions(), config=self.config)
        self.km.client_factory = PatientClient
        return self.km

    def _mentions(self):
        """Return which words of `PRELOADED_WHEN_MENTIONED` the notebook, or a module beside it, may mean."""
        if any((self.place / "files").rglob("*.py")):
            return list(PRELOADED_WHEN_MENTIONED)  # not read: an import too many costs a second, once
        return mentioned(cell.source for cell in self.nb.cells if cell.cell_type == "code")

    def _new_place(self):
        if self.attempts:
            shutil.rmtree(self.place, ignore_errors=True)
        self.attempts += 1
        self.place = self.folder / f"run{self.attempts}"
        shutil.copytree(self.folder / "files", self.place / "files")

    # -- one kernel ----------------------------------------------------------------------------------------------

    async def _async_attempt(self, nb, graded, public, hidden, given, outcome):
        self.nb, self.km, self.kc, self.owns_km = nb, None, None, True
        self.reset_execution_trackers()
        self.running = None  # the index of the cell that runs, or ran last
        self.next_look = 0.0  # when to look again at what the kernel uses while it is asked something
        self.cell_of, self.printed = {}, {}  # message id -> cell index -> characters
        self._new_place()
        self.create_kernel_manager()
        await self.async_start_new_kernel(cwd=str(self.place / "files"))
        await self.async_start_new_kernel_client()
        try:
            for index, cell in enumerate(nb.cells):
                if index in graded:
                    await self._keep(graded[index], public, outcome)
                elif ("cell", index) not in self.fatal:
                    await self._run_cell(cell, index)
            # a graded cell that stands before its solution is not the student's mistake
            for task in graded.values():
                if outcome.submissions.get(task.name, {}).get("missing"):
                    await self._keep(task, public, outcome)
            self.set_widgets_metadata()
            self.closed = True
            self.kc.iopub_channel.stop()  # whatever is printed from here on is not even taken in
            # in the order of the assignment, not of the notebook: nobody is measured after seeing its own given code
            tasks = sorted(graded.values(), key=lambda task: list(given).index(task.name) if task.name in given else 0)
            for phase in ("own", "given"):
                for task in tasks:
                    await self._measure_hidden(phase, task, hidden, given, outcome)
        finally:
            await self._async_cleanup_kernel()

    _attempt = run_sync(_async_attempt)

    async def _run_cell(self, cell, index):
        """Run one cell; its outputs are in it afterwards.

        In place of nbclient's, which starts three tasks for each cell and reads each message through two futures.
        """
        step = ("cell", index)
        if monotonic() > self.deadline:
            raise KernelStopped(step, f"the notebook took longer than {self.total_seconds} s")
        if cell.cell_type != "code" or not cell.source.strip():
            return
        cell.outputs, self.clear_before_next_output = [], False
        self.code_cells_executed += 1
        cell.execution_count = self.code_cells_executed
        message = self.kc.execute(cell.source, store_history=True, stop_on_error=False)
        self.running = self.cell_of[message] = index
        try:
            reply = await self._watch_cell(cell, index, message)
            self.on_cell_executed(cell=cell, cell_index=index, execute_reply=reply)
        except KernelStopped:
            raise
        except Exception as error:  # a forged message may have any form at all
            self.log.warning("cell %s: %r", index, error)
            raise KernelStopped(step, "it sent messages that cannot be understood") from None

    async def _watch_cell(self, cell, index, message):
        """Take messages until the cell has its reply and its last output; return the reply."""
        step = ("cell", index)
        reply, done = None, False
        deadline = monotonic() + (self.timeout or self.total_seconds)
        look = monotonic() + SECONDS_BETWEEN_LOOKS
        while reply is None or not done:
            now = monotonic()
            if now > deadline:
                if reply is not None:
                    raise KernelStopped(step, f"it ran longer than {self.timeout} s and could not be interrupted")
                await ensure_async(self.km.interrupt_kernel())
                reply = {"content": {**self.error_on_timeout, "status": "error"}}
                deadline = now + self.iopub_timeout
            if now > look:
                await self._look()
                look = now + SECONDS_BETWEEN_LOOKS
            for channel in self.kc.waiting(min(deadline, look) - now):
                found = channel.take()
                if found is None:
                    continue
                if channel is self.kc.iopub_channel:
                    done = self._take_output(found, message, cell, index) or done
                elif reply is None and _answers(found, message):
                    reply = found
                    deadline = monotonic() + self.iopub_timeout
        return reply

    async def _look(self):
        """Asked twice a second while a cell runs: is the kernel alive, and within what rlimits cannot hold?"""
        reason = self._exceeded()
        if reason == self._too_large:
            await asyncio.sleep(0.2)  # a kernel that dies closes its connections too
        if not await ensure_async(self.kc.is_alive()):
            reason = "the kernel died"
        if reason:
            raise KernelStopped(("cell", self.running), reason)

    @property
    def _too_large(self):
        return f"it sent a message of more than {self.most_message / 1e6:g} MB"

    def _exceeded(self):
        if any(channel.lost() for channel in (self.kc.shell_channel, self.kc.iopub_channel)):
            return self._too_large
        pid = self.km.provisioner.pid if self.km.provisioner else None
        return exceeded(self.place, pid, self.most_disk, self.most_files, self.most_threads)

    def _take_output(self, message, parent, cell, index):
        """Count and keep one message; return whether it says that the cell is done.

        All of them count, those of threads of earlier cells as well.
        """
        sender = message["parent_header"].get("msg_id")
        culprit = self.cell_of.get(sender, index)
        size = size_of(message["content"]) + size_of(message.get("buffers", []))
        self.printed[culprit] = self.printed.get(culprit, 0) + size
        if self.printed[culprit] > self.most_output:
            reason = f"it printed or displayed more than {self.most_output / 1e6:g} million characters"
            raise KernelStopped(("cell", culprit), reason)
        if sum(self.printed.values()) > self.most_notebook_output and message["msg_type"] != "status":
            return False
        if sender == parent:
            try:
                self.process_message(message, cell, index)
            except CellExecutionComplete:
                return True
        return False

    async def _keep(self, task, public, outcome):
        kind = "code" if task.kind in ("code", "module") else task.kind
        request = {
            "name": task.name,
            "kind": kind,
            "seconds": self.case_seconds,
            "task_seconds": self.task_seconds,
        }
        if kind == "code" and ("public", task.name) not in self.fatal:
            request["cases"] = public[task.name]["cases"]
        answer = await self._ask_probe("keep", request, ("public", task.name))
        if self.closed:  # a replay: the object is needed in the kernel again, but nothing about it is news
            return
        known = outcome.submissions.get(task.name, {})
        if not known or known.get("missing"):
            outcome.submissions[task.name] = _kept(answer)

    async def _measure_hidden(self, phase, task, hidden, given, outcome):
        submission = outcome.submissions.get(task.name, {"missing": True})
        if task.kind not in ("code", "module") or submission.get("missing") or phase in submission:
            return
        if (phase, task.name) in self.fatal:
            submission[phase] = []
            return
        request = {
            "name": task.name,
            "cases": hidden[task.name]["cases"],
            "seconds": self.case_seconds,
            "task_seconds": self.task_seconds,
        }
        if phase == "given":
            if not task.needs or self.settled(task.name, submission.get("own")):
                return
            request["given"] = {name: given[name] for name in task.needs}
        submission[phase] = []  # whatever happens: one try, so that a replay cannot use what this one has seen
        answers = await self._ask_probe("answer", request, (phase, task.name))
        if isinstance(answers, list):
            submission[phase] = answers
        elif answers == TOO_LARGE:
            submission.setdefault(
                "note", f"Your answers are larger than {self.most_message / 1e6:g} million characters."
            )

    # -- messages ------------------------------------------------------------------------------------------------

    async def _ask_probe(self, function, request, step):
        """Call a function of the probe and return what it answers, or None if nothing sensible comes back."""
        expression = f"__import__('sys').modules[{probe.NAME!r}].{function}({json.dumps(request)!r})"
        reply = await self._ask("", {"answer": expression}, self.task_seconds + 10, step)
        try:
            text = reply["user_expressions"]["answer"]["data"]["text/plain"]
            return tidy(json.loads(ast.literal_eval(text)))
        except (KeyError, TypeError, ValueError, SyntaxError, RecursionError, MemoryError):
            self.log.warning("no answer to %s: %s", step, str(reply)[:500])
            return None

    async def _ask(self, code, expressions, seconds, step):
        """Execute silently and return the reply's content; what is printed meanwhile is never read."""
        left = self.deadline - monotonic()
        if left < 0:
            raise KernelStopped(step, f"the notebook took longer than {self.total_seconds} s")
        seconds = min(seconds, left + 1)
        message = self.kc.execute(
            code,
            silent=True,
            store_history=False,
            user_expressions=expressions,
            allow_stdin=False,
            stop_on_error=False,
        )
        patience = [seconds, 5.0]  # after the first, an interrupt; after the second, the end
        while patience:
            limit = monotonic() + patience.pop(0)
            while monotonic() < limit:
                reply = await self._next_reply(step)
                if _answers(reply, message):
                    return reply["content"]
            if patience:
                await ensure_async(self.km.interrupt_kernel())
        raise KernelStopped(step, f"it ran longer than {seconds:.0f} s and could not be interrupted")

    async def _next_reply(self, step):
        """Return the next message that may be a reply, or None; look at the kernel now and then."""
        if monotonic() > self.next_look:
            self.next_look = monotonic() + SECONDS_BETWEEN_LOOKS
            reason = self._exceeded()
            if reason:
                await asyncio.sleep(0.2)
                alive = await ensure_async(self.km.is_alive())
                raise KernelStopped(step, reason if alive else "the kernel died")
        for channel in self.kc.waiting(SECONDS_BETWEEN_LOOKS):
            if channel is self.kc.iopub_channel:
                channel.plain.recv_multipart()  # printed on the way: nobody reads it
                continue
            try:
                return channel.take()
            except Exception:  # a message that cannot be decoded
                await asyncio.sleep(0.02)  # a socket that fails at once must not be asked without a pause
        if not await ensure_async(self.km.is_alive()):
            raise KernelStopped(step, "the kernel died")
        return None

    def _tidy(self, nb, outcome):
        """Leave nothing in `nb` that it could not be saved with."""
        nb.metadata = from_dict(tidy(nb.metadata, longest=None))
        for index, cell in enumerate(nb.cells):
            if cell.cell_type == "code" and tidy_outputs(cell):
                outcome.oddities.append(
                    f"{_cell_in_words(cell, index)} sent outputs that no notebook can hold: left out"
                )

    def _mark_fatal_cells(self, nb):
        for (phase, index), reason in self.fatal.items():
            if phase == "cell":
                text = f"This cell was stopped: {reason}. The rest of the notebook was run without it."
                nb.cells[index].outputs = [new_output("error", ename="Stopped", evalue=text, traceback=[text])]


def _answers(reply, message):
    """Is this the reply to that message?  It comes from the student's process, so it may have any form."""
    header = reply.get("parent_header") if isinstance(reply, dict) else None
    return isinstance(header, dict) and header.get("msg_id") == message


def _kept(answer):
    """Return what `keep` may say, and nothing else: a forged answer must not bring its own notes or grades along."""
    if not isinstance(answer, dict):
        return {"missing": True, "note": "Nothing came back when this task was looked at."}
    if answer.get("missing"):
        near = answer.get("near")
        return {"missing": True, "near": near[:80] if isinstance(near, str) and near.isidentifier() else None}
    return {key: answer[key] for key in ("public", "value") if key in answer}


def _cell_in_words(cell, index):
    first = cell.source.strip().split("\n")[0][:60]
    return f"cell {index + 1} (`{first}`)"


def _in_words(stop, nb):
    phase, where = stop.step
    if phase == "cell":
        return f"{_cell_in_words(nb.cells[where], where)} was left out: {stop.reason}"
    return f"task {where}: {stop.reason}; this costs its own task only"
