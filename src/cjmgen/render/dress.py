"""dress: the theme a project asks for, out of those that ship, with the project's own files and its colour laid over it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.files.sort import sources
from cjmgen.atlas.load import weighed
from cjmgen.atlas.mistakes.suggest import did_you_mean, listed, nearest
from cjmgen.model.field import choose
from cjmgen.model.settings import Settings
from cjmgen.problem import Checked, Keys, Place, Problem, Span, problem
from cjmgen.render.accent import accent
from cjmgen.render.blame import WRONG, blame
from cjmgen.render.code import UNKEPT, Codes
from cjmgen.render.guarded import guarded
from cjmgen.render.phrases import laid
from cjmgen.render.policy import FRAME, policy_of
from cjmgen.render.theme import FALLBACK, STYLE, Theme
from cjmgen.tree import Blob, Tree
from cjmgen.value import dataclass
from cjmgen.words.catalogue import merge

FALLBACK_THEME = "default"
FELT = ("frustrated", "unhappy", "neutral", "happy", "delighted")
"""The phrases of the emotion scale, from -2 to +2."""
LARGEST = 256 * 1024
"""Bytes in a file of a theme that is text."""

_TEXTS = (".html", ".css", ".svg", ".yml", ".yaml")
_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif")
_READ = "a theme has templates/*.html, words/*.yml, icons/*.svg, and styles (.css) and pictures in assets/"


def dress(atlas: Atlas, themes: Tree, files: Tree, safe: bool = False, codes: Codes | None = None) -> Checked[Theme]:
    """The theme of a project. `safe` takes data alone: no template of the project is read. The code of templates comes from `codes`."""
    name = atlas.settings.theme
    own, shipped = files.under(f"themes/{name}"), themes.under(name)
    problems = list(_unknown_theme(name, themes, files)) if not own and not shipped else []
    base = shipped or themes.under(FALLBACK_THEME)
    sorted_out = _sorted(own, base)
    allowed = not safe and "theme" in atlas.settings.model_fields_set
    dressed = _laid(base, sorted_out, name, allowed)
    dressed = replace(dressed, value=replace(dressed.value, codes=codes or UNKEPT))
    told = [*sorted_out.problems, *dressed.problems, *(() if allowed else _left(sorted_out.templates, safe, name))]
    problems += [replace(found, place=replace(found.place, file=f"themes/{name}/{found.place.file}")) for found in told]
    problems += _compiled(dressed.value, atlas.settings.languages[0])
    problems += _undrawn(dressed.value, atlas.settings, files)
    coloured = _coloured(_worded(dressed.value, atlas.settings), atlas.settings.accent, files)
    return Checked(coloured.value, weighed((*problems, *coloured.problems), atlas.settings))


@dataclass(frozen=True, slots=True)
class _Own:
    """A project's files of a theme, by what they are."""

    templates: dict[str, str]
    words: Tree
    rest: Tree
    problems: tuple[Problem, ...]


def _sorted(own: Tree, base: Tree) -> _Own:
    """The files of a theme that are read, and a word about those that aren't. A copy of a file that ships is no file of one's own."""
    templates: dict[str, str] = {}
    words: dict[str, Blob] = {}
    rest: dict[str, Blob] = {}
    problems = []
    for path in own:
        content = own[path]
        if content == base.get(path):
            continue
        if wrong := _unreadable(path, content):
            problems.append(wrong)
        elif path.startswith("templates/"):
            templates[path.removeprefix("templates/")] = content.decode().replace("\r\n", "\n")
        else:
            (words if path.startswith("words/") else rest)[path] = Blob(partial(own.__getitem__, path))
    return _Own(templates, Tree(words).under("words"), Tree(rest), tuple(problems))


def _unreadable(path: str, content: bytes) -> Problem | None:
    """Why a file of a theme isn't read, if it isn't."""
    place = Place(path, Span(1, 1))
    folder, ending = path.split("/")[0], "." + path.rpartition(".")[2]
    fitting = {"templates": (".html",), "words": (".yml", ".yaml"), "icons": (".svg",), "assets": (".css", *_PICTURES)}.get(folder, ())
    if ending not in fitting and path != "theme.yml":
        script = ending in (".js", ".mjs")
        message = "a project's own scripts are not read" if script else "this file is no part of a theme, and is not read"
        return problem("file-not-read", message, place, _READ, data=(path,))
    if len(content) > LARGEST:
        return problem("file-too-large", f"this file has {len(content) // 1024} KB, {LARGEST // 1024} are the most", place, "split it")
    if folder in ("templates", "assets", "icons") and ending in _TEXTS:
        try:
            content.decode()
        except UnicodeDecodeError as wrong:
            line = content[: wrong.start].count(b"\n") + 1
            return problem("not-utf-8", "this file is not UTF-8", Place(path, Span(line, 1)), "save it as UTF-8")
    return None


