"""A machine of its own for a test that sets one up as root: own accounts, /etc, /opt, /srv, /home and processes.

It is this machine seen through a mount and a process namespace, in which those folders are overlays: what is written
there, accounts in /etc/passwd too, is in a temporary folder, and the machine itself stays as it is.  Real programs, a
real kernel and real accounts, of which nothing is left.
"""

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from deploy.settings import CHECKOUT

OWN = ("etc", "opt", "srv", "home", "var/backups", "run/postgresql")
PYTHON = "/usr/bin/python3"
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


def missing():
    """Say what such a machine lacks here; an empty text where it can be made."""
    if os.geteuid():
        return "another root's machine can be made by root only"
    for program in ("unshare", "nsenter", "useradd", "runuser", "git", "sqlite3"):
        if not shutil.which(program, path=PATH):
            return f"{program} is not installed"
    ours = "{}.{}".format(*sys.version_info)
    asks = [PYTHON, "-c", "import ensurepip, sys; print('{}.{}'.format(*sys.version_info))"]
    with contextlib.suppress(OSError):
        said = subprocess.run(asks, capture_output=True, text=True, check=False)
        if said.returncode == 0 and said.stdout.strip() == ours:
            return _no_overlay()
    return f"{PYTHON} is not Python {ours} with venv, as this environment is"


def _no_overlay():
    with tempfile.TemporaryDirectory() as folder:
        script = _mounts(Path(folder), ("etc",)) + "\ntrue"
        done = subprocess.run(
            ["unshare", "--mount", "--propagation", "private", "sh", "-ec", script],
            capture_output=True,
            text=True,
            check=False,
        )
    return f"no overlay can be mounted: {done.stderr.strip()}" if done.returncode else ""


def _mounts(folder, names=OWN):
    lines = []
    for name in names:
        place = folder / name.replace("/", "-")
        for part in ("upper", "work"):
            (place / part).mkdir(parents=True)
        if not Path("/", name).is_dir():
            continue
        details = Path("/", name).stat()
        os.chown(place / "upper", details.st_uid, details.st_gid)
        (place / "upper").chmod(details.st_mode & 0o7777)
        options = f"lowerdir=/{name},upperdir={place}/upper,workdir={place}/work"
        lines.append(f"mount -t overlay overlay -o {options} /{name}")
    return "\n".join(lines)


class StepFailed(AssertionError):
    """A command ended with an error; the message holds it and what it said."""


class Machine:
    """`run` does something on it as root, `start` leaves something running; all ends with the machine."""

    def __init__(self, folder):
        folder.chmod(0o755)
        script = f"{_mounts(folder)}\ntouch {shlex.quote(str(folder / 'up'))}\nexec sleep infinity"
        command = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--propagation", "private"]
        with open(folder / "log", "wb") as log:
            self.process = subprocess.Popen([*command, "sh", "-ec", script], stdout=log, stderr=log)
        limit = time.monotonic() + 30
        while not (folder / "up").exists():
            assert self.process.poll() is None and time.monotonic() < limit, (folder / "log").read_text()
            time.sleep(0.05)
        (self._inside,) = psutil.Process(self.process.pid).children()

    def command(self, script, cwd="/"):
        """The command line that runs a script there, as a root who has just logged in."""
        enter = ["nsenter", "--mount", "--pid", "--target", str(self._inside.pid)]
        clean = ["/usr/bin/env", "-i", f"PATH={PATH}", "HOME=/root", "USER=root", "LANG=C.UTF-8"]
        return [*enter, "--", *clean, "bash", "-ec", f"cd {shlex.quote(str(cwd))}\n{script}"]

    def run(self, script, cwd="/", seconds=600):
        """Run a script there and return what it said.

        Raises:
            StepFailed: a line of it ended with an error.
        """
        done = subprocess.run(
            self.command(script, cwd),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=seconds,
            check=False,
        )
        if done.returncode:
            raise StepFailed(f"{script}\nended with {done.returncode}:\n{done.stdout[-3000:]}")
        return done.stdout

    def start(self, script, log, cwd="/"):
        """Start something there that goes on; what it says goes to the file `log`."""
        with open(log, "wb") as file:
            return subprocess.Popen(self.command(f"exec {script}", cwd), stdout=file, stderr=subprocess.STDOUT)

    def stop(self):
        """End it, with all that runs on it."""
        self.process.kill()  # --kill-child: the first process there dies with it, and all the others with that one
        self.process.wait()
        psutil.wait_procs([self._inside], timeout=30)


@contextlib.contextmanager
def own_machine():
    """Yield (machine, folder); afterwards nothing is left of it."""
    folder = Path(tempfile.mkdtemp(prefix="cvm-"))
    machine = None
    try:
        machine = Machine(folder)
        yield machine, folder
    finally:
        if machine:
            machine.stop()
        shutil.rmtree(folder, ignore_errors=True)


def this_checkout(folder):
    """Make a repository with the files of this checkout as they are now, committed or not, and return it."""
    folder.mkdir()
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=CHECKOUT,
        capture_output=True,
        check=True,
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        source, target = CHECKOUT / name, folder / name
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
    commit(folder, "as it is")
    return folder


def commit(repository, says):
    """Commit all that is in a repository; the first time, make one of the folder."""
    git = ["git", "-c", "user.name=tests", "-c", "user.email=tests@localhost", "-c", "safe.directory=*"]
    if not (repository / ".git").exists():
        subprocess.run([*git, "init", "--quiet", "--initial-branch=main"], cwd=repository, check=True)
    subprocess.run([*git, "add", "--all"], cwd=repository, check=True)
    subprocess.run([*git, "commit", "--quiet", "--message", says], cwd=repository, check=True)


def lend_packages(machine, folder):
    """Let /opt/env have this environment's packages: pip then finds each in its version, and downloads nothing."""
    here, site = Path(sys.prefix), f"lib/python{sys.version_info[0]}.{sys.version_info[1]}/site-packages"
    for part in ("upper", "work"):
        (folder / "packages" / part).mkdir(parents=True)
    machine.run(
        f"""
mount -t overlay overlay -o lowerdir={here}/{site},\\
upperdir={folder}/packages/upper,workdir={folder}/packages/work /opt/env/{site}
cp -a --no-clobber {here}/share {here}/etc /opt/env/
for script in {here}/bin/*; do
  name=/opt/env/bin/$(basename $script)
  if [ ! -e $name ] && head -c 200 $script | grep -q '^#!.*{here}/bin/python'; then
    sed '1s|^#!.*|#!/opt/env/bin/python|' $script > $name; chmod 755 $name
  fi
done
/opt/env/bin/pip uninstall --quiet --yes convolutions-course
"""
    )
    proxy = CHECKOUT / "build" / "hub" / "proxy"
    machine.run(f"mkdir -p /opt/convolutions/build/hub && cp -a {proxy} /opt/convolutions/build/hub/proxy")
