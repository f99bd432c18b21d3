"""write: plain data as YAML in one canonical hand: block style, keys in their order, quotes where prose needs them."""

from cjmgen.syntax.document import Plain
from cjmgen.syntax.yaml.plain import is_field
from cjmgen.syntax.yaml.quote import double_quoted
from cjmgen.syntax.yaml.spell import indented, is_word, spelled, spelled_key

_WIDEST = 72
_LONGEST_KEY = 500


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
            lines += _pair(spelled_key(key), item)
        return lines
    if isinstance(value, list) and value:
        flow = all(_flow_mapping(item) for item in value)
        return [line for item in value for line in _item(item, flow)]
    return [_scalar(value)]


def _pair(key: str, value: Plain) -> list[str]:
    if len(key) > _LONGEST_KEY:
        return [f"? {key}", *_pair("", value)]
    if isinstance(value, str):
        first, *rest = spelled(value)
        return [f"{key}: {first}", *indented(rest)]
    flow = _flow(value)
    if flow is not None and len(key) + len(flow) + 2 <= _WIDEST:
        return [f"{key}: {flow}"]
    if isinstance(value, list) and value:
        return [f"{key}:", *_block(value)]
    if isinstance(value, dict) and value:
        return [f"{key}:", *indented(_block(value))]
    return [f"{key}: {_scalar(value)}"]


def _item(value: Plain, flow: bool) -> list[str]:
    if isinstance(value, str):
        first, *rest = spelled(value)
    elif isinstance(value, dict) and flow:
        first, rest = _flow(value) or "{}", []
    elif isinstance(value, dict) and len(value) == 1 and not is_field(next(iter(value))):
        # Without quotes this would read as a sentence with a colon.
        key, item = next(iter(value.items()))
        first, *rest = _pair(double_quoted(key), item)
    else:
        first, *rest = _block(value)
    return [f"- {first}", *indented(rest)]


def _scalar(value: Plain) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return text if (text := spelled(value)[0]) and "\n" not in value else double_quoted(value)
        case int() | float():
            return repr(value)
        case _:
            return "[]" if isinstance(value, list) else "{}"


def _flow(value: Plain) -> str | None:
    """Small lists and mappings of single words and numbers on one line; None for everything else."""
    if isinstance(value, list) and value and all(_is_atom(item) for item in value):
        return f"[{', '.join(_scalar(item) for item in value)}]"
    if isinstance(value, dict) and value and all(_is_atom(item) and is_word(key) for key, item in value.items()):
        return f"{{{', '.join(f'{spelled_key(key)}: {_scalar(item)}' for key, item in value.items())}}}"
    return None


def _flow_mapping(value: Plain) -> bool:
    flow = _flow(value) if isinstance(value, dict) else None
    return flow is not None and len(flow) <= _WIDEST


def _is_atom(value: Plain) -> bool:
    if isinstance(value, str):
        return is_word(value)
    return isinstance(value, bool | int | float)
