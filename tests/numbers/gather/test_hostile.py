"""Whatever stands in an export, and however a metric's file names it, a figure comes of it or a problem, and never a traceback."""

import datetime
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjmgen.atlas.files.exports import Exports
from cjmgen.atlas.fill import fill
from cjmgen.model.metric import Metric, MetricType
from cjmgen.numbers.profiles import PROFILES
from cjmgen.pages.journey.grounds import grounds
from cjmgen.pipeline import load
from cjmgen.tree import Tree

TYPES = get_args(MetricType)
CELLS = st.one_of(
    st.text(max_size=6),
    st.sampled_from(["", "²", "9" * 400, "9" * 5000, "1e999", "-4", "=cmd|' /C calc'!A0", "5%", "12,5 %", "1", "0", "10", "99999999999999999%"]),
    st.sampled_from(["2026-09-01", "2026-09-01 10:00:00", "03/04/2026", "2026-10", "2026-Q4", "1788220800000000", "0:03:20", "won", "look", "n/a"]),
)
NAMES = sorted({name.rstrip("*") for profile in PROFILES for names in profile.columns.values() for name in names[:1]})

WRONG = [
    ("funnel", {"profile": "ga4-funnel"}, "a,b\n1,2\n", "export-unreadable"),
    ("funnel", {"profile": "ga4-events", "stages": {"v": "look"}}, "event_name,user_pseudo_id\nv,1\n", "export-unreadable"),
    ("funnel", {"profile": "pipedrive-deals", "stages": {"v": "look"}}, "a,b\nv,1\n", "export-unreadable"),
    ("nps", {"profile": "typeform", "value": "b"}, "a,b\nv,1\n", "export-unreadable"),
    ("time", {"profile": "support-tickets"}, "a,b\nv,1\n", "export-unreadable"),
    ("funnel", {"stage": "a"}, "a,b\nv,1\n", "export-unfit"),
    ("reach", {"value": "a", "stage": "a"}, "a\n5\n", "export-unfit"),
    ("conversion", {"value": "a", "people": "b"}, "a,b\n²,1\n", "export-row-refused"),
    ("conversion", {"value": "a", "people": "b"}, "a,b\n" + "9" * 5000 + ",1\n", "export-row-refused"),
]


def filled(type: str, source: dict[str, Any], content: str) -> set[str]:
    """The codes of what is wrong; what was made of it can be drawn, and is read again as it was written."""
    metric = Metric.model_validate({"id": "m", "title": "M", "type": type, "source": {"file": "m.csv", **source}})
    found = fill(metric, "maps/metrics/m.yml", Exports(Tree.of({"maps/metrics/m.csv": content.encode()})), datetime.date(2026, 11, 26))
    assert Metric.model_validate_json(found.metric.model_dump_json(exclude_unset=True, by_alias=True)) == found.metric
    grounds(found.measured)
    return {each.code for each in (*found.findings, *found.problems)}


@pytest.mark.parametrize(("type", "source", "content", "code"), WRONG)
def test_an_export_that_lacks_what_is_asked_for_is_told(type: str, source: dict[str, Any], content: str, code: str) -> None:
    assert code in filled(type, source, content)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(TYPES),
    st.one_of(st.none(), st.sampled_from([each.name for each in PROFILES])),
    st.dictionaries(st.sampled_from(["value", "people", "stage", "segment", "date", "period"]), st.sampled_from([*NAMES, "x"]), max_size=3),
    st.lists(st.sampled_from([*NAMES, "x"]), min_size=1, max_size=6),
    st.lists(st.lists(CELLS, max_size=6), max_size=4),
)
def test_any_table_gives_figures_or_problems(
    type: str, profile: str | None, named: dict[str, str], names: list[str], rows: list[list[str]]
) -> None:
    lines = [names, *rows]
    text = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines) + "\n"
    filled(type, {**({"profile": profile} if profile else {}), **named, "stages": {"look": "look", "won": "own"}}, text)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(PROFILES), st.sampled_from(TYPES), st.lists(st.lists(CELLS, min_size=8, max_size=8), min_size=1, max_size=5))
def test_any_rows_under_the_head_of_a_product_do(profile: Any, type: str, rows: list[list[str]]) -> None:
    head = [names[0].rstrip("*") for names in profile.columns.values()]
    text = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in (head, *rows)) + "\n"
    filled(type, {"profile": profile.name, "stages": {"look": "look", "won": "own"}}, text)


def test_a_project_with_a_broken_export_is_loaded() -> None:
    files = {
        "cjmgen.yml": "title: S\n",
        "maps/journeys/a.yml": "title: A\nfunnel: m\nstages: [{id: look, title: L}]\n",
        "maps/metrics/m.yml": "title: M\ntype: funnel\nsource: {file: m.csv, profile: ga4-funnel}\n",
        "maps/metrics/m.csv": "a,b\n1,2\n",
    }
    found = load(Tree.of({path: text.encode() for path, text in files.items()}), datetime.date(2026, 11, 26))
    assert [each.place.file for each in found.problems if each.code == "export-unreadable"] == ["maps/metrics/m.csv"]
