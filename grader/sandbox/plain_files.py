"""Which of the files in a folder that somebody else has filled are plain ones: their list, or a copy of these.

No link is followed, no folder gone into without end, and what is left out is said.
"""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

DEEPEST = 20  # folders in one another
MOST_ENTRIES = 2_000  # files and folders together that are copied: each fork of a notebook gets its own
MOST_TOLD = 20  # of one kind that are said to be left out, one by one
CHECKPOINTS = ".ipynb_checkpoints"  # Jupyter keeps a copy of each notebook there


def plain_files(folder: Path, oddities: list[str]) -> Iterator[tuple[Path, os.stat_result]]:
    """Yield (path, details) of each plain file, in the order of names; say what is left out."""
    told = _Told(oddities)
    for directory, folders, names in os.walk(folder, followlinks=False):
        here = Path(directory)
        for name in [name for name in folders if (here / name).is_symlink()]:
            told.left_out(name, "is a link")
            folders.remove(name)
        folders[:] = sorted(name for name in folders if not _is_hidden(name))
        for name in [name for name in folders if not os.access(here / name, os.R_OK | os.X_OK)]:
            told.left_out(str((here / name).relative_to(folder)), "is a folder that cannot be read")
            folders.remove(name)
        if folders and len(here.relative_to(folder).parts) >= DEEPEST:
            oddities.append(f"folders lie more than {DEEPEST} deep in one another: the rest was left out")
            folders.clear()
        for name in sorted(names):
            details = (here / name).lstat()
            where = (here / name).relative_to(folder)
            if stat.S_ISLNK(details.st_mode):
                told.left_out(str(where), "is a link")
            elif not stat.S_ISREG(details.st_mode):
                told.left_out(str(where), "is not a plain file")
            elif not os.access(here / name, os.R_OK):
                told.left_out(str(where), "cannot be read")
            else:
                yield here / name, details
    told.sum_up()


class _Told:
    """Says what is left out: the first of a kind one by one, of the others how many there are."""

    def __init__(self, oddities: list[str]):
        self._oddities = oddities
        self._counts: dict[str, int] = {}

    def left_out(self, name: str, why: str) -> None:
        self._counts[why] = self._counts.get(why, 0) + 1
        if self._counts[why] <= MOST_TOLD:
            self._oddities.append(f"{name} {why}: left out")

    def sum_up(self) -> None:
        for why, count in self._counts.items():
            if count > MOST_TOLD:
                self._oddities.append(f"{count - MOST_TOLD} more of which each {why}: left out")


def _is_hidden(name: str) -> bool:
    # a copy that Jupyter kept is better than nothing, where there is nothing else
    return name.startswith(".") and name != CHECKPOINTS


def copy_plain_files(source: Path, target: Path, largest: int, most: int) -> None:
    """Copy plain files of at most `largest` bytes each, `most` together and `MOST_ENTRIES`; no notebooks or copies."""
    total = 0
    entries: set[Path] = {Path()}
    for path, details in plain_files(source, []):
        where = path.relative_to(source)
        if path.suffix == ".ipynb" or CHECKPOINTS in where.parts or details.st_size > largest:
            continue
        total += details.st_size
        entries.update((where, *where.parents))
        if total > most or len(entries) > MOST_ENTRIES + 1:
            return
        (target / where).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target / where)
