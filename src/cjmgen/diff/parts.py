"""parts: the fields in which two things differ, each with both values."""

from collections.abc import Iterator, Mapping

from cjmgen.diff.node import Plain, is_whole
from cjmgen.model.item import Entity
from cjmgen.value import dataclass


@dataclass(frozen=True, eq=False, slots=True)
class Part:
    """A field with its value before and after, None where there was or is none. A path leads into mappings: (entry, people)."""

    path: tuple[str, ...]
    old: Plain
    new: Plain

    @property
    def field(self) -> str:
        """The path as one word: `entry.people`."""
        return ".".join(self.path)


def parts(model: type[Entity], old: Mapping[str, Plain], new: Mapping[str, Plain]) -> Iterator[Part]:
    """Every field that differs, in the order of the fields."""
    for name in dict.fromkeys((*old, *new)):
        yield from _part((name,), old.get(name), new.get(name), is_whole(model, name))


def _part(path: tuple[str, ...], old: Plain, new: Plain, whole: bool) -> Iterator[Part]:
    if not whole and isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys((*old, *new)):
            yield from _part((*path, key), old.get(key), new.get(key), whole)
    elif old != new or isinstance(old, bool) != isinstance(new, bool):
        yield Part(path, old, new)


def put(fields: dict[str, Plain], path: tuple[str, ...], value: Plain) -> None:
    """Give a field another value, or none; a mapping goes when nothing is left of it."""
    first, *rest = path
    if rest:
        inner = dict(fields.get(first) or {})
        put(inner, tuple(rest), value)
        value = inner or None
    if value is None:
        fields.pop(first, None)
    else:
        fields[first] = value


def is_named_anew(parts: Mapping[str, Part]) -> bool:
    """Whether a thing goes by another id, or by another title in a language that had one."""
    return "id" in parts or any(_retitled(parts[name].old, parts[name].new) for name in ("title", "text") if name in parts)


def _retitled(old: Plain, new: Plain) -> bool:
    """Whether words changed: a title that is told in one more language is the same title."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return any(old[language] != new[language] for language in old if language in new)
    if isinstance(old, Mapping):
        return new not in old.values()
    return old not in new.values() if isinstance(new, Mapping) else bool(old != new)
