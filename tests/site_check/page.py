"""page: what a check needs to know of one HTML page: its ids and everything it links to."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

ADDRESSES = {
    "a": ("href",), "area": ("href",), "link": ("href",), "script": ("src",), "img": ("src", "srcset"), "source": ("src", "srcset"),
    "iframe": ("src",), "form": ("action",), "use": ("href", "xlink:href"), "image": ("href", "xlink:href"), "object": ("data",),
    "video": ("src", "poster"), "audio": ("src",), "track": ("src",), "embed": ("src",), "input": ("src", "formaction"),
    "button": ("formaction",), "base": ("href",), "blockquote": ("cite",), "q": ("cite",), "ins": ("cite",), "del": ("cite",),
}  # fmt: skip
IDREFS = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "for", "headers", "list", "popovertarget")
LOADED = ("script", "img", "source", "iframe", "use", "image", "object", "video", "audio", "track", "embed", "input")
LOADED_RELATIONS = ("stylesheet", "icon", "preload", "modulepreload", "manifest", "preconnect", "dns-prefetch", "prefetch")


@dataclass(frozen=True, slots=True)
class Link:
    """An address in a page. `loads`: the browser fetches it without being asked."""

    address: str
    line: int
    loads: bool


@dataclass
class Page(HTMLParser):
    """The ids and links of a page, read with the standard library alone: the checker shares nothing with the builder."""

    ids: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    references: list[tuple[str, int]] = field(default_factory=list)
    lang: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element's id, addresses and references to ids."""
        given = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        if tag == "html":
            self.lang = given.get("lang", "")
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a" and "name" in given:
            self.ids.append(given["name"])
        loads = tag in LOADED or (tag == "link" and bool(set(given.get("rel", "").split()) & set(LOADED_RELATIONS)))
        for name in ADDRESSES.get(tag, ()):
            if name in given:
                found = [part.split()[0] for part in given[name].split(",") if part.strip()] if name == "srcset" else [given[name]]
                self.links += [Link(address, line, loads) for address in found]
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh" and "url=" in given.get("content", "").lower():
            at = given["content"].lower().index("url=") + 4
            self.links.append(Link(given["content"][at:].strip("'\" "), line, False))
        self.references += [(name, line) for key in IDREFS if key in given for name in given[key].split()]

    handle_startendtag = handle_starttag


def read(html: str) -> Page:
    """Read one page."""
    page = Page()
    page.feed(html)
    page.close()
    return page
