"""Where things are: the checkout, and the private folder of what only the instructor may read.

In that folder: the secret seed, hidden packs, the evidence behind each grade.
"""

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

ROOT = Path(__file__).resolve().parent.parent


def private_folder(root: Path | str = ROOT, *parts: str) -> Path:
    """Return (and make, readable by the owner only) the private folder, or a folder inside it."""
    folder = Path(root) / "private"
    folder.mkdir(mode=0o700, exist_ok=True)
    for part in parts:
        folder = folder / part
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder


@contextlib.contextmanager
def whole_file(path: Path | str, newline: str | None = None, mode: int = 0o600) -> Iterator[TextIO]:
    """Open a text file for writing that is either the old one or the new one, whatever interrupts us."""
    path = Path(path)
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline=newline) as file:
            os.fchmod(descriptor, mode)
            yield file
        os.replace(partial, path)
    except BaseException:
        partial.unlink(missing_ok=True)  # a full disk needs the room
        raise


def write_atomically(path: Path | str, text: str) -> None:
    """Write text as a whole, or nothing."""
    with whole_file(path) as file:
        file.write(text)


def write_json(path: Path, value: object, indent: int | None = None) -> None:
    """Write JSON atomically; with `indent` for people, which takes ten times as long to make."""
    write_atomically(path, json.dumps(value, indent=indent, sort_keys=True) + "\n")
