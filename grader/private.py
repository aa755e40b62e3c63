"""The folder of what only the instructor may read: the secret seed, hidden packs, the evidence behind each grade."""

import json
import os
import secrets
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def private_folder(root=ROOT, *parts):
    """Return (and make, readable by the owner only) the private folder, or a folder inside it."""
    folder = Path(root) / "private"
    folder.mkdir(mode=0o700, exist_ok=True)
    for part in parts:
        folder = folder / part
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def secret_seed(root=ROOT, new=None):
    """Return the secret seed as hex, making one at the first call; `new` replaces it.

    Losing it changes hidden cases, and so regrades: back it up with the gradebook.
    """
    path = private_folder(root) / "seed"
    if new is not None or not path.exists():
        write_atomically(path, (new or secrets.token_hex(16)) + "\n")
    return path.read_text(encoding="ascii").strip()


def write_atomically(path, text):
    """Write a file that is either the old one or the new one, whatever interrupts us."""
    path = Path(path)
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(partial, path)


def write_json(path, value):
    """Write JSON atomically."""
    write_atomically(path, json.dumps(value, indent=1, sort_keys=True) + "\n")
