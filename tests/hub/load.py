"""`python -m tests.hub.load --students 30`: a class that fetches, validates and submits at once; is anything lost?

A real hub under one account.  Servers are started before the clock runs, a few at a time; then everybody presses
Fetch, Validate and Submit, and everything is collected.  Also measured: memory and processor time for each student.
"""

import contextlib
import hashlib
import json
import os
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path

import click
import nbformat
import psutil

from tests.hub.driver import ASSIGNMENT, COURSE, NOTEBOOK, hub_under_one_account, missing, watching
from tests.submissions.build import example

FILE = f"{ASSIGNMENT}/{NOTEBOOK}.ipynb"
STEPS = ("log in and start", "fetch", "validate", "submit")
WRITTEN = "answer-why_no_error"


@dataclass
class Outcome:
    """What a class met; times in seconds by step and student, memory in MB, `lost` in words."""

    students: int
    spread: float
    cores: int
    busy: float  # other work on this machine when the clock started: running processes, averaged over a minute
    times: dict = field(default_factory=lambda: {step: {} for step in STEPS})
    starting: float = 0  # until every server ran
    wall: float = 0  # from the first Fetch to the last Submit
    processor: float = 0  # seconds, of everything the hub runs, in that time
    one_validation: float = 0  # processor seconds of one Validate when nobody else works
    memory: dict = field(default_factory=dict)
    lost: list = field(default_factory=list)

    def summary(self):
        """Median, 95th percentile and maximum of each step."""
        found = {}
        for step, times in self.times.items():
            values = sorted(times.values())
            if values:
                at95 = values[min(len(values) - 1, round(0.95 * (len(values) - 1)))]
                found[step] = {"median": statistics.median(values), "p95": at95, "max": values[-1]}
        return found

    def table(self):
        """The figures as text."""
        lines = [f"{self.students} students on {self.cores} cores; other load {self.busy:.1f}", ""]
        lines += [f"{'seconds':<18}{'median':>8}{'p95':>8}{'max':>8}"]
        for step, row in self.summary().items():
            lines.append(f"{step:<18}{row['median']:>8.1f}{row['p95']:>8.1f}{row['max']:>8.1f}")
        lines += [
            "",
            f"all servers started after {self.starting:.0f} s",
            f"first Fetch to last Submit {self.wall:.0f} s, {self.processor:.0f} s of processor time",
            f"one Validate alone takes {self.one_validation:.1f} s of processor time",
            "",
            "memory for each student (PSS, MB)",
            *(f"{what:<42}{size:>6.0f}" for what, size in self.memory.items()),
            "",
            *(self.lost or ["nothing was lost"]),
        ]
        return "\n".join(lines)


def roster(students):
    """A roster with that many students and one instructor."""
    people = [f"s{number:03},,,,student" for number in range(1, students + 1)]
    return "\n".join(["id,first_name,last_name,email,role", "instructor1,,,,instructor", *people, ""])


def run(students=30, at_once=3, spread=0.0, environment=None, say=lambda text: None):
    """Run a class of students through fetching, validating and submitting, and return the `Outcome`.

    `at_once` servers are started at a time; the students begin evenly over `spread` seconds.
    """
    names = [f"s{number:03}" for number in range(1, students + 1)]
    outcome = Outcome(students, spread, len(os.sched_getaffinity(0)), 0.0)
    with tempfile.TemporaryDirectory(prefix="cv-") as folder:  # short: sockets
        say("preparing the course and the hub")
        with hub_under_one_account(
            folder, "one_class", roster=roster(students), environment=environment, assignments=(ASSIGNMENT,)
        ) as hub:
            servers = _start(hub, names, at_once, outcome, say)
            _measure_one(hub, servers[names[-1]], outcome)
            say("fetching, validating and submitting")
            _the_minute(hub, servers, outcome)
            say("collecting")
            account_for(hub, names, outcome)
            say("stopping")
    return outcome


def _start(hub, names, at_once, outcome, say):
    """Log everybody in and start their servers; return {name: server}."""
    servers = {}

    def one(name):
        begun = time.monotonic()
        person = hub.log_in(name)
        servers[name] = person.spawn()
        outcome.times["log in and start"][name] = time.monotonic() - begun
        say(f"{len(servers)} of {len(names)} servers run")

    begun = time.monotonic()
    with ThreadPoolExecutor(at_once) as pool:
        list(pool.map(one, names))
    outcome.starting = time.monotonic() - begun
    return servers


# -- what one student takes


def _measure_one(hub, server, outcome):
    """Memory and processor time of one student who works while nobody else does."""
    name = server.person.name
    outcome.memory["server"] = _pss(_processes(hub, name))
    server.exchange("fetch")
    server.write_notebook(FILE, work_of(name))
    with server.kernel() as execute:
        execute("import torch\nfrom course import check, explorers, figures, reveal\nexplorers.window_stepper().output")
        both = _pss(_processes(hub, name))
        outcome.memory["and a notebook with torch and an explorer"] = both
        before, most = _processor(hub, name), [both]
        with watching(lambda: most.append(_pss(_processes(hub, name)))):
            server.validate(FILE)
        outcome.memory["and Validate's own kernel, for some seconds"] = max(most)
        outcome.one_validation = _processor(hub, name) - before
    outcome.memory["the hub and its proxy, once"] = _pss(_processes(hub, None))


