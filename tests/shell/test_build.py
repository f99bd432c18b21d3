"""`cjmgen build`: a site where it belongs, the same bytes again, and nothing touched when a map is wrong."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cjmgen import __version__

Run = Callable[..., Any]


def listing(folder: Path) -> dict[str, bytes]:
    return {place.relative_to(folder).as_posix(): place.read_bytes() for place in sorted(folder.rglob("*")) if place.is_file()}


def test_a_site_is_written_and_named(run: Run, project: Path) -> None:
    ran = run("-C", "shop", "build")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("no problems in 3 files\nshop/site/index.html: ")
    site = listing(project / "site")
    assert {"index.html", "journeys/first-pair/index.html", "personas/anna/index.html", "assets/cjm.css", ".cjmgen-site"} <= site.keys()


def test_building_again_changes_nothing(run: Run, project: Path) -> None:
    run("-C", "shop", "build")
    before = {place: place.stat().st_mtime_ns for place in (project / "site").rglob("*.html")}
    ran = run("-C", "shop", "build")
    assert " files, 0 changed, " in ran.out
    assert {place: place.stat().st_mtime_ns for place in (project / "site").rglob("*.html")} == before


def test_an_error_leaves_the_site_as_it_was(run: Run, project: Path) -> None:
    run("-C", "shop", "build")
    before = listing(project / "site")
    journey = project / "maps" / "journeys" / "first-pair.yml"
    journey.write_text(journey.read_text().replace("online-shop", "onlin-shop"), "utf-8")
    ran = run("-C", "shop", "build")
    assert ran.code == 1
    assert "maps/journeys/first-pair.yml:6:34: error[unknown-channel]" in ran.out
    assert "The site was not written." in ran.err
    assert listing(project / "site") == before


def test_strict_takes_warnings_for_errors(run: Run, project: Path) -> None:
    journey = project / "maps" / "journeys" / "first-pair.yml"
    journey.write_text(journey.read_text().replace("personas: [anna]\n", ""), "utf-8")
    assert run("-C", "shop", "build").code == 0
    ran = run("-C", "shop", "build", "--strict", "--output", "shop/other")
    assert ran.code == 1
    assert "error[journey-without-persona]" in ran.out
    assert not (project / "other").exists()


def test_notes_are_counted_and_not_shown(run: Run, project: Path) -> None:
    (project / "maps" / "personas" / "maxim.yml").write_text("title: Maxim\n", "utf-8")
    ran = run("-C", "shop", "build")
    assert ran.out.startswith("1 note in 4 files\n")
    assert "info[unused-persona]" in run("-C", "shop", "check").out


def test_the_output_may_be_named(run: Run, project: Path, tmp_path: Path) -> None:
    assert run("-C", "shop", "build", "--output", "../public").code == 0
    assert (tmp_path / "public" / "index.html").is_file()


@pytest.mark.parametrize("output", ["..", "../public", "/", "."])
def test_a_map_can_not_choose_a_place_outside(run: Run, project: Path, tmp_path: Path, output: str) -> None:
    (project / "cjmgen.yml").write_text(f"output: '{output}'\n", "utf-8")
    before = sorted(tmp_path.iterdir())
    ran = run("-C", "shop", "build")
    assert ran.code == 2
    assert ran.err.startswith("Error: ")
    assert sorted(tmp_path.iterdir()) == before


def test_a_full_folder_is_not_touched(run: Run, project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "thesis.doc").write_text("years of work")
    ran = run("-C", "shop", "build")
    assert ran.code == 2
    assert "not made by cjmgen" in ran.err
    assert listing(project / "site") == {"thesis.doc": b"years of work"}


def test_the_day_is_recorded_only_when_somebody_named_it(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = project / "site" / "build.json"
    run("-C", "shop", "build")
    assert json.loads(facts.read_text()) == {"cjmgen": __version__}
    run("-C", "shop", "build", "--today", "2026-10-15")
    assert json.loads(facts.read_text())["today"] == "2026-10-15"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    run("-C", "shop", "build")
    assert json.loads(facts.read_text())["today"] == "1970-01-02"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "tomorrow")
    assert run("-C", "shop", "build").code == 2


def test_the_day_decides_about_reviews(run: Run, project: Path) -> None:
    (project / "cjmgen.yml").write_text("review_every: 6 months\n", "utf-8")
    journey = project / "maps" / "journeys" / "first-pair.yml"
    journey.write_text("reviewed: 2026-01-01\n" + journey.read_text(), "utf-8")
    assert "review-overdue" not in run("-C", "shop", "check", "--today", "2026-02-01").out
    assert "review-overdue" in run("-C", "shop", "check", "--today", "2026-12-01").out


def test_a_site_that_knows_its_address_lists_its_pages(run: Run, project: Path) -> None:
    run("-C", "shop", "build")
    assert not (project / "site" / "sitemap.xml").exists()
    run("-C", "shop", "build", "--url", "https://maps.example.org/shop/")
    listed = (project / "site" / "sitemap.xml").read_text()
    assert "<loc>https://maps.example.org/shop/journeys/first-pair/</loc>" in listed
    assert "<loc>https://maps.example.org/shop/</loc>" in listed
    assert ".json" not in listed


@pytest.mark.parametrize("url", ["javascript:alert(1)", "maps.example.org", "ftp://maps.example.org"])
def test_an_address_is_one_of_the_web(run: Run, project: Path, url: str) -> None:
    ran = run("-C", "shop", "build", "--url", url)
    assert ran.code == 2
    assert "https://" in ran.err


def test_an_unknown_theme_is_a_problem_at_its_place(run: Run, project: Path) -> None:
    (project / "cjmgen.yml").write_text("title: Shop\ntheme: defualt\n", "utf-8")
    ran = run("-C", "shop", "check")
    assert ran.code == 1
    assert "cjmgen.yml:2:8: error[bad-setting]: there is no theme 'defualt'" in ran.out
    assert "did you mean 'default'?" in ran.out


def test_a_template_that_is_wrong_keeps_the_old_site_and_safe_leaves_it_alone(run: Run, project: Path) -> None:
    assert run("-C", "shop", "build").code == 0
    before = listing(project / "site")
    own = project / "themes" / "shop"
    (own / "assets" / "style").mkdir(parents=True)
    (own / "templates").mkdir()
    (own / "assets" / "style" / "99-shop.css").write_text(".shop{color:red}")
    (own / "templates" / "home.html").write_text("\n{{ 7 / 0 }}")
    (project / "cjmgen.yml").write_text("theme: shop\n", "utf-8")
    ran = run("-C", "shop", "build")
    assert ran.code == 1
    assert "themes/shop/templates/home.html:2:1: error[template-error]: division by zero" in ran.out
    assert listing(project / "site") == before
    assert "file-not-read" in run("-C", "shop", "check", "--safe").out
    assert run("-C", "shop", "build", "--safe").code == 0
    site = listing(project / "site")
    assert b".shop{color:red}" in site["assets/cjm.css"]
    assert site["index.html"].startswith(b"<!DOCTYPE html>")
