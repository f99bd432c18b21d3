"""`cjmgen export`: files that are never written over, a browser that is asked for exactly what is needed, and none where none is."""

import json
import os
import shutil
import stat
import struct
import sys
import textwrap
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cjmgen.shell import browser as shell_browser
from render.test_tiles import pdf, png

Run = Callable[..., Any]
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """A program that does what a browser would do, and writes down what it was asked for."""

    def made(behaviour: str = "") -> Path:
        program, log = tmp_path / "chromium", tmp_path / "asked.jsonl"
        (tmp_path / "one.pdf").write_bytes(pdf())
        (tmp_path / "one.png").write_bytes(png(4, 60))
        program.write_text(
            textwrap.dedent(f"""\
            #!{sys.executable}
            import json, os, shutil, sys, time, urllib.request
            ask = urllib.request.build_opener(urllib.request.ProxyHandler({{}}))
            asked = sys.argv[1:]
            with open({str(log)!r}, "a") as out:
                page = ask.open(next(word for word in asked if word.startswith("http://127.0.0.1:"))).read().decode()
                print(json.dumps({{"asked": asked, "page": page, "style": open("site/assets/export.css").read()}}), file=out)
            {behaviour or "pass"}
            for word in asked:
                if word.startswith("--print-to-pdf="):
                    shutil.copy({str(tmp_path / "one.pdf")!r}, word.split("=", 1)[1])
                if word.startswith("--screenshot="):
                    shutil.copy({str(tmp_path / "one.png")!r}, word.split("=", 1)[1])
                if word == "--dump-dom":
                    print('<!DOCTYPE html><html lang="en" data-size="1440x20"><head>')
            """),
            "utf-8",
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(shell_browser, "NAMES", (str(program),))
        return log

    return made


def asked(log: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.read_text("utf-8").splitlines()]


pytestmark = pytest.mark.skipif(os.name == "nt", reason="the fake browser is a script that only POSIX starts")


def test_a_poster_needs_no_browser(run: Run, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shell_browser, "NAMES", ())
    ran = run("-C", "shop", "export", "first-pair", "--to", "svg")
    assert (ran.code, ran.err) == (0, "")
    assert "shop/first-pair.svg: " in ran.out
    assert ET.fromstring((project / "first-pair.svg").read_bytes()).get("width") == "1440"


def test_nothing_is_written_over_unless_told_so(run: Run, project: Path) -> None:
    place = project / "first-pair.svg"
    place.write_text("mine", "utf-8")
    ran = run("-C", "shop", "export", "first-pair", "--to", "svg")
    assert ran.code == 2
    assert "is there already; nothing was written. --force writes over it" in ran.err
    assert place.read_text("utf-8") == "mine"
    assert run("-C", "shop", "export", "first-pair", "--to", "svg", "--force").code == 0
    assert place.read_text("utf-8").startswith("<!--")
    assert sorted(path.name for path in project.iterdir()) == ["cjmgen.yml", "first-pair.svg", "maps"]


def test_a_link_is_never_written_through(run: Run, project: Path, tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("mine", "utf-8")
    (project / "first-pair.svg").symlink_to(tmp_path / "precious")
    assert run("-C", "shop", "export", "first-pair", "--to", "svg", "--force").code == 2
    assert (tmp_path / "precious").read_text("utf-8") == "mine"


def test_standard_output_gets_the_bytes_alone(run: Run, project: Path) -> None:
    ran = run("-C", "shop", "export", "first-pair", "--to", "svg", "--output", "-")
    assert ran.out.startswith("<!--")
    assert ran.out.rstrip().endswith("</svg>")


def test_all_journeys_become_files_of_a_folder(run: Run, project: Path) -> None:
    deep = project / "maps" / "journeys" / "eu" / "odd.yml"
    deep.parent.mkdir()
    deep.write_text("title: Odd\nstages: [One]\n", "utf-8")
    assert run("-C", "shop", "export", "--all", "--to", "svg", "--output", "pictures").code == 0
    assert sorted(path.name for path in (project / "pictures").iterdir()) == ["eu--odd.svg", "first-pair.svg"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["first-pear", "--to", "svg"], "there is no journey 'first-pear'; did you mean 'first-pair'?"),
        (["--to", "svg"], "name one journey, or --all for every one"),
        (["first-pair", "--all", "--to", "svg"], "name one journey, or --all for every one"),
        (["--all", "--to", "svg", "--output", "-"], "--all makes many files"),
        (["first-pair", "--to", "svg", "--scale", "2"], "--scale means nothing for --to svg; it is for png"),
        (["first-pair", "--to", "pdf", "--theme", "dark"], "--theme means nothing for --to pdf; it is for svg or png"),
        (["first-pair", "--to", "pdf", "--sheet", "a4"], "add --paper wall"),
        (["first-pair", "--to", "svg", "--language", "fr"], "the site has no language 'fr'; it has en"),
        (["first-pair", "--to", "svg", "--lanes", "emotoin"], "--lanes knows no 'emotoin'; did you mean 'emotion'?"),
        (["first-pair", "--to", "png", "--browser", "no-such-browser"], "there is no program no-such-browser"),
    ],
)
def test_wrong_usage_is_told_in_a_line(run: Run, project: Path, words: list[str], told: str) -> None:
    ran = run("-C", "shop", "export", *words)
    assert ran.code == 2
    assert told in ran.err
    assert "Traceback" not in ran.err


