"""wardrobe: what a page wears: the templates it is drawn with, its words, icons; named, so that only what wears it is drawn anew."""

from functools import lru_cache

from cjmgen.digest import Digest, digest
from cjmgen.memo.seen import named
from cjmgen.memo.trace import Reader
from cjmgen.render.theme import NAMED, Theme


def wardrobe(theme: Theme) -> Reader:
    """Tells the digest of all that a template in a language draws with; the key is `template language`."""
    around = named((theme.symbols, theme.own, theme.policy))
    words: dict[str, Digest] = {}

    def read(key: str) -> Digest:
        template, _, language = key.partition(" ")
        if language not in words:
            words[language] = named(theme.speaker(language).phrases)
        return digest((around, words[language], tuple((name, theme.templates[name]) for name in _together(theme, template))))

    return read


@lru_cache(maxsize=8)
def whole(theme: Theme) -> Digest:
    """The name of all that a theme holds."""
    held = (theme.templates, theme.assets, theme.symbols, theme.own)
    return digest((tuple(tuple(sorted(each.items())) for each in held), named(theme.words), theme.policy))


def _together(theme: Theme, first: str) -> list[str]:
    """A template and all that it may draw others with."""
    found: dict[str, None] = {}
    waiting = [first]
    while waiting:
        name = waiting.pop()
        if name in theme.templates and name not in found:
            found[name] = None
            waiting += NAMED.findall(theme.templates[name])
    return sorted(found)
