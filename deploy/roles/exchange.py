"""What every role sets for nbgrader: the course, its exchange, who asks. Values come from the hub, see deploy/hub/.

The course's own nbgrader_config.py sets none of these, because nbgrader reads that file last.
"""

import os
from pathlib import Path

from jupyter_core.paths import jupyter_runtime_dir

c = get_config()  # noqa: F821 - given by traitlets

topology = os.environ.get("CONVOLUTIONS_TOPOLOGY", "one_class")
c.CourseDirectory.course_id = os.environ.get("CONVOLUTIONS_COURSE", "convolutions")
c.Exchange.root = os.environ.get("CONVOLUTIONS_EXCHANGE", "/srv/convolutions/exchange")
if topology != "one_class" and os.environ.get("JUPYTERHUB_API_TOKEN"):  # a command line outside the hub has none
    c.Authenticator.plugin_class = "nbgrader.auth.JupyterHubAuthPlugin"
if topology == "ngshare":
    from ngshare_exchange import configureExchange

    configureExchange(c, os.environ["CONVOLUTIONS_NGSHARE"])

# kernels that nbgrader starts itself, to validate: on sockets in a private folder, as the server's are;
# on loopback ports everybody on this machine could listen in. The path must be absolute.
c.KernelManager.transport = "ipc"
c.KernelManager.ip = str(Path(jupyter_runtime_dir()).resolve() / "nbgrader")

# a class that validates at once shares the processors: importing torch then takes minutes, and nbgrader's own limits
# end it with a traceback
c.Execute.timeout = 300  # seconds for one cell of Validate
c.Execute.startup_timeout = 300  # for its kernel to start
