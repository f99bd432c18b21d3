"""Every profile reads its export, finds it among all others, and says what it left aside."""

import ast
import json
from pathlib import Path

import pytest
from pydantic_core import to_json

from cjmgen.numbers import profiles
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.fit import Fit, fit, fits
from cjmgen.numbers.profile import KINDS, Profile
from cjmgen.numbers.profiles import PROFILES
from cjmgen.numbers.reading import Reading, read
from cjmgen.numbers.sheet import Sheet, sheet

EXPORTS = Path(__file__).parent / "exports"
FILES = sorted(file for file in EXPORTS.iterdir() if file.suffix in (".csv", ".tsv") or file.name.endswith("-answer.json"))
BY_NAME = {profile.name: profile for profile in PROFILES}


def profile_of(file: Path) -> Profile:
    """The profile that a file's name begins with."""
    return next(BY_NAME[name] for name in sorted(BY_NAME, key=len, reverse=True) if file.stem.startswith(name))


def opened(content: bytes) -> Sheet:
    found = sheet(content)
    assert isinstance(found, Sheet), found
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_an_export_is_known_and_read(file: Path, request: pytest.FixtureRequest) -> None:
    found = opened(file.read_bytes())
    best, *others = fits(found)
    assert best.profile == profile_of(file)
    assert best.score >= 0.65
    assert all(other.score < best.score for other in others)
    reading = read(found, best, file.name)
    assert isinstance(reading, Reading), reading
    beside = file.with_name(f"{file.stem}.read.json")
    told = to_json(reading, indent=1) + b"\n"
    if request.config.getoption("--update"):
        beside.write_bytes(told)
    assert json.loads(beside.read_bytes()) == json.loads(told)


def test_every_file_of_a_profile_is_listed() -> None:
    files = sorted(file.stem for file in Path(str(profiles.__file__)).parent.glob("*.py") if file.stem != "__init__")
    assert [profile.name.replace("-", "_") for profile in PROFILES] == files


def test_every_profile_has_an_export() -> None:
    assert {profile_of(file).name for file in FILES} == BY_NAME.keys()


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_a_profile_is_data(profile: Profile) -> None:
    place = Path(str(profiles.__file__)).with_name(f"{profile.name.replace('-', '_')}.py")
    words, taken, made = ast.parse(place.read_text("utf-8")).body
    assert isinstance(words, ast.Expr)
    assert isinstance(taken, ast.ImportFrom)
    assert isinstance(made, ast.Assign)
    assert isinstance(made.value, ast.Call)
    for each in made.value.keywords:
        ast.literal_eval(each.value)
    assert set(profile.needs) <= profile.columns.keys()
    every = [name for names in profile.columns.values() for name in (*names, *profile.marks, *profile.totals)]
    assert every == [name.lower() for name in every]


@pytest.mark.parametrize("file", [file for file in FILES if file.suffix != ".json"], ids=lambda file: file.name)
class TestSpoilt:
    """What happens to each export when a column is gone, called otherwise, there twice, or empty."""

    def cells(self, file: Path) -> tuple[Fit, list[list[str]]]:
        found = opened(file.read_bytes())
        laid = fit(found, profile_of(file))
        return laid, [list(row.cells) for row in found.rows[laid.header :]]

    def written(self, rows: list[list[str]]) -> bytes:
        return "\n".join("\t".join(f'"{cell}"' if cell else "" for cell in row) for row in rows).encode()

    def test_a_column_that_must_be_there_is_gone_or_called_otherwise(self, file: Path) -> None:
        laid, rows = self.cells(file)
        for role in laid.profile.needs:
            at = laid.columns[role]
            gone = [row[:at] + row[at + 1 :] for row in rows]
            renamed = [[*row[:at], "Something else", *row[at + 1 :]] if number == 0 else row for number, row in enumerate(rows)]
            for spoilt in (gone, renamed):
                told = read(found := opened(self.written(spoilt)), fit(found, laid.profile))
                # another column may answer to one of the other names of the role
                if isinstance(told, Fault):
                    assert laid.profile.columns[role][0] in told.message
                else:
                    assert role in {used.role for used in told.provenance.used}

    def test_a_column_that_comes_twice_is_read_once_or_refused(self, file: Path) -> None:
        laid, rows = self.cells(file)
        at = laid.columns[laid.profile.needs[0]]
        doubled = [[*row, *[""] * (len(rows[0]) - len(row)), row[at] if at < len(row) else ""] for row in rows]
        found = opened(self.written(doubled))
        once = read(found, fit(found, laid.profile))
        assert isinstance(once, Reading)
        plain = opened(self.written(rows))
        assert once.records == getattr(read(plain, fit(plain, laid.profile)), "records", None)
        last = doubled[-1]
        found = opened(self.written([*doubled[:-1], [*last[:-1], "something else"]]))
        told = read(found, fit(found, laid.profile))
        assert isinstance(told, Fault)
        assert "comes twice" in told.message

    def test_an_empty_column_refuses_every_row_and_says_where(self, file: Path) -> None:
        laid, rows = self.cells(file)
        role = laid.profile.needs[-1]
        at, start = laid.columns[role], laid.profile.heads
        empty = [row if number < start else [*row[:at], "", *row[at + 1 :]] for number, row in enumerate(rows)]
        found = opened(self.written(empty))
        told = read(found, fit(found, laid.profile))
        assert isinstance(told, Reading)
        assert told.records == ()
        assert {fault.column for fault in told.provenance.refused} == {at + 1}
        assert len(told.provenance.refused) + len(told.provenance.totals) == len(rows) - start


def test_kinds_are_of_roles_that_there_are() -> None:
    roles = {role for profile in PROFILES for role in profile.columns}
    assert KINDS.keys() <= roles


def test_the_manual_lists_every_profile() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")
    for profile in PROFILES:
        seen = f"{profile.seen[:1].upper()}{profile.seen[1:]}" or "*unverified*"
        assert f"| `{profile.name}` | {profile.product} | {seen} |" in manual
