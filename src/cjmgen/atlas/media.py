"""media: the pictures that maps name, checked by their bytes, with the names they get in the site."""

import posixpath
from collections.abc import Iterator

from cjmgen.atlas.atlas import Media
from cjmgen.atlas.mistakes.finding import Finding
from cjmgen.atlas.mistakes.suggest import did_you_mean, nearest
from cjmgen.digest import Digest, digest
from cjmgen.model.journey import Journey
from cjmgen.model.persona import Persona
from cjmgen.model.touchpoint import Image
from cjmgen.problem import KeyPath
from cjmgen.syntax.drawing import flaw
from cjmgen.tree import Tree
from cjmgen.value import dataclass

LIMIT = 2 * 1024 * 1024
ENDINGS = {"png": "png", "jpg": "jpg", "jpeg": "jpg", "webp": "webp", "gif": "gif"}
"""Endings a picture may have, each with the form its bytes then have."""


@dataclass(frozen=True, slots=True)
class Pictured:
    """A picture as an entity names it: its path in the project, with what is wrong with it."""

    file: str
    media: Media | None
    findings: tuple[Finding, ...]


def form_of(content: bytes) -> str:
    """What a picture is by its first bytes: png, jpg, gif or webp; "" for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if content.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    return "webp" if content[:4] == b"RIFF" and content[8:12] == b"WEBP" else ""


def resolve(file: str, name: str) -> str | None:
    """The path of a picture that a file names, relative to that file; None when it leads out of `maps/`."""
    if name.startswith("/") or "\\" in name or "\0" in name or ":" in name.split("/")[0]:
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(file), name))
    return path if path.startswith("maps/") else None


def with_slashes(name: str) -> str:
    """What to write for a path as Windows has it; "" for any other."""
    return f"paths have slashes: '{name.replace(chr(92), '/')}'" if "\\" in name else ""


def below_maps(path: str) -> str:
    """A picture's path as seen from `maps/`, the key it has among the atlas's media; a logo may stand beside that folder."""
    path = posixpath.normpath(path)
    return path.removeprefix("maps/") if path.startswith("maps/") else f"../{path}"


def images_of_journey(journey: Journey) -> Iterator[tuple[Image, KeyPath]]:
    """All pictures that a journey names."""
    for at, stage in enumerate(journey.stages):
        if stage.image:
            yield stage.image, ("stages", at, "image")
        for n, touchpoint in enumerate(stage.touchpoints):
            if touchpoint.image:
                yield touchpoint.image, ("stages", at, "touchpoints", n, "image")


def images_of_persona(persona: Persona) -> Iterator[tuple[Image, KeyPath]]:
    """The photo of a persona."""
    if persona.photo:
        yield persona.photo, ("photo",)


class Gallery:
    """The pictures of a project, each looked at once."""

    def __init__(self, files: Tree) -> None:
        self._files = files
        self._seen: dict[str, Media | tuple[str, str, str]] = {}

    def _pictures(self) -> list[str]:
        return [path for path in self._files if path.startswith("maps/") and _ending(path) in ENDINGS]

    def look(self, file: str, image: Image, path: KeyPath) -> Pictured:
        """A picture that `file` names at a path of its entity."""
        where = (*path, "file")
        full = resolve(file, image.file)
        if full is None:
            slashes = resolve(file, image.file.replace("\\", "/")) and with_slashes(image.file)
            hint = slashes or "copy the picture into maps/ and name it relative to this file"
            return Pictured("", None, (Finding("image-outside", f"'{image.file}' is not inside maps/", where, hint, data=(image.file,)),))
        seen = self.picture(full)
        if not isinstance(seen, Media):
            code, message, hint = seen
            return Pictured(full, None, (Finding(code, message.format(name=image.file), where, hint, data=(image.file,)),))
        if not image.alt:
            hint = "say in a few words what it shows: `alt: …`"
            return Pictured(
                full, seen, (Finding("image-without-alt", f"'{image.file}' has no alternative text", path, hint, data=(image.file,)),)
            )
        return Pictured(full, seen, ())

    def picture(self, full: str) -> Media | tuple[str, str, str]:
        """The picture at a path of the project, or the code, message and hint of what is wrong with it."""
        if full not in self._seen:
            self._seen[full] = self._judge(full)
        return self._seen[full]

    def seen(self, full: str) -> Digest:
        """What a judgement about a path of the project depends on: the picture's bytes, or which others could be meant."""
        return self._files.digest(full) if full in self._files else digest("\n".join(self._pictures()))

    def logo(self, full: str) -> Media | tuple[str, str, str]:
        """The project's logo: a picture, or an SVG that is a drawing and nothing else."""
        if _ending(full) != "svg" or full not in self._files:
            return self.picture(full)
        content = self._files[full]
        if wrong := flaw(content):
            return "image-not-allowed", f"'{{name}}' {wrong}", "save it as a plain SVG of shapes and gradients, or as png"
        return Media(full, f"media/{digest(content)}.svg")

    def _judge(self, full: str) -> Media | tuple[str, str, str]:
        ending = _ending(full)
        if ending not in ENDINGS:
            hint = "save it as png: an SVG can hold a script" if ending == "svg" else "pictures are png, jpg, webp or gif"
            return (
                "image-not-allowed",
                "'{name}' is no picture that can be shown",
                hint,
            )
        if full not in self._files:
            folder = posixpath.dirname(full) + "/"
            near = nearest(full.removeprefix(folder), [path.removeprefix(folder) for path in self._pictures() if path.startswith(folder)])
            return "image-missing", "there is no file '{name}'", did_you_mean(near, f"it would be {full}")
        content = self._files[full]
        if len(content) > LIMIT:
            return "image-not-allowed", f"'{{name}}' has {len(content) / 2**20:.1f} MB, 2 are the most", "make it smaller"
        if form_of(content) != ENDINGS[ending]:
            real = form_of(content)
            hint = f"it is a {real}: give it the ending .{real}" if real else "save it as png, jpg, webp or gif again"
            return "image-not-allowed", f"'{{name}}' is no {ENDINGS[ending]}, whatever its name says", hint
        return Media(full, f"media/{digest(content)}.{ENDINGS[ending]}")


def _ending(path: str) -> str:
    return posixpath.splitext(path)[1].lower().removeprefix(".")
