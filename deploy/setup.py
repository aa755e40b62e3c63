"""Make everything that a hub needs on this machine, with the right owners and permissions, and check it.

Safe to run again: what is right stays as it is, and a gradebook, submissions and `private/` are never touched.
"""

import filecmp
import os
import pwd
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from deploy.course_folder import NEEDED, install_course
from deploy.hub.common import sockets
from deploy.roster import RosterError, names, read_roster
from deploy.settings import CHECKOUT, TOPOLOGIES, read_settings
from deploy.tools import in_words, missing
from deploy.upgrade import out

LONGEST_SOCKET = 107  # bytes, Linux's limit for the path of a socket
SOCKET_NAME = len("/kernel-01234567-89ab-cdef-0123-456789abcdef-ipc-5")


@dataclass
class Step:
    """One thing that must be so; `wrong()` says in words what is not, `mend()` makes it so, or is None."""

    says: str
    wrong: Callable[[], str]
    mend: Callable[[], None] | None = None


class NotYet(Exception):
    """Something that an earlier step makes is not there, so this one cannot be looked at."""


def steps(settings, topology, people, make_accounts=False):
    """Return the steps of one deployment, in their order."""
    students, instructors = names(people, "student"), names(people, "instructor")
    grader = instructors[0] if topology == "one_class" else settings.grader
    accounts = list(dict.fromkeys([*students, *instructors, grader]))
    if topology == "ngshare":
        accounts.append(settings.ngshare_account)
    found = [Step("the programs that the operators' page needs", lambda: _tools(settings))]
    found += [_account(name, settings, make_accounts) for name in accounts]
    found += [folder(settings.home(name), name, 0o700, f"home of {name}, closed to others") for name in accounts]
    found += [_socket_step(settings, name) for name in accounts]
    found += [
        folder(settings.state, "root", 0o700, "the hub's state: its database holds tokens"),
        _roles(settings.roles),
        _roster(settings.roster, grader),
    ]
    if topology == "ngshare":
        found += [
            folder(settings.ngshare_state, settings.ngshare_account, 0o700, "ngshare's database and files"),
            Step("ngshare runs in its own Python, with SQLAlchemy before 2", lambda: _ngshare(settings)),
        ]
    else:
        exchange = Path(settings.exchange)
        course = exchange / settings.course
        found += [
            folder(exchange, "root", 0o1777, "the exchange: all may add, nobody may rename or remove another's"),
            folder(course, grader, 0o755, "the course in the exchange, made before anybody else can make it"),
            folder(course / "outbound", grader, 0o755, "released assignments"),
            folder(course / "inbound", grader, 0o1733, "submissions: all may add, nobody may list, rename or remove"),
            folder(course / "feedback", grader, 0o711, "feedback: nobody may list it"),
        ]
    root = Path(settings.root(grader))
    found += [
        folder(root, grader, 0o700, "the grader's course folder, closed to others"),
        _course(root, grader),
        _database(root, grader, settings.database),
        _packs(root, grader),
        Step("student code can be confined on this machine", lambda: _confinement(root, grader)),
        Step("everybody can use the Python environment", lambda: _environment(students[:1] or [grader])),
        Step("students cannot read this checkout's solutions", lambda: _solutions(students[:1])),
        Step("the proxy is installed", lambda: _proxy(settings)),
    ]
    return found


# -- folders and accounts --------------------------------------------------------------------------------------------


def folder(path, owner, mode, what):
    """A folder with an owner and a mode; what lies in it is left alone."""
    path = Path(path)

    def wrong():
        if not path.exists():
            return "it does not exist"
        details, said = path.stat(follow_symlinks=False), []
        if not stat.S_ISDIR(details.st_mode):
            return "it is not a folder"
        if _name(details.st_uid) != owner:
            said.append(f"it belongs to {_name(details.st_uid)}")
        if stat.S_IMODE(details.st_mode) != mode:
            said.append(f"its mode is {stat.S_IMODE(details.st_mode):04o}")
        return ", ".join(said)

    def mend():
        path.mkdir(parents=True, exist_ok=True)
        entry = pwd.getpwnam(owner)
        os.chown(path, entry.pw_uid, entry.pw_gid, follow_symlinks=False)
        path.chmod(mode)

    return Step(f"{path}  {mode:04o} {owner}: {what}", wrong, mend)


