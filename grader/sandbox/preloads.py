"""What the fork server does once, so that no notebook has to.

What a course adds to it is for the course to say: `Preloads` carries it.
"""

import contextlib
import itertools
import json
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

SAMPLED_NOTEBOOKS, LARGEST_SAMPLE = 50, 2_000_000  # bytes each: read before a class is graded

# what a shell would import one by one, and what confinement takes
ALWAYS = (
    "pyseccomp",
    "sandlock",
    "asyncio",
    "ipywidgets",
    "IPython.core.completer",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.logger",
    "IPython.core.magics",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
)


@dataclass(frozen=True)
class Preloads:
    """What a course adds.

    `modules` are imported at once, those of `when_mentioned` for the first notebook that holds the word; `warm_up` is
    source text whose name `things` lists objects to be displayed once, which fills the caches that the first tensor,
    layer or picture of every notebook would fill.
    """

    modules: tuple[str, ...] = ()
    when_mentioned: dict[str, tuple[str, ...]] = field(default_factory=dict)
    warm_up: str = ""

    def mentioned(self, texts: Iterable[str]) -> list[str]:
        """Return which words of `when_mentioned` occur in one of the texts.

        >>> Preloads(when_mentioned={"scipy": ("scipy.signal",), "optim": ()}).mentioned(["x", "import scipy"])
        ['scipy']
        """
        found: set[str] = set()
        for text in texts:
            found.update(word for word in self.when_mentioned if word in text)
        return sorted(found)


def sample(notebooks: Iterable[Path]) -> Iterator[str]:
    """Yield the code of some of these notebooks; only of plain files of the usual size, no links, pipes or floods.

    A lesson's prose may speak of what no code needs: a word there costs every run of the course up to two seconds.
    """
    for path in itertools.islice(notebooks, SAMPLED_NOTEBOOKS):
        with contextlib.suppress(OSError):
            details = path.lstat()
            if stat.S_ISREG(details.st_mode) and details.st_size <= LARGEST_SAMPLE:
                yield from _code(path.read_text(encoding="utf-8", errors="replace"))


def _code(notebook: str) -> Iterator[str]:
    """Yield the source of each code cell; of what is no notebook nothing: whoever stages it will say so."""
    with contextlib.suppress(ValueError, TypeError, AttributeError, KeyError, RecursionError):
        for cell in json.loads(notebook)["cells"]:
            if cell["cell_type"] == "code":
                yield "".join(cell["source"])
