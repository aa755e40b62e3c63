"""List what one student handed in as plain files, those inside archives included.

No link is followed, no file is believed by its name, and what archives hold is bounded as inflated.
"""

import hashlib
import io
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from grader.sandbox.plain_files import plain_files
from grader.submission.archives import Budget, kind_of, members
from grader.submission.notebook_file import LARGEST_NOTEBOOK

STAGED_FILES = 1_000
MOST_INFLATED = 200_000_000  # bytes that all archives of one student may hold
MOST_READ = 400_000_000  # bytes that are looked into: a thousand names may be links to one large file
STAMP = "timestamp.txt"  # nbgrader's, at the top only: one that lies anywhere else is a student's own


@dataclass(frozen=True)
class HandedIn:
    """One file; `where` leads through folders and archives, `read` returns what is in it."""

    where: PurePosixPath
    size: int
    read: Callable[[], bytes]
    in_archive: bool = False

    @property
    def suffix(self) -> str:
        """The ending in small letters, a second one that a browser or mailer has added being seen through.

        >>> HandedIn(PurePosixPath("A.IPYNB.txt"), 0, bytes).suffix
        '.ipynb'
        """
        suffixes = [suffix.lower() for suffix in self.where.suffixes]
        return ".ipynb" if ".ipynb" in suffixes[-2:] else suffixes[-1] if suffixes else ""


def handed_in(folder: Path, oddities: list[str]) -> list[HandedIn]:
    """Return the files of a submission, by name; the content of archives follows each archive."""
    budget = Budget(STAGED_FILES, MOST_INFLATED, LARGEST_NOTEBOOK)
    files: list[HandedIn] = []
    left = {True: MOST_READ // 2, False: MOST_READ // 2}  # is it a notebook -> bytes: data must not push it out
    for path, details in plain_files(folder, oddities):
        where = PurePosixPath(path.relative_to(folder))
        if len(files) >= STAGED_FILES:
            oddities.append(f"more than {STAGED_FILES} files were handed in: the rest was left out")
            break
        file = HandedIn(where, details.st_size, path.read_bytes)
        if details.st_size <= LARGEST_NOTEBOOK:  # nothing larger is looked into
            left[file.suffix == ".ipynb"] -= details.st_size
            if left[file.suffix == ".ipynb"] < 0:
                budget.refuse(str(where), f"is beyond the {MOST_READ // 2_000_000} MB that are looked at")
                continue
        try:
            is_archive = details.st_size <= LARGEST_NOTEBOOK and kind_of(_start(path))
        except OSError as error:
            oddities.append(f"{where} cannot be read ({error.strerror}): left out")
            continue
        files.append(file)
        if is_archive:
            files += _inside(file, budget)
    oddities += budget.refused
    return files


def _inside(archive: HandedIn, budget: Budget) -> Iterator[HandedIn]:
    """Yield what an archive holds, archives in it included."""
    if budget.archives == 0:
        budget.refuse(str(archive.where), "is an archive in too many others")
        return
    budget.archives -= 1
    for where, data in members(io.BytesIO(archive.read()), str(archive.where), budget):
        file = HandedIn(archive.where / where, len(data), _held(data), in_archive=True)
        yield file
        if kind_of(data[:262]):
            yield from _inside(file, budget)
    budget.archives += 1


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(262)


def fingerprint_folder(folder: Path, stamp: bool = True) -> str:
    """Return a fingerprint of names and contents of what was handed in, of the size only where it is not graded.

    Without `stamp` the time stamp is left out: the same work may have been collected in two ways.
    """
    digest = hashlib.sha256()
    found = sorted(path for path, _ in plain_files(Path(folder), []) if stamp or path != Path(folder) / STAMP)
    left = MOST_READ
    for path in found[:STAGED_FILES]:
        size = path.stat().st_size
        digest.update(os.fsencode(path.relative_to(folder)) + b"\0%d\0" % size)
        if size <= min(LARGEST_NOTEBOOK, left):  # a sparse file may claim to be as large as it likes
            digest.update(path.read_bytes())
            left -= size
    return digest.hexdigest()[:16]


def _held(data: bytes) -> Callable[[], bytes]:
    return lambda: data
