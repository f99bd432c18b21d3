"""everybody: the group of a table that is all people, as products write it beside its parts: the whole is counted by it alone."""

from collections.abc import Iterator, Sequence

from cjmgen.numbers.fault import Fault
from cjmgen.numbers.fit import plain
from cjmgen.numbers.gather.complaint import Misread
from cjmgen.numbers.gather.dated import Dated
from cjmgen.numbers.profile import Shape

_NAMES = frozenset({
    "all", "all users", "all visitors", "all sessions", "all visits", "all people", "all traffic", "everybody", "everyone",
    "все", "все пользователи", "все посетители", "все визиты", "все сеансы", "все люди", "весь трафик",
})  # fmt: skip


def is_everybody(of: Dated) -> bool:
    """Whether a record is of all people, by the name of its group."""
    return plain(str(of.record.values.get("segment", ""))) in _NAMES


def whole(dated: Sequence[Dated], shape: Shape) -> tuple[Dated, ...]:
    """The records that a figure of all people is made of: those of everybody where a period has them, else those of all its groups.

    Answers and deals are of one person each, whatever their group is called.
    """
    if shape not in ("figures", "steps"):
        return tuple(dated)
    told = {each.period for each in dated if is_everybody(each)}
    return tuple(each for each in dated if each.period not in told or is_everybody(each))


def parts(dated: Sequence[Dated], shape: Shape) -> tuple[Dated, ...]:
    """The records of groups that are not everybody."""
    return tuple(each for each in dated if shape not in ("figures", "steps") or not is_everybody(each))


def told(dated: Sequence[Dated], names: Sequence[str], shape: Shape) -> Iterator[Misread]:
    """That a group was taken for all people, at its first row of each file."""
    if len(whole(dated, shape)) == len(dated):
        return
    known = set[int]()
    for each in dated:
        if is_everybody(each) and each.file not in known:
            known.add(each.file)
            name = each.record.values["segment"]
            message = f"'{name}' is taken for everybody: all people are counted by it, and it is no segment beside the others"
            yield Misread(names[each.file], "export-assumed", Fault(each.record.line, 1, message))
