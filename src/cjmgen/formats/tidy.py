"""tidy: a file in canonical form, with its comments; never another meaning, which is read again before anybody writes it."""

from dataclasses import dataclass, replace
from typing import Literal

from cjmgen.atlas.files.sort import Source
from cjmgen.formats.arrange import arranged
from cjmgen.formats.meaning import Meaning, meaning
from cjmgen.formats.naming import named, with_id
from cjmgen.model.journey import Journey
from cjmgen.model.kinds import KIND
from cjmgen.problem import Problem
from cjmgen.syntax.markdown.front import FRONT
from cjmgen.syntax.read import form_of
from cjmgen.syntax.text import read_text
from cjmgen.syntax.yaml.manuscript import Manuscript, has_anchors
from cjmgen.syntax.yaml.pen import pen
from cjmgen.syntax.yaml.transcribe import Illegible, transcribe

Reason = Literal["", "broken", "illegible", "changed"]


@dataclass(frozen=True, slots=True)
class Tidied:
    """A file as it should be; as it is where there is a reason to leave it: mistakes in it, a key that is no word, or a mistake of ours."""

    content: bytes
    reason: Reason = ""
    problems: tuple[Problem, ...] = ()


def tidied(source: Source, content: bytes, language: str) -> Tidied:
    """A map or settings in canonical form. The language is the one that titles become ids in."""
    before = meaning(source, content, language)
    if before.errors:
        return Tidied(content, "broken", before.errors)
    text = read_text(source.file, content).value or ""
    try:
        anew = _tidied(source, text, before)
    except Illegible:
        return Tidied(content, "illegible")
    written = _in_its_lines(anew, content)
    if written == content:
        return Tidied(content)
    return Tidied(written) if meaning(source, written, language).is_same(before) else Tidied(content, "changed")


def _tidied(source: Source, text: str, before: Meaning) -> str:
    if form_of(source.file) == "yaml":
        manuscript = transcribe(text)
        return pen(arranged(_with_ids(manuscript, source, before), source.kind)) if manuscript else text
    front = FRONT.match(text) if form_of(source.file) == "markdown" else None
    manuscript = transcribe(front["yaml"]) if front else None
    if front is None or manuscript is None or manuscript.root.kind == "list":
        return text
    return text[: front.start("yaml")] + pen(arranged(manuscript, source.kind)).rstrip("\n") + text[front.end("yaml") :]


def _with_ids(manuscript: Manuscript, source: Source, before: Meaning) -> Manuscript:
    """The manuscript with ids that a new title would lose, as far as its entities are whole."""
    root = manuscript.root
    if source.translates or has_anchors(root):
        return manuscript
    if KIND[source.kind].file and root.kind == "list":
        items = ((entry, before.ids.get((at,), "")) for at, entry in enumerate(root.sure))
        return replace(manuscript, root=replace(root, entries=tuple(with_id(entry, id) for entry, id in items)))
    whole = before.entities.get(())
    return replace(manuscript, root=named(root, whole)) if isinstance(whole, Journey) else manuscript


def _in_its_lines(text: str, content: bytes) -> bytes:
    """The text with the line ends that the first line of the file has."""
    first = content.find(b"\n")
    return text.replace("\n", "\r\n").encode() if first > 0 and content[first - 1 : first] == b"\r" else text.encode()
