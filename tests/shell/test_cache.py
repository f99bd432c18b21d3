"""What is kept for a user: code is run as it comes, so it is believed only if it is whole and nobody else can have written it."""

import os
import sys
from pathlib import Path

import pytest

import cjmgen
from cjmgen.digest import digest
from cjmgen.shell import cache
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


def installed(place: Path, listed: str, now: int) -> None:
    """Lay the package there as an installer does: its files, then the list of them."""
    for name, text in {"cjmgen/a.py": "a = 1", f"cjmgen-{cjmgen.__version__}.dist-info/RECORD": listed}.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, "utf-8")
        os.utime(place / name, (now, now))


def test_the_same_files_installed_anew_are_the_same_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_PACKAGE", tmp_path / "cjmgen")
    name = cache.version.__wrapped__
    installed(tmp_path, "a.py,sha256=1", 1000)
    first = name()
    installed(tmp_path, "a.py,sha256=1", 2000)
    assert name() == first
    installed(tmp_path, "a.py,sha256=2", 2000)
    assert name() != first
    installed(tmp_path, "a.py,sha256=1", 2000)
    os.utime(tmp_path / "cjmgen" / "a.py", (2001, 2001))
    assert name() != first, "somebody wrote into it since"


def test_files_of_a_checkout_are_told_by_their_times(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_PACKAGE", tmp_path / "cjmgen")
    name = cache.version.__wrapped__
    installed(tmp_path, "", 1000)
    (tmp_path / f"cjmgen-{cjmgen.__version__}.dist-info" / "RECORD").unlink()
    first = name()
    os.utime(tmp_path / "cjmgen" / "a.py", (2000, 2000))
    assert name() != first
