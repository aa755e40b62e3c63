"""The course on a JupyterHub: settings, hub configurations, roles, set-up, demonstration."""
