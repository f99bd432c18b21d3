"""What the pages of a site were made of, believed only if it is whole and the site stands as it was made."""

from pathlib import Path

import pytest

from cjmgen.digest import digest
from cjmgen.memo.standing import Standing
from cjmgen.memo.store import Shortlived
from cjmgen.shell.standing import before, ledger_of, remember

STANDS = {"index.html": digest("home")}
MADE_OF = Standing("state", {"buying": digest("buying")})


def test_what_was_written_down_comes_back(tmp_path: Path) -> None:
    store = Shortlived()
    remember(store, tmp_path, None, STANDS, MADE_OF)
    assert before(store, tmp_path, None, STANDS) == MADE_OF
    assert before(store, tmp_path, None, {**STANDS, "index.html": digest("touched")}) is None


@pytest.mark.parametrize("text", ["", "{", "[]", "[1, 2, 3]", '["None", "", "state", 7]', "null"])
def test_what_is_spoilt_is_not_believed(tmp_path: Path, text: str) -> None:
    store = Shortlived()
    store.put("standing", ledger_of(tmp_path), text)
    assert before(store, tmp_path, None, STANDS) is None
