"""Does a Dask cluster give the same gradebook, also when a worker is killed while it grades?"""

import contextlib
import os
import re
import signal
import subprocess
import sys
import time

import pytest

from grader.cohort.cluster import NoCluster, packed
from grader.cohort.grading import grade_class
from grader.gradebook.reading import export
from grader.places import ROOT
from tests.submissions.build import example, hand_in

ASSIGNMENT = "1-cross-correlation"
CLASS = {
    "s001": "model",
    "s002": "flipped",
    "s003": "d2l",
    "s004": "last_row",
    "s005": "unfold_and_fft",
    "s006": "seed",
}


def _start(folder, *arguments):
    log = open(folder / f"{arguments[0]}-{time.monotonic_ns()}.log", "w")  # noqa: SIM115 - the process writes to it
    command = [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]]
    process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log, start_new_session=True)
    return process, log.name


@contextlib.contextmanager
def cluster(folder, workers=2):
    """Yield (address, worker processes) of a real scheduler and workers on loopback; all are stopped afterwards."""
    started = []
    try:
        scheduler, log = _start(folder, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        started.append(scheduler)
        address = _find(log, r"Scheduler at:\s+(tcp://127\.0\.0\.1:\d+)")
        running = []
        for _ in range(workers):
            options = ("--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard")
            worker, log = _start(folder, "worker", address, *options, "--local-directory", str(folder))
            started.append(worker)
            _find(log, r"Registered to:\s+(tcp://\S+)")
            running.append(worker)
        yield address, running
    finally:
        for process in reversed(started):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _find(log, pattern, seconds=60):
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        with open(log) as file:
            found = re.search(pattern, file.read())
        if found:
            return found[1]
        time.sleep(0.2)
    with open(log) as file:
        raise RuntimeError(f"not seen within {seconds} s: {pattern}\n{file.read()[-2000:]}")


@pytest.mark.slow
def test_the_gradebook_is_that_of_a_serial_run_although_a_worker_is_killed(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    for root in (one, other):
        root.mkdir()
        (root / "source").symlink_to(ROOT / "source")
        for student, name in CLASS.items():
            hand_in(root, ASSIGNMENT, student, example(ASSIGNMENT, name))
    grade_class(one, ASSIGNMENT)
    seen = []
    with cluster(tmp_path) as (address, workers):

        def kill_one_when_grading_is_under_way(results):
            for result in results:
                seen.append(result)
                if len(seen) == 1:
                    os.killpg(workers[0].pid, signal.SIGKILL)
                yield result

        results = grade_class(other, ASSIGNMENT, progress=kill_one_when_grading_is_under_way, scheduler=address)
    assert [result.status for result in results] == ["graded"] * len(CLASS)
    assert export(other, ASSIGNMENT) == export(one, ASSIGNMENT)


def test_nobody_at_the_address_is_said_in_one_line(tmp_path):
    hand_in(tmp_path, ASSIGNMENT, "s001", example(ASSIGNMENT, "untouched"))
    (tmp_path / "source").symlink_to(ROOT / "source")
    with pytest.raises(NoCluster, match="no Dask scheduler answers at tcp://127.0.0.1:9"):
        grade_class(tmp_path, ASSIGNMENT, scheduler="tcp://127.0.0.1:9")


def test_links_are_not_sent_to_a_worker(tmp_path):
    (tmp_path / "secret").symlink_to("/etc/passwd")
    (tmp_path / "own.txt").write_text("mine")
    import io
    import tarfile

    with tarfile.open(fileobj=io.BytesIO(packed(tmp_path))) as archive:
        assert archive.getnames() == ["own.txt"]
