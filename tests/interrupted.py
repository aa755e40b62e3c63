"""`python -m tests.interrupted --kills 50`: stop the grading of a class at random moments; is anything lost?

Every other time by Ctrl-C, else by kill -9, and only while some but not all are graded.  Then the command is run again,
and the gradebook, the graded notebooks and the evidence are compared with those of a run that nobody disturbed.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic, sleep

import click

from grader.gradebook.pipelines import ensure_assignment
from grader.gradebook.reading import export
from grader.places import ROOT
from tests.submissions.build import example, hand_in

ASSIGNMENT = "1-cross-correlation"
CLASS = ("model", "flipped", "d2l", "untouched", "last_row", "seed", "numpy_detour", "half_done")
PATIENCE = 300  # seconds for one run
PASSING = ("graded_at", "grader")  # of the evidence; the time passes, and others may be editing the grader


def prepare(root):
    """Make a course folder in which a class has handed in and nobody is graded."""
    shutil.copytree(ROOT / "source", root / "source")
    for number, name in enumerate(CLASS):
        hand_in(root, ASSIGNMENT, f"s{number}", example(ASSIGNMENT, name))
    ensure_assignment(root, ASSIGNMENT)


def start(root):
    """Start grading in a session of its own, as a terminal would."""
    command = [sys.executable, "-m", "grader", "grade", ASSIGNMENT, "--course", str(root), "--jobs", "2"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "text": True}
    # a job in the background inherits a Ctrl-C that is ignored, and so would what it starts
    attentive = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.default_int_handler)}
    return subprocess.Popen(command, cwd=ROOT, start_new_session=True, **quiet, **attentive)


def graded(root):
    """Return how many are graded: their evidence says which submission it is about."""
    found = 0
    for path in (root / "private" / "evidence" / ASSIGNMENT).glob("*.json"):
        found += "submission" in json.loads(path.read_text(encoding="utf-8"))
    return found


def outcome(root):
    """Return all that must not depend on interruptions."""
    evidence = {}
    for path in sorted((root / "private" / "evidence" / ASSIGNMENT).glob("*.json")):
        read = json.loads(path.read_text(encoding="utf-8"))
        evidence[path.stem] = {key: value for key, value in read.items() if key not in PASSING}
    notebooks = sorted(str(path.relative_to(root)) for path in (root / "autograded").rglob("*.ipynb"))
    left = sorted(path.name for path in (root / "private" / "staging").iterdir())
    return {"gradebook": export(root, ASSIGNMENT), "evidence": evidence, "notebooks": notebooks, "left behind": left}


def interrupt(root, how, rng):
    """Start grading and stop it by `how` at a random moment; return how many were graded then, or None if too late."""
    run = start(root)
    wanted = rng.randrange(1, len(CLASS))
    until = monotonic() + PATIENCE
    while graded(root) < wanted and run.poll() is None and monotonic() < until:
        sleep(0.02)
    sleep(rng.random() * 0.4)
    under_way = run.poll() is None
    if under_way and how == "Ctrl-C":
        os.killpg(run.pid, signal.SIGINT)
    elif under_way:
        os.kill(run.pid, signal.SIGKILL)
    run.communicate(timeout=PATIENCE)
    done = graded(root)
    return done if under_way and 0 < done < len(CLASS) else None


def one_round(pristine, folder, how, rng):
    """Interrupt one run, finish it with a second, and return (how many were graded when it was stopped, outcome)."""
    for attempt in range(10):
        root = folder / f"try{attempt}"
        shutil.copytree(pristine, root)
        done = interrupt(root, how, rng)
        if done is not None:
            _, errors = _finish(root)
            result = outcome(root)
            shutil.rmtree(root)
            return done, result, errors
        shutil.rmtree(root)
    raise RuntimeError("never caught while some but not all were graded")


def _finish(root):
    run = start(root)
    _, errors = run.communicate(timeout=PATIENCE)
    return run.returncode, errors if run.returncode else ""


def rounds(kills, seed=0):
    """Yield (number, how, graded when stopped, same as undisturbed, what differs) for each kill."""
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pristine, undisturbed = folder / "pristine", folder / "undisturbed"
        pristine.mkdir()
        prepare(pristine)
        shutil.copytree(pristine, undisturbed)
        status, errors = _finish(undisturbed)
        if status:
            raise RuntimeError(errors)
        expected = outcome(undisturbed)
        for number in range(1, kills + 1):
            how = ("kill -9", "Ctrl-C")[number % 2]
            done, found, errors = one_round(pristine, folder / f"round{number}", how, rng)
            differs = [key for key in expected if found[key] != expected[key]]
            yield number, how, done, not differs and not errors, differs + [errors] * bool(errors)


@click.command()
@click.option("--kills", default=50, show_default=True)
@click.option("--seed", default=0, show_default=True)
def main(kills, seed):
    """Print a line for each kill; exit status 1 if anything was lost."""
    lost = 0
    for number, how, done, same, why in rounds(kills, seed):
        lost += not same
        verdict = "nothing lost" if same else f"LOST: {why}"
        click.echo(f"{number:>3}  {how:<8} when {done} of {len(CLASS)} were graded: {verdict}")
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
