"""The bench: every builder gets the same maps, sound ones; edits change what is shown; figures are read within a round."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parent.parent / "bench"
sys.path.insert(0, str(BENCH))

import builders  # noqa: E402
import layouts  # noqa: E402
import run as bench_run  # noqa: E402
from rounds import SCENES, Figures, growth  # noqa: E402
from stopwatch import Run  # noqa: E402

MAPS = 3


def built(builder: builders.Builder, place: Path) -> str:
    """The page of the first map."""
    done = subprocess.run(builder.build(place), capture_output=True, text=True, check=False, env=builders.environment())
    assert done.returncode == 0, done.stdout + done.stderr
    assert "warning" not in done.stdout
    return (place / builder.out / builder.page / "index.html").read_text("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("builder", builders.builders(), ids=lambda builder: builder.name)
def test_a_builder_shows_the_map_and_its_edits(builder: builders.Builder, tmp_path: Path) -> None:
    place = tmp_path / "source"
    builder.lay_out(MAPS, place)
    page = built(builder, place)
    assert "Revision r0" in page
    assert page.count("<circle") + page.count('class="dot') >= 10
    for kind in ("text", "title", "theme"):
        words = builder.edit(kind, place)
        page, before = built(builder, place), page
        assert page != before, kind
        assert words.lstrip("<") in page or kind != "text"
    builder.forget(place)
    assert not (place / builder.out).exists()


def test_the_same_seed_gives_the_same_maps(tmp_path: Path) -> None:
    for name, lay_out in layouts.LAYOUTS.items():
        for turn in ("one", "two"):
            lay_out(MAPS, tmp_path / turn / name)
    one, two = (
        {str(f.relative_to(tmp_path / t)): f.read_bytes() for f in (tmp_path / t).rglob("*") if f.is_file()} for t in ("one", "two")
    )
    assert one == two
    sizes = [len(content) for path, content in one.items() if path.startswith("bare/maps/")]
    assert len(sizes) == MAPS
    assert 7_000 < sum(sizes) / MAPS < 12_000


def figures(seconds: dict[str, list[float]]) -> Figures:
    made = Figures()
    for scene in SCENES:
        for name, taken in seconds.items():
            made.runs[scene, name] = [Run(one, one / 2, 50_000_000) for one in taken]
    return made


def test_ratios_are_those_of_the_rounds_and_growth_is_an_exponent() -> None:
    ours, bare = (one for one in builders.builders() if one.name in ("cjmgen", "bare loop"))
    small, large = figures({"cjmgen": [1.0, 9.0, 2.0], "bare loop": [1.0, 3.0, 4.0]}), figures({"cjmgen": [20.0], "bare loop": [3.0]})
    assert small.ratio("cold", "cjmgen", "bare loop") == (1.0, 1.0)
    table = bench_run.table(small, [ours, bare])
    assert "| cold | 2.00 (1.00) | 3.00 (1.50) | 1.00 (1.00) |" in table
    assert "| peak memory | 50 MB | 50 MB |  |" in table
    found = {(scene, name): exponent for scene, name, exponent in growth(small, large, 10, [ours, bare])}
    assert found["cold", "cjmgen"] == pytest.approx(1.0)
    assert found["cold", "bare loop"] == pytest.approx(0.0)


def test_hugo_may_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUGO", os.path.join("some", "hugo"))
    assert builders.hugo() == os.path.join("some", "hugo")


def test_the_steps_of_a_build_are_told(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, str(BENCH / "run.py"), "2", "--steps"], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()[2:9]] == ["start", "read", "validate", "link", "plan", "render", "write"]
