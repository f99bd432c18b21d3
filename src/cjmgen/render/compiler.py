"""compiler: turns a theme's templates into Python that reads attributes and calls functions without a detour.

Jinja wraps every attribute, call, macro and test, so that any template may meet any value. Ours meet the views alone, and
these detours took half of a page's time. What follows from it: `a.b` is an attribute, `a[b]` an item, a macro's arguments go
by position, and there are no call blocks.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import markup_join
from markupsafe import Markup, escape


class Straight(CodeGenerator):
    """Writes the Python of a template."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """`(a).b`"""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        """`(a)[b]`"""
        self.write("(")
        self.visit(node.node, frame)
        self.write(")[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """`(f)(a, name=b, )`"""
        if node.dyn_args or node.dyn_kwargs or forward_caller:
            self.fail("calls with * or ** and call blocks are not supported", node.lineno)
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:
        """`(a is None)` for the test used most; the others are calls."""
        if node.name != "none":
            super().visit_Test(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(" is None)")

    def visit_Macro(self, node: nodes.Macro, frame: Frame) -> None:
        """A macro is the plain function that Jinja would wrap; arguments left out are `missing` to it."""
        super().visit_Macro(node, frame)
        self.writeline(f"macro.__defaults__ = (missing,) * {len(node.args)}")

    def visit_Block(self, node: nodes.Block, frame: Frame) -> None:
        """A block is handed on in one piece: a page has a thousand, and each would go through three generators."""
        if frame.toplevel and self.has_known_extends:
            return
        if node.scoped or node.required or frame.buffer is not None or self.extends_so_far:
            super().visit_Block(node, frame)
            return
        self.writeline(f"yield concat(context.blocks[{node.name!r}][0](context))", node)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """The function itself."""
        self.write("macro")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        """What a macro made is HTML."""
        self.writeline(f"return Markup(concat({frame.buffer}))")


markup: Callable[[str], Markup] = partial(str.__new__, Markup)
"""A text that is HTML already; `Markup(text)` without the question whether it is an object with HTML of its own."""


def escaped(value: object) -> object:
    """What `markupsafe.escape` gives, without the wrapper around a plain text."""
    if type(value) is str:
        special = "&" in value or "<" in value or ">" in value or '"' in value or "'" in value
        return escape(value) if special else value
    if type(value) is Markup:
        return value
    return str(value) if type(value) is int or type(value) is float else escape(value)


def joined(parts: tuple[object, ...]) -> str:
    """What `a ~ b` gives: plain text unless there is HTML among the parts."""
    for part in parts:
        if type(part) is not str:
            return markup_join(parts)
    return "".join(parts)  # type: ignore[arg-type]


NAMES: dict[str, Any] = {"escape": escaped, "Markup": markup, "markup_join": joined}
"""What the code of a template takes in place of Jinja's own."""
