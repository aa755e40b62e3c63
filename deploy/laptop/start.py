"""Start the course on this computer: `python3 start.py` (Windows: `py start.py`).

The first time it makes a folder `environment` beside itself and installs what the notebooks need, which takes some
minutes and 1.5 GB; afterwards it only starts JupyterLab in your browser.  Nothing outside this folder is changed: to
remove everything, delete the folder.  `--check` only says whether the course runs here; anything else is passed on to
JupyterLab.  Uses the standard library alone, so that any Python can say what is wrong with it.
"""

import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
OLDEST, NEWEST = (3, 11), (3, 14)  # for which the pinned packages exist
TORCH = "torch==2.13.0"
# what PyPI has for Linux is a build of several gigabytes for graphics cards
CPU_BUILDS = "https://download.pytorch.org/whl/cpu"


def main(arguments):
    """Check, install what is missing, start; return the exit status."""
    problem = cannot_run(sys.version_info[:2], platform.system(), platform.machine(), sys.maxsize)
    if problem:
        print(problem, file=sys.stderr)
        return 2
    if arguments == ["--check"]:
        print("The course runs on this computer.")
        return 0
    wheel(), tested_versions()  # an incomplete folder is told so before minutes are spent on it
    python = environment_python(HERE / "environment")
    if not is_ready(HERE / "environment"):
        install(HERE / "environment", python)
    print("Starting JupyterLab. To stop it: press Ctrl+C here, twice.", flush=True)
    write_settings(HERE / "environment" / "settings")
    variables = os.environ | jupyter_variables(HERE / "environment" / "settings", python)
    for name in ("PYTHONPATH", "PYTHONHOME"):
        variables.pop(name, None)
    server = subprocess.Popen(jupyter_command(python, HERE / "release", arguments), cwd=HERE, env=variables)
    while True:
        try:
            return server.wait()
        except KeyboardInterrupt:  # the server got it, too, and asks whether to stop
            continue


def cannot_run(version, system, machine, largest):
    """Say why the course cannot run on a computer, and what to do; "" where it can.

    `version` is Python's, `machine` the processor's name, `largest` is `sys.maxsize`.
    """
    called = ".".join(map(str, version))
    if not OLDEST <= version <= NEWEST:
        return (
            f"This is Python {called}; the course needs 3.11 to 3.14, best 3.12 (from python.org). "
            "If you have it too, start it by name: python3.12 start.py (Windows: py -3.12 start.py)."
        )
    if largest < 2**32:
        return "This Python has 32 bits, PyTorch needs one with 64: install the 64-bit Python from python.org."
    if system == "Darwin" and machine == "x86_64":
        return (
            "PyTorch 2.13 exists for Macs with an Apple processor only. If yours has one (Apple menu, About This Mac: "
            "M1 or later), this Python is for Intel: install the one from python.org. On a Mac with an Intel processor "
            "use your school's hub, or Google Colab: see README.md."
        )
    if system == "Windows" and machine == "ARM64":
        return (
            "PyTorch 2.13 has no build for Windows on ARM. Install the Python for 64-bit Intel (x86-64) from "
            "python.org, which Windows runs too, and start this file with it; or use your school's hub or Google Colab."
        )
    return ""


# -- installing ------------------------------------------------------------------------------------------------------