def _processes(hub, name):
    """The processes of one student's server; with `name` None, those of the hub itself."""
    found = []
    for process in hub.running.processes():
        with contextlib.suppress(psutil.Error, OSError):
            if process.environ().get("JUPYTERHUB_USER") == name:
                found.append(process)
    return found


def _pss(processes):
    """Proportional memory in MB: what is shared is counted once."""
    total = 0
    for process in processes:
        with contextlib.suppress(OSError):
            for line in Path(f"/proc/{process.pid}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
    return total / 1024


def _processor(hub, name=...):
    """Processor seconds so far of one student's server or, by default, of everything; with what has ended below it."""
    processes = hub.running.processes() if name is ... else _processes(hub, name)
    total = 0
    for process in processes:
        with contextlib.suppress(psutil.Error):
            total += sum(process.cpu_times()[:4])
    return total


# -- the class


def work_of(name):
    """A model solution that tells whose it is."""
    nb = example(ASSIGNMENT, "model")
    for cell in nb.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == WRITTEN:
            cell.source += f"\n\nThis is the work of {name}."
    return nb


def _the_minute(hub, servers, outcome):
    outcome.busy = os.getloadavg()[0]
    before, begun = _processor(hub), time.monotonic()
    step = outcome.spread / len(servers)

    def one(number, name, server):
        time.sleep(number * step)
        with _timed(outcome, "fetch", name):
            answer = server.exchange("fetch")
        if not answer["success"]:
            outcome.lost.append(f"{name} could not fetch: {answer['value']}")
        server.write_notebook(FILE, work_of(name))
        with _timed(outcome, "validate", name):
            answer = server.validate(FILE)
        if answer != {"success": True, "value": {}}:
            outcome.lost.append(f"{name}: Validate says …{str(answer)[-300:]}")
        with _timed(outcome, "submit", name):
            answer = server.exchange("submit")
        if not answer["success"]:
            outcome.lost.append(f"{name} could not submit: {answer['value']}")

    with ThreadPoolExecutor(len(servers)) as pool:
        running = {name: pool.submit(one, n, name, server) for n, (name, server) in enumerate(servers.items())}
    for name, future in running.items():
        if future.exception():
            outcome.lost.append(f"{name}: {future.exception()!r}"[:1000])
    outcome.wall = time.monotonic() - begun
    outcome.processor = _processor(hub) - before


@contextlib.contextmanager
def _timed(outcome, step, name):
    begun = time.monotonic()
    yield
    outcome.times[step][name] = time.monotonic() - begun


def account_for(hub, names, outcome):
    """Every submission is in the exchange, is collected, and is what its student had, byte for byte."""
    inbound = Path(hub.settings.exchange) / COURSE / "inbound"
    done = hub.nbgrader("instructor1", "collect", ASSIGNMENT)
    if done.returncode:
        outcome.lost.append(f"collecting failed: {done.stderr[-1000:]}")
    for name in names:
        handed_in = list(inbound.glob(f"{name}+{ASSIGNMENT}+*"))
        if len(handed_in) != 1:
            outcome.lost.append(f"{name} has {len(handed_in)} submissions in the exchange")
            continue
        places = hub.home(name) / FILE, handed_in[0] / f"{NOTEBOOK}.ipynb", hub.root / "submitted" / name / FILE
        if len({_hash(place) for place in places}) != 1:
            outcome.lost.append(f"{name}: what was collected is not what was handed in")
        elif sources(nbformat.read(places[-1], as_version=4)) != sources(work_of(name)):
            outcome.lost.append(f"{name}: what was collected is not what was written")


def _hash(path):
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else f"{path} is missing"


def sources(nb):
    """What stands in the cells of a notebook."""
    return [cell.source for cell in nb.cells]


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--students", default=30, show_default=True)
@click.option("--at-once", default=3, show_default=True, help="servers that are started at a time")
@click.option("--spread", default=0.0, show_default=True, help="seconds over which the students begin, evenly")
@click.option("--json", "as_json", is_flag=True, help="print all figures as JSON")
def main(students, at_once, spread, as_json):
    """Let a class fetch, validate and submit at once; print times and memory; exit status 1 if anything was lost."""
    if missing():
        raise SystemExit(missing())
    outcome = run(students, at_once, spread, say=lambda text: click.echo(f"... {text}", err=True))
    click.echo(json.dumps(asdict(outcome) | {"summary": outcome.summary()}) if as_json else outcome.table())
    raise SystemExit(1 if outcome.lost else 0)


if __name__ == "__main__":
    main(prog_name="python -m tests.hub.load")
