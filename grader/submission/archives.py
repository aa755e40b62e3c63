"""Open an archive that somebody else has made: its plain files, within bounds, and in words what was left out.

Sizes are counted as inflated, never believed; nothing is written, so no name in an archive can lead anywhere.
"""

import bz2
import gzip
import io
import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath, PureWindowsPath
from typing import IO, Any, BinaryIO

from grader.errors import UserError, printable

LONGEST_NAME = 200  # bytes of one part of a name: file systems take 255
DEEPEST = 12  # folders in one another
LARGEST_DIRECTORY = 8_000_000  # bytes of a zip's list of contents, which is held in memory many times as large
FOREIGN = {b"Rar!": "rar", b"7z\xbc\xaf": "7z"}
_TAR: dict[bytes, Callable[..., Any]] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ": lzma.open}
_SIZE_OF_LIST = zipfile._ECD_SIZE  # type: ignore[attr-defined]  # there is no public one
_BROKEN: tuple[type[BaseException], ...] = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
)
_BROKEN += (NotImplementedError, RuntimeError, IndexError, KeyError, MemoryError)


class TooMuch(UserError):
    """An archive holds more than may be taken out of it."""


@dataclass
class Budget:
    """What may still be taken out of an archive and of all that lies in it."""

    entries: int
    total: int  # bytes, as inflated
    each: int  # bytes of one file
    archives: int = 3  # in one another
    refused: list[str] = field(default_factory=list)

    def refuse(self, name: str, why: str) -> None:
        """Note in words that something was left out."""
        if len(self.refused) < 50:
            self.refused.append(f"{printable(name)} {why}: left out")

    def count(self, size: int) -> None:
        """Take `size` bytes from what is left.

        Raises:
            TooMuch: there is not so much left.
        """
        self.total -= size
        if self.total < 0:
            raise TooMuch("it holds more than may be taken out of an archive")


def kind_of(start: bytes) -> str:
    """Return the kind of archive that begins with these bytes (at least 262), or ""."""
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if start[257:262] == b"ustar":
        return "tar"
    for magic in _TAR:
        if start.startswith(magic):
            return "tar"
    return next((kind for magic, kind in FOREIGN.items() if start.startswith(magic)), "")


def members(file: BinaryIO, name: str, budget: Budget) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield (name, content) of each plain file in an archive; `budget.refused` gets what was left out, and why.

    A damaged archive gives what comes before the damage.
    """
    try:
        file.seek(0)
        kind = kind_of(file.read(262))
        file.seek(0)
        if kind == "zip":
            yield from _zip_members(file, name, budget)
        elif kind == "tar":
            yield from _tar_members(file, name, budget)
        else:
            budget.refuse(name, f"is an archive of a kind that is not opened here ({kind or 'unknown'})")
    except TooMuch as error:
        budget.refuse(name, f"was read in part only: {error}")
    except _BROKEN as error:
        budget.refuse(name, f"is damaged ({str(error)[:80] or type(error).__name__})")


def _zip_members(file: BinaryIO, name: str, budget: Budget) -> Iterator[tuple[PurePosixPath, bytes]]:
    # a zip says at its end how large its list of contents is, and zipfile reads that much at once
    ending = zipfile._EndRecData(file)  # type: ignore[attr-defined]  # there is no public one
    if not ending or ending[_SIZE_OF_LIST] > LARGEST_DIRECTORY:
        raise TooMuch("its list of contents is damaged or too large")
    file.seek(0)
    with zipfile.ZipFile(file) as archive:
        for entry in archive.infolist():
            where = _taken(entry.filename, entry.is_dir(), budget)
            if where is None:
                continue
            mode = entry.external_attr >> 16
            if entry.flag_bits & 1:
                budget.refuse(entry.filename, "is encrypted")
            elif stat.S_ISLNK(mode):
                budget.refuse(entry.filename, "is a link")
            elif stat.S_IFMT(mode) not in (0, stat.S_IFREG):
                budget.refuse(entry.filename, "is not a plain file")
            else:
                try:
                    with archive.open(entry) as content:
                        data = _read(content, budget)
                except _BROKEN as error:
                    budget.refuse(entry.filename, f"is damaged ({str(error)[:80]})")
                    continue
                if data is None:
                    budget.refuse(entry.filename, f"is larger than {budget.each // 1_000_000} MB")
                else:
                    yield where, data


def _tar_members(file: BinaryIO, name: str, budget: Budget) -> Iterator[tuple[PurePosixPath, bytes]]:
    opener = next((opener for magic, opener in _TAR.items() if _begins(file, magic)), None)
    inflated = _Counted(opener(file) if opener else file, budget)
    with tarfile.open(fileobj=inflated, mode="r|") as archive:
        for entry in archive:
            where = _taken(entry.name, entry.isdir(), budget)
            if where is None:
                continue
            if entry.issym() or entry.islnk():
                budget.refuse(entry.name, "is a link")
            elif not entry.isreg() or entry.issparse():
                budget.refuse(entry.name, "is not a plain file")
            elif entry.size > budget.each:
                budget.refuse(entry.name, f"is larger than {budget.each // 1_000_000} MB")
            else:
                content = archive.extractfile(entry)
                yield where, content.read(budget.each) if content else b""


def _begins(file: BinaryIO, magic: bytes) -> bool:
    file.seek(0)
    found = file.read(len(magic)) == magic
    file.seek(0)
    return found


class _Counted(io.RawIOBase):
    """A stream whose bytes are taken from a budget, so that what is skipped is counted as well."""

    def __init__(self, stream: BinaryIO, budget: Budget):
        self._stream, self._budget = stream, budget

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._budget.count(len(data))
        return data


def _read(content: IO[bytes], budget: Budget) -> bytes | None:
    """Return the bytes of one file, or None if they are too many."""
    parts, size = [], 0
    while part := content.read(1 << 20):
        size += len(part)
        budget.count(len(part))
        if size > budget.each:
            return None
        parts.append(part)
    return b"".join(parts)


def _taken(name: str, is_folder: bool, budget: Budget) -> PurePosixPath | None:
    """Return the safe form of a name, or None for what is not taken."""
    budget.entries -= 1
    if budget.entries < 0:
        raise TooMuch("it holds more files than may be taken out of an archive")
    if is_folder:
        return None
    where = safe_name(name)
    if where is None:
        budget.refuse(name, "has a name that leads out of its folder, or cannot be a file's")
    return where if where and not is_clutter(where) else None


def safe_name(name: str) -> PurePosixPath | None:
    """Return a name inside an archive as a path below some folder, or None if it is not one.

    >>> safe_name("work\\\\a.ipynb"), safe_name("../a"), safe_name("/etc/passwd"), safe_name("C:\\\\a")
    (PurePosixPath('work/a.ipynb'), None, None, None)
    """
    windows = PureWindowsPath(name)
    parts = windows.parts
    wrong = windows.drive or windows.root or ".." in parts or "\0" in name or ":" in name[:2]
    if wrong or not 0 < len(parts) <= DEEPEST + 1:
        return None
    if any(len(part.encode("utf-8", "surrogateescape")) > LONGEST_NAME for part in parts):
        return None
    return PurePosixPath(*parts)


def is_clutter(where: PurePosixPath) -> bool:
    """Is this a file that systems add by themselves?"""
    return "__MACOSX" in where.parts or where.name in (".DS_Store", "Thumbs.db", "desktop.ini")
