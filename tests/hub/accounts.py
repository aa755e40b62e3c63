"""A hub with real Unix accounts, made by deploy.setup and removed afterwards; needs root.

It runs in a mount namespace of its own.  There, as on a machine set up for a hub, everybody can use Python wherever it
is installed, and nobody can see the checkout's solutions; this machine itself stays as it is.
"""

import contextlib
import os
import pwd
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from deploy.course_folder import install_course
from deploy.demo import PASSWORD, as_role
from deploy.roster import names, read_roster
from deploy.running import RunningHub
from deploy.settings import CHECKOUT, Settings
from tests.hub.driver import ASSIGNMENT, ONE_INSTRUCTOR, ROSTER, Hub, free_ports, missing

PREFIX = "cv-"  # of the folder that holds the homes
HIDDEN = ("source", "grader", "private", "tests", "benchmarks")
# what the hub itself, which is root, reads of it: the roster
FOR_THE_HUB = ("grader/__init__.py", "grader/errors.py", "grader/patches.py", "grader/roster.py")


def missing_for_accounts():
    """Say what a hub with real accounts lacks here; an empty text where it can run."""
    if os.geteuid():
        return "real accounts can be made by root only"
    for program in ("unshare", "useradd", "userdel", "runuser"):
        if not shutil.which(program):
            return f"{program} is not installed"
    probe = subprocess.run([*view(), "true"], capture_output=True, text=True, check=False)
    if probe.returncode:
        return f"no mount namespace here: {probe.stderr.strip()}"
    found = taken(ROSTER)
    if found:
        left = [name for name, home in found.items() if home.startswith(os.path.join(tempfile.gettempdir(), PREFIX))]
        mend = f"; if no test is running, one that was killed left it: for i in {' '.join(left)}; do userdel $i; done"
        return f"this machine has an account {next(iter(found))}, which the test would change{mend if left else ''}"
    return missing()


def taken(roster):
    """Return {name: home} of the accounts that a test would make and that are there already."""
    wanted = [line.split(",")[0] for line in roster.splitlines()[1:]] + [Settings().grader]
    return {entry.pw_name: entry.pw_dir for entry in pwd.getpwall() if entry.pw_name in wanted}


def view():
    """The command that runs another one where everybody sees Python and nobody the solutions."""
    needed = [Path(sys.base_prefix), Path(sys.prefix), CHECKOUT]
    closed = {}
    for path in needed:
        for parent in reversed(path.parents):
            if parent.stat().st_mode & 0o005 != 0o005:
                closed.setdefault(parent, []).append(path)
                break
    script = ["set -e", "stash=$(mktemp -d)", "mount -t tmpfs tmpfs $stash"]
    for number, (parent, paths) in enumerate(closed.items()):
        for index, path in enumerate(paths):
            script += [
                f"mkdir $stash/{number}.{index}",
                f"mount --bind {shlex.quote(str(path))} $stash/{number}.{index}",
            ]
        script.append(f"mount -t tmpfs -o mode=755 tmpfs {shlex.quote(str(parent))}")
        for index, path in enumerate(paths):
            place = shlex.quote(str(path))
            script += [f"mkdir -p {place}", f"mount --bind $stash/{number}.{index} {place}"]
    script += [f"cp {shlex.quote(str(CHECKOUT / name))} $stash" for name in FOR_THE_HUB]
    script += [f"mount -t tmpfs -o mode=700 tmpfs {shlex.quote(str(CHECKOUT / name))}" for name in HIDDEN]
    script += [f"cp $stash/{Path(name).name} {shlex.quote(str(CHECKOUT / name))}" for name in FOR_THE_HUB]
    script += ["umount -l $stash", "rmdir $stash", 'exec "$@"']
    return ["unshare", "--mount", "--propagation", "private", "sh", "-c", "\n".join(script), "view"]


@contextlib.contextmanager
def machine(topology="shared_grader", roster=None, prepared=True, **settings):
    """Yield (settings, folder) with accounts, exchange and course made by `python -m deploy.setup`; all is removed.

    Without `prepared`, setting up is left to the test.  In the values of `settings`, {folder} is their folder.
    """
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))  # short: sockets lie in the homes
    folder.chmod(0o755)
    roster = roster or (ONE_INSTRUCTOR if topology == "one_class" else ROSTER)
    ports = free_ports(5)
    (folder / "roster.csv").write_text(roster)
    settings = Settings(
        **{
            "roster": str(folder / "roster.csv"),
            "roles": str(folder / "roles"),
            "state": str(folder / "hub"),
            "exchange": str(folder / "exchange"),
            "homes": str(folder / "home"),
            "authenticator": "dummy",
            "password": PASSWORD,
            "url": f"http://127.0.0.1:{ports[0]}",
            "proxy_port": ports[1],
            "hub_port": ports[2],
            "service_port": ports[3],
            "ngshare_port": ports[4],
        }
        | {name: value.format(folder=folder) for name, value in settings.items()}
    )
    grader = "instructor1" if topology == "one_class" else settings.grader
    try:
        # with this checkout's seed and hidden cases: making new ones takes a minute
        install_course(folder / "home" / grader / settings.course, CHECKOUT / "private")
        if prepared:
            done = set_up(settings, topology, "--accounts")
            assert done.returncode == 0, done.stdout + done.stderr
        yield settings, folder
    finally:
        for person in [*read_roster(settings.roster), None]:
            name = person.id if person else settings.grader
            subprocess.run(["userdel", name], capture_output=True, check=False)
        shutil.rmtree(folder, ignore_errors=True)


def set_up(settings, topology, *options):
    """Run `python -m deploy.setup` in the view and return what it said."""
    command = [*view(), sys.executable, "-m", "deploy.setup", topology, *options]
    environment = os.environ | settings.environment()
    return subprocess.run(command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=False)


@contextlib.contextmanager
def hub_with_accounts(topology="shared_grader", assignments=(ASSIGNMENT,), roster=None, **settings):
    """Yield a `Hub` whose people have real accounts, with assignments released; it is stopped afterwards."""
    with machine(topology, roster, **settings) as (settings, folder):
        running = RunningHub(topology, settings, folder / "hub.log", around=view())
        hub = HubWithAccounts(running, topology)
        killed = []
        try:
            running.wait_until_ready()
            hub.released = hub.run(hub.grader, sys.executable, "-m", "deploy.course_folder", *assignments)
            assert hub.released.returncode == 0, hub.released.stderr
            yield hub
        finally:
            killed = running.stop()
    assert not killed, f"left running by the hub: {killed}"


class HubWithAccounts(Hub):
    """A hub on which a command line runs as the account itself."""

    def run(self, name, *command, role="grader", **options):
        """Run a command as this account, where it would start in its terminal."""
        environment = as_role(self.settings, self.topology, name, role)
        folder = self.root if role == "grader" else self.home(name)
        return subprocess.run(
            [*view(), "runuser", "-u", name, "--", "/usr/bin/env", "-C", str(folder), *map(str, command)],
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
            **options,
        )


__all__ = ["hub_with_accounts", "machine", "missing_for_accounts", "names", "set_up"]
