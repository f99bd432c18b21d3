"""theme: templates, words, styles, script and icons, read once from the files of a theme."""

import re
from collections.abc import Mapping
from dataclasses import field

from cjmgen.problem import Checked, Place, Problem, Span, problem
from cjmgen.render.code import UNKEPT, Codes
from cjmgen.render.icons import symbol
from cjmgen.render.phrases import catalogues
from cjmgen.tree import Tree
from cjmgen.value import dataclass
from cjmgen.words.catalogue import merge
from cjmgen.words.speaker import Speaker, speaker

FALLBACK = "en"
"""The language whose words stand in where a theme's catalogue has none."""

NAMED = re.compile(r"""["']([\w./-]+)["']""")
"""Whatever in a template might be the name of another; some of it is not, and does no harm."""

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
    own: Mapping[str, str] = field(default_factory=dict)
    """The templates that a project wrote itself, each with its file; where there are any, all pages are drawn guarded."""
    policy: str = ""
    """The element that every page of such templates has to open with."""
    codes: Codes = UNKEPT
    """Where the code of the templates is kept."""
    _speakers: dict[str, Speaker] = field(default_factory=dict, init=False, repr=False)

    @staticmethod
    def read(tree: Tree) -> "Checked[Theme]":
        """A theme from its files: `templates/`, `words/`, `icons/`, `assets/`."""
        problems: list[Problem] = []
        words = catalogues(tree.under("words"))
        problems += words.problems
        symbols = _symbols(tree.under("icons"), problems)
        templates = {path: _text(content) for path, content in tree.under("templates").items()}
        return Checked(Theme(templates, words.value, _assets(tree.under("assets")), symbols), tuple(problems))

    def speaker(self, language: str) -> Speaker:
        """The speaker of a language, made once, as templates are bound to it; phrases it lacks are English."""
        if language not in self._speakers:
            self._speakers[language] = speaker(language, merge(self.words.get(FALLBACK, {}), self.words_of(language)))
        return self._speakers[language]

    def words_of(self, language: str) -> Mapping[str, object]:
        """The catalogue of a language, or of the language it is a variety of."""
        return self.words.get(language) or self.words.get(language.split("-")[0], {})


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
