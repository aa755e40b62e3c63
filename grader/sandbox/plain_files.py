"""Which of the files in a folder that somebody else has filled are plain ones: their list, or a copy of these.

No link is followed, no folder gone into without end, and what is left out is said.
"""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

DEEPEST = 20  # folders in one another
CHECKPOINTS = ".ipynb_checkpoints"  # Jupyter keeps a copy of each notebook there


def plain_files(folder: Path, oddities: list[str]) -> Iterator[tuple[Path, os.stat_result]]:
    """Yield (path, details) of each plain file, in the order of names; say what is left out."""
    for directory, folders, names in os.walk(folder, followlinks=False):
        here = Path(directory)
        for name in [name for name in folders if (here / name).is_symlink()]:
            oddities.append(f"{name} is a link: left out")
            folders.remove(name)
        folders[:] = sorted(name for name in folders if not _is_hidden(name))
        if folders and len(here.relative_to(folder).parts) >= DEEPEST:
            oddities.append(f"folders lie more than {DEEPEST} deep in one another: the rest was left out")
            folders.clear()
        for name in sorted(names):
            details = (here / name).lstat()
            where = (here / name).relative_to(folder)
            if stat.S_ISLNK(details.st_mode):
                oddities.append(f"{where} is a link: left out")
            elif not stat.S_ISREG(details.st_mode):
                oddities.append(f"{where} is not a plain file: left out")
            else:
                yield here / name, details


def _is_hidden(name: str) -> bool:
    # a copy that Jupyter kept is better than nothing, where there is nothing else
    return name.startswith(".") and name != CHECKPOINTS


def copy_plain_files(source: Path, target: Path, largest: int, most: int) -> None:
    """Copy plain files of at most `largest` bytes each and `most` together; no notebooks, and no copies of them."""
    total = 0
    for path, details in plain_files(source, []):
        where = path.relative_to(source)
        if path.suffix == ".ipynb" or CHECKPOINTS in where.parts or details.st_size > largest:
            continue
        total += details.st_size
        if total > most:
            return
        (target / where).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target / where)
