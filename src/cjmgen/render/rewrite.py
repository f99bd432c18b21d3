"""rewrite: puts the counting of steps into a template, and finds what no template of a project may do before it runs."""

import math
from collections.abc import Collection, Iterable
from typing import NoReturn

from jinja2 import nodes
from jinja2.exceptions import TemplateAssertionError
from jinja2.visitor import NodeTransformer

from cjmgen.atlas.mistakes.suggest import did_you_mean, nearest
from cjmgen.render.budget import BITS

SPEND, KEEP, WEIGH = "_spend", "_keep", "_weigh"
"""Filters that only this file writes into templates: a price is paid, a list is counted, what is compared is weighed."""

_BODIES = (nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)
"""What may run more often than it is written: each pays for itself."""
_OTHERS, _OTHER = (nodes.Include, nodes.Import, nodes.FromImport), 100
"""What opens another template, and the steps that this takes."""


class Rewriting(NodeTransformer):
    """One template's tree, changed in place. Raises Jinja's own error, which knows the line."""

    def __init__(self, name: str | None, known: Collection[str]) -> None:
        self._name, self._known = name, known

    def visit_Template(self, node: nodes.Template) -> nodes.Node:
        """A template pays for what stands outside of loops, macros and blocks."""
        self.generic_visit(node)
        node.body = [_price(node.body, 1), *node.body]
        return node

    def visit_For(self, node: nodes.For) -> nodes.Node:
        """A loop pays each turn. One that calls itself could hide its turns, so there is none."""
        if node.recursive:
            self._fail("a loop can't be recursive here; write a macro that calls itself", node)
        self._paid(node)
        if node.test:
            price = nodes.Filter(nodes.Const(1 + _size(node.test)), SPEND, [], [], None, None)
            node.test = nodes.Or(price, node.test).set_lineno(node.lineno)  # what is spent is none, and leaves the word to the test
        return node

    def _paid(self, node: "nodes.For | nodes.Macro | nodes.CallBlock | nodes.Block") -> nodes.Node:
        self.generic_visit(node)
        node.body = [_price(node.body, node.lineno), *node.body]
        return node

    visit_Macro = visit_CallBlock = visit_Block = _paid

    def visit_Name(self, node: nodes.Name) -> nodes.Node:
        """`self` is the inside of the template engine."""
        if node.name == "self":
            self._fail("there is no 'self' in a template of a project; name the block's text with {% set %}", node)
        return node

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:
        """Names that begin with an underscore are the inside of Python."""
        if node.attr.startswith("_"):
            self._fail(f"'{node.attr}' can't be reached from a template", node)
        return self.generic_visit(node)

    def visit_Const(self, node: nodes.Const) -> nodes.Node:
        """Numbers have a size."""
        if (isinstance(node.value, float) and math.isinf(node.value)) or (isinstance(node.value, int) and node.value.bit_length() > BITS):
            self._fail(f"a number has at most {BITS} bits", node)
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:
        """What is compared is weighed: two long lists take longer than two numbers."""
        self.generic_visit(node)
        node.expr = _weighed(node.expr)
        for operand in node.ops:
            operand.expr = _weighed(operand.expr)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:
        """A piece of a list or text is a new one."""
        self.generic_visit(node)
        return _through(KEEP, node) if isinstance(node.arg, nodes.Slice) else node

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:
        """The counting filters can't be called."""
        if node.name.startswith("_"):
            self._fail(f"there is no filter '{node.name}'", node)
        return self.generic_visit(node)

    def _escaping(self, node: nodes.Node) -> NoReturn:
        self._fail("texts are always escaped; this can't be switched off", node)

    visit_EvalContextModifier = visit_ScopedEvalContextModifier = _escaping

    def _kept(self, node: nodes.Expr) -> nodes.Node:
        self.generic_visit(node)
        if isinstance(node, nodes.Tuple) and node.ctx != "load":
            return node
        return _through(KEEP, node)

    visit_List = visit_Tuple = visit_Dict = _kept

    def _other(self, node: "nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport") -> nodes.Node:
        """A template that isn't there is told before anything runs."""
        if isinstance(node.template, nodes.Const) and not getattr(node, "ignore_missing", False):
            name = str(node.template.value)
            if name not in self._known:
                hint = did_you_mean(nearest(name, self._known))
                self._fail(f"there is no template '{name}'" + (f"; {hint}" if hint else ""), node)
        return self.generic_visit(node)

    visit_Extends = visit_Include = visit_Import = visit_FromImport = _other

    def _fail(self, message: str, node: nodes.Node) -> NoReturn:
        raise TemplateAssertionError(message, node.lineno, self._name)


def _through(name: str, node: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def _weighed(node: nodes.Expr) -> nodes.Expr:
    return node if isinstance(node, nodes.Const) else _through(WEIGH, node)


def _price(body: Iterable[nodes.Node], line: int) -> nodes.Node:
    price = nodes.Const(1 + sum(_size(node) for node in body), lineno=line)
    return nodes.ExprStmt(nodes.Filter(price, SPEND, [], [], None, None, lineno=line), lineno=line)


def _size(node: nodes.Node) -> int:
    """How many statements and expressions run once with a node."""
    if isinstance(node, _BODIES):
        return 1
    own = _OTHER if isinstance(node, _OTHERS) else 1
    return own + sum(_size(child) for child in node.iter_child_nodes())
