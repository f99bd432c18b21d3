"""test_forge: what is offered to others is what this repository runs, but for where cjmgen comes from and where the maps lie."""

import re
from pathlib import Path

import pytest
import yaml

import cjmgen
from cjmgen.formats.forge import GITHUB, GITLAB, elsewhere

ROOT = Path(__file__).parents[2]
OURS = {name: (ROOT / name).read_text("utf-8") for name in (*GITHUB, GITLAB)}


@pytest.mark.parametrize("project", [".", "docs/journeys", "maps #1: 'ours'"])
def test_they_differ_in_two_things(project: str) -> None:
    theirs = elsewhere(OURS, "1.2.3", project)
    assert list(theirs) == [*GITHUB, ".gitlab-ci.yml"]
    for own, (path, text) in zip(OURS.values(), theirs.items(), strict=True):
        differ = [(one, other) for one, other in zip(own.splitlines(), text.splitlines(), strict=True) if one != other]
        for one, other in differ:
            assert (one.strip(), other.strip()) == ("PROJECT: .", other.strip()) or re.fullmatch(r" +uses: cjmgen/cjmgen@v1\.2\.3", other), (one, other)
        assert "uses: ./" not in text
        assert "@main" not in text
        told = yaml.safe_load(text)
        if "PROJECT" in text:
            assert told.get("env", told.get("variables"))["PROJECT"] == project, path


def test_gitlab_takes_this_version() -> None:
    assert yaml.safe_load(OURS[GITLAB])["variables"]["CJMGEN"] == f"cjmgen=={cjmgen.__version__}"
