"""`make lab`: JupyterLab with the released notebooks, with the settings that a student's laptop gets."""

import os
import runpy
import shutil
import sys
from pathlib import Path

from grader.places import ROOT

# the very file that is exported, so that nobody sees another JupyterLab than students do
LAPTOP = runpy.run_path(str(ROOT / "deploy" / "laptop" / "start.py"))


def prepare(folder: Path | str) -> tuple[Path, Path, dict[str, str]]:
    """Make a student's folder and Jupyter configuration below `folder`; return (home, notebooks, environment).

    Work already done in the notebooks is kept.
    """
    home, notebooks = Path(folder) / "home", Path(folder) / "notebooks"
    for path in (ROOT / "release").glob("*/*.ipynb"):
        target = notebooks / path.parent.name / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            shutil.copyfile(path, target)
    LAPTOP["write_settings"](home / ".jupyter")
    variables = LAPTOP["jupyter_variables"](home / ".jupyter", Path(sys.executable))
    return home, notebooks, os.environ | variables | {"HOME": str(home)}


def command(notebooks: Path | str, port: int = 8888, token: str | None = None) -> list[str]:
    """Return the command line that starts the server, on this machine only."""
    more = [f"--port={port}"]
    if os.geteuid() == 0:
        more.append("--allow-root")
    if token:
        more += ["--no-browser", "--ServerApp.port_retries=0", f"--IdentityProvider.token={token}"]
    return LAPTOP["jupyter_command"](sys.executable, notebooks, more)


if __name__ == "__main__":
    _, where, env = prepare(ROOT / "build" / "lab")
    line = command(where)
    os.chdir(where)
    os.execve(line[0], line, env)
