"""Where the system tells of no changes, the files are looked at again and again, and the preview says why."""

from pathlib import Path

import pytest

from cjmgen.shell.preview.bell import Bell, Change
from cjmgen.shell.preview.mounts import kind_of, silent
from cjmgen.shell.preview.watch import watch

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
drvfs /mnt/c 9p rw,dirsync 0 0
nas:/maps /home/anna/my\\040maps nfs4 rw 0 0
host /workspace fakeowner rw 0 0
sshfs /far fuse.sshfs rw 0 0
tmpfs /far/near tmpfs rw 0 0
broken
""".splitlines(keepends=True)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/anna/maps", "ext4"), ("/mnt/c", "9p"), ("/mnt/c/Users", "9p"), ("/mnt/cc", "ext4"), ("/home/anna/my maps/shop", "nfs4"),
        ("/workspace/shop", "fakeowner"), ("/far/shop", "fuse.sshfs"), ("/far/near", "tmpfs"),
    ],
)  # fmt: skip
def test_the_kind_of_a_disk_is_that_of_the_nearest_mount(folder: str, kind: str) -> None:
    assert kind_of(folder, MOUNTS) == kind


def test_a_disk_that_tells_of_nothing_is_polled_without_being_asked(project: Path, bell: Bell, monkeypatch: pytest.MonkeyPatch) -> None:
    assert silent(project) == ""
    monkeypatch.setattr("cjmgen.shell.preview.watch.silent", lambda folder: "9p")
    made = watch(project, bell, "", False)
    try:
        assert "9p" in made.how
        (project / "maps" / "personas" / "nina.yml").write_text("title: Saved\n", "utf-8")
        assert bell.change(10) == Change(("maps/personas/nina.yml",))
    finally:
        made.stop()


def test_a_system_that_watches_no_more_folders_is_polled(project: Path, bell: Bell, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr("cjmgen.shell.preview.notices.Notices.settle", full)
    made = watch(project, bell, "", False)
    made.stop()
    assert "inotify watch limit reached" in made.how
