"""What a task earned: the form of a grade, facet by facet, whatever kind of task it is."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import cast

from course.checking.compare import Verdict
from course.checking.data import FacetData, PackEntry, TaskRecord
from course.checking.feedback import Shown
from course.checking.slips import Slip


@dataclass(frozen=True)
class FacetResult:
    """One facet: passed or not, and in words what was seen.  `message` never holds a hidden value."""

    name: str
    says: str
    weight: float
    passed: bool
    message: str = ""


@dataclass(frozen=True)
class TaskGrade:
    """What one task earns, and why."""

    task: str
    score: float
    max_score: float
    read: str
    facets: list[FacetResult] = field(default_factory=list)
    misconception: str | None = None
    hints: list[str] = field(default_factory=list)
    note: str = ""
    public: list[Shown] = field(default_factory=list)
    form: str = ""  # of a value or test: what is wrong with its form alone

    def as_json(self) -> dict[str, object]:
        """Return the form that `python -m grader try --json` prints."""
        return {
            "task": self.task,
            "score": self.score,
            "max_score": self.max_score,
            "facets": [{"name": f.name, "passed": f.passed, "message": f.message} for f in self.facets],
            "misconception": self.misconception,
            "hints": self.hints,
            "note": self.note,
        }

    def as_record(self) -> TaskRecord:
        """Return everything, for the evidence."""
        return cast(TaskRecord, asdict(replace(self, public=[])))


def facet_result(facet: FacetData, verdict: Verdict) -> FacetResult:
    """Return what became of a facet."""
    return FacetResult(facet["name"], facet["says"], facet["weight"], verdict.passed, verdict.reason)


def earned(
    name: str,
    entry: PackEntry,
    facets: list[FacetResult],
    found: Sequence[Slip] = (),
    note: str = "",
    public: Sequence[Shown] = (),
) -> TaskGrade:
    """Return the grade of a task: the weight of the facets that pass, and what is behind those that are lost."""
    weight = sum((facet.weight for facet in facets if facet.passed), 0.0)
    return TaskGrade(
        name,
        round(entry["points"] * min(weight, 1.0), 6),
        entry["points"],
        entry["read"],
        facets,
        misconception=found[0].name if found else None,
        hints=[slip.hint for slip in found],
        note=note,
        public=list(public),
    )


def nothing(name: str, entry: PackEntry, note: str, slip: Slip | None = None) -> TaskGrade:
    """Return the grade of what was never reached; `slip` says why where it is known."""
    not_reached = Verdict(False, "not reached")
    return earned(
        name, entry, [facet_result(facet, not_reached) for facet in entry["facets"]], [slip] if slip else [], note
    )