def test_a_project_with_errors_exports_nothing(run: Run, project: Path) -> None:
    (project / "maps" / "journeys" / "first-pair.yml").write_text("title: A\nstages: 5\nx: [\n", "utf-8")
    ran = run("-C", "shop", "export", "first-pair", "--to", "svg")
    assert ran.code == 1
    assert "Nothing more was exported." in ran.err
    assert not (project / "first-pair.svg").exists()


def test_no_browser_is_told_plainly(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shell_browser, "NAMES", ())
    monkeypatch.setattr(shell_browser, "_usual", lambda platform, environment: iter(()))
    for form in ("png", "pdf"):
        ran = run("-C", "shop", "export", "first-pair", "--to", form)
        assert ran.code == 2
        assert "no Chromium, Chrome or Edge found" in ran.err
        assert "--to svg, which needs none" in ran.err


def test_a_picture_is_measured_then_taken_without_network_or_trace(run: Run, project: Path, fake: Callable[..., Path]) -> None:
    log = fake()
    ran = run("-C", "shop", "export", "first-pair", "--to", "png", "--scale", "2", "--theme", "dark")
    assert (ran.code, ran.err) == (0, "")
    measured, taken = asked(log)
    assert "--dump-dom" in measured["asked"]
    assert "--window-size=1440,320" in taken["asked"]
    assert "--force-device-scale-factor=2" in taken["asked"]
    for each in (measured, taken):
        assert "--headless" in each["asked"]
        assert "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1" in each["asked"]
        assert "--proxy-bypass-list=<-loopback>;" + each["asked"][-1].split("/")[2] in each["asked"]
        profile = next(word.split("=", 1)[1] for word in each["asked"] if word.startswith("--user-data-dir="))
        assert not Path(profile).parent.exists()
        assert "default-src 'none'" in each["page"]
        assert "color-scheme: dark" in each["style"]
    assert struct.unpack(">II", (project / "first-pair.png").read_bytes()[16:24]) == (4, 40)


@pytest.mark.parametrize(("paper", "body"), [("a3", "print-a3"), ("a4", "reading")])
def test_paper_is_printed_by_the_pages_own_style(run: Run, project: Path, fake: Callable[..., Path], paper: str, body: str) -> None:
    log = fake()
    assert run("-C", "shop", "export", "first-pair", "--to", "pdf", "--paper", paper).code == 0
    (printed,) = asked(log)
    assert f'<body class="{body}">' in printed["page"]
    assert (project / "first-pair.pdf").read_bytes() == pdf()


def test_a_wall_is_cut_into_sheets(run: Run, project: Path, fake: Callable[..., Path]) -> None:
    log = fake()
    assert run("-C", "shop", "export", "first-pair", "--to", "pdf", "--paper", "wall", "--sheet", "a4").code == 0
    assert "size: 1440px 24px" in asked(log)[1]["style"]
    assert (project / "first-pair.pdf").read_bytes().count(b"/Type/Page/") > 1


@pytest.mark.parametrize(
    ("behaviour", "told"),
    [
        ("sys.exit('cannot open display')", "ended with 1\ncannot open display"),
        ("sys.exit(0)", "made no file"),
        ("print('\\x1b[31m', file=sys.stderr); sys.exit(3)", "ended with 3\n[31m"),
        ("time.sleep(60)", "took longer than"),
    ],
)
def test_a_browser_that_fails_is_told_in_a_line_and_leaves_nothing(
    run: Run, project: Path, tmp_path: Path, fake: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, behaviour: str, told: str
) -> None:
    monkeypatch.setattr(shell_browser, "PATIENCE", 3.0)
    log = fake(behaviour)
    ran = run("-C", "shop", "export", "first-pair", "--to", "pdf")
    assert ran.code == 2
    assert told in ran.err
    assert "Traceback" not in ran.err
    profile = next(word.split("=", 1)[1] for word in asked(log)[0]["asked"] if word.startswith("--user-data-dir="))
    assert not Path(profile).parent.exists()
    assert not (project / "first-pair.pdf").exists()


