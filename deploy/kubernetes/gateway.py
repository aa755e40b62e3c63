"""Grade with workers from Dask Gateway, which are there for this run only.

    python -m deploy.kubernetes.gateway 1-cross-correlation --workers 20 [options of `python -m grader grade`]

in the course folder, as the grader. Needs `pip install dask-gateway` and the extra `cluster` beside the grader.
"""

import click

NAMES = {"help_option_names": ["-h", "--help"], "ignore_unknown_options": True}
_kept = []  # up to the end of Python: a client of the gateway that is closed sooner complains when it is collected


def credentials(info):
    """Return how to talk to a cluster of the gateway; Dask asks for it with {"address": "gateway://HOST:PORT/NAME"}."""
    from dask_gateway import Gateway

    _kept.append(Gateway().connect(info["address"].rpartition("/")[2], shutdown_on_close=False))
    return _kept[-1].security


@click.command(context_settings=NAMES)
@click.argument("assignment")
@click.option("--workers", type=click.IntRange(1), default=4, show_default=True, help="Notebooks at a time.")
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
def main(assignment, workers, options):
    """Start WORKERS workers, grade ASSIGNMENT on them, and stop them, whatever happens.

    OPTIONS are those of `python -m grader grade`.
    """
    try:
        from dask_gateway import Gateway, GatewayClusterError, GatewayServerError
    except ImportError:
        raise SystemExit("dask-gateway is not installed here: pip install dask-gateway") from None
    import dask

    from grader.cli import main as grader

    dask.config.set({"distributed.client.security-loader": f"{__spec__.name}.credentials"})
    try:
        _kept.append(Gateway())
        with _kept[-1].new_cluster() as cluster:  # shut down at the end
            cluster.scale(workers)
            click.echo(f"{cluster.name}: {workers} workers are starting", err=True)
            grader(["grade", assignment, "--scheduler", cluster.scheduler_address, *options])
    except (GatewayClusterError, GatewayServerError, OSError, ValueError) as error:
        raise SystemExit(f"no cluster from Dask Gateway: {error}") from None


if __name__ == "__main__":
    main(prog_name="python -m deploy.kubernetes.gateway")
