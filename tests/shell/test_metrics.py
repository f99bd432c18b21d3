"""`cjmgen metrics inspect`: an export described, whatever it holds."""

from pathlib import Path

import pytest
import yaml

from cjmgen.model.metric import Metric
from shell.conftest import Run

EXPORTS = Path(__file__).parent.parent / "numbers" / "exports"
FILES = sorted(file for file in EXPORTS.iterdir() if file.suffix in (".csv", ".tsv"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_block_is_a_metric(file: Path, run: Run) -> None:
    ran = run("metrics", "inspect", str(file))
    assert ran.code == 0
    _, _, block = ran.out.partition("A metric that reads it, as a file in maps/metrics/:\n\n")
    metric = Metric.model_validate({**yaml.safe_load(block), "id": "it"})
    assert metric.source
    assert metric.source.file == file.name
    assert metric.source.profile
    assert file.stem.startswith(metric.source.profile)


def test_what_a_funnel_looks_like(run: Run) -> None:
    here = ["-C", str(EXPORTS)]
    ran = run(*here, "metrics", "inspect", "ga4-funnel.csv")
    assert ran == run("metrics", *here, "inspect", "ga4-funnel.csv") == run("metrics", "inspect", *here, "ga4-funnel.csv")
    assert ran.out == (
        "ga4-funnel.csv\n"
        "  utf-8, cells between commas, 4 rows, header in line 5\n"
        "  from 2026-09-01 to 2026-09-30: its comments say so\n"
        "\n"
        "Columns\n"
        "  Step                         step     1. session_start · 2. view_item · 3. begin_checkout\n"
        "  Active users                 people   20,000 · 7,900 · 2,062\n"
        "  Completion rate              rate     39.5% · 26.1% · 58%\n"
        "\n"
        "Profiles\n"
        "  ga4-funnel                85%  Google Analytics 4, funnel exploration\n"
        "  ga4-report                62%  Google Analytics 4, report\n"
        "\n"
        "Read as ga4-funnel: a row is a step of a funnel\n"
        "\n"
        "A metric that reads it, as a file in maps/metrics/:\n"
        "\n"
        "title: Google Analytics 4, funnel exploration\n"
        "type: funnel\n"
        "source:\n"
        "  file: ga4-funnel.csv\n"
        "  profile: ga4-funnel\n"
        "  stages:  # their names in their order, each with the id of one of our stages\n"
        '    "1. session_start": …\n'
        '    "2. view_item": …\n'
        '    "3. begin_checkout": …\n'
        '    "4. purchase": …\n'
    )


def test_what_was_left_out_refused_and_assumed_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "deals.csv").write_text(
        "Deal - ID,Deal - Stage,Deal - Status,Deal - Value,Deal - Deal created\n"
        '1,Demo,open,"1,200",03/04/2026\n2,,open,5,03/04/2026\n3,Demo,open,many,03/04/2026\n4,Demo,open,5\n',
        "utf-8",
    )
    ran = run("metrics", "inspect", str(tmp_path / "deals.csv"))
    assert "  assumed of “Deal - Value”: that numbers are written with commas between thousands\n" in ran.out
    assert "  assumed of “Deal - Deal created”: that dates have the day first\n" in ran.out
    assert "  refused: line 3, column 2: this cell is empty\n" in ran.out
    assert "  refused: line 4, column 4: “many” is no number\n" in ran.out


def test_hostile_cells_are_only_text(run: Run, tmp_path: Path) -> None:
    name = "=cmd|' /C calc'!A0"
    (tmp_path / "f.csv").write_text(f'Step,Active users\n"{name}",3\n"\x1b[31mred","4"\n"a: [b","5"\n', "utf-8")
    ran = run("metrics", "inspect", str(tmp_path / "f.csv"))
    assert ran.code == 1  # a control character is no text
    (tmp_path / "f.csv").write_text(f'Step,Active users\n"{name}",3\n"\u202ered","4"\n"a: [b","5"\n"it\'s ""quoted"" \\ so","6"\n', "utf-8")
    ran = run("metrics", "inspect", str(tmp_path / "f.csv"))
    assert ran.code == 0
    assert "\u202e" not in ran.out
    _, _, block = ran.out.partition("maps/metrics/:\n\n")
    assert name in yaml.safe_load(block)["source"]["stages"]
    assert 'it\'s "quoted" \\ so' in yaml.safe_load(block)["source"]["stages"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04", "this is no table but a spreadsheet or an archive\n  export it, or save it, as CSV\n"),
        (b"", "this export is empty\n"),
    ],
)
def test_what_is_no_table_says_so(run: Run, tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "f.csv").write_bytes(content)
    ran = run("metrics", "inspect", str(tmp_path / "f.csv"))
    assert ran.code == 1
    assert ran.out.endswith(f"f.csv:1:1: {words}")


