"""The secret seed that hidden cases are drawn from: made at the first use, kept in the private folder."""

import secrets
from pathlib import Path

from grader.places import ROOT, private_folder, write_atomically


def secret_seed(root: Path = ROOT, new: str | None = None) -> str:
    """Return the secret seed as hex, making one at the first call; `new` replaces it.

    Losing it changes hidden cases, and so regrades: back it up with the gradebook.
    """
    path = private_folder(root) / "seed"
    if new is not None or not path.exists():
        write_atomically(path, (new or secrets.token_hex(16)) + "\n")
    return path.read_text(encoding="ascii").strip()
