"""conftest: what holds for every test: nothing is skipped on CI, examples are repeatable, expectations can be rewritten."""

import os
import shutil
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from long import LONG

ON_CI = os.environ.get("CI", "") in ("true", "1")

collect_ignore = [] if LONG else ["events/test_spark.py"]
"""Spark is installed by `make test-long` alone."""

settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if ON_CI else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` writes the expectations of the golden folders anew; `--site` looks at another site."""
    parser.addoption("--site", help="check the site in this folder in the browser, instead of one built from the repository's maps")
    parser.addoption("--update", action="store_true", help="write the expectations of tests/cases anew; never with CI=true")


def pytest_configure(config: pytest.Config) -> None:
    """Give the user of these tests a cache of their own; refuse to rewrite expectations where nobody reads them."""
    if not hasattr(config, "workerinput"):
        cache = os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="cjmgen-tests-")
        config.add_cleanup(lambda: shutil.rmtree(cache, ignore_errors=True))
    config.addinivalue_line("markers", "slow: needs the browser, the package index or many seconds; left out by `make check`")
    config.addinivalue_line("markers", "long: tries at random what `make test-long` tries far more often")
    if ON_CI and config.getoption("--update"):
        raise pytest.UsageError("--update is for people: with CI=true an expectation that differs is a failure")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """On CI a skipped test is a failed one."""
    report = yield
    return _no_skipping(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    """On CI a skipped file is a failed one."""
    report = yield
    return _no_skipping(report)


def _no_skipping(report):
    if ON_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"with CI=true nothing may be skipped: {report.longrepr}"
    return report
