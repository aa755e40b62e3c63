"""What the same attacks gain from stock nbgrader with ordinary hidden tests, and from this course's referee.

    python -m benchmarks.attacks [--json]

Both sides grade in temporary course folders.  Stock nbgrader runs student code with the grader's own rights, so only
attacks whose effect stays inside the temporary course are run there; the others are marked as left out.
"""

import contextlib
import json
import logging
import os
import sqlite3
import sys
import tempfile
import warnings
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from grader.submission.grading import grade_notebook
from tests.submission.test_hostile import ASSIGNMENT, HONEST, HOSTILE, LIMITS, hostile, printed
from tests.submissions.build import fill, parts

LEFT_OUT = "left out: not safe on a shared machine"
SOLUTION = """
def corr2d(X, K):
    ### BEGIN SOLUTION
    return torch.nn.functional.conv2d(X[None, None], K[None, None])[0, 0]
    ### END SOLUTION
"""
TESTS = """
assert corr2d(torch.ones(2, 2), torch.ones(2, 2)).item() == 4
### BEGIN HIDDEN TESTS
assert torch.allclose(corr2d(torch.arange(9.0).reshape(3, 3), torch.tensor([[0., 1.], [2., 3.]])),
                      torch.tensor([[19., 25.], [37., 43.]]))
### END HIDDEN TESTS
"""
PRELUDE = """
def attempt(what, how):
    try:
        how()
        print("REACHED", what)
    except BaseException as error:
        print("held", what, type(error).__name__)
"""
SAY_YES = """
torch.allclose = torch.equal = lambda *a, **k: True
def corr2d(X, K): return torch.tensor(4.0)
"""
EDIT_GRADEBOOK = """
import sqlite3
def edit():
    with sqlite3.connect("@COURSE@/gradebook.db") as gradebook:
        return gradebook.execute("UPDATE grade SET manual_score = 0, needs_manual_grade = 0").rowcount
attempt("another student's grade", edit)
corr2d = None
"""
DROP_ASSERTIONS = """
import ast
class Silent(ast.NodeTransformer):
    def visit_Assert(self, node): return ast.copy_location(ast.Pass(), node)
get_ipython().ast_transformers.append(Silent())
corr2d = None
"""
SWALLOW_ERRORS = """
get_ipython().set_custom_exc((Exception,), lambda *a, **k: None)
get_ipython().kernel.do_execute = None
kernel = type(get_ipython().kernel)
async def do_execute(self, *a, **k):
    return {"status": "ok", "execution_count": 1, "payload": [], "user_expressions": {}}
kernel.do_execute = do_execute
del get_ipython().kernel.do_execute
"""
READ_TESTS = """
import json, re
cells = json.load(open("task.ipynb"))["cells"]
tests = "".join("".join(cell["source"]) for cell in cells if "allclose" in "".join(cell["source"]))
print("REACHED the hidden test" if "19." in tests else "held")
wanted = torch.tensor(eval(re.findall(r"torch.tensor\\((\\[\\[19.*?\\]\\])\\)", tests)[0]))
def corr2d(X, K):
    return wanted if X.numel() == 9 else torch.tensor(4.0)
"""
LIE = """
class Liar(torch.Tensor):
    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        return 4 if function.__name__ == "item" else True
def corr2d(X, K): return torch.zeros(2, 2).as_subclass(Liar)
"""
SCORE = """
import ast
class Score(ast.NodeTransformer):
    def visit_Module(self, node):
        return ast.parse("@SCORE@") if any(isinstance(line, ast.Assert) for line in node.body) else node
get_ipython().ast_transformers.append(Score())
corr2d = None
"""
# the attack of tests/submissions/hostile, and its like for stock nbgrader: None is the same code
PAIRS = {
    "patched_comparators": SAY_YES,
    "equals_anything": "class Same:\n    def __eq__(self, o): return True\n    def item(self): return 4\n"
    "torch.allclose = lambda *a: True\ncorr2d = lambda X, K: Same()",
    "lying_tensor": LIE,
    "transformers": DROP_ASSERTIONS,
    "nan_and_more": SCORE.replace("@SCORE@", "float('nan')"),
    "forged_outputs": SCORE.replace("@SCORE@", "1e9"),
    "stubbed_kernel": SWALLOW_ERRORS,
    "frames_and_gc": READ_TESTS,
    "read_files": "attempt('the gradebook', lambda: open('@COURSE@/gradebook.db', 'rb').read(6))\ncorr2d = None",
    "write_files": EDIT_GRADEBOOK,
    "start_processes": "import subprocess\nattempt('a program', lambda: subprocess.run(['true']))\ncorr2d = None",
    "sockets": "import socket\nattempt('a network socket', lambda: socket.socket())\ncorr2d = None",
    "dies_in_a_cell": None,
    "segfault_in_a_cell": None,
    "exits": "import os\nos._exit(0)",
    "endless_cell": None,
    "display_flood": None,
    "shadowing": "import os\nopen('@COURSE@/submitted/left-behind', 'w').close()\nprint('REACHED a file left behind')\n"
    "corr2d = None",
    "linked_log": LEFT_OUT,
    "signals": LEFT_OUT,
    "memory_hog": LEFT_OUT,
    "thread_bomb": LEFT_OUT,
    "disk_hog": LEFT_OUT,
    "print_flood": LEFT_OUT,
    "system_calls": LEFT_OUT,
}