def test_templates_of_the_project_are_drawn_guarded_or_with_safe_not_at_all(run: Run, project: Path, fake: Callable[..., Path]) -> None:
    log = fake()
    (project / "cjmgen.yml").write_text("title: Shop\ntheme: mine\n", "utf-8")
    (project / "themes" / "mine" / "templates").mkdir(parents=True)
    own = project / "themes" / "mine" / "templates" / "journey.html"
    own.write_text('{% extends "frame.html" %}{% block main %}{{ view.__class__.__mro__ }}{% endblock %}', "utf-8")
    ran = run("-C", "shop", "export", "first-pair", "--to", "pdf")
    assert ran.code == 1
    assert "__class__" in ran.err
    assert not log.exists()
    own.write_text('{% extends "frame.html" %}{% block main %}<p>Ours: {{ view.title|prose }}</p>{% endblock %}', "utf-8")
    assert run("-C", "shop", "export", "first-pair", "--to", "pdf").code == 0
    assert "Ours: Buying the first pair" in asked(log)[0]["page"]
    assert run("-C", "shop", "export", "first-pair", "--to", "pdf", "--safe", "--force").code == 0
    assert "Ours" not in asked(log)[1]["page"]


def test_a_picture_too_large_is_refused(run: Run, project: Path, tmp_path: Path, fake: Callable[..., Path]) -> None:
    fake("print('<html data-size=\"1440x9000\">'); sys.exit(0)")
    ran = run("-C", "shop", "export", "first-pair", "--to", "png")
    assert ran.code == 2
    assert "take a smaller --scale" in ran.err


def test_the_sandbox_is_off_only_for_root_in_a_container(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shell_browser, "_CONTAINERS", (str(tmp_path / "dockerenv"),))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert shell_browser._sandbox() == ()
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(shell_browser.Refused, match="don't run as root"):
        shell_browser._sandbox()
    (tmp_path / "dockerenv").touch()
    assert shell_browser._sandbox() == ("--no-sandbox",)


def test_browsers_are_looked_for_where_they_usually_are() -> None:
    assert MAC in shell_browser._usual("darwin", {})
    windows = [str(place) for place in shell_browser._usual("win32", {"PROGRAMFILES": "C:/Programs"})]
    assert any(place.endswith("chrome.exe") for place in windows)
    assert any(place.endswith("msedge.exe") for place in windows)
    assert list(shell_browser._usual("linux", {"PROGRAMFILES": "C:/Programs"})) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "start"),
    [(["--to", "png", "--scale", "1"], b"\x89PNG"), (["--to", "pdf"], b"%PDF"), (["--to", "pdf", "--paper", "a4"], b"%PDF"), (["--to", "pdf", "--paper", "wall"], b"%PDF")],
)
def test_a_real_browser(run: Run, project: Path, words: list[str], start: bytes) -> None:
    if not any(map(shutil.which, shell_browser.NAMES)):
        pytest.skip("there is no browser")
    ran = run("-C", "shop", "export", "first-pair", *words)
    assert (ran.code, ran.err) == (0, "")
    made = (project / f"first-pair.{words[1]}").read_bytes()
    assert made.startswith(start)
    assert len(made) > 10_000


LURES = [
    '<script src="{lure}.js"></script>', '<link rel="stylesheet" href="{lure}.css">', '<iframe src="{lure}.html"></iframe>',
    '<object data="{lure}.html"></object>', '<meta http-equiv="refresh" content="0; url={lure}.html">', '<embed src="{lure}.html">',
]  # fmt: skip


@pytest.mark.slow
def test_a_real_browser_shows_and_runs_nothing_of_the_disk(run: Run, project: Path, tmp_path: Path) -> None:
    if not any(map(shutil.which, shell_browser.NAMES)):
        pytest.skip("there is no browser")
    for ending, content in {
        "js": "document.documentElement.setAttribute('data-size', '7x7')", "css": "html { height: 7777px }", "html": "<html data-size='7x7'>"
    }.items():
        (tmp_path / f"lure.{ending}").write_text(content, "utf-8")
    (project / "cjmgen.yml").write_text("title: Shop\ntheme: mine\n", "utf-8")
    own = project / "themes" / "mine" / "templates" / "journey.html"
    own.parent.mkdir(parents=True)
    said: list[bytes] = []
    plain = shell_browser.Browser.run

    def heard(self: shell_browser.Browser, folder: Path, start: str, *words: str) -> bytes:
        said.append(plain(self, folder, start, "--dump-dom", "--virtual-time-budget=3000"))
        return plain(self, folder, start, *words)

    lures = "".join(LURES).replace("{lure}", (tmp_path / "lure").as_uri())
    own.write_text('{% extends "frame.html" %}{% block scripts %}' + lures + "{% endblock %}{% block main %}ours{% endblock %}", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shell_browser.Browser, "run", heard)
        assert run("-C", "shop", "export", "first-pair", "--to", "pdf").code == 0
    (dom,) = said
    assert b"ours" in dom
    assert b'"7x7"' not in dom
