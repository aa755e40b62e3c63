"""Run a command as the grader, in the course folder, as in a terminal of the grader's server; without one, a shell.

    python -m deploy.as_grader python -m grader grade 1-cross-correlation

for root.  Which account and which folder that is, the settings say: python -m deploy.settings.
"""

import os
import pwd
import sys
from pathlib import Path

import click

from deploy.hub.common import graders_environment
from deploy.roster import RosterError, names, read_roster
from deploy.settings import TOPOLOGIES, Settings, read_settings

UMASK = 0o077  # what is made there is nobody else's to read


def environment(settings: Settings, topology: str, account: str) -> dict[str, str]:
    """Return the variables that the grader's terminal on the hub has, with this Python's programs first."""
    entry = pwd.getpwnam(account)
    return {
        **{name: value for name, value in os.environ.items() if name.startswith(("PG", "LANG", "LC_", "TERM", "TZ"))},
        **{name: value for name, value in settings.environment().items() if value and name != "CONVOLUTIONS_PASSWORD"},
        **graders_environment(settings, account),
        "CONVOLUTIONS_TOPOLOGY": topology,
        "HOME": entry.pw_dir,
        "JUPYTER_CONFIG_PATH": str(Path(settings.roles) / "grader"),
        "LOGNAME": account,
        "PATH": f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin",
        "SHELL": "/bin/bash",
        "USER": account,
    }


@click.command(
    context_settings={"help_option_names": ["-h", "--help"], "ignore_unknown_options": True},
    help=__doc__,
)
@click.option("--topology", type=click.Choice(TOPOLOGIES), default="shared_grader", show_default=True)
@click.argument("command", nargs=-1, type=click.UNPROCESSED)
def main(topology, command):
    settings = read_settings()
    try:
        account = settings.grader
        if topology == "one_class":
            account = names(read_roster(settings.roster), "instructor")[0]
        entry = pwd.getpwnam(account)
        folder = settings.root(account)
        variables = environment(settings, topology, account)
        if os.geteuid() != entry.pw_uid:
            os.initgroups(account, entry.pw_gid)
            os.setgid(entry.pw_gid)
            os.setuid(entry.pw_uid)
        os.chdir(folder)
    except KeyError:
        raise SystemExit(f"there is no account {account}: python -m deploy.setup {topology} --accounts") from None
    except (RosterError, IndexError) as error:
        raise SystemExit(str(error) or f"{settings.roster} has no instructor") from None
    except PermissionError as error:
        raise SystemExit(f"run it as root or as {account} ({error})") from None
    except OSError as error:
        raise SystemExit(f"{error}: python -m deploy.setup {topology} makes it") from None
    os.umask(UMASK)
    command = list(command) or ["/bin/bash"]
    try:
        os.execvpe(command[0], command, variables)
    except OSError as error:
        raise SystemExit(f"{command[0]}: {error.strerror}") from None


if __name__ == "__main__":
    main(prog_name="python -m deploy.as_grader")