def test_what_no_profile_fits_is_described(run: Run, tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text("Colour,Taste\nred,sweet\n", "utf-8")
    ran = run("metrics", "inspect", str(tmp_path / "f.csv"))
    assert ran.code == 0
    assert "No profile fits." in ran.out
    assert "  Colour                       –        red\n" in ran.out


OWN: list[tuple[str, dict[str, object]]] = [
    ("month,orders,visits\n2026-09,90,1000\n2026-10,84,1020\n",
     {"title": "orders", "type": "conversion", "source": {"file": "f.csv", "period": "month", "value": "orders", "people": "visits"}}),
    ("month,visits,orders\n2026-09,1000,90\n2026-10,1020,84\n",
     {"title": "orders", "type": "conversion", "source": {"file": "f.csv", "period": "month", "value": "orders", "people": "visits"}}),
    ("day;shop;visits\n01.09.2026;Nord;1 000\n02.09.2026;Süd;1 020\n",
     {"title": "visits", "type": "reach", "source": {"file": "f.csv", "date": "day", "value": "visits", "segment": "shop"}}),
    ("month,No\n2026-09,3.5%\n", {"title": "No", "type": "conversion", "source": {"file": "f.csv", "period": "month", "value": "No"}}),
    ("week,spent\n2026-W40,0:03:20\n", {"title": "spent", "type": "time", "source": {"file": "f.csv", "period": "week", "value": "spent"}}),
    ("Месяц;Визиты\nМай 2026;1 000\nИюнь 2026;1 020\n",
     {"title": "Визиты", "type": "reach", "source": {"file": "f.csv", "period": "Месяц", "value": "Визиты"}}),
    ("Shop,Period,Orders\nNord,I кв. 2026,10\nNord,II кв. 2026,12\n",
     {"title": "Orders", "type": "reach", "source": {"file": "f.csv", "period": "Period", "value": "Orders", "segment": "Shop"}}),
    ("Month,Orders\nMay,10\nJune,12\n",
     {"title": "Orders", "type": "reach", "source": {"file": "f.csv", "period": "Month", "value": "Orders"}}),
    ("Месяц;Расход\nавг. 2026;100 000,50\nсент. 2026;120 000\n",
     {"title": "Расход", "type": "cost", "source": {"file": "f.csv", "period": "Месяц", "value": "Расход"}}),
    ("month,Ad cost,Clicks\n2026-09,100,900\n2026-10,120,950\n",
     {"title": "Ad cost", "type": "cost", "source": {"file": "f.csv", "period": "month", "value": "Ad cost"}}),
    ("month;Стоимость, руб.\n2026-09;100\n", {"title": "Стоимость, руб.", "type": "cost", "source": {"file": "f.csv", "period": "month", "value": "Стоимость, руб."}}),
    ("month,Revenue\n2026-09,100.5\n", {"title": "Revenue", "type": "revenue", "source": {"file": "f.csv", "period": "month", "value": "Revenue"}}),
    ("month,grade\n202609,4.5\n", {"title": "grade", "type": "custom", "source": {"file": "f.csv", "period": "month", "value": "grade"}}),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "metric"), OWN)
