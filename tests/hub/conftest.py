"""Hubs for tests: one per topology and JupyterHub version, started once for a module, stopped after it."""

import pytest

from tests.hub.driver import hub_under_one_account, missing

VERSIONS = ("6.1.1", "5.5.4")


@pytest.fixture(scope="session")
def start_hub(tmp_path_factory):
    """A function that returns a context manager with a hub under one account, or skips with what is missing."""

    def start(topology, version="6.1.1", **options):
        lacking = missing(version)
        if lacking:
            pytest.skip(lacking)
        return hub_under_one_account(tmp_path_factory.mktemp("hub"), topology, version, **options)

    return start
