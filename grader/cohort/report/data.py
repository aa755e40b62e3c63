"""The form of the two reports: what `report --json` prints of a class, or of one student.

Shares lie between 0 and 1; where there is nothing to count they are None.
"""

from typing import TypedDict


class Scores(TypedDict):
    """How the class did: the points that there are, and each student's share of what has been marked."""

    of: float | None
    mean_share: float | None
    quartiles: list[float] | None
    shares: dict[str, float | None]


class FacetFigures(TypedDict):
    """One facet of a task: its words, and the share of students who pass it."""

    says: str
    passed: float


class TaskFigures(TypedDict):
    """How one task went: how many students have all of its points, some, none, left it blank, or wait for a mark.

    `correlation` is with the rest of the assignment, `tells_apart` the same in a word; `unexplained` counts answers
    that are wrong by no known mistake, `mistakes` how many hold each known one.
    """

    task: str
    kind: str
    points: float | None
    read: str
    students: int
    mean_share: float | None
    full: int
    part: int
    none: int
    blank: list[str]
    to_mark_by_hand: int
    correlation: float | None
    tells_apart: str
    unexplained: int
    facets: list[FacetFigures]
    mistakes: dict[str, int]


class MistakeFigures(TypedDict):
    """A recognised mistake: the sentence that students read, the section to read again, who holds it."""

    task: str
    mistake: str
    sentence: str
    read: str
    count: int
    share: float
    students: list[str]


class ClassReport(TypedDict):
    """What a class understood of one assignment; lines of words stand under the student they are about."""

    assignment: str
    due: str | None
    before_deadline: bool
    students: int
    handed_in_not_graded: list[str]
    nothing_handed_in: list[str]
    not_final: int
    scores: Scores
    tasks: list[TaskFigures]
    mistakes: list[MistakeFigures]
    late: dict[str, float]
    odd: dict[str, list[str]]
    limits: dict[str, list[str]]
    changes: dict[str, list[str]]
    missing: list[str]
    watched: str
    watched_person: dict[str, list[str]]


class StudentTask(TypedDict):
    """What one student did in one task: points in words, why some are missing ("" where none is), what was right."""

    task: str
    points: str
    share: float | None
    lost: float
    why: str
    passed: list[str]
    read: str
    answer: str
    remark: str


class StudentReport(TypedDict):
    """What one student understood of one assignment, and the sections to `read` next, the most points first."""

    assignment: str
    student: str
    name: str
    said: str
    share: float | None
    tasks: list[StudentTask]
    read: list[str]
    odd: list[str]
    changes: list[str]
    missing: list[str]