# what Debian allows for an account that is made here; one that a directory service brings may be called otherwise
ACCOUNT = re.compile(r"[a-z][a-z0-9_-]{0,31}\Z")


def _account(name, settings, make):
    can_be_made = ACCOUNT.match(name)

    def wrong():
        try:
            pwd.getpwnam(name)
        except KeyError:
            if not can_be_made:
                rule = "small letters, digits, - and _, a letter first, at most 32"
                return f"it does not exist and cannot be made here under this name ({rule})"
            return "it does not exist; --accounts makes it"
        return ""

    def mend():
        command = ["useradd", "--create-home", "--shell", "/bin/bash", "--home-dir", settings.home(name), name]
        Path(settings.homes).mkdir(parents=True, exist_ok=True)
        subprocess.run(command, check=True)

    return Step(f"account {name}", wrong, mend if make and can_be_made else None)


def _socket_step(settings, name):
    def wrong():
        length = len(sockets(settings, name)) + SOCKET_NAME
        return f"{length - LONGEST_SOCKET} bytes too long; set CONVOLUTIONS_SOCKETS" if length > LONGEST_SOCKET else ""

    return Step(f"kernels of {name} have sockets with short paths", wrong)


def _name(uid):
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"account {uid}"


# -- what is copied and built ----------------------------------------------------------------------------------------


