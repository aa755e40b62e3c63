"""Does the folder that students get run from nothing, on a computer with plain Python, up to a graded notebook?"""

import json
import os
import runpy
import shutil
import signal
import subprocess
import sys
import urllib.request
from contextlib import suppress
from pathlib import Path

import nbformat
import pytest
import yaml

from grader.places import ROOT
from grader.submission import grade_notebook
from grader.submission.mending import normalize
from grader.submission.notebook_file import notebook_from
from grader.submission.pattern import released
from tests.jupyterlab import TOKEN, _wait_for, browser_page, free_port, open_notebook, validate
from tests.submissions.build import example

START = ROOT / "deploy" / "laptop" / "start.py"
LAPTOP = runpy.run_path(str(START))
ASSIGNMENT, NOTEBOOK = "1-cross-correlation", "cross-correlation.ipynb"
NO_LIMIT = 2**63 - 1
SCREENS = Path(os.environ.get("SCREENS", "build/screens"))


@pytest.mark.parametrize(
    "case, version, system, machine, largest, says",
    [
        ("Linux", (3, 11), "Linux", "x86_64", NO_LIMIT, ""),
        ("Linux on ARM", (3, 13), "Linux", "aarch64", NO_LIMIT, ""),
        ("Apple's processor", (3, 12), "Darwin", "arm64", NO_LIMIT, ""),
        ("Windows", (3, 14), "Windows", "AMD64", NO_LIMIT, ""),
        ("an Intel Mac", (3, 12), "Darwin", "x86_64", NO_LIMIT, "use your school's hub, or Google Colab"),
        ("Windows on ARM", (3, 12), "Windows", "ARM64", NO_LIMIT, "Install the Python for 64-bit Intel"),
        ("32 bits", (3, 12), "Windows", "x86", 2**31 - 1, "install the 64-bit Python"),
        ("an old Python", (3, 9), "Linux", "x86_64", NO_LIMIT, "This is Python 3.9; the course needs 3.11 to 3.14"),
        ("a Python to come", (3, 15), "Darwin", "arm64", NO_LIMIT, "This is Python 3.15"),
    ],
)
def test_a_computer_that_cannot_run_it_is_told_why_and_what_to_do(case, version, system, machine, largest, says):
    said = LAPTOP["cannot_run"](version, system, machine, largest)
    assert said.startswith(says[:0]) and (says in said) and bool(said) == bool(says), case


def test_the_pins_are_those_of_the_course():
    assert f"- {LAPTOP['TORCH']}\n" in (ROOT / "environment.yml").read_text()
    readme = (ROOT / "deploy" / "laptop" / "README.md").read_text()
    assert LAPTOP["TORCH"] in readme and LAPTOP["CPU_BUILDS"] in readme
    assert LAPTOP["CPU_BUILDS"].split("/")[2] == "download.pytorch.org"


def test_it_is_read_by_an_old_python_too():
    """What must tell an old Python that it is too old may not need a new one to be compiled."""
    compile(START.read_text(), "start.py", "exec", dont_inherit=True)
    for feature in ("match ", " := ", "except*", "tomllib", "from __future__"):
        assert feature not in START.read_text(), feature


def test_it_installs_the_tested_versions_and_not_the_newest_of_the_wheels_ranges(tmp_path):
    laptop = runpy.run_path(str(shutil.copyfile(START, tmp_path / "start.py")))
    shutil.copyfile(ROOT / "environment.yml", tmp_path / "environment.yml")
    (wanted,) = (entry["pip"] for entry in _environment_yml()["dependencies"] if isinstance(entry, dict))
    assert laptop["tested_versions"]() == wanted and LAPTOP["TORCH"] in wanted


def _environment_yml():
    return yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("there, missing", [((), "convolutions_course-*.whl"), (("wheel",), "environment.yml")])
