"""write: a journey's plain data as Markdown that reads back as the same journey."""

import re

from cjmgen.model.slug import ID_PATTERN, RESERVED, slug
from cjmgen.syntax.document import Plain
from cjmgen.syntax.habits import attributes
from cjmgen.syntax.habits.labels import WRITTEN, any_lane
from cjmgen.syntax.markdown import read_markdown
from cjmgen.syntax.yaml import write as write_yaml

Fields = dict[str, Plain]

_HEADED = (
    "phase",
    "outcome",
    "owner",
    "duration",
    "wait",
    "optional",
    "entry",
    "emotion",
    "emotion_evidence",
    "who",
    "audience",
    "was",
    "image",
)
"""Fields of a stage that stand in the braces of its heading, where they fit."""

_CHILDREN = ("experiments", "variants", "next", "frontstage", "backstage", "support", "policies", "physical_evidence")
_WORDS = {"quotes": "text", "personalization": "text", "next": "to", "variants": "id"}


def write(data: Plain) -> str:
    """The Markdown of a journey; anything that is none becomes front matter alone.

    Nothing is lost by construction: what was written is read, and whatever reads back otherwise moves into a block of YAML.
    """
    if not isinstance(data, dict):
        return f"```yaml\n{write_yaml.write(data)}```\n"
    stages = data.get("stages")
    if not isinstance(stages, list) or not all(isinstance(stage, dict) and "title" in stage for stage in stages) or not stages:
        return _front(data)
    journey = {key: value for key, value in data.items() if key != "stages"}
    fenced: list[set[str]] = [set() for _ in stages]
    written = [stage for stage in stages if isinstance(stage, dict)]
    prose = isinstance(summary := journey.get("summary"), str) and _is_prose(summary)
    for _ in range(4):
        text = _document(journey, written, fenced, prose)
        read = read_markdown("map.md", text.encode()).value
        again = read.get("stages") if isinstance(read, dict) else None
        if not isinstance(read, dict) or not isinstance(again, list) or len(again) != len(written):
            break
        rest = {key: value for key, value in read.items() if key != "stages"}
        if prose and rest != journey:
            prose = False
            continue
        wrong = [_different(stage, back) for stage, back in zip(written, again, strict=True)]
        if rest == journey and not any(wrong):
            return text
        if rest != journey or all(bad <= known for bad, known in zip(wrong, fenced, strict=True)):
            break
        fenced = [known | bad for known, bad in zip(fenced, wrong, strict=True)]
    return _front(data)


def _different(stage: Fields, back: Plain) -> set[str]:
    """The fields of a stage that didn't come back as they were; an id that was only made explicit is the same."""
    if not isinstance(back, dict):
        return set(stage)
    wrong = {key for key in stage.keys() | back.keys() if stage.get(key, _NONE) != back.get(key, _NONE)}
    return wrong - {"id"} if "id" not in stage else wrong


_NONE: Plain = "\x00"


def _front(data: Fields) -> str:
    return f"---\n{write_yaml.write(data)}---\n"


def _document(journey: Fields, stages: list[Fields], fenced: list[set[str]], prose: bool) -> str:
    front = {key: value for key, value in journey.items() if not (prose and key == "summary")}
    parts = [_front(front).rstrip("\n")] if front else []
    if prose:
        parts.append(str(journey["summary"]))
    names = journey.get("lanes")
    ids = _ids(stages)
    for stage, id_, apart in zip(stages, ids, fenced, strict=True):
        parts += _stage(stage, id_, apart, names if isinstance(names, dict) else {})
    return "\n\n".join(parts) + "\n"


def _ids(stages: list[Fields]) -> list[str]:
    """The id of each stage, as reading the journey would make it: written out, it marks the heading as a stage's."""
    taken = {str(stage["id"]) for stage in stages if "id" in stage}
    ids: list[str] = []
    for stage in stages:
        given = stage.get("id")
        name = given if isinstance(given, str) else slug(_any(stage["title"])) or "title"
        if not isinstance(given, str):
            name = name if name not in taken else next(f"{name}-{n}" for n in range(2, len(taken) + 3) if f"{name}-{n}" not in taken)
            taken.add(name)
        ids.append(name)
    return ids


def _any(text: Plain) -> str:
    if isinstance(text, dict):
        return str(text.get("en") or next((value for value in text.values() if isinstance(value, str)), ""))
    return str(text)


