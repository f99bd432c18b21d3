"""write: plain data as YAML in one canonical hand: block style, keys in their order, quotes where prose needs them."""

import re

from cjmgen.syntax.document import Plain
from cjmgen.syntax.yaml.plain import is_field
from cjmgen.syntax.yaml.quote import double_quoted, needs_escape

_WIDEST = 72
_LONGEST_KEY = 500

# Where every reader of YAML, of 1.1 too, sees nothing but text: letters first, no sign with a meaning anywhere. The colon
# may stand inside a word (`https://…`) and never at its end.
_SAFE = re.compile(r"[^\W_](?:[^\n:#]|:(?=[^\s])|(?<=\S)#)*")
_ATOM = re.compile(r"[^\W_][\w.%/+–-]*")
_LOOKS_LIKE_VALUE = re.compile(r"(?i:yes|no|on|off|true|false|null)|[0-9][0-9_,.:xoabcdefABCDEF+TZ -]*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")


def write(data: Plain) -> str:
    """The text of the data; reading it gives the same data again."""
    if isinstance(data, str):
        return double_quoted(data) + "\n"
    return "\n".join(_block(data)) + "\n"


def _block(value: Plain) -> list[str]:
    """The lines of a value, indented by nothing."""
    if isinstance(value, dict) and value:
        lines = []
        for key, item in value.items():
            lines += _pair(_key(key), item)
        return lines
    if isinstance(value, list) and value:
        flow = all(_flow_mapping(item) for item in value)
        return [line for item in value for line in _item(item, flow)]
    return [_scalar(value)]


def _pair(key: str, value: Plain) -> list[str]:
    if len(key) > _LONGEST_KEY:
        return [f"? {key}", *_pair("", value)]
    if isinstance(value, str):
        first, *rest = _text(value)
        return [f"{key}: {first}", *_indented(rest)]
    flow = _flow(value)
    if flow is not None and len(key) + len(flow) + 2 <= _WIDEST:
        return [f"{key}: {flow}"]
    if isinstance(value, list) and value:
        return [f"{key}:", *_block(value)]
    if isinstance(value, dict) and value:
        return [f"{key}:", *_indented(_block(value))]
    return [f"{key}: {_scalar(value)}"]


def _item(value: Plain, flow: bool) -> list[str]:
    if isinstance(value, str):
        first, *rest = _text(value)
    elif isinstance(value, dict) and flow:
        first, rest = _flow(value) or "{}", []
    elif isinstance(value, dict) and len(value) == 1 and not is_field(next(iter(value))):
        # Without quotes this would read as a sentence with a colon.
        key, item = next(iter(value.items()))
        first, *rest = _pair(double_quoted(key), item)
    else:
        first, *rest = _block(value)
    return [f"- {first}", *_indented(rest)]


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}" if line else line for line in lines]


def _key(key: str) -> str:
    return key if _ATOM.fullmatch(key) and _is_plain(key) else double_quoted(key)


def _text(text: str) -> list[str]:
    """The lines of a text: as it is, in quotes, or below a `|`."""
    if _is_literal(text):
        body = text.rstrip("\n")
        ends = len(text) - len(body)
        sign = "|-" if ends == 0 else "|" if ends == 1 else "|+"
        return [sign, *body.split("\n"), *[""] * (ends - 1)]
    return [text if _is_plain(text) else double_quoted(text)]


def _is_literal(text: str) -> bool:
    """Whether a text of several lines can stand below a `|` unchanged."""
    if "\n" not in text or text[0].isspace() or needs_escape(text.replace("\n", "")):
        return False
    return all(line.strip(" ") or not line for line in text.split("\n"))


def _is_plain(text: str) -> bool:
    if not text or not _SAFE.fullmatch(text) or text[-1].isspace() or needs_escape(text):
        return False
    return _DATE.fullmatch(text) is not None or _LOOKS_LIKE_VALUE.fullmatch(text) is None


def _scalar(value: Plain) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return text if (text := _text(value)[0]) and "\n" not in value else double_quoted(value)
        case int() | float():
            return repr(value)
        case _:
            return "[]" if isinstance(value, list) else "{}"


def _flow(value: Plain) -> str | None:
    """Small lists and mappings of single words and numbers on one line; None for everything else."""
    if isinstance(value, list) and value and all(_is_atom(item) for item in value):
        return f"[{', '.join(_scalar(item) for item in value)}]"
    if isinstance(value, dict) and value and all(_is_atom(item) and _ATOM.fullmatch(key) for key, item in value.items()):
        return f"{{{', '.join(f'{_key(key)}: {_scalar(item)}' for key, item in value.items())}}}"
    return None


def _flow_mapping(value: Plain) -> bool:
    flow = _flow(value) if isinstance(value, dict) else None
    return flow is not None and len(flow) <= _WIDEST


def _is_atom(value: Plain) -> bool:
    if isinstance(value, str):
        return _ATOM.fullmatch(value) is not None and _is_plain(value)
    return isinstance(value, bool | int | float)
