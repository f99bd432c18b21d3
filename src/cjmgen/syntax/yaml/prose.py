"""prose: texts that YAML silently takes for something else: cut at ` #`, split at a comma, turned into a mapping."""

import re
from collections.abc import Iterator

from cjmgen.syntax.slip import Edit, Slip
from cjmgen.syntax.yaml.parts import begins_item, missing_dash, texts
from cjmgen.syntax.yaml.place import Node, Outline
from cjmgen.syntax.yaml.plain import is_field
from cjmgen.syntax.yaml.quote import put_in_quotes, quoted
from cjmgen.syntax.yaml.scalar import scalar
from cjmgen.syntax.yaml.spaces import INVISIBLE, invisible

MOST_SLIPS = 500
"""Enough for every author; a stranger's file of nothing but slips must not take seconds."""

_CUT = re.compile(r"[ \t]+(#[^\s#!][^\n]*)")
_LOST = re.compile(r"[ \t]*:?[ \t]*(#[^\s#!][^\n]*)")
_COMMA_NUMBER = re.compile(r"[-+−]?\d+,\d{1,2}%?")
_COMMA_CHUNK = re.compile(r"[-+−]?\d+(?:,\d{1,2})?%?")
_ITEM = re.compile(r"\n *(- )")
_LOCAL_TAG = re.compile(r"!(?!!|<)")


def silent(text: str, whole: Outline) -> tuple[Slip, ...]:
    """The slips of a text that was read without an error."""
    slips: list[Slip] = []
    if whole.root is not None:
        nodes = list(_nodes(whole.root)) if "*" in text or "&" in text else []
        aliases = frozenset(node.text for node in nodes if node.kind == "alias")
        anchors = frozenset(node.anchor for node in nodes if node.anchor)
        _Look(text, slips, aliases, anchors).value(whole.root, whole.root.start)
    if whole.second is not None:
        slips.append(
            Slip(
                "several-documents",
                "a second document begins here; a file holds one map",
                whole.second,
                whole.second + 3,
                "delete this line, or move what follows into a file of its own",
            )
        )
    return tuple(slips)


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for item in node.items:
        yield from _nodes(item)
    for key, value in node.pairs:
        yield from _nodes(key)
        yield from _nodes(value)


