"""cjmgen: customer journey maps as code."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cjmgen.pipeline import build as build
    from cjmgen.pipeline import load as load
    from cjmgen.problem import Checked as Checked
    from cjmgen.problem import Problem as Problem
    from cjmgen.tree import Tree as Tree

__version__ = "0.1.0"

__all__ = ["Checked", "Problem", "Tree", "__version__", "build", "load"]

_HOMES = {"build": "pipeline", "load": "pipeline", "Tree": "tree", "Problem": "problem", "Checked": "problem"}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for: the command line's help needs none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module 'cjmgen' has no attribute '{name}'")
    return getattr(import_module(f"cjmgen.{_HOMES[name]}"), name)
