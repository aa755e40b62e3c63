"""JupyterHub's configuration, one file for each topology; what they share is in `common`."""
