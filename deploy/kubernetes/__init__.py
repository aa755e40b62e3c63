"""The course on Kubernetes: values for the JupyterHub chart, workers from Dask Gateway."""
