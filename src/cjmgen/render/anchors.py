"""anchors: a heading that has an id is a link to itself, so that its place in the page can be copied and shared."""

import re

_HEADING = re.compile(
    r"<summary\b.*?</summary>"  # a heading there opens a fold
    r"|<(?P<tag>h[2-6])(?P<rest>(?:\s[^<>]*)?\sid=\"(?P<id>[^\"<>]+)\"[^<>]*)>(?P<words>.*?)</(?P=tag)>",
    re.DOTALL,
)
_OWN = re.compile(r"<(?:a|button|input|select)\b")


def with_anchors(page: str) -> str:
    """A page whose headings link to themselves; those that hold something to press, or that change by themselves, stay as they are."""
    return _HEADING.sub(_linked, page)


def _linked(heading: re.Match[str]) -> str:
    tag, rest, id, words = heading["tag"], heading["rest"], heading["id"], heading["words"]
    if not tag or "aria-live" in rest or _OWN.search(words):
        return heading[0]
    return f'<{tag}{rest}><a class="here" href="#{id}">{words}</a></{tag}>'
