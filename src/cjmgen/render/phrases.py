"""phrases: a project's own words, laid over those of the theme, as far as pages can be told in them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from cjmgen.atlas.mistakes.suggest import did_you_mean, listed, nearest
from cjmgen.model.field import found
from cjmgen.problem import Checked, KeyPath, Keys, Place, Problem, problem
from cjmgen.syntax.read import read
from cjmgen.tree import Tree
from cjmgen.words.catalogue import FORMS, Phrase, Plural, flatten, merge, pieces
from cjmgen.words.figures import plurals_of

OPEN = ("tag", "demographic", "spelled")
"""Groups that a project may add phrases to: keys of its own tags and demographics, larger numbers."""

_COUNTED = frozenset({"n", "text"})
"""What a phrase may leave out: `one pain` needs no figure."""

Catalogues = Mapping[str, Mapping[str, object]]


def catalogues(files: Tree) -> Checked[Catalogues]:
    """`en.yml` and any `en.*.yml` beside it, later names laid over earlier ones; by language."""
    words: dict[str, Mapping[str, object]] = {}
    problems: list[Problem] = []
    for path, checked in _read(files):
        problems += checked.problems
        if checked.value:
            language = path.split(".", 1)[0]
            words[language] = merge(words.get(language, {}), checked.value)
    return Checked(words, tuple(problems))


def laid(below: Catalogues, files: Tree, model: str, templates: str) -> Checked[Catalogues]:
    """A project's words over a theme's, held against the theme's own in the language `model`.

    What can't be said is left out, and the theme's phrase stands. `templates` are the project's: they may have phrases of their own.
    """
    words = dict(below)
    problems: list[Problem] = []
    known = flatten(below.get(model, {}))
    for path, checked in _read(files):
        problems += checked.problems
        if checked.value:
            language = path.split(".", 1)[0]
            desk = _Desk(f"words/{path}", language, known, templates)
            words[language] = merge(words.get(language, {}), desk.taken(checked.value, ()))
            problems += desk.problems
    return Checked(words, tuple(problems))


def _read(files: Tree) -> Iterator[tuple[str, Checked[Mapping[str, object] | None]]]:
    for path in sorted(files, key=lambda path: (path.count("."), path)):
        if path.endswith((".yml", ".yaml")):
            checked = read(f"words/{path}", files[path])
            data = checked.value.data
            yield path, Checked(data if isinstance(data, dict) else None, checked.problems)


@dataclass
class _Desk:
    """One file of words, taken in phrase by phrase."""

    file: str
    language: str
    known: Mapping[str, Phrase]
    templates: str
    problems: list[Problem] = field(default_factory=list)

    def taken(self, branch: Mapping[str, object], path: KeyPath) -> dict[str, object]:
        """A group of phrases, without those that can't be used."""
        return {str(key): kept for key, value in branch.items() if (kept := self._one(value, (*path, str(key)))) is not None}

    def _one(self, value: object, path: KeyPath) -> object:
        name = ".".join(map(str, path))
        if isinstance(value, Mapping) and self._plural(name, value):
            return self._counted(name, value, path)
        if isinstance(value, Mapping) and name not in self.known:
            return self.taken(value, path)
        if name not in self.known and any(key.startswith(f"{name}.") for key in self.known):
            self._tell("wrong-type", f"expected a group of phrases, found {found(value)}", path, f"write it as `{path[-1]}: {{…: …}}`")
            return None
        if not isinstance(value, str | int | float) or isinstance(value, bool):
            hint = "a phrase is one text, or a text each plural form"
            self._tell("wrong-type", f"expected text, found {found(value)}", path, hint, "value")
            return None
        return value if self._sound(name, {"other": str(value)}, path) else None

    def _plural(self, name: str, value: Mapping[str, object]) -> bool:
        """Whether a mapping holds the forms of one phrase."""
        return bool(value) and FORMS.issuperset(value) and ("other" in value or name in self.known)

    def _counted(self, name: str, value: Mapping[str, object], path: KeyPath) -> object:
        missing = [form for form in plurals_of(self.language) if form not in value]
        if missing:
            forms = listed((f"'{form}'" for form in missing), "and")
            hint = f"in this language a count asks for {listed(plurals_of(self.language), 'and')}"
            self._tell("missing-plural-form", f"this phrase lacks {forms}", path, hint)
            return None
        return value if self._sound(name, {str(form): str(text) for form, text in value.items()}, path) else None

    def _sound(self, name: str, forms: Mapping[str, str], path: KeyPath) -> bool:
        """Whether a phrase is one that pages ask for, and fills in what they give."""
        if name not in self.known:
            if str(path[0]) not in OPEN and f'"{name}"' not in self.templates and f'"{path[0]}.' not in self.templates:
                hint = did_you_mean(nearest(name, self.known), "words/en.yml of the theme has them all")
                self._tell("unknown-phrase", f"no page asks for the phrase '{name}'", path, hint)
            return True
        model = self.known[name]
        given = _names(model.forms.values() if isinstance(model, Plural) else (model,))
        own = _names(forms.values())
        strange = sorted(own - given - (_COUNTED if isinstance(model, Plural) else set()))
        lost = sorted(given - own - _COUNTED)
        if strange:
            may = f"it may use {listed(sorted(given), 'and')}" if given else "it uses none"
            hint = did_you_mean(nearest(strange[0], sorted(given)), may)
            message = f"nothing fills in {{{strange[0]}}} here, so the theme's own phrase is used"
            self._tell("phrase-placeholder", message, path, hint, "value")
        elif lost:
            hint = "the reader will not see it; write it where it belongs in the sentence"
            self._tell("phrase-placeholder", f"this phrase leaves out {{{lost[0]}}}", path, hint, "value")
        return not strange

    def _tell(self, code: str, message: str, path: KeyPath, hint: str, part: str = "key") -> None:
        place = Place(self.file, Keys(path, "value" if part == "value" else "key"))
        self.problems.append(problem(code, message, place, hint, data=(".".join(map(str, path)),)))


def _names(texts: Iterable[str]) -> set[str]:
    return {name for text in texts for _, name in pieces(text) if name}