def _stage(stage: Fields, id_: str, apart: set[str], names: Fields) -> list[str]:
    heads: Fields = {"id": id_} if re.match(ID_PATTERN, id_) and id_ not in RESERVED else {}
    block: Fields = {}
    lanes: list[str] = []
    for key in sorted((key for key in stage if key != "id"), key=_rank):
        value = stage[key]
        if key in apart or (key == "title" and not (isinstance(value, str) and _is_line(value))):
            block[key] = value
        elif key == "title":
            pass
        elif key in _HEADED and attributes.write({key: value}):
            heads[key] = value
        elif key == "lanes" and isinstance(value, dict):
            made = [_lane(_name(name, names), name, items) for name, items in value.items()]
            lanes += [text for text in made if text]
            block.update({"lanes": value} if None in made else {})
            lanes = lanes if None not in made else lanes[: len(lanes) - sum(text is not None for text in made)]
        elif (text := _lane(WRITTEN.get(key), key, value)) is not None:
            lanes.append(text)
        else:
            block[key] = value
    title = id_ if "title" in block else stage["title"]
    heading = f"## {title} {attributes.write(heads) or ''}".rstrip()
    if block:
        lanes.append(f"```yaml\n{write_yaml.write(block)}```")
    return [heading, *lanes]


def _rank(key: str) -> tuple[int, str]:
    order = ("description", "goal", *WRITTEN)
    return (order.index(key) if key in order else len(order), "" if key in order else key)


def _name(lane: str, names: Fields) -> str | None:
    """The label of a free lane; None where no label reads back as this lane."""
    title = names.get(lane, lane)
    return title if isinstance(title, str) and any_lane(title).field == lane and any_lane(title).is_free else None


def _lane(label: str | None, key: str, value: Plain) -> str | None:
    """A lane under its label, or None where it has no form in Markdown."""
    if isinstance(value, str):
        if key == "description":
            return value if _is_prose(value) else None
        return f"**{label}:** {value}" if label and "\n" not in value else None
    if not label or not isinstance(value, list) or not value:
        return None
    items = [_item(item, key) for item in value]
    return None if None in items else f"**{label}**\n\n" + "\n".join(item for item in items if item)


def _item(item: Plain, key: str, depth: int = 0) -> str | None:
    """An item as a line of a list, its children below it; None where it doesn't fit."""
    pad = "  " * depth
    words = _WORDS.get(key, "title")
    if isinstance(item, str):
        return (
            f"{pad}- {_plain(item)}"
            if key != "metrics" and _is_line(item)
            else f"{pad}- {{metric={item}}}"
            if key == "metrics" and re.match(ID_PATTERN, item)
            else None
        )
    if not isinstance(item, dict):
        return None
    fields = {name: value for name, value in item.items() if name != words and name not in _CHILDREN}
    title = item.get(words)
    if not (title is None or (isinstance(title, str) and _is_line(title))):
        return None
    braces = attributes.write(fields)
    if braces is None or (title is None and not braces):
        return None
    lines = [f"{pad}- {' '.join(part for part in (_plain(title or ''), braces) if part)}"]
    for name in _CHILDREN:
        if name in item:
            children = item[name]
            inner = [_item(child, name, depth + 2) for child in children] if isinstance(children, list) and children else [None]
            if None in inner:
                return None
            lines += [f"{pad}  - {name}:", *(child for child in inner if child)]
    return "\n".join(lines)


_STRUCTURE = re.compile(r"^\s*(?:#{1,6}(?:\s|$)|```|~~~|[|>]|[-*+](?:\s|$)|\d{1,9}[.)](?:\s|$)|[-=*_][-=*_\s]*$|<!--)")


def _is_prose(text: str) -> bool:
    """Whether no line of a text would be taken for a heading, a list, a table, a fence."""
    return bool(text.strip()) and not any(_STRUCTURE.match(line) for line in text.split("\n"))


def _is_line(text: str) -> bool:
    return bool(text) and text == text.strip() and "\n" not in text and _is_prose(text)


def _plain(text: str) -> str:
    """A text whose own braces at its end are not taken for fields."""
    found = attributes.split(text)
    if found.fields or found.wrong:
        return f"{text[: found.column]}\\{text[found.column :]}"
    return text