def _laid(base: Tree, own: _Own, name: str, allowed: bool) -> Checked[Theme]:
    """The theme that ships with the project's files over it."""
    theme = Theme.read(base | own.rest)
    templates = own.templates if allowed else {}
    words = laid(theme.value.words, own.words, FALLBACK, "".join(templates.values()))
    policy = policy_of(theme.value.templates.get(FRAME, ""))
    files = {each: f"themes/{name}/templates/{each}" for each in templates}
    made = replace(theme.value, words=words.value, templates={**theme.value.templates, **templates}, own=files, policy=policy)
    return Checked(made, (*theme.problems, *words.problems, *_unused(templates, theme.value)))


def _unused(templates: dict[str, str], shipped: Theme) -> Iterator[Problem]:
    """Templates that no page is drawn with and no other template names."""
    for name in templates:
        if name not in shipped.templates and not any(f'"{name}"' in text or f"'{name}'" in text for text in templates.values()):
            hint = did_you_mean(nearest(name, shipped.templates), "docs/theming.md lists the templates of all pages")
            yield problem("file-not-read", f"no page is drawn with '{name}'", Place(f"templates/{name}", Span(1, 1)), hint, data=(name,))


def _left(templates: dict[str, str], safe: bool, name: str) -> Iterator[Problem]:
    """A word about templates that are there and not read."""
    for first in list(templates)[:1]:
        place = Place(f"templates/{first}", Span(1, 1))
        if safe:
            yield replace(problem("file-not-read", "--safe leaves a project's own templates alone", place), severity="info")
        else:
            hint = f"write `theme: {name}` into cjmgen.yml"
            yield problem("file-not-read", "a project's own templates are read only where cjmgen.yml names the theme", place, hint)


def _compiled(theme: Theme, language: str) -> Iterator[Problem]:
    """What is wrong with the project's templates before anything is drawn."""
    for name in theme.own:
        try:
            guarded(theme, theme.speaker(language)).get_template(name)
        except WRONG as failure:
            yield blame(theme, failure)


def _unknown_theme(name: str, themes: Tree, files: Tree) -> Iterator[Problem]:
    names = sorted({path.split("/")[0] for tree in (themes, files.under("themes")) for path in tree if "/" in path})
    hint = did_you_mean(nearest(name, names), f"the themes are {listed(names, 'and')}")
    if f"themes/{name}" in files:
        hint = f"themes/{name} is a file; a theme is a folder"
    yield problem("bad-setting", f"there is no theme '{name}'", _setting(files, "theme"), hint, data=(name,))


def _undrawn(theme: Theme, settings: Settings, files: Tree) -> Iterator[Problem]:
    """Icons of lanes that the theme doesn't have."""
    for at, lane in enumerate(settings.lanes):
        if lane.icon and lane.icon not in theme.symbols:
            hint = did_you_mean(nearest(lane.icon, theme.symbols), f"draw themes/{settings.theme}/icons/{lane.icon}.svg, or name another")
            message = f"the theme has no icon '{lane.icon}'"
            yield problem("unknown-icon", message, _setting(files, "lanes", at, "icon"), hint, data=(lane.icon,))


def _setting(files: Tree, *keys: str | int) -> Place:
    """The place of a setting."""
    return Place(next((source.file for source in sources(files).value), "cjmgen.yml"), Keys(keys))


def _worded(theme: Theme, settings: Settings) -> Theme:
    """The theme with the project's own words for how people feel, in each of its languages."""
    if len(settings.emotion_words) != len(FELT):
        return theme
    own = {
        language: {"journey": {key: choose(word, language) for key, word in zip(FELT, settings.emotion_words, strict=True)}}
        for language in settings.languages
    }
    words = {language: merge(theme.words_of(language), own[language]) for language in settings.languages}
    return replace(theme, words={**theme.words, **words})


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
