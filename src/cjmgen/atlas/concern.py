"""concern: which maps have to be read to compare two versions: those that differ, those that name these, and those named by any of them.

Whoever refers to a map has its id somewhere in the text. What is found is rather too much than too little: a word that only looks like
an id costs no more than the reading of a file.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cjmgen.atlas.files.group import Files
from cjmgen.model.slug import CYRILLIC, romanized
from cjmgen.syntax.read import form_of
from cjmgen.syntax.yaml.spaces import UNUSUAL_SIGNS
from cjmgen.tree import Tree

_SHARE = 4
"""Where more than one map in so many has to be read, it is not worth telling them from the others."""

_TOKEN = re.compile(r"[\w./#-]+")
_CYRILLIC = (b"\xd0", b"\xd1", b"\xd2")
"""What Cyrillic letters begin with as bytes, and nothing else does."""

_SIGNS = tuple(sign for sign, latin in CYRILLIC.items() if not latin)
"""Letters that no id keeps."""


class Text(NamedTuple):
    """All that the files of a map say."""

    text: str
    cyrillic: bool
    plain: bool
    """Whether an id that is meant stands there letter by letter: the form is YAML, nothing is escaped or invisible."""

    @classmethod
    def of(cls, content: bytes, is_yaml: bool) -> "Text":
        """The text of these bytes, without signs."""
        text, cyrillic = content.decode("utf-8", "replace"), any(lead in content for lead in _CYRILLIC)
        odd = "\\" in text or (not text.isascii() and any(sign in text for sign in UNUSUAL_SIGNS))
        for sign in _SIGNS if cyrillic else ():
            text = text.replace(sign, "")
        return cls(text, cyrillic, is_yaml and not odd)


class Maps:
    """The maps of a version before any of them is read."""

    def __init__(self, groups: Sequence[Files], files: Tree) -> None:
        self.groups, self._files = {group.source.id: group for group in groups}, files
        self.keys = {id: group.key(files) for id, group in self.groups.items()}

    def text(self, id: str) -> Text:
        """All that the files of a map say."""
        group = self.groups[id]
        names = [each.file for each in (group.source, *group.sidecars)]
        return Text.of(b"\n".join(self._files[name] for name in names), all(form_of(name) == "yaml" for name in names))


def concerned(old: Maps, new: Maps, others: Iterable[str], earlier: Iterable[str] = ()) -> frozenset[str] | None:
    """The ids of the maps that differ between two versions, or have to do with those; None where that is too many.

    `others` are texts that name maps and are none, `earlier` more names of those that differ. What is named in a text that is not plain
    may be missing.
    """
    every = dict.fromkeys((*old.groups, *new.groups))
    differing = {id for id in every if old.keys.get(id) != new.keys.get(id)}
    same = {id: old.text(id) for id in every if id not in differing}
    found = front = differing | {id for id, text in same.items() if not text.plain}
    front = front | frozenset(earlier)
    while front and len(found) * _SHARE <= len(every):
        sought = Sought(sorted(front))
        front = {id for id, text in same.items() if id not in found and sought.stand_in(text)}
        found |= front
    front = found | {id for text in others for id in _named(text, every)}
    while front and len(found) * _SHARE <= len(every):
        found |= front
        texts = [maps.text(id).text for id in front for maps in (old, new) if id in maps.groups]
        front = {id for text in texts for id in _named(text, every)} - found
    return frozenset(found) if not front and len(found) * _SHARE <= len(every) else None


def _named(text: str, ids: Collection[str]) -> Iterator[str]:
    """The maps that a text names: `journey`, `journey#stage`, or one of several in a file, `file/journey`."""
    for token in dict.fromkeys(_TOKEN.findall(text)):
        name = romanized(token).partition("#")[0].strip("-_./")
        while name:
            if name in ids:
                yield name
            name = name.rpartition("/")[0]


class Sought:
    """Ids that are looked for, in Latin letters, in the Cyrillic ones that become these, or in both."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._ids = ids
        self._latin, self._spelled = (_pattern(each) for each in (map(re.escape, ids), map(_spelled, ids)))
        self._cores = [max(re.findall("[^a-z]+", id), key=len, default="") for id in ids]
        """Of each id a part that can be written in one way only."""

    def stand_in(self, text: Text) -> bool:
        """Whether any of them may be named in a text."""
        surely, pattern = (self._cores, self._spelled) if text.cyrillic else (self._ids, self._latin)
        return any(map(text.text.__contains__, surely)) and pattern.search(text.text) is not None


def _pattern(ways: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)")


def _spelled(id: str) -> str:
    """A pattern of the ways to write an id, piece by piece between letters that no Cyrillic one stands for together."""
    spans = [(at, at + len(latin)) for latin in CYRILLIC.values() for at in range(len(id)) if latin and id.startswith(latin, at)]
    cuts = [at for at in range(len(id) + 1) if not any(start < at < end for start, end in spans)]
    return "".join(f"(?:{'|'.join(_ways(id[start:end]))})" for start, end in pairwise(cuts))


def _ways(piece: str) -> Iterator[str]:
    if not piece:
        yield ""
        return
    heads = [(re.escape(piece[0]), 1), *((sign, len(latin)) for sign, latin in CYRILLIC.items() if latin and piece.startswith(latin))]
    yield from (head + rest for head, length in heads for rest in _ways(piece[length:]))
