"""Rank the pairs of students whose answers are alike beyond what is common: by how many answers, and how much."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from grader.cohort.similarity import comparing
from grader.cohort.similarity.answers import answer, code_cells, lesson, submitted_cells
from grader.cohort.similarity.fragments import Unreadable, fragments, own_words, parsed
from grader.errors import UserError
from grader.packs import load_public
from grader.roster import WITHDRAWN, find_roster, names, read_roster
from grader.submission.pattern import released as release_of
from grader.tasks import COURSE

WARNING = (
    "A reason to look, not a verdict. Two answers may be alike because two students worked together as you allow, had "
    "the same help, or read the same book. Read both, and hear both, before you conclude anything."
)
KINDS = ("code", "module", "test")


@dataclass
class AlikeTask:
    """Two answers to one task: the score, both texts, the lines alike in each, and words that only these two share."""

    task: str
    score: float
    sources: tuple[str, str] = ("", "")
    lines: tuple[Sequence[int], Sequence[int]] = ((), ())
    words: list[str] = field(default_factory=list)


@dataclass
class Alike:
    """Two students with answers that are alike."""

    students: tuple[str, str]
    tasks: list[AlikeTask]

    @property
    def rank(self) -> tuple[float, float]:
        """Most answers first, then the most alike."""
        return -sum(task.score for task in self.tasks), -max(task.score for task in self.tasks)


@dataclass
class Comparison:
    """What came of comparing a class: pairs, and for each task how many answers could say something."""

    assignment: str
    students: int
    pairs: list[Alike]
    tasks: dict[str, dict[str, int]]
    not_read: dict[str, str]
    left_out: int = 0  # pairs beyond those asked for


def similar_answers(
    root: Path | str, assignment: str, most: int = 50, progress: Callable[[Iterable], Iterable] = iter
) -> Comparison:
    """Compare every two answers to each code task of an assignment; the `most` most alike pairs are returned.

    Raises:
        UserError: there is nothing to compare.
    """
    root, found = Path(root), COURSE.assignment(assignment)
    entries = load_public(found)["tasks"]
    tasks = [name for name, entry in entries.items() if entry["kind"] in KINDS]
    folders = _handed_in(root, assignment)
    name, pattern = found.notebook, release_of(found)
    released = code_cells(pattern)
    taught = lesson(found)
    shown = fragments_of(taught)
    students: list[str] = []
    bags: dict[str, dict[str, set[int]]] = {task: {} for task in tasks}
    not_read: dict[str, str] = {}
    words = {task: _words_of(taught) for task in tasks}
    for folder in progress(folders):
        student = folder.parent.name
        try:
            cells = submitted_cells(folder, name, pattern)
        except Unreadable as error:
            not_read[student] = str(error)
            continue
        students.append(student)
        for task in tasks:
            written = answer(cells, released, task)
            bags[task][student] = set()
            try:
                tree = parsed(written)
                bags[task][student] = set(fragments(tree))
                words[task].update(own_words(written, tree))
            except Unreadable as error:
                not_read[f"{student}, {task}"] = str(error)
    alike_in: dict[tuple[str, str], list[AlikeTask]] = {}
    counts: dict[str, dict[str, int]] = {}
    for task in tasks:
        who = list(bags[task])
        compared = comparing.bags(list(bags[task].values()), shown)
        enough = sum(len(numbers) >= comparing.ENOUGH for numbers in compared.members)
        counts[task] = {"answers": sum(map(bool, bags[task].values())), "compared": enough}
        for i, j, score in comparing.alike(compared):
            alike_in.setdefault((who[i], who[j]), []).append(AlikeTask(task, round(score, 3)))
    pairs = sorted(
        (Alike(pair, alike) for pair, alike in alike_in.items()), key=lambda pair: (pair.rank, pair.students)
    )
    for pair in pairs[:most]:
        both = [submitted_cells(root / "submitted" / s / assignment, name, pattern) for s in pair.students]
        for alike in pair.tasks:
            one, other = (answer(each, released, alike.task) for each in both)
            alike.sources = one, other
            _fill(alike, shown, words[alike.task])
    return Comparison(assignment, len(students), pairs[:most], counts, not_read, max(0, len(pairs) - most))


def _handed_in(root: Path, assignment: str) -> list[Path]:
    folders = sorted(path for path in (root / "submitted").glob(f"*/{assignment}") if path.is_dir())
    listed = find_roster(root)
    gone = set(names(read_roster(listed), WITHDRAWN)) if listed else set()
    folders = [folder for folder in folders if folder.parent.name not in gone]
    if len(folders) < 2:
        there = "one submission" if folders else "no submission"
        raise UserError(f"{root / 'submitted'}: {there} for {assignment}; it takes two to be alike")
    return folders


def fragments_of(sources: Iterable[str]) -> set[int]:
    """Return the fragments of several pieces of code, those aside that cannot be read."""
    found = set()
    for source in sources:
        try:
            found |= set(fragments(parsed(source)))
        except Unreadable:
            continue
    return found


def _words_of(sources: list[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for source in sources:
        try:
            found.update(own_words(source, parsed(source)))
        except Unreadable:
            continue
    return found


def _fill(alike: AlikeTask, shown: set[int], words: Counter[str]) -> None:
    """Say which lines are alike, and which words nobody else has."""
    trees = [parsed(source) for source in alike.sources]
    places = [fragments(tree) for tree in trees]
    shared = (places[0].keys() & places[1].keys()) - shown
    one, other = (_lines(place, shared) for place in places)
    alike.lines = one, other
    both = set.intersection(*(own_words(source, tree) for source, tree in zip(alike.sources, trees, strict=True)))
    alike.words = sorted(word for word in both if words[word] == 2)


def _lines(places: dict[int, list[tuple[int, int]]], shared: set[int]) -> list[int]:
    """Return the lines on which a shared fragment begins and ends within three lines: a whole loop marks nothing."""
    lines: set[int] = set()
    for fragment in shared:
        for first, last in places[fragment]:
            if last - first < 3:
                lines.update(range(first, last + 1))
    return sorted(lines)
