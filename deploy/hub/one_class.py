"""jupyterhub_config.py for one class with one grader: formgrader is in the instructor's own server.

jupyterhub -f deploy/hub/one_class.py
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # the checkout

from deploy.hub.common import add_watcher, configure, graders_environment  # noqa: E402
from deploy.roster import names  # noqa: E402

c = get_config()  # noqa: F821 - given by traitlets
settings, people = configure(c, "one_class")
instructors = names(people, "instructor")
if len(instructors) != 1:
    raise SystemExit(
        f"one_class has one instructor, and the roster has {len(instructors)}: {', '.join(instructors)}. "
        "Several instructors share a grader with deploy/hub/shared_grader.py."
    )


def give_grader_its_folder(spawner):
    """The instructor's server learns where the course and the gradebook are, and nobody else's does."""
    if spawner.user.name == instructors[0]:
        spawner.environment = spawner.environment | graders_environment(settings, instructors[0])


c.Spawner.pre_spawn_hook = give_grader_its_folder
c.JupyterHub.services = []
add_watcher(c, settings, "one_class", instructors[0])
