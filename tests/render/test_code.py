"""Code of templates that is kept: compiled once, and again when the source is another."""

from dataclasses import replace

from cjmgen.digest import Digest
from cjmgen.render.code import compiled
from cjmgen.render.template import environment
from cjmgen.render.theme import Theme
from cjmgen.tree import Tree


class Shelf(dict[str, bytes]):
    """Codes in memory."""

    def put(self, name: Digest, code: bytes) -> None:
        self[name] = code


def drawn(source: str, codes: Shelf) -> str:
    theme = replace(Theme.read(Tree.of({"templates/a.html": source.encode()})).value, codes=codes)
    return environment(theme, theme.speaker("en")).get_template("a.html").render(view="<b>")


def test_code_is_kept_and_serves_another_run() -> None:
    codes = Shelf()
    assert drawn("{{ view }}", codes) == "&lt;b&gt;"
    kept = dict(codes)
    assert len(kept) == 1
    assert drawn("{{ view }}", codes) == "&lt;b&gt;"
    assert codes == kept
    assert drawn("{{ view }}!", codes) == "&lt;b&gt;!"
    assert len(codes) == 2


def test_kept_code_is_not_compiled() -> None:
    codes = Shelf()
    assert eval(compiled(codes, ("one",), lambda: compile("1", "one", "eval"))) == 1
    assert eval(compiled(codes, ("one",), lambda: compile("2", "two", "eval"))) == 1
    assert eval(compiled(codes, ("two",), lambda: compile("2", "two", "eval"))) == 2
