"""`python -m tests.similarity`: how well `similar` tells copies from answers that were written independently.

Answers: the right implementations of `tests/fairness` and the students' answers of `tests/verdicts`, all different in
origin.  They are parted in two halves; the first gives the threshold, the second the figures.  A copy has every name
of its own renamed, neighbouring statements swapped where that changes nothing, other comments, and other spacing.
"""

import ast
import inspect
import random
import textwrap
from dataclasses import dataclass, field

import click

from grader.cohort.similarity import comparing
from grader.cohort.similarity.answers import lesson
from grader.cohort.similarity.fragments import own_names
from grader.cohort.similarity.ranking import fragments_of
from grader.tasks import COURSE
from tests.fairness.run import TABLE
from tests.submissions.build import ROOT

COPIES_AT_ONCE = 4  # parts in which the copies come into a class: there are never more copies than a quarter


def independent_answers():
    """Return {task: {name: source}}."""
    found = {task: {f.__name__: _source(f) for f in functions} for task, functions in TABLE.items()}
    for path in sorted((ROOT / "tests" / "verdicts" / "answers").glob("*/*.py")):
        # beside each wrong answer stands its repair: no independent one
        if path.parent.name in found and not path.name.endswith(".right.py"):
            found[path.parent.name][f"{path.stem}, of a student"] = _without_head(path.read_text(encoding="utf-8"))
    return found


def repaired_answers():
    """Return [(task, name, source, source of the repair)]: the second is the first with one mistake mended."""
    rows = []
    for path in sorted((ROOT / "tests" / "verdicts" / "answers").glob("*/*.right.py")):
        wrong = path.with_name(path.name.replace(".right.py", ".py"))
        if path.parent.name in TABLE and wrong.exists():
            texts = (_without_head(each.read_text(encoding="utf-8")) for each in (wrong, path))
            rows.append((path.parent.name, f"{wrong.stem}, of a student", *texts))
    return rows


def _source(function):
    try:
        return textwrap.dedent(inspect.getsource(function))
    except (OSError, TypeError):
        return ""


def _without_head(text):
    """Drop the docstring in which the corpus says what an answer is."""
    try:
        first = ast.parse(text).body[0]
    except (SyntaxError, IndexError):
        return text
    head = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return "\n".join(text.split("\n")[first.end_lineno :]) if head else text


# -- copies


class _Renamed(ast.NodeTransformer):
    def __init__(self, names):
        self.names = names

    def visit_Name(self, node):
        node.id = self.names.get(node.id, node.id)
        return node

    def visit_arg(self, node):
        node.arg = self.names.get(node.arg, node.arg)
        return node


def copied(source, draw):
    """Return a disguised copy: renamed, reordered, commented otherwise, spaced otherwise."""
    tree = ast.parse(source)
    fixed = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)} | {"self"}
    names = {
        name: f"{draw.choice('abcdefg')}{number}_{name[:1]}" for number, name in enumerate(own_names(tree) - fixed)
    }
    tree = _Renamed(names).visit(tree)
    for node in ast.walk(tree):
        if isinstance(getattr(node, "body", None), list):
            node.body = _swapped(node.body)
    lines = []
    for line in ast.unparse(ast.fix_missing_locations(tree)).split("\n"):
        if draw.random() < 0.5 and not line.lstrip().startswith(("elif", "else", "except", "finally")):
            lines.append(f"{line[: len(line) - len(line.lstrip())]}# {draw.choice(COMMENTS)} {draw.randrange(99)}")
        lines.append(line)
    return "\n".join(lines)


COMMENTS = ("now the next step, no.", "see the lecture, page", "this took me long; try")


def _swapped(body):
    """Swap neighbouring assignments that do not read each other's names."""
    body, place = list(body), 0
    while place + 1 < len(body):
        one, other = body[place : place + 2]
        if _independent(one, other):
            body[place : place + 2] = [other, one]
            place += 1
        place += 1
    return body


