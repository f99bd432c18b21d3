"""answers: what the preview answers to a request, as a value: nothing here touches a connection."""

import json
import re
from html import escape
from urllib.parse import parse_qs

from cjmgen.digest import digest
from cjmgen.shell.preview.address import OWN, goal, read_target, stand_in
from cjmgen.shell.preview.attach import attach, own_file, tag
from cjmgen.shell.preview.media import kind_of
from cjmgen.shell.preview.opened import opened
from cjmgen.shell.preview.sight import Drawn, Sight
from cjmgen.value import dataclass

PLAIN, HTML, JSON = kind_of("a.txt"), kind_of("a.html"), kind_of("a.json")
PLACE = f"{OWN}place"


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer: status, media type, body, and where else to go."""

    status: int
    kind: str
    body: bytes
    moved: str = ""

    @property
    def tag(self) -> str:
        """The name of the body, by which a browser asks whether it changed."""
        return f'"{digest(self.body)}"'


def plain(status: int, words: str) -> Answer:
    """A sentence."""
    return Answer(status, PLAIN, f"{words}\n".encode())


def answer(target: str, sight: Sight) -> Answer:
    """What is answered to a target that nothing is wrong with."""
    path = read_target(target)
    if path is None:
        return plain(400, "This is no address of a page.")
    if path == PLACE:
        return _place(target, sight)
    if path.startswith(OWN):
        content = own_file(path.removeprefix(OWN))
        return plain(404, "There is no such file.") if content is None else Answer(200, kind_of(path), content)
    if not sight.good:
        return _bare(path, sight)
    site = sight.good.site
    led = goal(path, site, sight.good.settings.url)
    if led.moved:
        return Answer(302, PLAIN, b"", led.moved)
    drawn = sight.draw(led.path)
    if drawn:
        return _drawn(led.path, drawn, sight)
    lost = sight.draw(stand_in(path, site, sight.good.languages))
    # the tag names the page that was asked for, so that it is shown as soon as there is one
    return Answer(404, HTML, attach(_rooted(lost.content), led.path, "", sight.number)) if lost else plain(404, "There is no such page.")


def _place(target: str, sight: Sight) -> Answer:
    """Where the part of a page is written that its address names: `place?page=index.html&id=s-decision&words=Size`."""
    asked = parse_qs(target.partition("?")[2], max_num_fields=40, errors="replace")
    page, words = asked.get("page", [""])[0], asked.get("words", [""])[0]
    found = opened(sight, page, asked.get("id", ()), words)
    return Answer(200, JSON, json.dumps(found).encode())


def _rooted(page: bytes) -> bytes:
    """The page for what is missing, whose links hold at any depth: a site that knows its address has them so of itself."""
    return re.sub(rb' (href|src)="(?![a-z]+:|[/#])', rb' \1="/', page)


def _drawn(path: str, drawn: Drawn, sight: Sight) -> Answer:
    if not drawn.digest:
        return _own_page(500, path, "This page can't be drawn", sight)
    if not path.endswith(".html"):
        return Answer(200, kind_of(path), drawn.content)
    return Answer(200, HTML, attach(drawn.content, path, drawn.digest, sight.number))


def _bare(path: str, sight: Sight) -> Answer:
    """There is nothing to show yet: the first look is not through, or it found mistakes."""
    page = f"{path}index.html" if path == "" or path.endswith("/") else path
    if not page.endswith(".html") and "." in page.rpartition("/")[2]:
        return plain(503, "The first look at the maps is not through yet.")
    page = page if page.endswith(".html") else f"{page}/index.html"
    if sight.number == 0:
        return _own_page(503, page, "Reading the maps …", sight)
    return _own_page(500, page, "Nothing to show yet", sight)


def _own_page(status: int, path: str, title: str, sight: Sight) -> Answer:
    """A page of the preview itself, which becomes the page of the site as soon as there is one."""
    head = f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}</title>\n'
    body = f'<body class="live-own"><main><p class="live-wait">{escape(title)}</p></main></body>'
    html = f'<!DOCTYPE html>\n<html lang="en">\n<head>\n{head}{tag(path, "", sight.number)}</head>\n{body}\n</html>\n'
    return Answer(status, HTML, html.encode())
