"""What a student's server opens first: the start page, which an extension beside the role folders writes."""

import sys
from pathlib import Path

c = get_config()  # noqa: F821 - given by traitlets

sys.path.append(str(Path(__file__).resolve().parent.parent / "extensions"))  # root's, as everything here
c.ServerApp.default_url = "/lab/tree/START.md"