def test_half_a_folder_says_what_is_missing(there, missing, tmp_path):
    shutil.copyfile(START, tmp_path / "start.py")
    files = {"start.py", *("convolutions_course-1.0.0-py3-none-any.whl" for _ in there)}
    for name in files - {"start.py"}:
        (tmp_path / name).touch()
    done = subprocess.run([sys.executable, "start.py"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and f"has no {missing}" in done.stderr
    assert {path.name for path in tmp_path.iterdir()} == files


def test_an_interrupted_or_older_installation_is_not_taken_for_ready(tmp_path):
    laptop = runpy.run_path(str(shutil.copyfile(START, tmp_path / "start.py")))
    environment = tmp_path / "environment"
    python = laptop["environment_python"](environment)
    (tmp_path / "convolutions_course-1.0.0-py3-none-any.whl").write_bytes(b"one")
    python.parent.mkdir(parents=True)
    python.touch()
    assert not laptop["is_ready"](environment)
    (environment / "installed").write_text(laptop["fingerprint"]())
    assert laptop["is_ready"](environment)
    (tmp_path / "convolutions_course-1.0.0-py3-none-any.whl").write_bytes(b"two")
    assert not laptop["is_ready"](environment)


# -- from nothing to a grade


@pytest.fixture(scope="module")
def laptop(exported, tmp_path_factory):
    """The folder, unpacked under a name with a space and an umlaut, started by a Python without our packages.

    Yields (folder, address, log): a fresh environment was made, by the registry that pip is set up for.
    """
    folder = shutil.copytree(exported, tmp_path_factory.mktemp("laptop") / "Übung 1")
    port, home = free_port(), tmp_path_factory.mktemp("home")
    kept = {name: value for name, value in os.environ.items() if name.startswith("PIP_") or "SSL" in name}
    environment = kept | {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    options = ["--no-browser", f"--port={port}", "--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}"]
    plain = Path(sys.base_prefix) / "bin" / "python3"
    command = [plain, "start.py", *options, *(["--allow-root"] if os.geteuid() == 0 else [])]
    log = folder.parent / "log"
    with log.open("wb") as file:
        server = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=file, stderr=file, start_new_session=True
        )
    try:
        _wait_for(f"http://127.0.0.1:{port}/api/status?token={TOKEN}", server, seconds=1200)
        yield folder, f"http://127.0.0.1:{port}", log
    finally:
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGTERM)
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.timeout(1800)
def test_from_an_empty_folder_to_a_graded_notebook(laptop, tmp_path):
    """Installed by one command, solved, run and validated in a real browser, saved, and graded for what it is worth."""
    folder, address, log = laptop
    said = log.read_text(errors="replace")
    assert said.index("1 of 3") < said.index("2 of 3") < said.index("3 of 3") < said.index("Starting JupyterLab")
    solved = example(ASSIGNMENT, "model")
    nbformat.write(solved, folder / "release" / ASSIGNMENT / NOTEBOOK)
    with browser_page() as page:
        open_notebook(page, address, f"{ASSIGNMENT}/{NOTEBOOK}")
        assert not page.locator(".lm-MenuBar-itemLabel:text-is('Nbgrader')").is_visible()
        page.locator(".lm-MenuBar-itemLabel:text-is('Run')").click()
        page.locator("li[data-command='runmenu:run-all']").click()
        page.locator(".jp-OutputArea-output", has_text="public checks passed").first.wait_for()
        passed, text = validate(page)
        assert passed, text
        page.keyboard.press("Control+s")
        page.wait_for_function("() => !document.querySelector('.jp-mod-dirty')")
        shown = page.locator("#jp-top-panel").inner_text() + page.locator("#jp-left-stack").inner_text()
        page.goto(f"{address}/lab?token={TOKEN}&reset")
        page.locator(".jp-Launcher").wait_for()
        shown += page.locator("body").inner_text()  # nothing but the launcher is open
        SCREENS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SCREENS / "laptop.png")
        assert page.problems == []
    for instructors in ("Formgrader", "Create Assignment", "Course List", "Assignment List", "Nbgrader"):
        assert instructors.lower() not in shown.lower()
    said = log.read_text(errors="replace").lower()
    assert "exchange" not in said and "traceback" not in said, said[-2000:]

    saved = folder / "release" / ASSIGNMENT / NOTEBOOK
    assert any(cell.get("outputs") for cell in json.loads(saved.read_text())["cells"])
    oddities = []
    notebook = notebook_from(saved.read_bytes(), saved.name, oddities)
    oddities += normalize(notebook, released(ASSIGNMENT))
    (tmp_path / "beside").mkdir()
    grades, more, _ = grade_notebook(notebook, ASSIGNMENT, tmp_path / "beside", oddities)
    assert [(grade.task, grade.note) for grade in grades if grade.score < grade.max_score] == []
    assert more == []


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.timeout(1800)
def test_nothing_outside_the_folder_is_changed_and_a_second_start_installs_nothing(laptop):
    folder, address, log = laptop
    assert log.read_text(errors="replace").count("of 3") == 3
    done = subprocess.run(
        [sys.executable, "start.py", "--check"], cwd=folder, capture_output=True, text=True, check=True
    )
    assert done.stdout == "The course runs on this computer.\n"
    status = json.load(urllib.request.urlopen(f"{address}/api/status?token={TOKEN}"))
    assert "kernels" in status
    python = LAPTOP["environment_python"](folder / "environment")
    listed = subprocess.run([python, "-m", "pip", "list"], capture_output=True, text=True, check=True).stdout
    assert "convolutions-course" in listed and "nvidia" not in listed  # no build for graphics cards
    assert runpy.run_path(str(folder / "start.py"))["is_ready"](folder / "environment")
