"""test_refused: why a row of an export was refused is said on pages in the language of the page, and by commands in English."""

import datetime
import html
import re
from typing import get_args

import pytest
import yaml

from cjmgen import pipeline
from cjmgen.model.metric import Metric
from cjmgen.numbers.gather.gathered import gathered
from cjmgen.numbers.reason import ReasonKey
from cjmgen.render.theme import Theme
from cjmgen.tree import Tree
from cjmgen.words.catalogue import flatten

TODAY = datetime.date(2026, 11, 26)
ANSWERS = "#,Recommend?,Response Type,Submit Date (UTC)\n" + "".join(
    f"k{at},{score},completed,2026-09-0{at} 06:00:00\n" for at, score in enumerate(("11", "4.5", "<b>", "9", "10", "8", "9"), start=1)
)
METRICS = {
    "visits": (
        "type: reach\nsource: {file: visits.csv, period: month, value: n}\n",
        "month,n\n2026-08,many\n2026-09,-4\nМай,5\n,5\n2026-09\n2026-09,7.5\n2026-09,900\n2026-09,950\n2026-10,990\n2026-10,990\n"
        + "".join(f"2026-0{month},9{month}0\n" for month in range(1, 8)),
    ),
    "spent": ("type: time\nsource: {file: spent.csv, date: day, value: spent}\n", "day,spent\n2026-09-31,0:03:20\n2026-09-01,later\n2026-09-02,0:03:40\n2026-09-03,0:03:40\n2026-09-04,0:03:50\n"),
    "nps": ('type: nps\nsource: {file: nps.csv, profile: typeform, value: "Recommend?"}\n', ANSWERS),
    "score": ("type: nps\nsource: {file: score.csv, period: m, value: n}\n", "m,n\n2026-08,-300\n2026-09,42\n"),
    "csat": ("type: csat\nsource: {file: csat.csv, period: m, value: n}\n", "m,n\n2026-08,-3\n2026-09,4.2\n"),
    "percents": ("type: conversion\nsource: {file: percents.csv, period: m, value: share}\n", "m,share\n2026-06,12\n2026-07,0.117\n2026-08,12.6\n2026-09,12.5\n"),
    "fractions": ("type: conversion\nsource: {file: fractions.csv, period: m, value: share}\n", "m,share\n2026-06,0.12\n2026-07,11.7\n2026-08,0.126\n2026-09,0.13\n"),
}

SAID = {
    "visits": [
        ("2", "“many” is no number", "«many» — не число"),
        ("3", "“-4” is below zero", "«-4» — меньше нуля"),
        ("4", "“Май” is no period", "«Май» — не период"),
        ("5", "a cell is empty that must not be", "пуста ячейка, которая нужна"),
        ("6", "the row ends too early", "строка обрывается раньше времени"),
        ("7", "“7.5” is no whole number", "«7.5» — не целое число"),
        ("9", "“2026-09” stands in line 8 otherwise; the later row counts", "«2026-09» в строке 8 стоит иначе; считается более поздняя строка"),
        ("11", "“2026-10” stands in line 10 as well, and counts once", "«2026-10» уже стоит в строке 10 и считается один раз"),
    ],
    "spent": [("2", "“2026-09-31” is no date", "«2026-09-31» — не дата"), ("3", "“later” is no time", "«later» — не время")],
    "nps": [
        ("2", "11 is no answer from 0 to 10", "11 — не ответ по шкале от 0 до 10"),
        ("3", "4.5 is no answer of a scale: these are whole", "4,5 — не ответ по шкале: они целые"),
        ("4", "“<b>” is no number", "«<b>» — не число"),
    ],
    "score": [("2", "−300 is no NPS, which goes from −100 to 100", "−300 — не NPS: он бывает от −100 до 100")],
    "csat": [("2", "−3 is below zero", "−3 — меньше нуля")],
    "percents": [
        ("3", "“0.117” looks like a fraction, and the others of this column are percent", "«0.117» похоже на долю единицы, а остальные числа столбца — проценты"),
    ],
    "fractions": [
        ("3", "“11.7” looks like percent, and the others of this column are fractions", "«11.7» похоже на проценты, а остальные числа столбца — доли единицы"),
    ],
}


@pytest.fixture(scope="module")
def site(files: Tree) -> Tree:
    """A site with an export of each kind, and rows in it that can't be read."""
    maps = {"cjmgen.yml": "title: Shop\nlanguages: [en, ru]\n", "maps/journeys/buying.yml": "title: Buying\nstages: [{title: Choose}]\n"}
    for id, (metric, rows) in METRICS.items():
        maps |= {f"maps/metrics/{id}.yml": f"title: {id}\n{metric}", f"maps/metrics/{id}.csv": rows}
    return pipeline.build(Tree.of({path: text.encode() for path, text in maps.items()}), files, TODAY).value


@pytest.mark.parametrize("id", METRICS)
@pytest.mark.parametrize(("folder", "line"), [("", "Line"), ("ru/", "Строка")])
def test_a_page_says_why_in_its_language(site: Tree, id: str, folder: str, line: str) -> None:
    page = site[f"{folder}metrics/{id}/index.html"].decode()
    rows = re.search(r'<ul class="odd">(.*?)</ul>', page, re.DOTALL)
    assert rows
    said = [html.unescape(re.sub(r"<[^>]+>", "", each)).strip() for each in re.findall(r"</code>(.*?)</li>", rows[1])]
    assert [each.replace("\u00a0", " ") for each in said] == [f"{line} {at}: {russian if folder else english}" for at, english, russian in SAID[id]]


def test_every_reason_has_words_in_every_language_and_an_example_here(theme: Theme) -> None:
    keys = {f"metric.reason.{key}" for key in get_args(ReasonKey)}
    for language in ("en", "ru"):
        assert {name for name in flatten(theme.words[language]) if name.startswith("metric.reason.")} == keys
    found = set()
    for metric, rows in METRICS.values():
        made = Metric.model_validate({"title": "X", **yaml.safe_load(metric)})
        assert made.source
        told = gathered(made, made.source, [("a.csv", rows.encode())], TODAY).measured
        assert told
        found |= {f"metric.reason.{each.reason.key}" for file in told.files for each in (*file.faults, *file.again)}
    assert found == keys
