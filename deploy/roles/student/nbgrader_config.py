"""nbgrader for students and for instructors who look at the course as students do."""

import os
from pathlib import Path

c = get_config()  # noqa: F821 - given by traitlets
load_subconfig("exchange.py", path=str(Path(__file__).resolve().parent.parent))  # noqa: F821 - given by traitlets

# who hands in is whose account it is; where all share one account, nbgrader must be told (ngshare asks the hub)
if os.environ.get("CONVOLUTIONS_ACCOUNTS") == "shared" and os.environ.get("CONVOLUTIONS_TOPOLOGY") != "ngshare":
    c.CourseDirectory.student_id = os.environ["JUPYTERHUB_USER"]
