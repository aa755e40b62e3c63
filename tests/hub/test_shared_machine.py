"""On one machine with real accounts: can a student do, see or hear anything that is not theirs?"""

import contextlib
import json
import os
import sqlite3
import threading
from pathlib import Path

import nbformat
import psutil
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from tests.hub.accounts import hub_with_accounts, missing_for_accounts
from tests.hub.driver import ASSIGNMENT, NOTEBOOK, watching
from tests.submissions.build import example

pytestmark = [pytest.mark.hub, pytest.mark.slow, pytest.mark.timeout(600)]
FILE = f"{ASSIGNMENT}/{NOTEBOOK}.ipynb"
GRADEBOOK = "convolutions/gradebook-correct-horse.db"  # formgrader shows its URL, with a password if there is one


@pytest.fixture(scope="module")
def hub():
    lacking = missing_for_accounts()
    if lacking:
        pytest.skip(lacking)
    with hub_with_accounts(database=f"sqlite:///{{folder}}/home/grader-convolutions/{GRADEBOOK}") as hub:
        yield hub


@pytest.fixture(scope="module")
def first(hub):
    """The first student's server, with the assignment fetched and the model solution handed in."""
    server = hub.log_in("s001").spawn()
    server.exchange("fetch")
    server.write_notebook(FILE, example(ASSIGNMENT, "model"))
    server.exchange("submit")
    return server


@pytest.fixture(scope="module")
def second(hub):
    """The second student's server, with the assignment fetched."""
    server = hub.log_in("s002").spawn()
    server.exchange("fetch")
    return server


@pytest.fixture(scope="module")
def formgrader(hub):
    """The shared formgrader, as an instructor opens it."""
    return hub.formgrader(hub.log_in("instructor1"))


def shell(server, command):
    """What a command prints that a student types, and `exit N`."""
    code = f"""
import subprocess
done = subprocess.run(["/bin/bash", "-c", {command!r}], capture_output=True, text=True)
print(done.stdout + done.stderr + "exit", done.returncode)
"""
    return server.run(code).strip()


def collected(hub, name):
    """The sources of what was collected from a student."""
    path = hub.root / "submitted" / name / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
    return [cell.source for cell in nbformat.read(path, as_version=4).cells]


MODEL = [cell.source for cell in example(ASSIGNMENT, "model").cells]


def test_everybody_has_an_account_of_their_own(hub, first, second):
    assert shell(first, "id -un") == "s001\nexit 0"
    assert shell(second, "id -un") == "s002\nexit 0"


# -- submissions


def test_nobody_hands_in_for_another_with_nbgraders_own_options(hub, first, second, formgrader):
    forge = (
        f"nbgrader submit {ASSIGNMENT} --student=s001 --Authenticator.plugin_class=nbgrader.auth.base.NoAuthPlugin"
        " --CourseDirectory.course_id=convolutions"
    )
    assert "Submitted as" in shell(second, forge), "stock nbgrader lets them"
    log = formgrader.collect()["log"]
    assert "belongs to s002, not to s001" in log
    assert collected(hub, "s001") == MODEL


def test_nobody_hands_in_for_another_with_a_folder_from_the_future(hub, first, second, formgrader):
    inbound = Path(hub.settings.exchange) / "convolutions" / "inbound"
    name = f"s001+{ASSIGNMENT}+2030-01-01 00:00:00.000000 UTC"
    said = shell(second, f"mkdir '{inbound}/{name}' && cp {FILE} '{inbound}/{name}/' && chmod 755 '{inbound}/{name}'")
    assert said == "exit 0"
    assert f"refused {name}: . belongs to s002, not to s001" in formgrader.collect()["log"]
    assert collected(hub, "s001") == MODEL


def test_a_link_to_anothers_submission_is_not_a_submission(hub, first, second, formgrader):
    inbound = Path(hub.settings.exchange) / "convolutions" / "inbound"
    theirs = next(path for path in inbound.glob("s001*") if path.owner() == "s001" and not path.is_symlink())
    name = f"s001+{ASSIGNMENT}+2030-01-01 00:00:00.000000 UTC+link"
    assert shell(second, f"ln -s '{theirs}' '{inbound}/{name}'") == "exit 0"
    assert f"refused {name}" in formgrader.collect()["log"]


