"""Names for sharing: the same student has the same one in everything of a course, and only the course can undo it."""

import hashlib
import hmac
from collections.abc import Iterable
from pathlib import Path

from grader.packs.seed import secret_seed


def pseudonyms(root: Path | str, students: Iterable[str]) -> dict[str, str]:
    """Return {student: pseudonym}, drawn from the course's secret seed.

    Whoever has a shared file but not `private/seed` cannot test a guess: it is a keyed hash (HMAC, RFC 2104), not a
    hash of the id, which a list of all ids would undo.
    """
    key = secret_seed(Path(root)).encode()
    digests = {s: hmac.new(key, b"pseudonym\0" + s.encode(), hashlib.sha256).hexdigest() for s in students}
    length = 6
    while len({digest[:length] for digest in digests.values()}) < len(digests):
        length += 1
    return {student: f"p-{digest[:length]}" for student, digest in digests.items()}
