"""What formgrader's pages may do in a browser: stand in a frame of this server, and run their own scripts only."""

import os
import sys
from pathlib import Path

c = get_config()  # noqa: F821 - given by traitlets

root = os.environ.get("CONVOLUTIONS_COURSE_ROOT") or str(
    Path.home() / os.environ.get("CONVOLUTIONS_COURSE", "convolutions")
)
if root not in sys.path:
    sys.path.insert(0, root)  # `deploy` runs from the course folder
from deploy.formgrader_policy import TRANSFORMS  # noqa: E402

c.ServerApp.tornado_settings = {
    "headers": {"Content-Security-Policy": "frame-ancestors 'self'"},
    "transforms": TRANSFORMS,
}
