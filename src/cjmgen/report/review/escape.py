"""escape: a stranger's text inside Markdown: shown as it is, and nothing but shown: no markup, mention, link, table or direction."""

import re
import unicodedata

from cjmgen.report.review.value import cut

_JOINERS = "\u200c\u200d"
"""Invisible marks that scripts and emoji need; all others go, or a text could read otherwise than it stands there."""

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|~^=])")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_CALLS = re.compile(r"([@#!$%~&:])(?=[\w+\-/])|(?<=\bwww)(\.)|(?<=\bGH)(-)", re.IGNORECASE)
UNNAMED = "the working tree"
_DIGEST = re.compile(r"[0-9a-f]{7,64}\)")
_APART = "\u2060"
"""A word joiner: nothing to see, and what stands before and behind it is no mention, no number of an issue and no address."""


def escape(text: str, most: int = 200) -> str:
    """A text for one line of Markdown, on GitHub, GitLab or elsewhere, in a table as well."""
    marked = _MARKUP.sub(r"\\\1", _apart(text, most))
    return "".join(_HTML.get(sign, sign) for sign in marked)


def within_html(text: str, most: int = 200) -> str:
    """A text for a tag that Markdown leaves alone, where a backslash would be seen."""
    return "".join(_HTML.get(sign, sign) for sign in _apart(text, most))


def code(text: str, most: int = 200) -> str:
    """A name that somebody may copy, letter by letter: in code nothing is markup and nobody is called. Not for tables, whose cells end at
    a bar wherever it stands."""
    line = _line(text, most)
    fence = "`" * (1 + max((len(ticks) for ticks in re.findall("`+", line)), default=0))
    room = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{room}{line}{room}{fence}" if line else ""


def revision(text: str) -> str:
    """What a version is called: a revision or a folder as code, the digest beside it, and what has no name in words."""
    if text == UNNAMED:
        return text
    name, apart, digest = text.rpartition(" (")
    return f"{code(name)} ({code(digest[:-1])})" if apart and _DIGEST.fullmatch(digest) else code(text)


def _apart(text: str, most: int) -> str:
    """One line of signs that are seen, in which nothing calls anybody."""
    return _CALLS.sub(lambda found: found[0] + _APART, _line(text, most))


def _line(text: str, most: int) -> str:
    """One line of signs that are seen."""
    return cut(" ".join("".join(map(_kept, text)).split()), most)


def _kept(sign: str) -> str:
    """A sign that is seen; for what breaks a line a space, for what cannot be seen nothing."""
    kind = unicodedata.category(sign)
    if kind in ("Zl", "Zp", "Cc"):
        return " "
    return "" if kind in ("Cf", "Cs", "Co", "Cn") and sign not in _JOINERS else sign