def test_a_link_in_a_submission_does_not_fetch_what_only_the_grader_may_read(hub, second, formgrader):
    secret = hub.root / "private" / "seed"
    assert "Permission denied" in shell(second, f"cat {secret}")
    inbound = Path(hub.settings.exchange) / "convolutions" / "inbound"
    make = (
        "t=$(date -u +'%Y-%m-%d %H:%M:%S.%6N UTC'); "
        f'd="{inbound}/s002+{ASSIGNMENT}+$t+x"; mkdir "$d"; printf "$t" > "$d/timestamp.txt"; cp {FILE} "$d/"; '
        f'ln -s {secret} "$d/data.txt"; chmod 755 "$d"'
    )
    assert shell(second, make) == "exit 0"
    assert "data.txt is a link" in formgrader.collect()["log"]
    assert not (hub.root / "submitted" / "s002" / ASSIGNMENT / "data.txt").exists()


def test_a_submission_is_not_older_than_it_is(hub, second, formgrader):
    """The name, the file with the time and the times of file and folder are set back; what they cannot set stays."""
    inbound = Path(hub.settings.exchange) / "convolutions" / "inbound"
    name = f"s002+{ASSIGNMENT}+2020-01-01 00:00:00.000000 UTC+back"
    make = (
        f"mkdir '{inbound}/{name}' && cd '{inbound}/{name}' && cp ~/{FILE} . && "
        "printf '2020-01-01 00:00:00.000000 UTC' > timestamp.txt && touch -d 2020-01-01 * . && chmod 755 ."
    )
    assert shell(second, make) == "exit 0"
    log = formgrader.collect()["log"]
    assert f"refused {name}: its name says 2020-01-01 00:00:00 UTC, but . was last changed at" in log
    assert not (hub.root / "submitted" / "s002" / ASSIGNMENT).exists()


def test_an_honest_submission_is_collected_whatever_lies_beside_it(hub, second, formgrader):
    second.write_notebook(FILE, example(ASSIGNMENT, "flipped"))
    second.exchange("submit")
    formgrader.collect()
    assert collected(hub, "s002") == [cell.source for cell in example(ASSIGNMENT, "flipped").cells]
    assert collected(hub, "s001") == MODEL


# -- the exchange and the grader's home


def test_the_exchange_cannot_be_renamed_squatted_or_listed(hub, second):
    exchange = Path(hub.settings.exchange)
    inbound = exchange / "convolutions" / "inbound"
    theirs = next(path for path in inbound.glob("s001*") if path.owner() == "s001" and not path.is_symlink())
    for command in (
        f"mv {exchange}/convolutions {exchange}/old",
        f"mv {exchange}/convolutions/inbound {exchange}/convolutions/old",
        f"rm -r {exchange}/convolutions",
        f"mkdir {exchange}/convolutions/outbound/2-edge-detection",
        f"touch {exchange}/convolutions/outbound/{FILE}",
        f"ls {exchange}/convolutions/inbound",
        f"ls {exchange}/convolutions/feedback",
        f"mv '{theirs}' '{theirs}.gone'",  # even if the name were known
        f"touch {exchange}/convolutions/new",
    ):
        said = shell(second, command)
        assert not said.endswith("exit 0") and ("ermission denied" in said or "not permitted" in said), (command, said)


def test_what_is_not_the_students_is_closed(hub, first, second):
    state, root = hub.settings.state, hub.root
    for path in (
        hub.home(hub.grader),
        hub.home(hub.grader) / GRADEBOOK,
        root / "source" / ASSIGNMENT / f"{NOTEBOOK}.ipynb",
        root / "private" / "seed",
        root / "submitted" / "s001",
        f"{state}/jupyterhub.sqlite",
        f"{state}/cookie_secret",
        hub.home("s001"),
        hub.settings.roster,
    ):
        assert os.path.exists(path), path
        said = shell(second, f"ls {path} && cat {path}")
        assert "Permission denied" in said and not said.endswith("exit 0"), (path, said)
    assert shell(second, f"echo >> {hub.settings.roles}/grader/nbgrader_config.py").endswith("exit 1")
    assert sqlite3.connect(f"{state}/jupyterhub.sqlite").execute("select count(*) from users").fetchone()[0] >= 4


# -- kernels


