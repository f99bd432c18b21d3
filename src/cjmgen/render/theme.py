"""theme: templates, words, styles, script and icons, read once from the files of a theme."""

from collections.abc import Mapping
from dataclasses import dataclass

from cjmgen.problem import Checked, Place, Problem, Span, problem
from cjmgen.render.icons import symbol
from cjmgen.syntax.read import read
from cjmgen.tree import Tree
from cjmgen.words.catalogue import merge
from cjmgen.words.speaker import Speaker, speaker

FALLBACK = "en"
"""The language whose words stand in where a theme's catalogue has none."""

STYLE, SCRIPT = "assets/cjm.css", "assets/cjm.js"


@dataclass(frozen=True, eq=False)
class Theme:
    """How the site looks and speaks. Two themes are one only if they are the same object: the files are read once."""

    templates: Mapping[str, str]
    words: Mapping[str, Mapping[str, object]]
    """Catalogues by language."""
    assets: Mapping[str, bytes]
    """Files of the site by path, style and script among them."""
    symbols: Mapping[str, str]
    """Icons by name, as SVG symbols."""

    @staticmethod
    def read(tree: Tree) -> "Checked[Theme]":
        """A theme from its files: `templates/`, `words/`, `icons/`, `assets/`."""
        problems: list[Problem] = []
        words = _words(tree.under("words"), problems)
        symbols = _symbols(tree.under("icons"), problems)
        templates = {path: _text(content) for path, content in tree.under("templates").items()}
        return Checked(Theme(templates, words, _assets(tree.under("assets")), symbols), tuple(problems))

    def speaker(self, language: str) -> Speaker:
        """The speaker of a language; phrases it lacks are English."""
        own = self.words.get(language) or self.words.get(language.split("-")[0], {})
        return speaker(language, merge(self.words.get(FALLBACK, {}), own))


def _words(files: Tree, problems: list[Problem]) -> dict[str, Mapping[str, object]]:
    """`en.yml` and any `en.*.yml` beside it, later names laid over earlier ones."""
    words: dict[str, Mapping[str, object]] = {}
    for path in sorted(files, key=lambda path: (path.count("."), path)):
        checked = read(f"words/{path}", files[path])
        problems += checked.problems
        if isinstance(checked.value.data, dict):
            language = path.split(".", 1)[0]
            words[language] = merge(words.get(language, {}), checked.value.data)
    return words


def _symbols(files: Tree, problems: list[Problem]) -> dict[str, str]:
    symbols = {}
    for path, content in files.items():
        drawn = symbol(path.removesuffix(".svg"), _text(content))
        if drawn:
            symbols[path.removesuffix(".svg")] = drawn
        else:
            place = Place(f"icons/{path}", Span(1, 1))
            hint = 'an <svg> with a viewBox="0 0 20 20" that holds paths and other shapes only, in a file named like `map-pin.svg`'
            problems.append(problem("bad-setting", "this icon is no plain drawing", place, hint))
    return symbols


def _assets(files: Tree) -> dict[str, bytes]:
    """All files as they are, except those that stand on every page: one style and one script, joined in the order of their names."""
    joined = {STYLE: _joined(files.under("style"), ".css"), SCRIPT: _joined(files.under("script"), ".js")}
    return {**joined, **{f"assets/{path}": content for path, content in files.items() if not path.startswith(("style/", "script/"))}}


def _joined(files: Tree, ending: str) -> bytes:
    return b"".join(content.rstrip() + b"\n" for path, content in files.items() if path.endswith(ending))


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace").replace("\r\n", "\n")