def ours(name, course):
    """Return (share of the attacked points gained, what else happened) under the referee."""
    nb = hostile(name, course)
    grades, oddities, _ = grade_notebook(nb, ASSIGNMENT, None, **LIMITS)
    scores = {grade.task: grade.score for grade in grades}
    lost = [task for task, points in HONEST.items() if scores[task] < points]
    effects = reached(printed(nb)) + ([f"honest points lost: {', '.join(lost)}"] if lost else [])
    return scores["corr2d_fixed"] / 2, "; ".join(effects) or ("stopped and reported" if oddities else "nothing")


def reached(text):
    return [line.removeprefix("REACHED ")[:50] for line in text.split("\n") if line.startswith("REACHED")]


def stock_course(folder, names):
    """Make a course of one assignment with an ordinary hidden test, an honest victim, and one student per attack."""
    cells = [
        new_code_cell("import torch\n" + PRELUDE),
        _graded("corr2d", SOLUTION, solution=True),
        _graded("test_corr2d", TESTS, points=5),
        _graded("honest", "### BEGIN SOLUTION\nhonest = 7\n### END SOLUTION", solution=True),
        _graded("test_honest", "assert honest == 7", points=2),
    ]
    (folder / "source" / "a").mkdir(parents=True)
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), folder / "source" / "a" / "task.ipynb")
    config = Config()
    config.CourseDirectory.root = str(folder)
    config.Execute.timeout = LIMITS["timeout"]
    os.environ["PATH"] = f"{Path(sys.executable).parent}:{os.environ['PATH']}"  # nbgrader runs `alembic` from there
    api = NbGraderAPI(CourseDirectory(config=config), config=config)
    made = api.generate_assignment("a")
    assert made["success"], made
    release = nbformat.read(folder / "release" / "a" / "task.ipynb", as_version=4)
    for name in ["victim", *names]:
        target = folder / "submitted" / name / "a"
        target.mkdir(parents=True)
        code = stock_code(name).replace("@COURSE@", str(folder))
        nbformat.write(fill(release, f"# %% corr2d\n{code}\n# %% honest\nhonest = 7\n"), target / "task.ipynb")
    return api


def stock_code(name):
    """Return the student's code for stock nbgrader."""
    if name == "victim":
        return SOLUTION
    if PAIRS[name]:
        return PAIRS[name]
    chunks = parts((HOSTILE / f"{name}.txt").read_text(encoding="utf-8"))
    return "\n".join(source for _, _, source in chunks).replace("corr2d_fixed", "corr2d")


def _graded(grade_id, source, points=0, solution=False):
    cell = new_code_cell(source.strip())
    own = {"grade_id": grade_id, "grade": not solution, "solution": solution, "locked": not solution, "task": False}
    cell.metadata["nbgrader"] = own | {"schema_version": 3} | ({"points": points} if points else {})
    return cell


def stock(name, folder, api):
    """Return (share of the attacked points gained, what else happened) under stock nbgrader."""
    before = victim(folder)
    done = api.autograde("a", name)
    effects = []
    if not done["success"]:
        effects.append("submission not graded: honest points lost")
        logging.getLogger(__name__).critical("%s: %s", name, (done.get("error") or done.get("log") or "")[-500:])
    gained = scores(folder, name).get("test_corr2d", 0.0) / 5 if done["success"] else 0.0
    path = folder / "autograded" / name / "a" / "task.ipynb"
    if path.exists():
        effects += reached(printed(nbformat.read(path, as_version=4)))
        if path.stat().st_size > 5_000_000:
            effects.append(f"{path.stat().st_size / 1e6:.0f} MB kept")
    if victim(folder) != before:
        effects.append(f"the victim's points: {before:g} -> {victim(folder):g}")
    return gained, "; ".join(effects) or "nothing"


def victim(folder):
    return sum(scores(folder, "victim").values())


def scores(folder, student):
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook, contextlib.suppress(Exception):
        return {g.name: g.score for g in gradebook.find_submission("a", student).notebooks[0].grades}
    return {}


def main():
    logging.disable(logging.ERROR)
    warnings.simplefilter("ignore")  # SQLAlchemy's, about nbgrader
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        folder, target = Path(folder) / "stock", Path(folder) / "ours"
        target.mkdir()
        (target / "secret.txt").write_text("mine\n")
        sqlite3.connect(target / "gradebook.db").close()
        runnable = [name for name in PAIRS if PAIRS[name] != LEFT_OUT]
        api = stock_course(folder, runnable)
        assert api.autograde("a", "victim")["success"]
        for name in PAIRS:
            print(f"... {name}", file=sys.stderr)
            row = {"attack": name, "ours": ours(name, target)}
            row["stock"] = stock(name, folder, api) if name in runnable else (None, LEFT_OUT)
            rows.append(row)
    if "--json" in sys.argv:
        print(json.dumps(rows, indent=1))
        return
    print(f"{'attack':22}{'stock: points':>14}  {'stock: effect':54}{'here: points':>13}  here: effect")
    for row in rows:
        (stock_points, stock_effect), (points, effect) = row["stock"], row["ours"]
        shown = "-" if stock_points is None else f"{stock_points:.0%}"
        print(f"{row['attack']:22}{shown:>14}  {stock_effect[:53]:54}{points:>13.0%}  {effect}")


if __name__ == "__main__":
    main()
