"""mounts: whether the system tells of changes in a folder; on network and virtual disks it tells of none that others make."""

import os
from collections.abc import Iterable
from pathlib import Path

SILENT = frozenset(
    {"9p", "drvfs", "virtiofs", "vboxsf", "vmhgfs", "prl_fs", "fakeowner"} | {"nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afs"}
)
"""Kinds of disks whose changes arrive without notice: WSL's Windows disks, shares, folders of a virtual machine's host."""


def silent(folder: Path) -> str:
    """The kind of disk that a folder lies on, if changes there come without notice; else ""."""
    try:
        with open("/proc/mounts", encoding="utf-8", errors="replace") as table:
            kind = kind_of(os.path.realpath(folder), table)
    except OSError:
        return ""
    return kind if kind in SILENT or kind.startswith("fuse.") else ""


def kind_of(folder: str, mounts: Iterable[str]) -> str:
    """The kind of the mount that a folder lies on, by the lines of /proc/mounts; of two at one place the later counts."""
    best, kind = "", ""
    for line in mounts:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        place = _plain(fields[1])
        if (folder == place or folder.startswith(place.rstrip("/") + "/")) and len(place) >= len(best):
            best, kind = place, fields[2]
    return kind


def _plain(place: str) -> str:
    """A place as it is written on disk: spaces and tabs stand in octal."""
    for code, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        place = place.replace(code, sign)
    return place
