"""nbgrader for the server that grades: where the course is, and collecting that can say no.

The referee is wired in the course's own nbgrader_config.py, which nbgrader reads after this file.
"""

import os
import sys
from pathlib import Path

c = get_config()  # noqa: F821 - given by traitlets
load_subconfig("exchange.py", path=str(Path(__file__).resolve().parent.parent))  # noqa: F821 - given by traitlets

root = os.environ.get("CONVOLUTIONS_COURSE_ROOT") or str(Path.home() / c.CourseDirectory.course_id)
if root not in sys.path:
    sys.path.insert(0, root)  # `deploy` and `grader` run from the course folder
c.CourseDirectory.root = root
if os.environ.get("CONVOLUTIONS_DATABASE"):
    c.CourseDirectory.db_url = os.environ["CONVOLUTIONS_DATABASE"]

if os.environ.get("CONVOLUTIONS_TOPOLOGY") != "ngshare":  # ngshare knows who asks, and tells the time itself
    c.ExchangeFactory.collect = "deploy.collect.StrictCollect"
    # under one shared account every submission has the same owner, so there is nothing to compare
    c.ExchangeCollect.check_owner = os.environ.get("CONVOLUTIONS_ACCOUNTS") != "shared"

# in the exchange, for students' start pages; ngshare has no folder that they could read
if os.environ.get("CONVOLUTIONS_TOPOLOGY") != "ngshare":
    from deploy.due_dates import follow

    follow(Path(c.Exchange.root) / c.CourseDirectory.course_id)

c.FormgradeExtension.debug = False  # it would print the configuration, and with it the database's password, on a page
