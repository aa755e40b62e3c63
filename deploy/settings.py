"""Everything in which deployments differ; `python -m deploy.settings` lists it.

Read from environment variables and, for those that are not set, from the lines NAME=VALUE of the file
/etc/convolutions/settings: one place for the hub, which systemd starts, and for every command in a terminal.
"""

import contextlib
import os
import pwd
import shutil
import sys
from dataclasses import dataclass, field, fields
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
PREFIX = "CONVOLUTIONS_"
FILE = Path("/etc/convolutions/settings")  # root's, mode 0600: the gradebook's address may hold a password
TOPOLOGIES = ("one_class", "shared_grader", "ngshare")


def setting(default, help):
    """Declare one setting; it is read from `CONVOLUTIONS_` and its name in capitals."""
    return field(default=default, metadata={"help": help})


@dataclass(frozen=True)
class Settings:
    """One deployment; paths and addresses as text, ports as numbers.

    >>> Settings(course="vision").group
    'nbgrader-vision'
    """

    course: str = setting("convolutions", "course id; also the name of the grader's service and folder")
    roster: str = setting("/etc/convolutions/roster.csv", "who takes part: id,first_name,last_name,email,role")
    roles: str = setting("/etc/convolutions/roles", "the role folders (root's, readable by all)")
    state: str = setting("/srv/convolutions/hub", "the hub's database, cookie secret and process ids (mode 0700)")
    exchange: str = setting("/srv/convolutions/exchange", "where assignments and submissions change hands (mode 1777)")
    grader: str = setting("grader-convolutions", "the account that grades; one_class: the only instructor's instead")
    homes: str = setting("/home", "folder of the homes of accounts that are made")
    course_root: str = setting("", "the grader's copy of the course; default: COURSE in the grader's home")
    database: str = setting("", "the gradebook's URL; default: gradebook.db in the course folder")
    accounts: str = setting("unix", "`unix`: everybody has one; `shared`: one for all, for a demonstration only")
    authenticator: str = setting("pam", "JupyterHub's name of the log-in: pam, dummy, ...")
    password: str = setting("", "password of everybody, with the log-in `dummy` only")
    url: str = setting("http://127.0.0.1:8000", "where the proxy listens; put TLS in front of it")
    proxy_port: int = setting(8001, "the proxy's own API")
    hub_port: int = setting(8081, "the hub's API, for servers and services")
    service_port: int = setting(8099, "the shared formgrader")
    ngshare_port: int = setting(8110, "ngshare")
    ngshare_python: str = setting("/opt/ngshare/bin/python", "Python of ngshare's own environment")
    ngshare_state: str = setting("/srv/convolutions/ngshare", "ngshare's database and files (mode 0700)")
    ngshare_account: str = setting("ngshare", "the account that ngshare runs under")
    proxy: str = setting("", "configurable-http-proxy; default: on PATH, or in build/hub after `make hub`")
    watch: str = setting("", "assignments answered as they arrive, with commas between them, or `all`; default: none")
    sockets: str = setting("", "short folder for kernels' sockets; default: .jupyter-run in each home")

    @property
    def group(self):
        """The hub's group of students, as nbgrader calls it."""
        return f"nbgrader-{self.course}"

    @property
    def graders_group(self):
        """The hub's group of instructors, as nbgrader calls it."""
        return f"formgrade-{self.course}"

    @property
    def shared_account(self):
        """Does everything run under one account?"""
        return self.accounts == "shared"

    def home(self, account):
        """The home folder of an account: what the machine says, or where it will be made."""
        if not self.shared_account:
            with contextlib.suppress(KeyError):
                return pwd.getpwnam(account).pw_dir
        return str(Path(self.homes) / account)

    def root(self, account):
        """The course folder of the account that grades."""
        return self.course_root or str(Path(self.home(account)) / self.course)

    def proxy_command(self):
        """The command that starts the proxy.

        Raises:
            SystemExit: it is not installed.
        """
        built = CHECKOUT / "build" / "hub" / "proxy" / "node_modules" / ".bin" / "configurable-http-proxy"
        found = self.proxy or shutil.which("configurable-http-proxy") or (built.exists() and str(built))
        if not found:
            raise SystemExit("configurable-http-proxy is not installed: run `python -m deploy.install_proxy`")
        return found

    def environment(self):
        """These settings as environment variables."""
        return {variable(f.name): str(getattr(self, f.name)) for f in fields(self)}


def variable(name):
    """The environment variable of a setting."""
    return PREFIX + name.upper()


def read_settings(environment=os.environ, file=FILE):
    """Return the settings that environment variables give, or else the file of settings.

    Raises:
        SystemExit: a variable has a value that is not possible, or the file a line that is not one; the message says
            which are.
    """
    known = {variable(f.name): f for f in fields(Settings)}
    environment = _lines(file, known) | {name: value for name, value in environment.items() if name in known}
    values = {}
    for name, f in known.items():
        if environment.get(name):
            values[f.name] = _converted(name, f, environment[name])
    settings = Settings(**values)
    if settings.accounts not in ("unix", "shared"):
        raise SystemExit(f"{PREFIX}ACCOUNTS={settings.accounts}: possible are unix and shared")
    return settings


def _lines(file, known):
    """Read the lines NAME=VALUE of a file; where it is not there, or not this account's to read, none."""
    try:
        text = Path(file).read_text(encoding="utf-8")
    except OSError:
        return {}
    found = {}
    for number, line in enumerate(text.splitlines(), 1):
        name, equals, value = (part.strip() for part in line.partition("="))
        if not name or name.startswith("#"):
            continue
        if not equals or name not in known:
            raise SystemExit(f"{file}, line {number}: {name} is no setting; python -m deploy.settings lists them")
        found[name] = value.strip("'\"")
    return found


def _converted(name, f, text):
    try:
        return f.type(text)
    except ValueError:
        raise SystemExit(f"{name}={text}: a whole number is needed ({f.metadata['help']})") from None


def main():
    """Print every setting, its value here and what it is."""
    settings = read_settings()
    for f in fields(Settings):
        print(f"{variable(f.name)}={getattr(settings, f.name)}\n    {f.metadata['help']}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        raise SystemExit("usage: python -m deploy.settings\n" + __doc__)
    main()
