"""dress: the theme a project asks for, out of those that ship, with the project's own files and its colour laid over it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.load import weighed
from cjmgen.atlas.sort import sources
from cjmgen.atlas.suggest import did_you_mean, listed, nearest
from cjmgen.problem import Checked, Keys, Place, Problem, Span, problem
from cjmgen.render.accent import accent
from cjmgen.render.theme import STYLE, Theme
from cjmgen.tree import Blob, Tree

FALLBACK_THEME = "default"


def dress(atlas: Atlas, themes: Tree, files: Tree) -> Checked[Theme]:
    """The theme a project asks for, out of those that ship, with the project's own files laid over it."""
    name = atlas.settings.theme
    own, shipped = files.under(f"themes/{name}"), themes.under(name)
    problems = list(_unknown_theme(name, themes, files)) if not own and not shipped else []
    base = shipped or themes.under(FALLBACK_THEME)
    code = [path for path in own if _is_code(path)]
    laid = base | Tree({path: Blob(partial(own.__getitem__, path)) for path in own if path not in code})
    dressed = Theme.read(laid)
    problems += [_code(f"themes/{name}/{path}") for path in code if own[path] != base.get(path)]
    problems += [replace(found, place=replace(found.place, file=f"themes/{name}/{found.place.file}")) for found in dressed.problems]
    coloured = _coloured(dressed.value, atlas.settings.accent, files)
    return Checked(coloured.value, weighed((*problems, *coloured.problems), atlas.settings))


def _unknown_theme(name: str, themes: Tree, files: Tree) -> Iterator[Problem]:
    names = sorted({path.split("/")[0] for tree in (themes, files.under("themes")) for path in tree})
    hint = did_you_mean(nearest(name, names), f"the themes are {listed(names, 'and')}")
    yield problem("bad-setting", f"there is no theme '{name}'", _setting(files, "theme"), hint, data=(name,))


def _setting(files: Tree, key: str) -> Place:
    """The place of a setting."""
    return Place(next((source.file for source in sources(files).value), "cjmgen.yml"), Keys((key,)))


def _is_code(path: str) -> bool:
    """Templates and scripts run, and so may an SVG that is opened by itself; words, styles, icons and pictures don't."""
    drawn = path.startswith("icons/") and path.endswith(".svg")
    return path.startswith("templates/") or not (
        drawn or path.endswith((".yml", ".yaml", ".css", ".png", ".jpg", ".jpeg", ".webp", ".gif"))
    )


def _code(path: str) -> Problem:
    hint = "change words, styles and icons; templates and scripts are code, and code is not taken from a project"
    return problem("file-not-read", "a project's own templates and scripts are not read", Place(path, Span(1, 1)), hint, data=(path,))


def _coloured(theme: Theme, code: str | None, files: Tree) -> Checked[Theme]:
    """The theme with the project's accent at the end of its stylesheet."""
    made = accent(code, theme.assets[STYLE].decode("utf-8", "replace")) if code else None
    if not code or not made:
        return Checked(theme)
    style = theme.assets[STYLE] + made.style().encode()
    hint = f"the nearest that does is '{made.instead}'"
    message = f"text in the colour {code} does not stand out enough from its ground"
    found = (problem("accent-contrast", message, _setting(files, "accent"), hint, data=(code,)),) if made.instead else ()
    return Checked(replace(theme, assets={**theme.assets, STYLE: style}), found)
