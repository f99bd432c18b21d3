"""pipeline: the whole story: files are read and linked into an atlas (`loading`), and its pages drawn into a site (`making`).

Each half is loaded when something of it is first asked for: whoever compares two versions needs no templates.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cjmgen.pipeline.drawing import Drawing as Drawing
    from cjmgen.pipeline.loading import load as load
    from cjmgen.pipeline.loading import source_files as source_files
    from cjmgen.pipeline.making import build as build
    from cjmgen.pipeline.making import others as others
    from cjmgen.pipeline.making import site as site
    from cjmgen.pipeline.making import tried as tried
    from cjmgen.render.dress import dress as dress

_HOMES = {
    "load": "pipeline.loading", "source_files": "pipeline.loading",
    "build": "pipeline.making", "others": "pipeline.making", "site": "pipeline.making", "tried": "pipeline.making",
    "Drawing": "pipeline.drawing", "dress": "render.dress",
}  # fmt: skip


def __getattr__(name: str) -> object:
    """One of the parts, from the file that it stands in."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"cjmgen.{_HOMES[name]}"), name)
