"""Load the public case packs that `check` uses: plain JSON, committed in `course/packs/`."""

import functools
import json
from pathlib import Path

from course.checking.data import PackEntry

FOLDER = Path(__file__).parent.parent / "packs"


@functools.cache
def public_task(name: str) -> PackEntry:
    """Return the public entry of task `name`: kind, facets, cases, expected answers, misconceptions.

    Raises:
        KeyError: no such task; the message lists the names there are.
    """
    names: list[str] = []
    for path in sorted(FOLDER.glob("*.json")):
        tasks = _tasks(path)
        if name in tasks:
            return tasks[name]
        names += tasks
    raise KeyError(f"there is no task {name!r}; the tasks are {', '.join(names)}")


@functools.cache
def _tasks(path: Path) -> dict[str, PackEntry]:
    return json.loads(path.read_text(encoding="utf-8"))["tasks"]
