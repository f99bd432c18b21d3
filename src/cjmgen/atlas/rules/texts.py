"""texts: every text in every language of the site, and none that names a person."""

from collections.abc import Iterator, Mapping
from typing import Any

from cjmgen.atlas.files.identity import REFERENCES
from cjmgen.atlas.mistakes.finding import Finding, Findings
from cjmgen.atlas.personal import might_hold, personal
from cjmgen.model.amount import read_amount
from cjmgen.model.item import Entity
from cjmgen.model.shape import shape_of
from cjmgen.problem import KeyPath

Text = str | dict[str, Any]


def texts(data: Any, model: type[Entity], path: KeyPath = ()) -> Iterator[tuple[KeyPath, Text]]:
    """All texts of an entity's plain data with their paths, in order."""
    if not isinstance(data, dict):
        return
    shape = shape_of(model)
    for key, value in data.items():
        if key in shape.texts:
            for at, text in enumerate(value) if isinstance(value, list) else ((None, value),):
                if isinstance(text, str | dict):
                    yield (*path, key) if at is None else (*path, key, at), text
        elif part := shape.parts.get(key):
            groups = value.items() if part.form == "map of lists" and isinstance(value, dict) else ((None, value),)
            for name, items in groups:
                here = (*path, key) if name is None else (*path, key, name)
                words = part.shorthand not in REFERENCES and part.shorthand != "people"
                for at, item in enumerate(items) if isinstance(items, list) else ((None, items),):
                    where = here if at is None else (*here, at)
                    if isinstance(item, str) and words:
                        yield where, item
                    else:
                        yield from texts(item, part.model, where)


def missing_translations(data: Any, model: type[Entity], languages: tuple[str, ...], path: KeyPath = ()) -> Findings:
    """Texts that are not there in a language of the site: one note a file and language, at the first of them."""
    every = list(texts(data, model, path)) if len(languages) > 1 else []
    for language in languages:
        missing = [where for where, text in every if not speaks(text, language, languages[0])]
        if missing:
            count = "this text is" if len(every) == 1 else f"{len(missing)} of {len(every)} texts are"
            message = f"{count} not in '{language}'" + ("; this is the first" if len(missing) > 1 else "")
            both = ", ".join(f"{each}: …" for each in dict.fromkeys((languages[0], language)))
            hint = "write {" + both + f"}}, or put the texts into a file beside this one that ends in .{language}.yml"
            yield Finding("missing-translation", message, missing[0], hint, data=(language,))


def speaks(text: Text, language: str, default: str) -> bool:
    """Whether a text is there in a language; a name in capitals or a figure is the same in all of them."""
    if isinstance(text, dict):
        return bool(text.get(language))
    return language == default or not any(letter.islower() for letter in text) or read_amount(text) is not None


def personal_data(data: Any, whole: str = "") -> Findings:
    """Whatever in a file's texts looks like somebody's address or number; shown masked. `whole` is all of it, to look at once."""
    if whole and not might_hold(whole):
        return
    stack: list[tuple[KeyPath, Any]] = [((), data)]
    while stack:
        where, value = stack.pop()
        if isinstance(value, str):
            for what, masked in personal(value):
                message = f"this looks like {what}: {masked}"
                yield Finding("personal-data", message, where, "take it out; in quotes, people are codes such as I-11", data=(masked,))
        elif isinstance(value, Mapping):
            stack.extend(((*where, key), inner) for key, inner in reversed(list(value.items())))
        elif isinstance(value, list):
            stack.extend(((*where, at), inner) for at, inner in reversed(list(enumerate(value))))


def words_of(data: Any, model: type[Entity], languages: tuple[str, ...], whole: str = "") -> Findings:
    """Everything to say about an entity's texts."""
    yield from personal_data(data, whole)
    yield from missing_translations(data, model, languages)