class _Look:
    """A walk over the nodes of a text that collects slips."""

    def __init__(self, text: str, slips: list[Slip], aliases: frozenset[str], anchors: frozenset[str]) -> None:
        self._text = text
        self._slips = slips
        self._aliases = aliases
        self._anchors = anchors

    def _add(self, code: str, message: str, start: int, end: int, around: tuple[int, int]) -> None:
        """A slip whose mending is to put a stretch of the text in quotes."""
        words = self._text[slice(*around)].rstrip()
        edit = Edit(around[0], around[0] + len(words), quoted(words))
        self._slips.append(Slip(code, message, start, end, put_in_quotes(words), edit))

    def value(self, node: Node, after: int) -> None:
        """Look at a value that stands somewhere behind `after`."""
        if len(self._slips) >= MOST_SLIPS:
            return
        if node.tag:
            self._tag(node)
        elif node.kind == "alias":
            self._alias(node)
        elif node.kind == "scalar":
            self._scalar(node, after)
        elif node.kind == "list":
            self._list(node)
        else:
            self._mapping(node)

    def _tag(self, node: Node) -> None:
        if node.kind == "scalar" and not node.style and self._text[node.start] == "!" and _LOCAL_TAG.match(node.tag):
            self._add(
                "text-starts-with-exclamation",
                "this text starts with '!', and its first word is lost",
                node.start,
                node.end,
                (node.start, node.end),
            )
            return
        end = node.start + 1
        while end < len(self._text) and not self._text[end].isspace():
            end += 1
        tag = self._text[node.start : end]
        hint = f"delete '{tag[:40]}', or put the text in quotes if it belongs to it"
        self._slips.append(Slip("tag-not-allowed", "tags ('!…') are not allowed", node.start, end, hint, data=(tag,)))

    def _alias(self, node: Node) -> None:
        if node.text not in self._anchors:
            message = "this text starts with '*', which stands for a repetition of something marked with '&'"
            self._add("text-starts-with-star", message, node.start, node.end, (node.start, node.end))

    def _scalar(self, node: Node, after: int) -> None:
        if node.style:
            return
        if node.anchor and node.anchor not in self._aliases:
            message = "this text starts with '&', and its first word is lost"
            self._add("text-starts-with-ampersand", message, node.start, node.end, (node.start, node.end))
        elif _COMMA_NUMBER.fullmatch(node.text):
            self._decimal(node.start, node.end)
        elif not node.text:
            self._lost(max(node.start, after))
        elif isinstance(scalar(node.text), str):
            cut = _CUT.match(self._text, node.end)
            if cut:
                self._cut(node.start, cut)
            self._items(node)

    def _items(self, node: Node) -> None:
        """List items below a text, indented so deep that they go on with it."""
        found = _ITEM.search(self._text, node.start, node.end)
        if found:
            at = found.start(1)
            end = self._text.find("\n", at, node.end)
            message = "this item is read as a part of the text above"
            hint = "give it the column of the items it belongs to, or a field of its own"
            self._slips.append(Slip("bad-indent", message, at, end if end >= 0 else node.end, hint))

    def _lost(self, after: int) -> None:
        cut = _LOST.match(self._text, after)
        if cut:
            self._cut(cut.start(1), cut)

    def _cut(self, start: int, cut: re.Match[str]) -> None:
        """No edit: as long as this is a warning, what may be a comment must not come up in a page."""
        end = cut.start(1) + len(cut.group(1).rstrip())
        message = "the text ends here: what follows ' #' is taken for a comment and lost"
        self._slips.append(Slip("text-cut-at-hash", message, cut.start(1), end, put_in_quotes(self._text[start:end])))

    def _decimal(self, start: int, end: int) -> None:
        number = self._text[start:end]
        point = number.replace(",", ".").replace("−", "-")
        message = f"'{number}' is no number: decimals are written with a point"
        self._slips.append(Slip("decimal-comma", message, start, end, f"write a decimal point: {point}", Edit(start, end, point)))

    def _list(self, node: Node) -> None:
        if node.style and self._decimals(node):
            return
        for parts in texts(node.items) if node.style else ((item,) for item in node.items):
            if len(parts) > 1:
                self._cut_items(parts)
            elif not self._sentence(parts[0]) and not self._question(parts[0]):
                self._item(parts[0])

    def _decimals(self, node: Node) -> bool:
        """A list in brackets like `[1,5, 2,0]`, which has twice as many numbers as its author thinks."""
        source = self._text[node.start : node.end]
        chunks = source[1:-1].split(", ")
        found = len(chunks) > 1 and all(_COMMA_CHUNK.fullmatch(chunk.strip()) for chunk in chunks) and source.count(",") > len(chunks)
        if found:
            point = ", ".join(chunk.replace(",", ".").replace("−", "-") for chunk in chunks)
            message = "a comma splits these numbers: decimals are written with a point"
            edit = Edit(node.start, node.end, f"[{point}]")
            self._slips.append(Slip("decimal-comma", message, node.start, node.end, f"write decimal points: [{point}]", edit))
        return found

    def _item(self, item: Node) -> None:
        if item.kind == "mapping" and not item.style:
            self._mapping(item, in_list=True)
        else:
            self.value(item, item.start)

    def _cut_items(self, parts: tuple[Node, ...]) -> None:
        message = "the text ends before this comma: in brackets a comma begins the next item"
        both = (parts[0].start, parts[-1].end)
        self._add("text-cut-at-comma", message, parts[1].start, parts[-1].end, both)

    def _question(self, item: Node) -> bool:
        """An item like `- ? not sure`, which YAML reads as a key without a value."""
        if item.kind != "mapping" or item.style or self._text[item.start : item.start + 2] != "? " or len(item.pairs) != 1:
            return False
        key, value = item.pairs[0]
        if key.kind != "scalar" or value.text or value.kind != "scalar" or value.style or self._text[key.end :].lstrip().startswith(":"):
            return False
        message = "this text starts with '? ', which begins a key"
        self._add("bad-yaml", message, item.start, key.end, (item.start, key.end))
        return True

    def _sentence(self, item: Node) -> bool:
        """An item like `- Цена: высокая`, where a sentence with a colon became a mapping."""
        if item.kind != "mapping" or len(item.pairs) != 1 or (item.style and self._text[item.start] == "{"):
            return False
        key, value = item.pairs[0]
        plain_key = key.kind == "scalar" and not key.style and not key.anchor and not key.tag and key.text and not is_field(key.text)
        if not plain_key or value.kind != "scalar" or value.style in ("|", ">") or "\n" in self._text[key.start : value.start]:
            return False
        end = value.end if value.end > value.start else self._text.index(":", key.end) + 1
        message = f"the ':' turns this text into a field '{key.text}'"
        self._add("text-became-mapping", message, key.start, end, (key.start, end))
        return True

    def _mapping(self, node: Node, in_list: bool = False) -> None:
        if node.style and self._text[node.start] == "{" and self._braces(node):
            return
        first: dict[str, Node] = {}
        for at, (key, value) in enumerate(node.pairs):
            if in_list and begins_item(node, at, first):
                self._slips.append(missing_dash(self._text, key, node.pairs[0][0]))
                first = {key.text: key}
            else:
                self._key(key, first)
            self.value(value, key.end)

    def _key(self, key: Node, first: dict[str, Node]) -> None:
        if key.kind != "scalar":
            self._complex(key)
        elif key.text in first:
            earlier = first[key.text]
            related = ((earlier.start, earlier.end, "first used here"),)
            message = f"'{key.text}' stands here a second time"
            hint = "keep one of the two, or join them"
            self._slips.append(Slip("duplicate-key", message, key.start, key.end, hint, related=related, data=(key.text,)))
        else:
            first[key.text] = key
            if key.tag:
                self._tag(key)
            elif not key.style and (unseen := INVISIBLE.search(self._text, key.start, key.end)):
                self._slips.append(invisible(unseen))

    def _complex(self, key: Node) -> None:
        if key.kind == "alias":
            self._slips.append(Slip("anchor-not-allowed", "a repetition can't be a key", key.start, key.end, fatal=True))
        elif key.style and self._text[key.start] in "[{" and "\n" not in self._text[key.start : key.end]:
            sign = self._text[key.start]
            code = "text-starts-with-bracket" if sign == "[" else "text-starts-with-brace"
            self._add(code, f"this text starts with '{sign}', which begins a list or a mapping", key.start, key.end, (key.start, key.end))
        else:
            self._slips.append(Slip("bad-yaml", "a key has to be a text", key.start, key.start + 1, fatal=True))

    def _braces(self, node: Node) -> bool:
        """What commas did to a text between braces. True where the mapping is no mapping at all."""
        bare = [self._is_bare(key, value) for key, value in node.pairs]
        if node.pairs and all(bare):
            message = "this text stands in braces, which make a mapping"
            self._add("text-starts-with-brace", message, node.start, node.end, (node.start, node.end))
            return True
        for number, (key, _) in enumerate(node.pairs):
            if bare[number] and number and not bare[number - 1]:
                last = number
                while last + 1 < len(bare) and bare[last + 1]:
                    last += 1
                self._split(node.pairs[number - 1][1], key, node.pairs[last][0])
        return False

    def _is_bare(self, key: Node, value: Node) -> bool:
        """Whether a key in braces has no value, and not even a colon."""
        empty = value.kind == "scalar" and not value.text and not value.style
        return empty and key.style != "?" and not self._text[key.end :].lstrip().startswith(":")

    def _split(self, value: Node, key: Node, last: Node) -> None:
        both = (value.start, last.end)
        if _COMMA_NUMBER.fullmatch(self._text[slice(*both)]):
            self._decimal(*both)
        elif value.kind == "scalar" and not value.style and value.text:
            message = "the text ends before this comma: in braces a comma begins the next field"
            self._add("text-cut-at-comma", message, key.start, last.end, both)
        else:
            words = self._text[key.start : last.end]
            message = f"'{words}' is a field without a value"
            hint = "give it a value after a colon, or put a text with commas in quotes"
            self._slips.append(Slip("text-cut-at-comma", message, key.start, last.end, hint))
