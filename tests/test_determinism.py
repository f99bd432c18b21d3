"""test_determinism: the same maps give the same bytes, whatever the order of files, the hash seed, the folder and the time zone."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from site_check.folder import contents

ROOT = Path(__file__).parent.parent
PROJECTS = {"own maps": ROOT, "bilingual": ROOT / "tests" / "cases" / "bilingual", "hostile": ROOT / "tests" / "cases" / "hostile-texts"}

BUILD = """
import datetime, hashlib, json, random, sys
from pathlib import Path
from cjmgen import Tree, build

def files(folder, names):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for name in names for p in folder.glob(name) if p.is_file()}

def shuffled(mapping):
    items = list(mapping.items())
    random.Random(sys.argv[3]).shuffle(items)
    return Tree.of(dict(items))

project = shuffled(files(Path(sys.argv[1]), ["cjmgen.yml", "maps/**/*"]))
theme = shuffled(files(Path(sys.argv[2]), ["**/*"]))
site = build(project, theme, datetime.date(2026, 11, 21))
print(json.dumps({
    "files": {path: hashlib.sha256(content).hexdigest() for path, content in site.value.items()},
    "problems": [f"{p.place} {p.code} {p.message}" for p in site.problems],
}))
"""


def built(project: Path, hash_seed: str, order: str) -> dict[str, object]:
    """The digests of a site's files, and its problems, from a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": hash_seed}
    command = [sys.executable, "-c", BUILD, str(project), str(ROOT / "themes" / "default"), order]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert len(result["files"]) > 3
    return result


@pytest.mark.parametrize("project", PROJECTS.values(), ids=PROJECTS)
def test_bytes_follow_from_the_maps_alone(project: Path) -> None:
    first = built(project, "0", "a")
    assert built(project, "1", "b") == first
    assert built(project, "random", "c") == first


TEXTS = (".yml", ".yaml", ".md", ".csv", ".tsv")


@pytest.mark.parametrize("case", ["markdown", "csv-matrix", "translated-markdown"])
def test_line_ends_of_windows_change_no_byte(tmp_path: Path, case: str) -> None:
    ours, theirs = ROOT / "tests" / "cases" / case, tmp_path / case
    shutil.copytree(ours, theirs)
    texts = [place for place in theirs.rglob("*") if place.suffix in TEXTS]
    for place in texts:
        place.write_bytes(place.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    assert built(theirs, "0", "a") == built(ours, "0", "a")


def test_a_moved_project_in_another_zone_keeps_its_bytes(tmp_path: Path) -> None:
    case = PROJECTS["bilingual"]
    sites = []
    for place, zone in (("here", "UTC"), ("far/away from here", "Asia/Tokyo")):
        home = tmp_path / place
        shutil.copytree(case / "maps", home / "maps")
        shutil.copy(case / "cjmgen.yml", home)
        sites.append(_built_by_command(home, zone))
    assert sites[0] == sites[1]


def _built_by_command(home: Path, zone: str) -> dict[str, bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "TZ": zone, "LANG": "C"}
    command = [sys.executable, "-m", "cjmgen", "-C", str(home), "build", "--today", "2026-11-21"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return contents(home / "site")
