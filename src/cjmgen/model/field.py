"""field: the types of texts, ids and links, each with what it accepts, how it complains and how the schema shows it."""

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

from pydantic import ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from cjmgen.model.slug import RESERVED, WRITTEN_ID, WRITTEN_REFERENCE, romanized
from cjmgen.model.written import LIST, Written

LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
_LANGUAGE = re.compile(LANGUAGE)
_ID = re.compile(WRITTEN_ID)
_REFERENCE = re.compile(WRITTEN_REFERENCE)

SHORT, LONG = 4_000, 20_000
"""Most characters in a line of text and in a field of paragraphs: longer ones make a slow page, not a clearer map."""


def found(value: object) -> str:
    """A value in its author's words, for `expected …, found …`."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return f"the number {value}"
        case str():
            return f"the text '{value if len(value) <= 40 else value[:39] + '…'}'"
        case list() | tuple():
            return "a list"
        case _:
            return "a mapping"


def wrong(expected: str, value: object, hint: str = "", code: str = "wrong-type") -> PydanticCustomError:
    """The error every reader below raises: what was expected and what stands there."""
    return PydanticCustomError(code, "expected {expected}, found {found}", {"expected": expected, "found": found(value), "hint": hint})


def _reader(limit: int) -> Callable[[Any], str | Mapping[str, str]]:
    def read(value: Any) -> str | Mapping[str, str]:
        if isinstance(value, str):
            return _bounded(value, limit)
        if isinstance(value, dict) and value and all(isinstance(key, str) and _LANGUAGE.fullmatch(key) for key in value):
            return {language: _bounded(_only_text(text), limit) for language, text in value.items()}
        if isinstance(value, dict) and (strange := next((key for key in value if not _LANGUAGE.fullmatch(str(key))), None)) is not None:
            hint = "texts by language have codes for keys: `{en: …, ru: …}`"
            raise PydanticCustomError("unknown-key", "'{key}' is no language", {"key": str(strange)[:40], "hint": hint})
        if isinstance(value, bool | int | float):
            raise wrong("text", value, f'put it in quotes: "{found(value).removeprefix("the number ")}"')
        raise wrong("text, or texts by language", value, "write the text itself, or `{en: …, ru: …}`")

    return read


def _only_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise wrong("text", value)


def _bounded(text: str, limit: int) -> str:
    if len(text) > limit:
        raise PydanticCustomError(
            "text-too-long", "this text has {length} characters, {limit} are the most", {"length": len(text), "limit": limit}
        )
    return text


def _text_schema(limit: int, title: str) -> dict[str, Any]:
    line = {"type": "string", "maxLength": limit}
    by_language = {
        "type": "object",
        "minProperties": 1,
        "patternProperties": {LANGUAGE: line},
        "additionalProperties": False,
        "title": f"{title} by language",
    }
    return {"anyOf": [line, by_language]}


TEXT_SCHEMA = _text_schema(SHORT, "Text")

Text = Annotated[str | Mapping[str, str], Written(_reader(SHORT)), WithJsonSchema(TEXT_SCHEMA)]
"""One string, or strings by language; inline Markdown."""

LongText = Annotated[str | Mapping[str, str], Written(_reader(LONG)), WithJsonSchema(_text_schema(LONG, "Long text"))]
"""One string, or strings by language; block Markdown."""


def read_id(value: Any) -> str:
    """An id: lower-case letters and digits, joined by single hyphens, dots or underscores; none of the reserved words."""
    if not isinstance(value, str):
        raise wrong(
            "an id", value, f'put it in quotes: "{value}"' if isinstance(value, int | float) and not isinstance(value, bool) else ""
        )
    if not _ID.fullmatch(value) or value in RESERVED:
        reason = "is a reserved word" if value in RESERVED else "can't be an id"
        raise PydanticCustomError(
            "bad-id",
            "'{id}' {reason}",
            {"id": value, "reason": reason, "hint": "ids are lower-case letters and digits, joined by hyphens, as in `size-guide`"},
        )
    return romanized(value)


Id = Annotated[str, Written(read_id), WithJsonSchema({"type": "string", "pattern": WRITTEN_ID, "not": {"enum": sorted(RESERVED)}})]


def _read_reference(value: Any) -> str:
    if isinstance(value, str) and _REFERENCE.fullmatch(value):
        return romanized(value)
    if isinstance(value, str):
        raise PydanticCustomError(
            "bad-id",
            "'{id}' can't be an id",
            {"id": value, "hint": "a reference is the id of something else, as in `size-guide` or `decision/size-guide`"},
        )
    raise wrong("an id", value)


Ref = Annotated[str, Written(_read_reference), WithJsonSchema({"type": "string", "pattern": _REFERENCE.pattern})]
"""The id of something else; `stage/touchpoint` and `journey#stage` where one id isn't enough."""