def environment_python(environment):
    """Return the path of an environment's Python."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def wheel():
    """Return the course's wheel beside this file.

    Raises:
        SystemExit: it is not there.
    """
    found = sorted(HERE.glob("convolutions_course-*.whl"))
    if not found:
        raise SystemExit(f"{HERE} has no convolutions_course-*.whl: unpack the whole folder that you were given.")
    return found[-1]


def tested_versions():
    """Return the exact versions that environment.yml names; the wheel alone would take newer ones, too.

    Raises:
        SystemExit: the file is not there.
    """
    path = HERE / "environment.yml"
    if not path.exists():
        raise SystemExit(f"{HERE} has no environment.yml: unpack the whole folder that you were given.")
    return re.findall(r"^ +- (\S+==\S+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)


def is_ready(environment):
    """Was this very wheel installed to the end?"""
    mark = environment / "installed"
    return mark.exists() and mark.read_text() == fingerprint() and environment_python(environment).exists()


def fingerprint():
    """Return what changes when another version of the course is put here."""
    return hashlib.sha256(wheel().read_bytes()).hexdigest()


def install(environment, python):
    """Make the environment and install everything; an interrupted one is gone on with.

    Raises:
        SystemExit: a step failed; its output stands above.
    """
    if shutil.disk_usage(HERE).free < 2_500_000_000:
        raise SystemExit(f"{HERE}: the course needs 2.5 GB of free disk space to be installed.")
    print("1 of 3: an environment for the course", flush=True)
    if not python.exists() and subprocess.call([sys.executable, "-m", "venv", str(environment)]):
        shutil.rmtree(environment, ignore_errors=True)
        raise SystemExit("Python could not make an environment. On Debian and Ubuntu: sudo apt install python3-venv")
    print("2 of 3: PyTorch (200 MB, some minutes)", flush=True)
    linux = platform.system() == "Linux"
    if not linux or _pip(python, TORCH, "--index-url", CPU_BUILDS, "--retries", "1", quiet=True):
        if linux:
            print("PyTorch's own builds could not be reached: taking the one for graphics cards, 2.5 GB", flush=True)
        _must(_pip(python, TORCH), "PyTorch")
    print("3 of 3: JupyterLab and the course", flush=True)
    _must(_pip(python, *tested_versions(), str(wheel())), "the course")
    (environment / "installed").write_text(fingerprint())


def _pip(python, *arguments, quiet=False):
    command = [str(python), "-m", "pip", "install", "--disable-pip-version-check", "--quiet", *arguments]
    return subprocess.call(command, stderr=subprocess.DEVNULL if quiet else None)


def _must(status, what):
    if status:
        raise SystemExit(f"{what} could not be installed (see above). Are you connected? Run the same command again.")


# -- JupyterLab ------------------------------------------------------------------------------------------------------

SERVER = {
    "ServerApp": {
        "jpserver_extensions": {
            "nbgrader.server_extensions.validate_assignment": True,
            # what instructors use, and what fetches from a hub: there is none here
            "nbgrader.server_extensions.formgrader": False,
            "nbgrader.server_extensions.course_list": False,
            "nbgrader.server_extensions.assignment_list": False,
        },
    },
    "LabApp": {"news_url": None, "check_for_updates_class": "jupyterlab.NeverCheckForUpdate"},
}
PAGE = {
    "disabledExtensions": {
        f"@jupyter/nbgrader:{name}": True
        for name in ("formgrader", "create-assignment", "course-list", "assignment-list", "menu")
    }
}
DEFAULTS = {
    # widgets come back when a notebook is opened again; no pop-ups about news
    "@jupyter-widgets/jupyterlab-manager:plugin": {"saveState": True},
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
}


def write_settings(folder):
    """Write JupyterLab's settings: what a student needs, and nothing of an instructor's."""
    (folder / "labconfig").mkdir(parents=True, exist_ok=True)
    for name, value in (
        ("jupyter_server_config.json", SERVER),
        ("labconfig/page_config.json", PAGE),
        ("labconfig/default_setting_overrides.json", DEFAULTS),
    ):
        (folder / name).write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")


def jupyter_variables(settings, python):
    """Return the variables by which JupyterLab uses these settings, and the environment's own kernel first."""
    return {
        "JUPYTER_CONFIG_DIR": str(settings),
        "JUPYTER_PREFER_ENV_PATH": "1",
        "PYTHONNOUSERSITE": "1",
        "PATH": str(python.parent) + os.pathsep + os.environ.get("PATH", ""),
    }


def jupyter_command(python, notebooks, arguments=()):
    """Return the command line of a server for this computer only."""
    return [str(python), "-m", "jupyterlab", "--ip=127.0.0.1", f"--ServerApp.root_dir={notebooks}", *arguments]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
