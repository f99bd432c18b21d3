"""spoken: a view as it goes into a script, its texts as plain words."""

from dataclasses import fields, is_dataclass

from cjmgen.pages.view import Said
from cjmgen.render.prose import plain


def spoken(value: object) -> object:
    """A value for a script: a text is its words alone, or (words, language) where that isn't the page's."""
    if isinstance(value, str | int | float | None):
        return value
    if type(value) is Said:
        words = plain(value.text)
        return (words, value.lang) if value.lang else words
    if isinstance(value, tuple):
        return [spoken(item) for item in value]
    if is_dataclass(value):
        return {field.name: spoken(getattr(value, field.name)) for field in fields(value)}
    return value
