"""test_sort: which file is what, by its place and name."""

import pytest

from cjmgen.atlas.files.sort import sources


def kinds(*files: str) -> list[tuple[str, str, str]]:
    return [(source.file, source.kind, source.id) for source in sources(files).value]


def complaints(*files: str) -> list[tuple[str, str, str]]:
    return [(problem.place.file, problem.code, problem.hint) for problem in sources(files).problems]


def test_settings_come_first_and_journeys_last() -> None:
    files = ("maps/journeys/a.yml", "maps/teams.yml", "cjmgen.yml", "maps/personas/anna.yml", "maps/evidence/e.yml")
    assert [kind for _, kind, _ in kinds(*files)] == ["settings", "team", "evidence", "persona", "journey"]


def test_an_id_is_the_path_below_the_folder_transliterated() -> None:
    assert kinds("maps/journeys/Магазин/Первая Пара.md")[0][2] == "magazin/pervaya-para"
    assert kinds("maps/personas/Anna_K.yml")[0][2] == "anna-k"


def test_names_without_a_latin_letter_still_have_an_id() -> None:
    first, second = kinds("maps/journeys/靴.yml", "maps/journeys/箱.yml")
    assert first[2] != second[2]
    assert first[2].isalnum()


@pytest.mark.parametrize("other", ["maps/journeys/a.md", "maps/journeys/a.yaml", "maps/journeys/A.yml", "maps/journeys/а.yml"])
def test_one_stem_twice_is_a_problem(other: str) -> None:
    found = sources(["maps/journeys/a.yml", other])
    assert [problem.code for problem in found.problems] == ["same-stem"]
    assert len(found.value) == 1
    assert {found.problems[0].place.file, found.problems[0].related[0].place.file} == {"maps/journeys/a.yml", other}


@pytest.mark.parametrize(
    "path",
    ["README.md", "maps/README.md", "maps/journeys/readme.md", "maps/_drafts/a.yml", "maps/journeys/_old.yml", "maps/.schema/journey.json",
     "maps/journeys/a.png", "maps/metrics/visits.csv", "docs/index.md", ".cjmgen/x.yml", "package.json", "maps/notes.pdf"],
)  # fmt: skip
def test_what_is_nobodys_business_is_left_alone(path: str) -> None:
    found = sources([path])
    assert (found.value, found.problems) == ((), ())


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("maps/journey/a.yml", "move it to maps/journeys/a.yml"),
        ("maps/a.yml", "journeys stand in maps/journeys: move it to maps/journeys/a.yml"),
        ("maps/team.yml", "did you mean maps/teams.yml?"),
        ("maps/teams.md", "write it as maps/teams.yml"),
        ("journeys/a.yml", "move it to maps/journeys/a.yml"),
        ("teams.yml", "move it to maps/teams.yml"),
        ("maps/evidence/a.md", "evidence files end in .yml"),
        ("maps/journeys/a.json", "journey files end in .yml, .md, .csv or .tsv"),
        ("maps/journeys/b.ru.md", "there is no b.yml or .md beside it for this to translate"),
    ],
)
def test_a_file_that_nothing_reads_is_told_where_it_belongs(path: str, hint: str) -> None:
    assert complaints(path) == [(path, "file-not-read", hint)]


def test_a_sidecar_translates_the_file_beside_it() -> None:
    found = sources(["maps/journeys/bath.md", "maps/journeys/bath.ru.yml", "maps/teams.yml", "maps/teams.pt-BR.yml"])
    assert [(source.file, source.language, source.translates) for source in found.value if source.translates] == [
        ("maps/teams.pt-BR.yml", "pt-BR", "maps/teams.yml"),
        ("maps/journeys/bath.ru.yml", "ru", "maps/journeys/bath.md"),
    ]
    assert found.problems == ()
