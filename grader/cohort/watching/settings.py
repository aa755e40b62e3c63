"""What an operator may decide of the watcher: `c.Watch.attempts = 3` in nbgrader_config.py, or an option."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from traitlets import Float, Integer
from traitlets.config import Config, Configurable

from grader.errors import UserError
from grader.gradebook.pipelines import load_config


class Watch(Configurable):
    """The allowance of a student, and how often is looked."""

    attempts = Integer(3, min=1, help="Attempts of a student at an assignment that are graded in any 24 hours.").tag(
        config=True
    )
    pause = Float(30.0, min=0.0, help="Minutes between two graded attempts.").tag(config=True)
    every = Float(3.0, min=0.2, help="Seconds between two looks for new submissions.").tag(config=True)
    settle = Float(1.0, min=0.0, help="Seconds for which a submission has not changed before it is taken.").tag(
        config=True
    )


@dataclass(frozen=True)
class Settings:
    """What holds for one watcher."""

    attempts: int = 3
    pause: timedelta = timedelta(minutes=30)
    every: float = 3.0
    settle: float = 1.0
    jobs: int = 1
    unconfined: bool = False


def settings_for(root: Path, jobs: int, unconfined: bool = False, **chosen: float | None) -> Settings:
    """Return the configured settings; those `chosen` on the command line, unless None, take their place.

    Raises:
        UserError: a value is not possible.
    """
    config = Config({"Watch": load_config(Path(root)).get("Watch", {})})
    for name, value in chosen.items():
        if value is not None:
            config.Watch[name] = value
    try:
        watch = Watch(config=config)
    except Exception as error:  # traitlets has its own class for it
        raise UserError(f"c.Watch: {error}") from None
    return Settings(watch.attempts, timedelta(minutes=watch.pause), watch.every, watch.settle, jobs, unconfined)
