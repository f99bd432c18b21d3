"""anchors: a heading that has an id is a link to itself, so that its place in the page can be copied and shared."""

import re

_HEADING = re.compile(
    r"<h(?P<level>[2-6])(?P<rest>(?:\s[^<>]*)?\sid=\"(?P<id>[^\"<>]+)\"[^<>]*)>(?P<words>.*?)</h(?P=level)>", re.DOTALL
)
_OWN = re.compile(r"<(?:a|button|input|select)\b")


def with_anchors(page: str) -> str:
    """A page whose headings link to themselves; those that hold something to press, or that change by themselves, stay as they are."""
    return _HEADING.sub(_linked, page)


def _linked(heading: re.Match[str]) -> str:
    level, rest, id, words = heading["level"], heading["rest"], heading["id"], heading["words"]
    if "aria-live" in rest or _OWN.search(words) or _opens_a_fold(heading):
        return heading[0]
    return f'<h{level}{rest}><a class="here" href="#{id}">{words}</a></h{level}>'


def _opens_a_fold(heading: re.Match[str]) -> bool:
    """Whether it stands in a summary. Few headings have an id: it costs less to look around each than to follow all summaries."""
    page, start = heading.string, heading.start()
    opened = page.rfind("<summary", 0, start)
    return opened >= 0 and page.find("</summary>", opened) > start
