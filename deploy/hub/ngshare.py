"""jupyterhub_config.py as shared_grader.py, with ngshare as the exchange: no folder that all accounts can write to.

    jupyterhub -f deploy/hub/ngshare.py

ngshare 0.6.0 answers "success" and stores nothing under SQLAlchemy 2, so it has a Python environment of its own.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # the checkout

from deploy.hub.common import add_shared_grader, configure, patience  # noqa: E402
from deploy.roster import names  # noqa: E402

c = get_config()  # noqa: F821 - given by traitlets
settings, people = configure(c, "ngshare")
USE = "access:services!service=ngshare"
add_shared_grader(c, settings, "ngshare", more_scopes=[USE])
c.JupyterHub.load_roles.append({"name": "user", "scopes": ["self", USE]})
service = {
    "name": "ngshare",
    "url": f"http://127.0.0.1:{settings.ngshare_port}",
    "cwd": settings.ngshare_state,
    "oauth_no_confirm": True,
    "environment": {"PYTHONPATH": ""},
    "command": [
        settings.ngshare_python,
        "-m",
        "ngshare",
        "--admins",
        ",".join([*names(people, "instructor"), settings.course]),
        "--database",
        f"sqlite:///{settings.ngshare_state}/ngshare.db",
        "--storage",
        f"{settings.ngshare_state}/files",
    ],
}
if not settings.shared_account:
    service["user"] = settings.ngshare_account
c.JupyterHub.services.append(service | patience())
