"""jupyterhub_config.py for several instructors who share one formgrader, which has an account of its own.

jupyterhub -f deploy/hub/shared_grader.py
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # the checkout

from deploy.hub.common import add_shared_grader, configure  # noqa: E402

c = get_config()  # noqa: F821 - given by traitlets
settings, _ = configure(c, "shared_grader")
add_shared_grader(c, settings, "shared_grader")
