"""No room: a disk that is full, a folder that is read-only or somebody else's: one line, exit code 2, and the old site stands."""

import ctypes
import io
import itertools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has neither modes nor limits of files", allow_module_level=True)

import resource

from one_build import Work, command, ended, files, killed_at

STAGE = ".cjmgen-new"


def as_anybody(work: Work) -> Work:
    """The work, without root's power over every file, should it be root who runs the tests."""
    return partial(_powerless, work)


def _powerless(work: Work) -> None:
    if os.geteuid() == 0:
        version, none = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
        assert ctypes.CDLL(None, use_errno=True).capset(version, none) == 0, "the tests may run as root on Linux only"
    work()


def with_files_of_at_most(size: int, work: Work) -> Work:
    """The work, for which the disk is full as soon as a file grows over a size."""
    return partial(_limited, size, work)


def _limited(size: int, work: Work) -> None:
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    out, sys.stdout = sys.stdout, io.StringIO()
    sys.stderr = sys.stdout
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))
    try:
        work()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        out.write(sys.stdout.getvalue())
        sys.stdout = sys.stderr = out


def build(root: Path) -> Work:
    return command("-C", str(root), "build", "--today", "2026-11-21")


def fails(work: Work, site: Path, said: Path) -> str:
    """What it says when it fails, as it must, without a change of the site."""
    before = files(site)
    assert ended(work, said) == 2
    assert files(site) == before
    assert not (site / STAGE).exists()
    assert "Traceback" not in said.read_text("utf-8")
    return said.read_text("utf-8").splitlines()[-1]


@pytest.fixture
def built(project: Path) -> Path:
    """A project whose site stands and would be another now."""
    assert ended(build(project)) == 0
    journey = project / "maps" / "journeys" / "first-pair.yml"
    journey.write_text(journey.read_text("utf-8").replace("first pair", "second pair"), "utf-8")
    return project


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path | None]:
    """A disk of 4 MB, where this machine lets the tests have one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "none", str(place)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        yield None
        return
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("room", [0, 5, 60])
def test_a_disk_that_is_full(project: Path, small: Path | None, tmp_path: Path, room: int) -> None:
    site = (small or tmp_path) / "site"
    work = command("-C", str(project), "build", "--today", "2026-11-21", "--output", str(site))
    assert ended(work) == 0
    for number in range(20):
        (project / "maps" / "journeys" / f"more-{number}.yml").write_text(f"title: More {number}\nstages:\n- title: One\n", "utf-8")
    if small:
        fill(small / "ballast", room * 1024)
    said = fails(work if small else with_files_of_at_most(room * 1024 // 20, work), site, tmp_path / "said")
    assert said.startswith(f"Error: {os.strerror(28 if small else 27)}")
    (small or tmp_path).joinpath("ballast").unlink(missing_ok=True)
    assert ended(work) == 0
    assert any("more-19" in path for path in files(site))


def fill(ballast: Path, left: int) -> None:
    """Have the disk filled but for some bytes."""
    disk = os.statvfs(ballast.parent)
    ballast.write_bytes(bytes(disk.f_bavail * disk.f_frsize - left))


@pytest.mark.parametrize("closed", [".", "journeys/first-pair", "search"])
def test_a_folder_that_is_read_only(built: Path, tmp_path: Path, closed: str) -> None:
    site = built / "site"
    (site / closed).chmod(0o555)
    try:
        said = fails(as_anybody(build(built)), site, tmp_path / "said")
    finally:
        (site / closed).chmod(0o755)
    assert said.startswith("Error: Permission denied: ")
    assert ended(build(built)) == 0


def test_a_site_that_is_somebody_elses(built: Path, tmp_path: Path) -> None:
    site = built / "site"
    owner = os.stat(site)
    # only root can give a folder away; for others one that its mode keeps from them has to do
    os.chown(site, 12345, 12345) if os.geteuid() == 0 else site.chmod(0o555)
    try:
        said = fails(as_anybody(build(built)), site, tmp_path / "said")
    finally:
        os.chown(site, owner.st_uid, owner.st_gid)
        site.chmod(owner.st_mode)
    assert said.startswith("Error: Permission denied: ")


def test_a_journal_that_can_not_be_carried_out_says_so(built: Path, tmp_path: Path) -> None:
    site = built / "site"
    for call in itertools.count(1):
        assert ended(killed_at(call, build(built))) == -9, "the build came through and no journal was seen"
        if (site / STAGE / "journal").exists():
            break
    site.chmod(0o555)
    try:
        assert ended(as_anybody(build(built)), tmp_path / "said") == 2
    finally:
        site.chmod(0o755)
    assert "the site that a stopped build left can't be finished: Permission denied" in (tmp_path / "said").read_text("utf-8")
    assert ended(build(built)) == 0
    assert not (site / STAGE).exists()
