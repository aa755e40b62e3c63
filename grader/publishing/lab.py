"""`make lab`: JupyterLab with the released notebooks, set up as on a student's machine."""

import json
import os
import shutil
import sys
from pathlib import Path

from grader.places import ROOT


def prepare(folder):
    """Make a student's folder and Jupyter configuration below `folder`; return (home, notebooks, environment).

    Work already done in the notebooks is kept.
    """
    home, notebooks = Path(folder) / "home", Path(folder) / "notebooks"
    config = home / ".jupyter"
    for path in (ROOT / "release").glob("*/*.ipynb"):
        target = notebooks / path.parent.name / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            shutil.copyfile(path, target)
    _write(
        config / "labconfig" / "page_config.json",
        {"disabledExtensions": {f"@jupyter/nbgrader:{name}": True for name in INSTRUCTORS_ONLY}},
    )
    _write(
        config / "jupyter_server_config.json",
        {
            "ServerApp": {
                "jpserver_extensions": {
                    "nbgrader.server_extensions.formgrader": False,
                    "nbgrader.server_extensions.course_list": False,
                }
            }
        },
    )
    # no pop-up about news, and widgets that come back when a notebook is opened again
    _write(
        config / "lab" / "user-settings" / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings",
        {
            "fetchNews": "false",
            "checkForUpdates": False,
        },
    )
    _write(
        config / "lab" / "user-settings" / "@jupyter-widgets" / "jupyterlab-manager" / "plugin.jupyterlab-settings",
        {"saveState": True},
    )
    environment = os.environ | {
        "HOME": str(home),
        "JUPYTER_CONFIG_DIR": str(config),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    return home, notebooks, environment


INSTRUCTORS_ONLY = ("formgrader", "create-assignment", "course-list")


def command(notebooks, port=8888, token=None):
    """Return the command line that starts the server, on this machine only."""
    line = [sys.executable, "-m", "jupyterlab", "--ip=127.0.0.1", f"--port={port}", f"--ServerApp.root_dir={notebooks}"]
    if os.geteuid() == 0:
        line.append("--allow-root")
    if token:
        line += ["--no-browser", "--ServerApp.port_retries=0", f"--IdentityProvider.token={token}"]
    return line


def _write(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    _, where, env = prepare(ROOT / "build" / "lab")
    line = command(where)
    os.chdir(where)
    os.execve(line[0], line, env)
