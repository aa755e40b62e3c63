"""Does the operators' page work, step by step, as root, from nothing to a hub that was upgraded, moved and restored?

The commands are the page's own: its fenced blocks in their order, on a machine of their own (tests/hub/own_machine.py).
Three things are done otherwise, see `Walk`: packages are looked for and not fetched, whether Debian's or Python's; the
hub of step 7 is started by its unit's ExecStart, because there is no systemd; ngshare's lines belong to another test.
"""

import json
import re
import subprocess
import sys
import time
from types import SimpleNamespace

import psutil
import pytest

from deploy.settings import Settings
from tests.gradebook.test_postgres import PROGRAMS
from tests.hub import own_machine
from tests.hub.driver import ASSIGNMENT, NOTEBOOK, ROSTER, Hub, free_ports
from tests.hub.own_machine import StepFailed, commit, lend_packages, this_checkout
from tests.pages import blocks, read
from tests.submissions.build import example

pytestmark = [pytest.mark.hub, pytest.mark.slow, pytest.mark.timeout(1800)]

PAGE = "operators.md"
SCENES = {"", "as grader", "as grader, with SQLite", "as grader, with PostgreSQL", "only for ngshare"}
PASSWORD = "a-word-for-everybody"
FILE = f"{ASSIGNMENT}/{NOTEBOOK}.ipynb"
PLACEHOLDER = re.compile(r"\b[A-Z]{3,}(?:-[A-Z]{2,})+\b")  # as ADDRESS-OF-THE-REPOSITORY
GRADES = f"import json; from grader.gradebook.reading import export; print(json.dumps(export('.', '{ASSIGNMENT}')))"
NGSHARE = "make hub-test installs these same packages, and tests/hub/test_ngshare.py uses them"


