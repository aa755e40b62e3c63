"""Run submissions on a Dask cluster: workers get the submission and the hidden inputs they need, and send data back.

A worker is a machine with this checkout and its environment; it confines student code as the instructor's machine does.
The gradebook, the secret seed and the other submissions stay where they are.
"""

import io
import tarfile
import tempfile
from collections.abc import Generator
from pathlib import Path
from typing import Any

from course.checking.data import Pack
from grader.errors import UserError
from grader.packs import reading as packs
from grader.packs.kept import all_kept
from grader.sandbox.isolation import isolation
from grader.sandbox.plain_files import plain_files
from grader.submission.run import Run, run_safely
from grader.tasks import Assignment


class NoCluster(UserError):
    """The cluster cannot be used; the message says why and what to do."""


def runs_on_cluster(
    address: str, root: Path, assignment: Assignment, students: list[str], settings: dict[str, Any]
) -> Generator[tuple[str, Run | str]]:
    """Yield (student, Run or error text) as workers finish; a worker that dies loses nothing but its time.

    Raises:
        NoCluster: `distributed` is not installed, or nothing answers at `address`.
    """
    try:
        from distributed import Client, as_completed
    except ImportError:
        raise NoCluster(
            "--scheduler needs the package `distributed`: pip install 'convolutions-course[cluster]'"
        ) from None
    try:
        client = Client(address, timeout=10)
    except (OSError, TimeoutError, ValueError) as error:
        raise NoCluster(f"no Dask scheduler answers at {address}: {error}") from None
    with client:
        pack = {**packs.load_hidden(assignment), "earlier": all_kept(assignment)}
        hidden = client.scatter(pack, broadcast=True)
        waiting: dict[Any, str] = {}
        queue = list(students)
        finished = as_completed()
        most = 4 * max(1, len(client.scheduler_info()["workers"]))
        while queue or waiting:
            while queue and len(waiting) < most:
                student = queue.pop(0)
                handed_in = packed(Path(root) / "submitted" / student / assignment.name)
                # pure=False: the same submission may be graded again; retries: for a worker that is killed
                future = client.submit(
                    run_packed, handed_in, assignment, student, hidden, settings, pure=False, retries=2
                )
                waiting[future.key] = student
                finished.add(future)
            future = next(finished)
            student = waiting.pop(future.key)
            yield student, _outcome(future)


def _outcome(future: Any) -> Run | str:
    if future.status == "finished":
        return future.result()
    return f"the cluster could not grade it: {future.exception()}"


def packed(folder: Path) -> bytes:
    """Return a submission as the bytes of a tar archive: plain files only."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as archive:
        for path, _ in plain_files(folder, []):
            archive.add(path, arcname=str(path.relative_to(folder)), recursive=False)
    return data.getvalue()


def run_packed(
    handed_in: bytes, assignment: Assignment, student: str, hidden: Pack, settings: dict[str, Any]
) -> Run | str:
    """On a worker: unpack one submission, run and grade it, and return the `Run` or in words why there is none."""
    with tempfile.TemporaryDirectory() as folder, packs.lent(assignment, hidden):
        isolation(settings.get("unconfined", False))
        source = Path(folder) / "submitted" / student / assignment.name
        source.mkdir(parents=True)
        with tarfile.open(fileobj=io.BytesIO(handed_in)) as archive:
            archive.extractall(source, filter="data")
        return run_safely(Path(folder), assignment, student, Path(folder) / "staged", settings)
