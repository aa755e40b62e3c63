"""Write the values that come from elsewhere: the people of the roster, and the role folders of deploy/roles.

    python -m deploy.kubernetes.build --roster roster.csv > build/people-and-roles.yaml
    helm upgrade ... --values deploy/kubernetes/values.yaml --values build/people-and-roles.yaml

So the role folders are the same files on Kubernetes as on one machine.
"""

from pathlib import Path

import click
import yaml

from deploy.roster import RosterError, names, read_roster
from deploy.settings import CHECKOUT, Settings

ROLES = CHECKOUT / "deploy" / "roles"
MOUNTED = "/etc/convolutions/roles"


def people_and_roles(people):
    """Return the values, as plain data."""
    settings = Settings()
    students, instructors = names(people, "student"), names(people, "instructor")
    return {
        "hub": {
            "config": {
                # not the grader: instructors open its server under their own names
                "Authenticator": {
                    "allowed_users": [*students, *instructors],
                    "username_map": {name.lower(): name for name in [*students, *instructors] if name != name.lower()},
                },
                "JupyterHub": {
                    "load_groups": {
                        settings.group: {"users": students},
                        settings.graders_group: {"users": [*instructors, settings.grader]},
                    }
                },
            }
        },
        "singleuser": {"extraFiles": role_files()},
    }


def role_files():
    """Return every file of the role folders, with the place where servers find it."""
    files = {}
    for path in sorted(ROLES.rglob("*")):
        if path.suffix in (".py", ".json"):
            inside = path.relative_to(ROLES)
            name = "-".join([*inside.with_suffix("").parts, path.suffix[1:]])
            text = path.read_text(encoding="utf-8")
            files[name] = {"mountPath": f"{MOUNTED}/{inside.as_posix()}", "stringData": text}
    return files


class _Readable(yaml.SafeDumper):
    """Writes texts of several lines as they are."""


def _text(dumper, text):
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Readable.add_representer(str, _text)


@click.command(context_settings={"help_option_names": ["-h", "--help"]}, help=__doc__.partition("\n")[0])
@click.option("--roster", required=True, type=click.Path(path_type=Path), help="who takes part: see deploy/roster.py")
def main(roster):
    try:
        people = read_roster(roster)
    except RosterError as error:
        raise SystemExit(str(error)) from None
    click.echo("# Made by `python -m deploy.kubernetes.build`; make it again when the roster or deploy/roles changes.")
    click.echo(yaml.dump(people_and_roles(people), Dumper=_Readable, sort_keys=False, width=10_000), nl=False)


if __name__ == "__main__":
    main(prog_name="python -m deploy.kubernetes.build")
