"""What is kept for a user: code is run as it comes, so it is believed only if it is whole and nobody else can have written it."""

import os
import sys
from pathlib import Path

import pytest

from cjmgen.digest import digest
from cjmgen.shell.cache import CodeFolder

NAME = digest("one")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "cjmgen"


def folder(home: Path) -> Path:
    (found,) = home.glob("code-*")
    return found


def test_code_comes_back(home: Path) -> None:
    assert CodeFolder().get(NAME) is None
    CodeFolder().put(NAME, b"code")
    assert CodeFolder().get(NAME) == b"code"
    assert [place.name for place in folder(home).iterdir()] == [NAME]


@pytest.mark.parametrize("spoil", [lambda content: content[:-1], lambda content: content[:-1] + b"X", lambda content: b""])
def test_spoilt_code_is_none(home: Path, spoil: object) -> None:
    CodeFolder().put(NAME, b"code")
    place = folder(home) / NAME
    place.write_bytes(spoil(place.read_bytes()))  # type: ignore[operator]
    assert CodeFolder().get(NAME) is None


@pytest.mark.skipif(sys.platform == "win32", reason="a folder has no mode there")
def test_a_folder_that_others_may_write_is_not_believed(home: Path) -> None:
    CodeFolder().put(NAME, b"code")
    assert folder(home).stat().st_mode & 0o077 == 0
    folder(home).chmod(0o777)
    assert CodeFolder().get(NAME) is None


def test_the_code_of_an_old_version_goes(home: Path) -> None:
    for age, name in ((40, "code-old"), (1, "code-new")):
        (home / name).mkdir(parents=True)
        then = CodeFolder()  # its own folder is not made before something is put
        os.utime(home / name, (os.stat(home).st_mtime - age * 86_400,) * 2)
    then.put(NAME, b"code")
    assert not (home / "code-old").exists()
    assert (home / "code-new").exists()


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    CodeFolder().put(NAME, b"code")
    assert CodeFolder().get(NAME) is None
