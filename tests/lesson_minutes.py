"""How long does a notebook take? `python -m tests.lesson_minutes` prints the estimate beside what each promises.

The rule: prose is read at 180 words a minute; a prediction takes 1 minute, playing with an explorer 2, and a task what
stands beside its difficulty.  Figures, code to run and refreshers that stay closed are within these.  A notebook
promises the sum, rounded up to 5 minutes, and never more than 75.
"""

import math
import re

import nbformat

from grader.places import ROOT
from grader.tasks import COURSE
from tests.notebooks.test_prose import prose_words

WORDS_A_MINUTE, MINUTES_A_PREDICTION, MINUTES_A_PLAY, MOST = 180, 1, 2, 75
TASK = re.compile(r"^[◆◇]{3} · (\d+) min · ", re.MULTILINE)
PREDICTION = re.compile(r'^reveal\("', re.MULTILINE)
PLAY = re.compile(r"^explorers\.\w+\(.*\)\s*\Z", re.MULTILINE)
PROMISE = re.compile(r"\*\*(?:Bonus: )?(\d+) minutes, ")


def counted(nb: nbformat.NotebookNode) -> dict[str, int]:
    """Return how many words, predictions, plays, tasks and minutes of tasks a notebook has, and what it promises."""
    prose = [
        c.source for c in nb.cells if c.cell_type == "markdown" and not c.metadata.get("nbgrader", {}).get("grade")
    ]
    code = [c.source for c in nb.cells if c.cell_type == "code"]
    tasks = [int(minutes) for text in prose for minutes in TASK.findall(text)]
    return {
        "words": sum(map(prose_words, prose)),
        "predictions": sum(len(PREDICTION.findall(source)) for source in code),
        "plays": sum(len(PLAY.findall(source)) for source in code),
        "tasks": len(tasks),
        "task minutes": sum(tasks),
        "promised": int(PROMISE.search(nb.cells[0].source)[1]),
    }


def estimate(count: dict[str, int]) -> float:
    """Return the minutes that the rule gives.

    >>> estimate({"words": 360, "predictions": 3, "plays": 1, "task minutes": 20})
    27.0
    """
    reading = count["words"] / WORDS_A_MINUTE
    return (
        reading + MINUTES_A_PREDICTION * count["predictions"] + MINUTES_A_PLAY * count["plays"] + count["task minutes"]
    )


def promise(minutes: float) -> int:
    """Return what a notebook of so many minutes promises: the next multiple of 5.

    >>> promise(62.1), promise(65.0)
    (65, 65)
    """
    return 5 * math.ceil(minutes / 5)


def lessons() -> dict[str, dict[str, int]]:
    """Return {assignment: what is counted in its notebook}."""
    return {
        assignment: counted(
            nbformat.read(ROOT / "source" / assignment / COURSE.assignment(assignment).notebook, as_version=4)
        )
        for assignment in COURSE.names
    }


if __name__ == "__main__":
    heads = {"words": 7, "predictions": 13, "plays": 7, "tasks": 7, "task min": 10, "estimate": 10, "promised": 10}
    print(" " * 24 + "".join(f"{head:>{width}}" for head, width in heads.items()))
    for assignment, count in lessons().items():
        print(
            f"{assignment:<24}{count['words']:>7}{count['predictions']:>13}{count['plays']:>7}{count['tasks']:>7}"
            f"{count['task minutes']:>10}{estimate(count):>10.1f}{count['promised']:>10}"
        )
