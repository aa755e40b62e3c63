"""Take a download apart: one folder for each attempt of each student, within bounds."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from grader.cohort.collecting.downloads import Named, read_name, without_wrapper
from grader.cohort.collecting.matching import Roster
from grader.cohort.collecting.placing import write_below
from grader.errors import UserError, printable
from grader.sandbox.plain_files import CHECKPOINTS, plain_files
from grader.submission.archives import Budget, TooMuch, is_clutter, kind_of, members
from grader.submission.handed_in import STAMP
from grader.submission.notebook_file import LARGEST_NOTEBOOK

MOST_ENTRIES, MOST_BYTES = 50_000, 8_000_000_000  # of one download, as inflated


class NothingToCollect(UserError):
    """There is no download, or nothing in it that can be collected; the message says what is missing."""


@dataclass
class Part:
    """One attempt of one student in a download, written to a folder of its own."""

    named: Named
    folder: Path
    student: str | None = None
    why_not: str = ""


def parts_of(source: Path, people: Roster, scratch: Path, left_out: list[str]) -> list[Part]:
    """Write each attempt in a download to a folder of its own; return them, with whose they are."""
    names = [where for where, _ in _files(source, left_out, names_only=True)]
    around = without_wrapper(names, people.knows)
    parts: dict[str, Part] = {}
    for where, data in _files(source, []):
        named = read_name(PurePosixPath(*where.parts[around:]))
        if not named.file.parts:
            continue
        if str(named.file).casefold() == STAMP:
            left_out.append(f"{printable(str(where))}: a time stamp that a student may have written: left out")
            continue
        if named.label not in parts:
            parts[named.label] = Part(named, scratch / str(len(parts)))
            parts[named.label].folder.mkdir()
            parts[named.label].student, parts[named.label].why_not = people.find(named)
        try:
            write_below(parts[named.label].folder, named.file, data)
        except (NotADirectoryError, FileExistsError):  # a file and a folder of one name
            left_out.append(f"{printable(str(where))} has the name of another: left out")
    return list(parts.values())


def _files(source: Path, left_out: list[str], names_only: bool = False) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield (name, content) of each plain file in an archive or a folder, within bounds."""
    if source.is_dir():
        left = Budget(MOST_ENTRIES, MOST_BYTES, LARGEST_NOTEBOOK)
        for path, details in plain_files(source, left_out):
            where = PurePosixPath(path.relative_to(source))
            left.entries -= 1
            if is_clutter(where) or CHECKPOINTS in where.parts:
                continue
            if left.entries < 0 or details.st_size > left.each:
                left_out.append(f"{printable(str(where))} is too large, or one of too many: left out")
                continue
            try:
                left.count(details.st_size)
            except TooMuch as error:
                raise NothingToCollect(f"{source}: {error}") from None
            yield where, b"" if names_only else path.read_bytes()
        return
    with source.open("rb") as file:
        if not kind_of(file.read(262)):
            raise NothingToCollect(f"{source}: is no archive and no folder")
        budget = Budget(MOST_ENTRIES, MOST_BYTES, LARGEST_NOTEBOOK)
        yield from members(file, source.name, budget)
        left_out += budget.refused
