"""blocks: Markdown text to headings, paragraphs, lists, tables, quotes and fences, each with its line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from cjmgen.problem import Span
from cjmgen.syntax.habits.said import Said

Kind = Literal["heading", "text", "list", "item", "table", "fence", "quote", "rule"]

DEEPEST = 40
"""Lists and quotes nested deeper than this are taken as text by the parser."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document. `line` counts from 1, `end` is the line after the last."""

    kind: Kind
    line: int
    end: int
    text: Said | None = None
    """The words of a heading; the content of a fence."""
    lines: tuple[Said, ...] = ()
    """The lines of a paragraph."""
    level: int = 0
    """Of a heading, 1 … 6; of an ordered list, its first number plus one, so that a bullet list is 0."""
    info: str = ""
    """The language of a fence."""
    children: tuple["Block", ...] = ()
    rows: tuple[tuple[Said, ...], ...] = ()
    """Of a table, the head first."""


@cache
def _parser() -> MarkdownIt:
    """Blocks only: inline Markdown stays as it was written, so nothing is parsed that a page will parse again."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST}).enable("table")
    parser.disable(["reference", "html_block"])
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def blocks_of(text: str, first_line: int = 1) -> tuple[Block, ...]:
    """The blocks of a text whose first line has this number in its file."""
    source = _without_comments(text).split("\n")
    tokens = _parser().parse("\n".join(source))
    return _blocks(_Reader(tokens, source, first_line))


@dataclass(slots=True)
class _Reader:
    tokens: Sequence[Token]
    source: list[str]
    first: int
    at: int = 0

    def said(self, text: str, line: int) -> Said:
        """A text that stands on a line of the source, with its column."""
        where = self.source[line] if line < len(self.source) else ""
        column = where.find(text.split("\n", 1)[0])
        return Said(text, Span(self.first + line, max(column, 0) + 1, max(1, len(text.split("\n", 1)[0]))))


def _blocks(reader: _Reader, until: str = "") -> tuple[Block, ...]:
    found: list[Block] = []
    while reader.at < len(reader.tokens):
        token = reader.tokens[reader.at]
        reader.at += 1
        if until and token.type == until:
            break
        if block := _block(reader, token):
            found.append(block)
    return tuple(found)


def _block(reader: _Reader, token: Token) -> Block | None:
    start, end = token.map or (0, 0)
    line, after = reader.first + start, reader.first + end
    match token.type:
        case "heading_open":
            inline = _inline(reader)
            return Block("heading", line, after, text=reader.said(inline.content.strip(), start), level=int(token.tag[1]))
        case "paragraph_open":
            lines = _lines(reader, _inline(reader).content, start)
            return Block("text", line, after, lines=lines) if lines else None
        case "bullet_list_open" | "ordered_list_open":
            level = int(token.attrGet("start") or 1) + 1 if token.type[0] == "o" else 0
            return Block("list", line, after, level=level, children=_blocks(reader, token.type.replace("open", "close")))
        case "list_item_open":
            return Block("item", line, after, children=_blocks(reader, "list_item_close"))
        case "blockquote_open":
            return Block("quote", line, after, children=_blocks(reader, "blockquote_close"))
        case "table_open":
            return Block("table", line, after, rows=_rows(reader))
        case "fence" | "code_block":
            return Block(
                "fence", line, after, text=reader.said(token.content, start + (token.type == "fence")), info=token.info.strip().lower()
            )
        case "hr":
            return Block("rule", line, after)
    return None


def _inline(reader: _Reader) -> Token:
    token = reader.tokens[reader.at]
    reader.at += 2
    return token


_TAGS_ONLY = re.compile(r"^(?:</?(?:details|summary|div|p|center|br|a|img|section|article|hr)\b[^<>]*>\s*)+$", re.IGNORECASE)
_SUMMARY = re.compile(r"^\s*(?:<details[^<>]*>\s*)?<summary>(.*)</summary>\s*$", re.IGNORECASE)


def _lines(reader: _Reader, content: str, start: int) -> tuple[Said, ...]:
    """A paragraph's lines. Lines of nothing but layout tags fall away; a fold's summary is its words."""
    found = []
    for offset, line in enumerate(content.split("\n")):
        if summary := _SUMMARY.match(line):
            line = re.sub(r"</?(?:b|strong)>", "**", summary[1]).strip()
        elif _TAGS_ONLY.match(line.strip()):
            continue
        if line.strip():
            found.append(reader.said(line.strip(), start + offset))
    return tuple(found)


def _rows(reader: _Reader) -> tuple[tuple[Said, ...], ...]:
    rows: list[tuple[Said, ...]] = []
    row: list[Said] = []
    line, column = 0, 0
    while (token := reader.tokens[reader.at]).type != "table_close":
        reader.at += 1
        if token.type == "tr_open":
            row, line, column = [], (token.map or [0])[0], 0
        elif token.type == "inline":
            text = token.content.strip()
            where = reader.source[line] if line < len(reader.source) else ""
            at = where.find(text.replace("|", "\\|"), column) if text else -1
            column = at + len(text) if at >= 0 else column
            row.append(Said(text, Span(reader.first + line, max(at, 0) + 1, max(1, len(text)))))
        elif token.type == "tr_close":
            rows.append(tuple(row))
    reader.at += 1
    return tuple(rows)


_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")


def _without_comments(text: str) -> str:
    """The text with its HTML comments blanked, lines kept; those in code stay."""
    if "<!--" not in text:
        return text
    result, fence, inside = [], "", False
    for line in text.split("\n"):
        if not inside and (mark := _FENCE.match(line)):
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        if not fence:
            line, inside = _uncommented(line, inside)
        result.append(line)
    return "\n".join(result)


def _uncommented(line: str, inside: bool) -> tuple[str, bool]:
    kept = ""
    while line:
        if inside:
            at = line.find("-->")
            if at < 0:
                return kept, True
            line, inside = line[at + 3 :], False
        else:
            at = line.find("<!--")
            if at < 0 or line.count("`", 0, at) % 2:
                return kept + line, False
            kept, line, inside = kept + line[:at], line[at + 4 :], True
    return kept, inside