class Walk:
    """Somebody who follows the page on a machine: `go` runs one of its blocks."""

    def __init__(self, machine, folder):
        self.machine, self.folder = machine, folder
        self.repository = this_checkout(folder / "repository")
        self.ports = free_ports(4)
        self.values = {"ADDRESS-OF-THE-REPOSITORY": str(self.repository)}
        self.hub = None
        self.did = []

    def go(self, block):
        """Run a block as its fence says, and return what it printed."""
        assert block.says in SCENES, f"line {block.line}: nobody knows what {block.says!r} means"
        script = PLACEHOLDER.sub(lambda match: self.value(match[0], block), block.text)
        printed, lines = [], []
        for line in script.splitlines():
            lines.append(re.sub(r"^apt-get install --yes", "dpkg-query --show", line))
            if line == "python3 -m venv /opt/env":
                printed.append(self.run(lines, block))
                lend_packages(self.machine, self.folder)
                lines = []
        printed.append(self.run(lines, block))
        self.did.append(block)
        return "".join(printed)

    def value(self, name, block):
        """What a reader puts in place of a word of the page."""
        if name not in self.values:
            raise StepFailed(f"line {block.line}: what stands for {name}?")
        return self.values[name]

    def run(self, lines, block):
        """Run lines in the checkout, or as the grader; the first block makes the checkout."""
        script = "\n".join(lines)
        try:
            if block.says.startswith("as grader"):
                return self.as_grader("bash", "-ec", script)
            there = self.machine.run("test -d /opt/convolutions && echo yes || true").strip()
            return self.machine.run(script, cwd="/opt/convolutions" if there else "/")
        except StepFailed as error:
            raise StepFailed(f"docs/{PAGE}, line {block.line}: {error}") from None

    def as_grader(self, *command):
        """Run a command as the grader, as the page says that one does."""
        quoted = " ".join("'" + part.replace("'", "'\\''") + "'" for part in command)
        return self.machine.run(f"/opt/env/bin/python -m deploy.as_grader {quoted}", cwd="/opt/convolutions")

    def grades(self):
        """The grades in the gradebook that the course uses."""
        return json.loads(self.as_grader("python", "-c", GRADES).splitlines()[-1])

    # -- what happens between the steps

    def fill_in_roster(self):
        """Fill in the copy, and set passwords as one always does (they are used when there are accounts)."""
        self.machine.run(f"cat > /etc/convolutions/roster.csv <<'END'\n{ROSTER}END")

    def fill_in_settings(self):
        """Only what this machine has in common with the real one: its ports."""
        names = ("PROXY_PORT", "HUB_PORT", "SERVICE_PORT")
        lines = [f"CONVOLUTIONS_URL=http://127.0.0.1:{self.ports[0]}"]
        lines += [f"CONVOLUTIONS_{name}={port}" for name, port in zip(names, self.ports[1:], strict=True)]
        self.machine.run("cat >> /etc/convolutions/settings <<'END'\n" + "\n".join(lines) + "\nEND")

    def start_hub(self, unit):
        """Start what a systemd unit of the page starts, where it does; wait until it answers."""
        told = dict(line.split("=", 1) for line in unit.splitlines() if "=" in line)
        for name in ("instructor1", "s001", "s002"):
            self.machine.run(f"echo '{name}:{PASSWORD}' | chpasswd")
        log = self.folder / "hub.log"
        self.hub = self.machine.start(told["ExecStart"], log, told["WorkingDirectory"])
        settings = Settings(url=f"http://127.0.0.1:{self.ports[0]}", password=PASSWORD)
        hub = Hub(SimpleNamespace(settings=settings), "shared_grader")
        limit = time.monotonic() + 120
        while True:
            try:
                hub.log_in("s001")
                return hub
            except OSError as error:
                if self.hub.poll() is not None or time.monotonic() > limit:
                    raise StepFailed(f"the hub did not start: {error}\n{log.read_text()[-3000:]}") from None
                time.sleep(0.5)

    def stop_hub(self):
        """Stop it as systemd does."""
        (entered,) = psutil.Process(self.hub.pid).children()
        entered.terminate()
        self.hub.wait(timeout=90)
        self.hub = None

    def lose_the_course(self):
        """Something takes the grader's course folder away."""
        self.machine.run("rm -rf ~grader-convolutions/convolutions")

    def publish_a_new_version(self):
        """Somebody has other hidden cases drawn for one task, and builds the packs that are committed."""
        task = self.repository / "grader" / "tasks" / "cross_correlation" / "corr2d.py"
        old, new = "((5, 2), (6, 3), (7, 4), (4, 1), (5, 3))", "((5, 2), (6, 3), (7, 4), (4, 1), (6, 2))"
        text = task.read_text(encoding="utf-8")
        assert old in text
        task.write_text(text.replace(old, new), encoding="utf-8")
        build = [sys.executable, "-m", "grader", "references", "--public", ASSIGNMENT]
        subprocess.run(build, cwd=self.repository, check=True, capture_output=True)
        commit(self.repository, "other cases")

    def install_postgres(self):
        """What Debian's package does: a server on a socket, which asks the system who somebody is."""
        programs = PROGRAMS[-1]
        options = "-c listen_addresses= -c unix_socket_directories=/var/run/postgresql -c fsync=off"
        self.machine.run(
            f"""
install -d -o postgres /srv/postgres
cd /srv/postgres
runuser -u postgres -- {programs}/initdb -D /srv/postgres/data -A peer --no-sync
runuser -u postgres -- {programs}/pg_ctl -D /srv/postgres/data -o "{options}" -l /srv/postgres/log -w start
""",
        )


def begins_with(block):
    """What a block is known by."""
    return block.text.splitlines()[0]


@pytest.fixture(scope="module")
def walk():
    lacking = own_machine.missing() or ("" if PROGRAMS else "Debian's package postgresql is not installed")
    if lacking:
        pytest.skip(lacking)
    with own_machine.own_machine() as (machine, folder):
        yield Walk(machine, folder)


