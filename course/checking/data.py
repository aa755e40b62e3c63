"""The plain data that crosses walls: what a case, an answer, a pack and a submission are made of.

Everything here is what JSON can hold.  A tensor travels as `{"tensor": {"dtype", "shape", "data"}}`, a tuple as
`{"tuple": [...]}`, a dict as `{"dict": [[key, value], ...]}`: see `course.checking.measure.describe`.
"""

from typing import Any, Literal, NotRequired, TypedDict

Plain = Any  # None, a bool, a number, a text, or a dict with one key that says what it holds
Kind = Literal["code", "module", "value", "test", "text"]


class CaseData(TypedDict):
    """One call of an object, with its inputs as plain data.

    `names` are those of the parameters that `args` go to; `atol` is the largest error allowed in a result,
    `gradient_atol` in a gradient; `observe` lists what is looked at.
    """

    facet: str
    name: str
    how: Literal["call", "module"]
    observe: list[str]
    args: list[Plain]
    kwargs: dict[str, Plain]
    atol: float
    names: NotRequired[list[str]]
    any_number: NotRequired[bool]
    by_chance: NotRequired[bool]
    image: NotRequired[Plain]
    state: NotRequired[dict[str, Plain]]
    cotangent: NotRequired[Plain]
    gradient_atol: NotRequired[float]


class Raised(TypedDict):
    """An exception: the name of its type, those of the types it is one of, its text, the line that led to it.

    `code` is what that line's function says before it; `refused`: the code's own `raise` did it.
    """

    type: str
    bases: NotRequired[list[str]]
    refused: NotRequired[bool]
    text: NotRequired[str]
    line: NotRequired[str]
    code: NotRequired[str]


class AnswerData(TypedDict, total=False):
    """What came of one call: only what the case looks at, or what it raised.

    `signature` holds the names of a function's own arguments; `not_a_module` the type of what should be one.
    """

    raised: Raised
    signature: list[str]
    not_a_module: str
    kind: Plain
    result: Plain
    inputs: list[Plain]
    gradients: list[Plain] | dict[str, Any]
    parameters: dict[str, dict[str, Any]]
    fresh: list[Plain]
    again: Plain


class FacetData(TypedDict):
    """One thing that is graded: worth `weight` of the points, announced in the words of `says`."""

    name: str
    weight: float
    says: str
    form: NotRequired[bool]


class MistakeData(TypedDict):
    """A known mistake: of code, its answer to each case (None where it is right); of a value, the value it `made`."""

    name: str
    hint: str
    about: NotRequired[list[str]]
    answers: NotRequired[list[AnswerData | None]]
    made: NotRequired[dict[str, Plain]]


class PairData(TypedDict):
    """Two known mistakes at once: their names, and what both together answer in some cases, by case number."""

    of: list[str]
    answers: dict[str, AnswerData]


class PackEntry(TypedDict):
    """One task as data: all that `check` or the grader needs of it.

    Always there are `kind`, `points`, `read` (the section to read again), `needs` (what it builds on), `facets`, `cell`
    (the id of the cell that carries the score) and `made_from` (the digest of the task's source).  Code has `cases`,
    `expected` answers, `misconceptions`, and in hidden packs `pairs` of them and `given`, the source text of its given
    version.  Values and tests have a `form`, and `aliases` for entries that an earlier release called otherwise; in
    hidden packs either `answer` with `atol` and `misconceptions`, or the module that holds the `judge`; `advice` is the
    module of a task that advises.
    """

    kind: Kind
    points: float
    read: str
    needs: list[str]
    facets: list[FacetData]
    cell: str
    made_from: str
    cases: NotRequired[list[CaseData]]
    expected: NotRequired[list[AnswerData]]
    misconceptions: NotRequired[list[MistakeData]]
    pairs: NotRequired[list[PairData]]
    given: NotRequired[str]
    form: NotRequired[dict[str, Any]]
    aliases: NotRequired[dict[str, str]]
    answer: NotRequired[dict[str, Plain]]
    atol: NotRequired[float]
    judge: NotRequired[str]
    advice: NotRequired[str]


class Pack(TypedDict):
    """The tasks of one assignment; `seed_fingerprint` names the seed of its cases, `fingerprint` the pack itself.

    A hidden one says by which `recipe` it was built, and one that is sent to another machine brings along, as
    `earlier`, what is kept of each earlier release.
    """

    assignment: str
    format: int
    seed_fingerprint: str
    tasks: dict[str, PackEntry]
    fingerprint: NotRequired[str]
    recipe: NotRequired[str]
    earlier: NotRequired[dict[str, Any]]


class SubmissionData(TypedDict, total=False):
    """What came out of the sandbox for one task.

    `missing`: no object of that name; `near`: one of nearly that name.  Code has answers to the `public` cases, and to
    the hidden ones with the student's `own` earlier functions and with the `given` ones; None where a case was never
    reached.  Values and tests have a `value`.  `note` says in words what went wrong, `failed` what the cell that should
    define the object raised.  `rebound`: names that it uses and a later cell rebound; `final`: answers with those.
    """

    missing: bool
    near: str | None
    public: list[AnswerData | None]
    own: list[AnswerData | None]
    given: list[AnswerData | None] | None
    value: Plain
    note: str
    rebound: list[str]
    final: "SubmissionData"
    failed: Raised


class GradedBy(TypedDict):
    """By what a submission was graded: whose tasks, and the fingerprints of the hidden cases and of their seed."""

    release: str
    pack: str
    seed_fingerprint: str


class FacetRecord(TypedDict):
    """One facet of a grade: passed or not, and in words what was seen."""

    name: str
    says: str
    weight: float
    passed: bool
    message: str


class TaskRecord(TypedDict):
    """What one task earned, and why: a grade as the evidence keeps it."""

    task: str
    score: float
    max_score: float
    read: str
    facets: list[FacetRecord]
    misconception: str | None
    hints: list[str]
    note: str
    form: NotRequired[str]
    public: NotRequired[list[object]]  # always empty: `check` shows it, the evidence does not


class LatenessRecord(TypedDict):
    """What a late penalty rests on: times in UTC as ISO text, the extension in seconds, the rule by name."""

    handed_in: str | None
    due: str | None
    extension: float
    seconds_late: float
    score: float
    penalty: float
    rule: str


class EvidenceData(GradedBy):
    """What stands behind the grades of one submission, for an appeal.

    `grader` is a fingerprint of the code, `isolation` says how the student's code was confined, `submission` is the
    fingerprint of what was handed in; None until its grade is in the gradebook.
    """

    assignment: str
    student: str
    graded_at: str
    grader: str
    environment: dict[str, str]
    isolation: str
    oddities: list[str]
    tasks: dict[str, TaskRecord]
    submission: NotRequired[str | None]
    lateness: NotRequired[LatenessRecord | None]
    marked_late: NotRequired[bool | None]
    changes: NotRequired[list[str]]