def _independent(one, other):
    kinds = (ast.Assign, ast.AugAssign, ast.AnnAssign)
    if not (isinstance(one, kinds) and isinstance(other, kinds)):
        return False
    return not (_stored(one) & (_read(other) | _stored(other)) or _stored(other) & _read(one))


def _stored(node):
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load)}


def _read(node):
    names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
    return names | (_stored(node) if isinstance(node, ast.AugAssign) else set())


# -- the measurement


@dataclass
class Half:
    """Scores of independent pairs and of copies, and how many copies were too short to judge."""

    independent: list = field(default_factory=list)
    copies: list = field(default_factory=list)
    repaired: list = field(default_factory=list)
    abstained: int = 0
    answers: int = 0


def measure(seed=0):
    """Return the two halves, measured."""
    halves = (Half(), Half())
    repairs = {(task, name): repair for task, name, _, repair in repaired_answers()}
    for task, answers in independent_answers().items():
        forced = fragments_of(lesson(COURSE.assignment_of(task)))
        readable = {name: source for name, source in answers.items() if fragments_of([source])}
        for number, half in enumerate(halves):
            part = dict(sorted(readable.items())[number::2])
            half.answers += len(part)
            draw = random.Random(f"{seed} {task} {number}")
            half.independent += [(s, task, a, b) for a, b, s in _scores(part, forced)]
            for group in _groups(sorted(part)):
                copies = {f"copy of {name}": copied(part[name], draw) for name in group}
                found = {(a, b): score for a, b, score in _scores(part | copies, forced)}
                for name in group:
                    score = found.get((name, f"copy of {name}"))
                    half.abstained += score is None
                    half.copies += [] if score is None else [(score, task, name)]
            for name in part:
                if (task, name) in repairs:
                    found = {(a, b): s for a, b, s in _scores(part | {"repair": repairs[task, name]}, forced)}
                    if (name, "repair") in found:
                        half.repaired.append((found[name, "repair"], task, name))
    return halves


def _groups(names):
    size = max(1, len(names) // COPIES_AT_ONCE)
    return [names[i : i + size] for i in range(0, len(names), size)]


def _scores(answers, forced):
    names = list(answers)
    made = comparing.bags([fragments_of([answers[name]]) for name in names], forced)
    return [(names[i], names[j], score) for i, j, score in comparing.alike(made, least=0)]


def threshold(half):
    """Half-way between what one in 200 independent pairs reaches and the least alike copies, to a twentieth.

    Not the most alike of all: two students think of the same six lines now and then, and one such pair must not set it.
    """
    scores = sorted((row[0] for row in half.independent), reverse=True)
    middle = (scores[len(scores) // 200] + min(half.copies)[0]) / 2
    return round(middle * 20) / 20


@click.command()
@click.option("--seed", default=0, show_default=True, help="How copies are disguised.")
def main(seed):
    """Print the threshold from the first half, and what it finds in each."""
    halves = measure(seed)
    least = threshold(halves[0])
    click.echo(f"threshold from the first half: {least:.2f} (in use: {comparing.THRESHOLD:.2f})")
    for title, half in zip(("first half", "second half"), halves, strict=True):
        flagged = [row for row in half.independent if row[0] >= least]
        found = sum(row[0] >= least for row in half.copies)
        repaired = sum(row[0] >= least for row in half.repaired)
        closest, faintest = max(half.independent)[0], min(half.copies)[0]
        click.echo(f"{title}: {half.answers} independent answers")
        click.echo(
            f"  copies, renamed, reordered, commented: {found} of {len(half.copies)} found, least {faintest:.2f}"
        )
        click.echo(f"  copies with one mistake mended: {repaired} of {len(half.repaired)} found")
        click.echo(f"  independent pairs: {len(flagged)} of {len(half.independent)} flagged, most alike {closest:.2f}")
        click.echo(f"  copies of answers too short, or too close to the lesson, to say: {half.abstained}")
        for score, task, *names in sorted(flagged, reverse=True)[:5]:
            click.echo(f"    {score:.2f} {task}: {' / '.join(names)}")


if __name__ == "__main__":
    main()
