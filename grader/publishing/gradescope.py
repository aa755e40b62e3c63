"""Make the zip that Gradescope builds an autograder from: one assignment's cases, and only the grader that needs them.

`python -m grader.publishing.gradescope ASSIGNMENT [--unconfined]`; `make gradescope`.
"""

import argparse
import ast
import re
import shutil
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from grader.packs.reading import hidden_path, load_hidden
from grader.places import ROOT
from grader.publishing.export import build_wheel
from grader.publishing.secrets import find_secrets
from grader.tasks import COURSE, Assignment

TOP = ("__init__", "__main__", "errors", "patches", "places", "terminal")
WINGS = ("cli", "packs", "sandbox", "submission", "verdict")  # those that `python -m grader notebook` walks through
STAFF_PACKAGES = ("click", "pyseccomp", "sandlock")  # what the walk needs beside the students' environment
OWN = ("private/packs/", "grader/tasks/")  # where the assignment's own answers are
# what several assignments share, and `corr2d`, on which later ones build: the one reference that students have anyway
SHARED = re.compile(r"grader/tasks/(\w+|cross_correlation/corr2d)\.py$")
SCRIPTS = ("setup.sh", "run_autograder")


def build(assignment: str, target: Path, unconfined: bool = False) -> Path:
    """Write the zip for an assignment into the folder `target` and return its path.

    `unconfined` lets it grade where the container has no Landlock; without, it refuses there.

    Raises:
        TaskError: no such assignment.
        PackError: its hidden pack is missing or does not belong to the tasks as they are now.
        SystemExit: something is in it that must not be; nothing is written.
    """
    found = COURSE.assignment(assignment)
    load_hidden(found)
    tree = target / found.name
    shutil.rmtree(tree, ignore_errors=True)
    try:
        _fill(tree, found, unconfined)
        if leaking := leaks(tree, found):
            told = "\n".join(f"  {path}: {what}" for path, what in leaking)
            raise SystemExit(f"not built, because it holds what it must not:\n{told}")
        path = target / f"{found.name}.zip"
        _pack(tree, path)
    finally:
        shutil.rmtree(tree, ignore_errors=True)
    return path


def _fill(tree: Path, assignment: Assignment, unconfined: bool) -> None:
    tree.mkdir(parents=True)
    for name in SCRIPTS:
        shutil.copy(ROOT / "deploy" / "gradescope" / name, tree / name)
    (tree / "settings.sh").write_text(f"assignment={assignment.name}\noptions={'--unconfined' if unconfined else ''}\n")
    (tree / "requirements.txt").write_text("\n".join(requirements()) + "\n")
    shutil.copyfile(ROOT / "LICENSE", tree / "LICENSE")
    build_wheel(tree)
    for path in grader_files(assignment):
        copy = tree / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    # the notebook of another assignment is told by what that one's release looks like
    shutil.copytree(ROOT / "release", tree / "release", ignore=shutil.ignore_patterns("README.md", ".*"))
    packs = tree / "private" / "packs"
    packs.mkdir(parents=True, mode=0o700)
    shutil.copyfile(hidden_path(assignment), packs / f"{assignment.name}.json")


def requirements() -> list[str]:
    """Return the exact versions that grading takes: the students' environment, what the sandbox needs, and all below.

    Whole, so that nothing is left to be resolved there; as this environment has it, where `requirements.lock` was made.

    Raises:
        KeyError: a package is needed that the lock does not have.
    """
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").split()
    pins: dict[str, str] = {canonicalize_name(pin.partition("==")[0]): pin for pin in lock}
    text = (ROOT / "environment.yml").read_text(encoding="utf-8")
    students = re.findall(r"^ +- (\S+)==\S+$", text, flags=re.MULTILINE)
    needed: set[tuple[str, str]] = set()
    todo: list[tuple[str, str]] = [(name, "") for name in (*students, *STAFF_PACKAGES)]
    while todo:
        name, extra = todo.pop()
        if (name, extra) not in needed:
            needed.add((name, extra))
            todo += _needs(name, extra)
    return sorted({pins[name] for name, _ in needed}, key=str.lower)


def _needs(name: str, extra: str) -> Iterator[tuple[str, str]]:
    """Yield (package, extra of it) for all that a package, or one of its extras, requires on Linux."""
    for line in metadata.requires(name) or []:
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
            for wanted in ("", *requirement.extras):
                yield canonicalize_name(requirement.name), wanted


def grader_files(assignment: Assignment) -> list[Path]:
    """Return the grader's modules that grade this assignment: no other one's tasks, but for what its own import."""
    grader = ROOT / "grader"
    files = {grader / f"{name}.py" for name in TOP}
    files |= {path for wing in WINGS for path in (grader / wing).rglob("*.py")}
    tasks = grader / "tasks"
    todo = [tasks / "__init__.py", *assignment.folder.glob("*.py")]
    while todo:
        path = todo.pop()
        if path not in files:
            files.add(path)
            todo += [path.parent / "__init__.py", *_imported(path, tasks)]
    return sorted(files)


def _imported(path: Path, tasks: Path) -> Iterator[Path]:
    """Yield the modules below `tasks` that one of them imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("grader.tasks."):
            yield tasks.joinpath(*node.module.split(".")[2:]).with_suffix(".py")


def leaks(tree: Path, assignment: Assignment) -> list[tuple[str, str]]:
    """Return [(path, what)]: answers outside the two places of this assignment's own, or any other assignment's."""
    others = [name for name in COURSE.names if name != assignment.name]
    found = [one for one in find_secrets(tree) if not one[0].startswith(OWN)]
    for folder in OWN:
        inside = [(f"{folder}{path}", what) for path, what in find_secrets(tree / folder, of=others)]
        found += [one for one in inside if not SHARED.match(one[0])]
    expected = {str(path.relative_to(ROOT)) for path in grader_files(assignment)} | {f"{OWN[0]}{assignment.name}.json"}
    there = {str(path.relative_to(tree)) for path in tree.rglob("*") if path.is_file()}
    return found + [(path, "nothing of this assignment's") for path in sorted(there - expected) if path.startswith(OWN)]


def _pack(tree: Path, target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(p for p in tree.rglob("*") if p.is_file()):
            entry = zipfile.ZipInfo(str(path.relative_to(tree)), date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            mode = 0o755 if path.name in SCRIPTS and path.parent == tree else 0o600
            entry.external_attr = (0o100000 | mode) << 16
            archive.writestr(entry, path.read_bytes())
    target.chmod(0o600)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m grader.publishing.gradescope", description=__doc__)
    parser.add_argument("assignment")
    parser.add_argument("--unconfined", action="store_true", help="grade where the container has no Landlock, too")
    given = parser.parse_args()
    print(build(given.assignment, ROOT / "build" / "gradescope", given.unconfined).relative_to(ROOT))
