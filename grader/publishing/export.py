"""Make the tree that students get: the wheel, the release, what builds its environment, and nothing else.

repo2docker makes the students' image from it, never from the repository: it copies everything it is pointed at.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from grader.places import ROOT
from grader.publishing.secrets import find_secrets


def export(target: Path) -> None:
    """Write the exported tree to `target`, replacing it.

    Raises:
        SystemExit: something secret is in it; the tree is removed again.
    """
    target = Path(target)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    build_wheel(target)
    shutil.copytree(ROOT / "release", target / "release", ignore=shutil.ignore_patterns("README.md", ".*"))
    for name in ("environment.yml", "LICENSE"):
        shutil.copyfile(ROOT / name, target / name)
    for name in ("README.md", "start.py"):  # for a laptop
        shutil.copyfile(ROOT / "deploy" / "laptop" / name, target / name)
    shutil.copy(ROOT / "deploy" / "image" / "postBuild", target / "postBuild")  # with its mode: executable
    # not the role's nbgrader_config.py: which exchange there is, the hub says
    shutil.copytree(ROOT / "deploy" / "roles" / "student", target / "jupyter", ignore=shutil.ignore_patterns("*.py*"))
    found = find_secrets(target)
    if found:
        shutil.rmtree(target)
        raise SystemExit("not exported, because it holds secrets:\n" + "\n".join(f"  {p}: {what}" for p, what in found))


def build_wheel(target: Path) -> None:
    """Build the student wheel from a clean copy, so that no left-over of an earlier build gets into it."""
    clean = Path(target) / "wheel-source"
    clean.mkdir()
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copyfile(ROOT / name, clean / name)
    shutil.copytree(ROOT / "course", clean / "course", ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(clean)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    shutil.rmtree(clean)
    if done.returncode:
        raise SystemExit(f"the wheel could not be built:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    export(ROOT / "build" / "export")
    for path in sorted((ROOT / "build" / "export").rglob("*")):
        if path.is_file():
            print(path.relative_to(ROOT))