def read_list(value: Any) -> tuple[Any, ...]:
    if isinstance(value, list | tuple):
        return tuple(value)
    raise wrong("a list", value, "write it as a list: one item a line, each after `- `" if isinstance(value, str) else "")


def _read_refs(value: Any) -> tuple[str, ...]:
    return tuple(located(_read_reference, item, at) for at, item in enumerate(read_list(value)))


def located(read: Callable[[Any], Any], item: Any, at: int) -> Any:
    """Read one item of a list; its place travels in the error, because a plain validator has no path of its own."""
    try:
        return read(item)
    except PydanticCustomError as error:
        raise PydanticCustomError(error.type, error.message_template, {**(error.context or {}), "at": at}) from None


Refs = Annotated[
    tuple[str, ...],
    Written(_read_refs, LIST),
    WithJsonSchema({"type": "array", "items": {"type": "string", "pattern": _REFERENCE.pattern}}),
]


def _read_refs_or_one(value: Any) -> tuple[str, ...]:
    return (_read_reference(value),) if isinstance(value, str) else _read_refs(value)


Who = Annotated[
    tuple[str, ...],
    Written(_read_refs_or_one, LIST),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": _REFERENCE.pattern},
                {"type": "array", "items": {"type": "string", "pattern": _REFERENCE.pattern}},
            ]
        }
    ),
]
"""One id or a list of ids: of personas and actors."""


def _read_texts(value: Any) -> tuple[str | Mapping[str, str], ...]:
    return tuple(located(_reader(SHORT), item, at) for at, item in enumerate(read_list(value)))


Texts = Annotated[
    tuple[str | Mapping[str, str], ...],
    Written(_read_texts, LIST),
    WithJsonSchema({"type": "array", "items": _text_schema(SHORT, "Text")}),
]


def _link(value: Any) -> str:
    if not isinstance(value, str):
        raise wrong("a link", value)
    _bounded(value, SHORT)
    if not allowed_link(value):
        raise PydanticCustomError(
            "link-not-allowed",
            "this link is not allowed: '{link}'",
            {"link": value[:80], "hint": "links start with https://, http:// or mailto:, or lead to a file beside this one"},
        )
    return value


def allowed_link(address: str) -> bool:
    """Whether a link may stand in a page: http, https, mailto, relative, or a fragment; never a scheme or host by stealth."""
    text = address.strip().lower()
    if text != address.lower() or re.search(r"[\x00-\x20\x7f\\]", text) or text.startswith("//"):
        return False
    scheme = re.match(r"^([^/?#]*?)(?::|&)", text)
    return scheme is None or (scheme[1] in ("http", "https", "mailto") and text[len(scheme[1])] == ":")


Link = Annotated[str, Written(_link), WithJsonSchema({"type": "string", "maxLength": SHORT})]

Audience = Literal["public", "internal"]


def language_of(info: ValidationInfo) -> str:
    """The project's default language, which titles are slugged in."""
    return str((info.context or {}).get("language", "en"))


def choose(text: str | Mapping[str, str] | None, language: str) -> str:
    """A text in a language, else in any it has; "" for none."""
    if text is None or isinstance(text, str):
        return text or ""
    return text.get(language) or next(iter(text.values()), "")
