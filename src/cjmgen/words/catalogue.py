"""catalogue: the words of one language, flat, with every plural's forms."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from string import Formatter

from cjmgen.value import dataclass

FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})
"""The plural categories of all languages."""


@dataclass(frozen=True, slots=True)
class Plural:
    """One phrase in the forms a language needs; `other` is always there."""

    forms: Mapping[str, str]

    def form(self, name: str) -> str:
        """The phrase for a plural category, else for `other`."""
        return self.forms.get(name) or self.forms["other"]


Phrase = str | Plural


def flatten(catalogue: Mapping[str, object]) -> dict[str, Phrase]:
    """`{home: {title: …}}` as `{"home.title": …}`; mappings whose keys are plural categories stay together."""
    return dict(_walk("", catalogue))


def _walk(prefix: str, branch: Mapping[str, object]) -> Iterator[tuple[str, Phrase]]:
    for key, value in branch.items():
        if not isinstance(value, Mapping):
            yield f"{prefix}{key}", str(value)
        elif "other" in value and FORMS.issuperset(value):
            yield f"{prefix}{key}", Plural({str(form): str(text) for form, text in value.items()})
        else:
            yield from _walk(f"{prefix}{key}.", value)


@lru_cache(maxsize=8192)
def pieces(phrase: str) -> tuple[tuple[str, str], ...]:
    """A phrase as texts, each with the {name} that follows it, or ""; a stray brace is text."""
    try:
        return tuple((text, name or "") for text, name, _, _ in Formatter().parse(phrase))
    except ValueError:
        return ((phrase, ""),)


_INNER = {"“": str.maketrans("“”", "‘’"), "«": str.maketrans("«»", "„“")}
"""By the quote that opens before a name, what becomes of quotes in what it is filled with."""


def filled(phrase: str, say: Callable[[str], str], around: Callable[[str], str] = str) -> Iterator[str]:
    """The texts of a phrase, each as `around` makes it, and what `say` says for its {names}.

    The full stop of an abbreviation ends the sentence, too: none follows it. Quotes inside of quotes are inner ones.
    """
    said = ""
    for text, name in pieces(phrase):
        ends = said.endswith(".") and text.startswith(".") and not text.startswith("..")
        yield around(text[1:] if ends else text)
        said = say(name) if name else ""
        if said and (inner := _INNER.get(text[-1:])):
            said = said.translate(inner)
        yield said


def merge(below: Mapping[str, object], above: Mapping[str, object]) -> dict[str, object]:
    """Two catalogues as one: where both have a phrase, the one above wins."""
    result = dict(below)
    for key, value in above.items():
        lower = result.get(key)
        if isinstance(lower, Mapping) and isinstance(value, Mapping) and not ("other" in value and FORMS.issuperset(value)):
            result[key] = merge(lower, value)
        else:
            result[key] = value
    return result
