"""The exchange: where it is, what has arrived in it.  Knows no grade."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from traitlets.config import Config

from grader.errors import UserError
from grader.gradebook.pipelines import load_config
from grader.roster import ID
from grader.submission.staging import SECRET

USUAL = "/usr/local/share/nbgrader/exchange"  # nbgrader's own default
PATIENCE = 60.0  # seconds after which a submission without its secret, which nbgrader writes last, is looked at


class NoExchange(UserError):
    """The exchange that is configured is not there, or cannot be used."""


class ExchangeIsAService(UserError):
    """The exchange that is configured is no folder, and will never be one: there is nothing to wait for."""


@dataclass(frozen=True)
class Exchange:
    """A folder through which assignments and feedback change hands."""

    course: Path

    @property
    def inbound(self) -> Path:
        return self.course / "inbound"

    @property
    def feedback(self) -> Path:
        return self.course / "feedback"

    def releases(self) -> set[str]:
        """Return the assignments that students can fetch."""
        folder = self.course / "outbound"
        return {path.name for path in folder.iterdir() if path.is_dir()} if folder.is_dir() else set()


def find_exchange(root: Path) -> Exchange | None:
    """Return the course's exchange; None where none is configured, so that `submitted/` is all there is.

    Raises:
        NoExchange: one is configured, and is not there, or is not a folder that this account may use.
        ExchangeIsAService: work and feedback change hands through a service.
    """
    config = load_config(root)
    if _is_a_service(config):
        raise ExchangeIsAService(
            "this course's exchange is a service (ngshare), and `watch` needs one that is a folder: collect and grade "
            "as without it, or `--submitted` answers what lies in submitted/"
        )
    course = course_in_exchange(config)
    if not config.Exchange.get("root") and not course.is_dir():
        return None
    inbound = course / "inbound"
    if not inbound.is_dir():
        raise NoExchange(
            f"{inbound}: the exchange is not there. Release an assignment first; or is this the grader's account, with "
            "its role in JUPYTER_CONFIG_PATH? `--submitted` watches submitted/ only"
        )
    if not os.access(inbound, os.R_OK | os.X_OK):
        raise NoExchange(f"{inbound}: this account may not read it; run `watch` as the account that collects")
    return Exchange(course)


def course_in_exchange(config: Config) -> Path:
    """Return where the course's folder in the exchange is, or would be."""
    return Path(config.Exchange.get("root") or USUAL) / str(config.CourseDirectory.get("course_id") or "")


def _is_a_service(config: Config) -> bool:
    return "ngshare" in str(config.ExchangeFactory.get("collect", ""))


def arrived(exchange: Exchange, assignment: str, settle: float) -> dict[str, list[str]]:
    """Return {student: names in the exchange} of what is whole; what is still being copied is there the next time.

    A name that no student can have is nobody's, and is left where it is.
    """
    found: dict[str, list[str]] = {}
    with os.scandir(exchange.inbound) as entries:
        for entry in entries:
            student, _, rest = entry.name.partition("+")
            if rest.startswith(f"{assignment}+") and ID.match(student) and is_whole(Path(entry.path), settle):
                found.setdefault(student, []).append(entry.name)
    return {student: sorted(names) for student, names in found.items()}


def is_whole(folder: Path, settle: float) -> bool:
    """Has nothing changed in a folder for a while, and is there what nbgrader writes last?"""
    age = settled_for(folder)
    return age >= PATIENCE or (age >= settle and (folder / SECRET).exists())


def settled_for(folder: Path) -> float:
    """Return for how many seconds a folder and the files in it have not changed; a time to come counts as long ago."""
    try:
        with os.scandir(folder) as entries:
            newest = max((entry.stat(follow_symlinks=False).st_ctime for entry in entries), default=0.0)
        newest = max(newest, folder.stat().st_ctime)
    except PermissionError:
        newest = folder.stat().st_ctime
    except OSError:
        return 0.0  # it is just coming or going
    age = time.time() - newest
    return age if age >= 0 else PATIENCE