def test_a_table_that_could_be_anybodys_is_read_by_its_columns(rows: str, metric: dict[str, object], run: Run, tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text(rows, "utf-8")
    ran = run("metrics", "inspect", str(tmp_path / "f.csv"))
    assert ran.code == 0
    assert "No profile fits" in ran.out
    _, _, block = ran.out.partition("A metric that names its columns, as a file in maps/metrics/:\n\n")
    assert yaml.safe_load(block) == metric


QUESTIONS = [
    ("Насколько вы довольны покупкой?", (5, 4, 1), "csat", "1-5"),
    ("Насколько вы довольны покупкой?", (9, 4, 1), "csat", "1-10"),
    ("How satisfied are you?", (5, 4, 1), "csat", "1-5"),
    ("Насколько легко было вернуть товар?", (5, 4, 1), "ces", "1-7"),
    ("Насколько вероятно, что вы порекомендуете нас?", (5, 4, 0), "nps", None),
    ("Ваша отметка", (9, 4, 1), "nps", None),
]


@pytest.mark.parametrize(("asked", "answers", "type", "scale"), QUESTIONS)
def test_a_question_is_known_by_its_words_and_its_scale_by_its_answers(
    asked: str, answers: tuple[int, ...], type: str, scale: str | None, run: Run, tmp_path: Path
) -> None:
    rows = "".join(f"2026/10/0{at} 10:00:00,Ок,{answer}\n" for at, answer in enumerate(answers, start=1))
    (tmp_path / "f.csv").write_text(f'Отметка времени,Что улучшить?,"{asked}"\n{rows}', "utf-8")
    _, _, block = run("metrics", "inspect", str(tmp_path / "f.csv")).out.partition("maps/metrics/:\n\n")
    metric = yaml.safe_load(block)
    assert (metric["type"], metric["source"]["value"], metric["source"].get("scale")) == (type, asked, scale)


def test_stages_of_a_crm_stand_once_each_in_the_order_of_their_pipeline(run: Run, tmp_path: Path) -> None:
    columns = ",".join(f'"Date entered ""{name} (Sales Pipeline)"""' for name in ("Contract", "Never", "Appointment scheduled", "Closed won", "Demo"))
    rows = (
        "1,Demo (Sales Pipeline),2026-09-01,,,,2026-09-01,,2026-09-03\n2,Contract,2026-09-02,,2026-09-12,,2026-09-02,,2026-09-04\n"
        "3,Closed won,2026-09-02,2026-09-20,2026-09-12,,2026-09-02,2026-09-20,2026-09-04\n4,Appointment Scheduled,2026-09-02,,,,2026-09-02,,\n"
    )
    (tmp_path / "f.csv").write_text(f"Record ID,Deal Stage,Create Date,Close Date,{columns}\n{rows}", "utf-8")
    _, _, block = run("metrics", "inspect", str(tmp_path / "f.csv")).out.partition("maps/metrics/:\n\n")
    assert list(yaml.safe_load(block)["source"]["stages"]) == ["Appointment Scheduled", "Demo (Sales Pipeline)", "Contract", "Never (Sales Pipeline)"]


def test_stages_without_days_stand_in_the_order_that_the_product_begins_with(run: Run, tmp_path: Path) -> None:
    rows = "1,Contract sent,2026-09-01,\n2,Pilot,2026-09-02,\n3,Closed won,2026-09-02,2026-09-20\n4,Appointment scheduled,2026-09-02,\n5,Qualified to buy,2026-09-03,\n"
    (tmp_path / "f.csv").write_text(f"Record ID,Deal Stage,Create Date,Close Date\n{rows}", "utf-8")
    _, _, block = run("metrics", "inspect", str(tmp_path / "f.csv")).out.partition("maps/metrics/:\n\n")
    assert list(yaml.safe_load(block)["source"]["stages"]) == ["Appointment scheduled", "Qualified to buy", "Contract sent", "Pilot"]


def test_a_column_that_says_when_is_marked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text("Квартал;Открыт;Когда;Расход\n1;01.01.2026;окт. 2026;5\n2;02.01.2026;ноя. 2026;6\n", "utf-8")
    told = run("metrics", "inspect", str(tmp_path / "f.csv")).out
    assert [line.split()[1] for line in told.split("Columns\n")[1].splitlines()[:4]] == ["period", "date", "period", "–"]


@pytest.mark.parametrize("head", ["Step,Active users,Completion rate\n", "month,orders,visits\n", "Colour,Taste\n"])
def test_a_header_without_rows_is_no_export(head: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text(head, "utf-8")
    ran = run("metrics", "inspect", str(tmp_path / "f.csv"))
    assert ran.code == 1
    assert "0 rows, header in line 1\n" in ran.out
    assert "f.csv:1:1: this export has a header and nothing below it\n" in ran.out
    assert "A metric that" not in ran.out


def test_a_folder_is_no_export(run: Run, tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    ran = run("-C", str(tmp_path), "metrics", "inspect", "maps")
    assert (ran.code, ran.err.strip()) == (2, "Error: maps is a folder; name one export")
    (tmp_path / "maps" / "nps.csv").write_text("a\n1\n", "utf-8")
    ran = run("-C", str(tmp_path), "metrics", "inspect", "maps/")
    assert ran.err.strip() == "Error: maps is a folder; name one export, such as maps/nps.csv"


def test_a_file_that_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("metrics", "inspect", str(tmp_path / "gone.csv"))
    assert ran.code == 2
    assert "there is no file" in ran.err