def test_another_student_hears_nothing_of_a_kernel(hub, first, second):
    """Not at the sockets, which lie in a closed folder, nor at a port: the one there is takes and gives nothing."""
    with first.kernel() as run, second.kernel() as spy:
        run("import time")
        (kernel,) = kernels_of(hub, "s001")
        connection = str(connection_file(kernel))
        details = json.loads(connection_file(kernel).read_text())
        assert details["transport"] == "ipc"
        address = f"{details['ip']}-{details['iopub_port']}"
        assert Path(address).is_socket() and Path(address).owner() == "s001"
        assert run(CONNECT.format(address=address)).strip() == "connected"  # its owner may
        assert "Permission denied" in spy(CONNECT.format(address=address))
        assert "Permission denied" in spy(f"import os\ntry: os.stat({connection!r})\nexcept OSError as e: print(e)")
        ports = [c.laddr.port for c in kernel.net_connections("inet") if c.status == psutil.CONN_LISTEN]
        talking = threading.Thread(target=run, args=("for _ in range(60): print('my answer'); time.sleep(0.1)",))
        talking.start()
        heard = spy(LISTEN.format(ports=ports))
        talking.join()
        assert "my answer" not in heard and "listened" in heard


CONNECT = """
import socket
try:
    socket.socket(socket.AF_UNIX).connect({address!r})
    print("connected")
except OSError as error:
    print(error)
"""
LISTEN = """
import time, zmq
ears, context, until = zmq.Poller(), zmq.Context(), time.monotonic() + 4
for port in {ports}:
    ear = context.socket(zmq.SUB)
    ear.subscribe("")
    ear.connect(f"tcp://127.0.0.1:{{port}}")
    ears.register(ear)
while time.monotonic() < until:
    for ear, _ in ears.poll(500):
        print(ear.recv_multipart())
print("listened")
"""


def connection_file(kernel):
    """The file that tells where a kernel listens."""
    command = kernel.cmdline()
    return Path(command[command.index("-f") + 1])


def kernels_of(hub, name):
    """The kernel processes of an account."""
    found = []
    for process in hub.running.processes():
        with contextlib.suppress(psutil.Error):
            if "ipykernel_launcher" in " ".join(process.cmdline()) and process.username() == name:
                found.append(process)
    return found


def test_the_kernel_that_validates_is_as_closed(hub, second):
    """nbgrader starts a kernel of its own for Validate."""
    transports = set()

    def look():
        for kernel in kernels_of(hub, "s002"):
            with contextlib.suppress(psutil.Error, OSError, ValueError):
                transports.add(json.loads(connection_file(kernel).read_text())["transport"])

    with watching(look):
        second.validate(FILE)
    assert transports == {"ipc"}


# -- what the instructor's browser and the grading kernel get to see


BAD = "<script>fetch('/stolen')</script><img src=x onerror=\"fetch('/stolen')\">"


@pytest.fixture(scope="module")
def graded_hostile(hub, first, formgrader):
    """The first student hands in scripts and a look around; formgrader's button grades it. The graded notebook."""
    nb = example(ASSIGNMENT, "model")
    shows = new_code_cell(f"from IPython.display import HTML\nHTML({BAD!r})")
    shows.outputs = [new_output("display_data", data={"text/html": BAD})]
    nb.cells += [shows, new_markdown_cell(BAD), new_code_cell("import os; print(dict(os.environ))")]
    first.write_notebook(FILE, nb)
    first.exchange("submit")
    assert f"submission: s001 {ASSIGNMENT}" in formgrader.collect()["log"]
    formgrader.autograde("s001")
    return nbformat.read(hub.root / "autograded" / "s001" / FILE, as_version=4)


def test_a_students_script_is_not_in_the_instructors_page(hub, graded_hostile, formgrader):
    assert any(
        BAD in out.get("data", {}).get("text/html", "") for c in graded_hostile.cells for out in c.get("outputs", [])
    )
    page = formgrader.page(f"submissions/{formgrader.notebook_id('s001')}/")
    assert "/stolen" in page, "the source of the cell is shown, as text"
    for live in ("<script>fetch('/stolen')", '<img src="x"', "<img src=x"):
        assert live not in page


def test_graded_code_sees_no_token(graded_hostile):
    printed = graded_hostile.cells[-1].outputs[0].text
    assert "'HOME'" in printed
    for word in ("JUPYTERHUB", "TOKEN", "CONVOLUTIONS", "correct-horse"):
        assert word not in printed, word


def test_the_gradebooks_password_is_on_no_page(hub, formgrader):
    page = formgrader.page("manage_assignments")
    assert "Manage Assignments" in page
    assert hub.released.returncode == 0 and (hub.home(hub.grader) / GRADEBOOK).exists()
    assert "correct-horse" not in page and "db_url" not in page
