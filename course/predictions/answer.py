"""Says what an answer consists of: a value, the reason for it, and perhaps a picture."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from course.figures import Picture


@dataclass(frozen=True)
class Answer:
    """What `reveal` shows once there is a prediction.

    `value` is compared with the prediction, rounded to `digits` decimals: a number, a word, a tuple, nested lists, or a
    dict of these.  `because` says in a sentence or two why, and `figure` draws it.  Where only some words are possible,
    `choices` lists them; for True and False it is not needed.
    """

    value: Any
    because: str = ""
    figure: Callable[[], Picture] | None = None
    digits: int = 2
    words: tuple[str, ...] = ()

    @property
    def choices(self) -> tuple[str, ...]:
        """The predictions that make sense, in lower case; () if any does."""
        return ("true", "false") if isinstance(self.value, bool) else self.words