def test_the_page_from_its_top_to_its_end(walk):
    page = blocks(read(PAGE))
    unit = next(block for block in page if block.language == "ini").text
    graded, said = None, {}
    for block in page:
        print(f"line {block.line}: {begins_with(block)}", flush=True)  # how far it came, where it fails
        begins = begins_with(block)
        if block.says in ("only for ngshare", "as grader, with PostgreSQL"):
            continue
        if begins.startswith("install -d -m 0700 -o grader-convolutions ~grader"):
            graded = walk.grades()
            walk.stop_hub()
            walk.lose_the_course()
        elif begins == "git pull":
            walk.publish_a_new_version()
            with pytest.raises(StepFailed, match=f"out    {ASSIGNMENT}: released, without a due date"):
                walk.machine.run("/opt/env/bin/python -m deploy.setup shared_grader --update", cwd="/opt/convolutions")
            walk.as_grader("nbgrader", "db", "assignment", "add", ASSIGNMENT, "--duedate=2026-01-01 10:00 UTC")
            seed = walk.as_grader("sha256sum", "private/seed")
            packs = walk.as_grader("bash", "-c", "sha256sum private/packs/*")
        elif "install --yes postgresql" in begins:
            walk.install_postgres()
        if block.language == "ini":
            hub = walk.start_hub(unit)
            hands_in_and_is_graded(hub, walk)
            continue
        said[begins, block.line] = walk.go(block)
        if begins.startswith("cp deploy/roster.example.csv"):
            walk.fill_in_roster()
        elif begins.startswith("install -d -m 0755 /etc/convolutions"):
            walk.fill_in_settings()
        elif begins.startswith("tar -xzf"):
            assert walk.grades() == graded, "restored as it was"
            assert "1 as they were" in said[begins, block.line], said[begins, block.line]
        elif begins == "git pull":
            assert walk.as_grader("sha256sum", "private/seed") == seed, "the seed stays"
            changed = walk.as_grader("bash", "-c", "sha256sum private/packs/*")
            differ = set(changed.splitlines()) ^ set(packs.splitlines())
            assert {line.split("/")[-1] for line in differ} == {f"{ASSIGNMENT}.json"}, differ
        elif begins.startswith("python -m grader grade"):
            assert walk.grades() == graded, "no grade changed"
    assert [block.line for block in page if block not in walk.did and block.language != "ini"] == [
        block.line for block in page if block.says in ("only for ngshare", "as grader, with PostgreSQL")
    ]
    in_postgres(walk, page, unit, graded)


def hands_in_and_is_graded(hub, walk):
    """A student logs in with a password of the system, reads the start page, fetches and hands in; it is graded."""
    server = hub.log_in("s001").spawn()
    assert ASSIGNMENT in server.read("START.md")
    server.exchange("fetch")
    server.write_notebook(FILE, example(ASSIGNMENT, "flipped"))
    server.exchange("submit")
    walk.as_grader("nbgrader", "collect", ASSIGNMENT)
    assert "s001" in walk.as_grader("python", "-m", "grader", "grade", ASSIGNMENT)
    assert walk.grades()["s001"]["corr2d"]["score"] > 0
    formgrader = hub.formgrader(hub.log_in("instructor1"))
    assert formgrader.submission("s001")["score"] == sum(g["score"] for g in walk.grades()["s001"].values())


def in_postgres(walk, page, unit, graded):
    """The move was the page's last step: now its back-up and restore, as the page says for PostgreSQL."""
    address = walk.as_grader("cat", "private/database").strip()
    assert address.startswith("postgresql+psycopg:///convolutions")
    assert walk.grades() == graded
    walk.as_grader("bash", "-c", "mv gradebook.db ../the-old-one.db")  # nothing reads it any more
    backup, restore = (block for block in page if block.says == "as grader, with PostgreSQL")
    walk.go(backup)
    walk.lose_the_course()
    walk.machine.run("runuser -u postgres -- dropdb convolutions", cwd="/srv")
    walk.machine.run("runuser -u postgres -- createdb --owner=grader-convolutions convolutions", cwd="/srv")
    walk.go(next(block for block in page if "~grader-convolutions/convolutions" in block.text))
    assert "1 as they were" in walk.go(restore)
    assert walk.grades() == graded
    assert walk.as_grader("bash", "-c", "ls gradebook.db 2>/dev/null || true") == ""
    hub = walk.start_hub(unit)
    formgrader = hub.formgrader(hub.log_in("instructor1"))
    assert formgrader.submission("s001")["score"] == sum(grade["score"] for grade in graded["s001"].values())
    walk.stop_hub()


@pytest.mark.parametrize(
    "right, wrong, says",
    [
        ("deploy.roster --check", "deploy.roster --chek", "No such option"),
        ("python -m deploy.settings", "python -m deploy.setting", "No module named deploy.setting"),
        ("nbgrader db upgrade", "nbgrade db upgrade", "nbgrade: command not found"),
        ("deploy.setup shared_grader --check", "deploy.setup shared_greater --check", "Invalid value"),
        ("course.tar.gz .", "course.tar.gz ./no-such-folder", "Cannot stat"),
        ("git pull", "git clone ADDRESS-OF-SOMETHING-ELSE", "what stands for ADDRESS-OF-SOMETHING-ELSE"),
    ],
)
def test_a_wrong_command_on_the_page_is_found(walk, right, wrong, says):
    """On the machine on which the page was followed: the same block, with one word of it wrong."""
    assert walk.did, "the page was not followed before"
    text = read(PAGE)
    assert right in text
    planted = next(block for block in blocks(text.replace(right, wrong)) if wrong in block.text)
    with pytest.raises(StepFailed, match=re.escape(says)):
        walk.go(planted)