def _roles(target):
    source, target = CHECKOUT / "deploy" / "roles", Path(target)
    if source == target:
        return Step(f"{target}  role folders", lambda: "")

    def wrong():
        files = [path.relative_to(source) for path in source.rglob("*") if path.is_file()]
        files = [path for path in files if "__pycache__" not in path.parts]
        if not target.exists():
            return "they do not exist"
        _, different, absent = filecmp.cmpfiles(source, target, files, shallow=False)
        old = [str(path) for path in [*different, *absent]]
        open_to_change = [
            str(path) for path in [target, *target.rglob("*")] if path.stat().st_uid or path.stat().st_mode & 0o022
        ]
        said = [f"not as in this checkout: {', '.join(sorted(old))}"] if old else []
        return "; ".join(
            said + ([f"can be changed by others than root: {open_to_change[0]}"] if open_to_change else [])
        )

    def mend():
        shutil.copytree(source, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
        for path in [target, *target.rglob("*")]:
            os.chown(path, 0, 0)
            path.chmod(0o755 if path.is_dir() else 0o644)

    return Step(f"{target}  role folders, root's", wrong, mend)


def _roster(path, grader):
    path = Path(path)

    def wrong():
        details = path.stat()
        group = pwd.getpwnam(grader).pw_gid
        if details.st_uid or details.st_gid != group or stat.S_IMODE(details.st_mode) != 0o640:
            return "not root's, with the grader's group and mode 0640"
        return ""

    def mend():
        os.chown(path, 0, pwd.getpwnam(grader).pw_gid)
        path.chmod(0o640)

    return Step(f"{path}  0640 root: the roster, for the hub and the grader only", wrong, mend)


def _course(root, grader):
    def wrong():
        absent = [name for name in (*NEEDED, "nbgrader_config.py") if not (root / name).exists()]
        if absent:
            return f"missing: {', '.join(absent)}"
        owner = pwd.getpwnam(grader).pw_uid
        others = [path for path in root.rglob("*") if path.lstat().st_uid != owner]
        return f"not {grader}'s: {others[0]}" if others else ""

    def mend():
        if not (root / "grader").exists():
            install_course(root)
        entry = pwd.getpwnam(grader)
        for path in [root, *root.rglob("*")]:
            os.chown(path, entry.pw_uid, entry.pw_gid, follow_symlinks=False)

    return Step(f"{root}  the course, {grader}'s (bring it up to date with --update)", wrong, mend)


def _database(root, grader, url):
    """The one place that says which gradebook: what a terminal outside the hub reads, too."""
    path = root / "private" / "database"

    def wrong():
        there = path.read_text(encoding="utf-8").strip() if path.exists() else ""
        if there == url or not url:  # a terminal in which the setting is missing must not take the gradebook away
            return ""
        return "it names another gradebook than CONVOLUTIONS_DATABASE" if there else "it does not name the gradebook"

    def mend():
        entry = pwd.getpwnam(grader)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        path.unlink(missing_ok=True)
        path.touch(mode=0o600)
        path.write_text(url + "\n", encoding="utf-8")
        os.chown(path, entry.pw_uid, entry.pw_gid)
        os.chown(path.parent, entry.pw_uid, entry.pw_gid)

    return Step(f"{path}  0600 {grader}: the gradebook's address, or no such file for gradebook.db", wrong, mend)


# after an update some may not belong to the tasks any more
LOADS_ALL_PACKS = """
import course
from grader.packs import PackError, load_hidden
from grader.packs.reading import is_current
from grader.packs.kept import kept
from grader.tasks import COURSE
for assignment in COURSE.assignments:
    load_hidden(assignment.name)
    if not is_current(assignment.name):
        raise PackError(assignment.name + " is not as this version builds it: its hints may be older")
    if not kept(assignment.name, course.__version__):
        raise PackError("release " + course.__version__ + " is not kept for later ones")
"""


def _packs(root, grader):
    def wrong():
        if not (root / "private" / "seed").exists() or not list((root / "private" / "packs").glob("*.json")):
            return "they have not been built"
        done = _as(grader, [sys.executable, "-c", LOADS_ALL_PACKS], root)
        return done.stderr.strip().split("\n")[-1].split(": ", 1)[-1] if done.returncode else ""

    def mend():
        done = _as(grader, [sys.executable, "-m", "grader", "references", "--if-needed"], root)
        if done.returncode:
            raise click.ClickException(f"the hidden cases could not be built:\n{done.stderr}")

    return Step(f"{root}/private  the secret seed and hidden cases: back them up with the gradebook", wrong, mend)


# -- what is only checked --------------------------------------------------------------------------------------------


def _as(account, command, cwd="/"):
    """Run a command as an account, with a clean environment."""
    entry = pwd.getpwnam(account)
    environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": entry.pw_dir, "USER": account}
    who = {} if os.geteuid() else {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    try:
        return subprocess.run(
            command, cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=1800, **who
        )
    except PermissionError as error:
        return subprocess.CompletedProcess(command, 126, "", str(error))


def _exists(account):
    try:
        return bool(pwd.getpwnam(account))
    except KeyError:
        return False


def _confinement(root, grader):
    if not _exists(grader):
        raise NotYet(f"there is no account {grader}")
    code = "from grader.sandbox.confine import missing; print('; '.join(missing()))"
    done = _as(grader, [sys.executable, "-c", code], root)
    return done.stdout.strip() or done.stderr.strip()


def _environment(accounts):
    for account in accounts:
        if not _exists(account):
            raise NotYet(f"there is no account {account}")
        done = _as(account, [sys.executable, "-c", "import course, jupyterhub, nbgrader, torch"])
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["no message"])[-1]
            import course  # an --editable one lies in the checkout, which is closed

            closed = closed_folder(Path(sys.executable), Path(sys.base_prefix), Path(sys.prefix), Path(course.__file__))
            mend = f"{closed} is closed to others" if closed else "it must not lie in a closed home"
            return f"{account} cannot run {sys.executable} ({last}); {mend}"
    return ""


def closed_folder(*paths):
    """Return the first folder on the way to one of `paths`, links followed, that others may not pass; or None.

    >>> closed_folder(Path("/usr/bin"))
    """
    for path in paths:
        for folder in reversed([path.resolve(), *path.resolve().parents]):
            if folder.is_dir() and not folder.stat().st_mode & stat.S_IXOTH:
                return folder
    return None


def _solutions(accounts):
    for account in accounts:
        if not _exists(account):
            raise NotYet(f"there is no account {account}")
        for name in ("source", "grader", "private"):
            if not _as(account, ["ls", str(CHECKOUT / name)]).returncode:
                return f"{account} can list {CHECKOUT / name}: chmod 0700 {CHECKOUT}, or keep it in a closed home"
    return ""


def _ngshare(settings):
    code = "import ngshare, sqlalchemy; raise SystemExit(int(sqlalchemy.__version__.split('.')[0]) > 1)"
    try:
        done = subprocess.run([settings.ngshare_python, "-c", code], capture_output=True, text=True, check=False)
    except OSError as error:
        return f"{settings.ngshare_python}: {error.strerror}"
    if done.returncode:
        return f"install deploy/requirements-ngshare.lock for {settings.ngshare_python} {done.stderr.strip()[-200:]}"
    return ""


def _tools(settings):
    return in_words(missing(postgres=settings.database.startswith("postgresql")))


def _proxy(settings):
    try:
        command = settings.proxy_command()
        done = subprocess.run([command, "--version"], capture_output=True, text=True, check=False)
    except (SystemExit, OSError) as error:
        return str(error)
    return "" if done.returncode == 0 else f"{command} does not run: {done.stderr.strip()[-200:]}"


# -- the command -----------------------------------------------------------------------------------------------------


def carry_out(steps, dry_run=False, check=False):
    """Go through the steps and print each; return how many are not as they must be."""
    wrong = 0
    for step in steps:
        problem, later = _problem(step)
        if not problem:
            click.echo(f"ok     {step.says}")
        elif dry_run and later and step.mend is None:
            click.echo(f"later  {step.says} ({problem})")
        elif check or step.mend is None:
            wrong += 1
            click.echo(f"WRONG  {step.says}: {problem}")
        elif dry_run:
            click.echo(f"would  {step.says} ({problem})")
        else:
            step.mend()
            problem, _ = _problem(step)
            wrong += bool(problem)
            click.echo(f"WRONG  {step.says}: still {problem}" if problem else f"done   {step.says}")
    return wrong


def _problem(step):
    """Return what is wrong with a step, and whether it can be looked at only after an earlier one."""
    try:
        return step.wrong(), False
    except NotYet as error:
        return str(error), True
    except (OSError, KeyError) as error:
        return f"cannot be seen yet ({error})", True


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("topology", type=click.Choice(TOPOLOGIES))
@click.option("--dry-run", is_flag=True, help="say what would be done, and do nothing")
@click.option("--check", is_flag=True, help="say what is not right, and do nothing")
@click.option("--accounts", is_flag=True, help="make accounts that are missing (useradd)")
@click.option("--update", is_flag=True, help="copy this checkout's course over the grader's; grades and private/ stay")
@click.option("--force", is_flag=True, help="with --update: also while an assignment is out")
def main(topology, dry_run, check, accounts, update, force):
    """Set up this machine for a hub of TOPOLOGY, as root. The settings: python -m deploy.settings."""
    settings = read_settings()
    if os.geteuid() and not dry_run and not check:
        raise SystemExit("setting up changes owners: run it as root (--dry-run and --check need no root)")
    if settings.shared_account:
        raise SystemExit("this sets up a hub with an account for everybody; `make hub` is the demonstration without")
    try:
        people = read_roster(settings.roster)
    except RosterError as error:
        raise SystemExit(str(error)) from None
    if update:
        grader = names(people, "instructor")[0] if topology == "one_class" else settings.grader
        _update(settings, topology, grader, force, only_look=dry_run or check)
    wrong = carry_out(steps(settings, topology, people, accounts), dry_run, check)
    if wrong:
        raise SystemExit(f"{wrong} things are not right")
    if not dry_run:
        click.echo(f"\nready: jupyterhub -f {CHECKOUT}/deploy/hub/{topology}.py")


def _update(settings, topology, grader, force, only_look):
    """Copy this checkout's course over the grader's, unless an assignment is out."""
    root = Path(settings.root(grader))
    lines = out(settings, topology, root, lambda command, folder: _as(grader, command, folder))
    for line in lines:
        click.echo(f"out    {line}")
    if lines and not force:
        raise SystemExit(
            "the course was not brought up to date, because assignments are out: what is handed in answers the release "
            "that is there. Collect and grade them first, or set a past due date. --force does it all the same; "
            "`grade` then grades each submission by its own release's tasks, or says why not"
        )
    if only_look:
        click.echo(f"would  copy the course to {root}")
        return
    from grader.packs.kept import keep  # here, because only this needs it

    keep(root)  # the release that is there, for submissions that answer it
    install_course(root)
    click.echo(f"done   copied the course to {root}")


if __name__ == "__main__":
    main(prog_name="python -m deploy.setup")
