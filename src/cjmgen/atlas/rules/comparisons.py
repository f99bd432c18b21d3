"""comparisons: something to compare, each subject once, not too many, and no stage in two rows."""

from collections.abc import Iterator

from cjmgen.atlas.mistakes.finding import Finding, Findings
from cjmgen.atlas.mistakes.suggest import did_you_mean, listed, nearest
from cjmgen.model.comparison import LEAST, MOST, Comparison
from cjmgen.model.field import choose
from cjmgen.model.slug import slug


def comparable(comparison: Comparison, language: str) -> Findings:
    """Whether a comparison has two to twelve different subjects, all of one kind."""
    lists = tuple(key for key in ("journeys", "who", "segments") if getattr(comparison, key))
    key = lists[0] if lists else ""
    if not key:
        hint = "name two journeys, `journeys: [a, b]`, or one with its people, `journey: a` and `who: [anna, maxim]`"
        yield Finding("comparison-of-one", "this comparison compares nothing", (), hint)
        return
    if len(lists) > 1 or (key == "journeys" and comparison.journey):
        other = lists[1] if len(lists) > 1 else "journey"
        yield Finding("comparison-of-two-kinds", f"`{key}` and `{other}` can't be compared at once", (other,), "make two comparisons of it")
    if key != "journeys" and not comparison.journey:
        yield Finding("missing-key", f"`{key}` needs a journey", (key,), "say whose they are: `journey: first-pair`", data=("journey",))
    names = tuple(slug(each) if key == "segments" else str(each) for each in getattr(comparison, key))
    yield from _counted(names, key)
    yield from _named(comparison, names)
    yield from _aligned(comparison, language)


def _named(comparison: Comparison, names: tuple[str, ...]) -> Findings:
    """Short names of somebody who isn't compared."""
    for name in comparison.names:
        if name not in names:
            hint = did_you_mean(nearest(name, names), f"compared are {listed(names, 'and')}")
            yield Finding("unknown-key", f"'{name}' is none of the compared", ("names", name), hint, data=(name,), at_key=True)


def _counted(names: tuple[str, ...], key: str) -> Findings:
    first: dict[str, int] = {}
    for at, name in enumerate(names):
        if name in first:
            related = (((key, first[name]), "the first one"),)
            yield Finding("compared-twice", f"'{name}' is compared with itself", (key, at), "take one of them away", related, (name,))
        first.setdefault(name, at)
    if len(names) == 1:
        yield Finding("comparison-of-one", f"'{names[0]}' is compared with nothing", (key,), "name another one, or take the file away")
    if len(first) > MOST:
        message = f"this compares {len(first)}, and {MOST} are the most a page can show"
        yield Finding("too-many-compared", message, (key, MOST), f"keep {LEAST} to {MOST}, and make another comparison of the rest")


def _aligned(comparison: Comparison, language: str) -> Findings:
    """Stages that stand in two rows: they can be in one column only."""
    first: dict[tuple[str, str], int] = {}
    for at, journey, stage, path in _placed(comparison):
        before = first.setdefault((journey, stage), at)
        if before != at:
            title = choose(comparison.align[before].title, language)
            related = ((("align", before, journey), "the first row"),)
            message = f"'{stage}' of '{journey}' already stands in the row '{title}'"
            yield Finding("aligned-twice", message, path, "keep it in one of the rows", related, (stage,))


def _placed(comparison: Comparison) -> Iterator[tuple[int, str, str, tuple[str | int, ...]]]:
    for at, row in enumerate(comparison.align):
        for journey, stages in (row.__pydantic_extra__ or {}).items():
            if isinstance(stages, str):
                yield at, journey, stages, ("align", at, journey)
            else:
                yield from ((at, journey, stage, ("align", at, journey, n)) for n, stage in enumerate(stages))
