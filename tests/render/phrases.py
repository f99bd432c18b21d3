"""phrases: which phrases the templates of a theme ask for, read from their syntax trees."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import Environment, nodes

ASKING = ("t", "known")
"""The functions of a template that take a phrase's name."""


@dataclass
class Asked:
    """Names in full, and the beginnings of names whose rest is chosen when a page is drawn; each with the places that ask."""

    names: dict[str, str] = field(default_factory=dict)
    beginnings: dict[str, str] = field(default_factory=dict)
    unclear: list[str] = field(default_factory=list)

    def covers(self, name: str) -> bool:
        """Whether anything asks for a phrase, or may."""
        return name in self.names or any(name.startswith(beginning) for beginning in self.beginnings)


def asked(templates: dict[str, str]) -> Asked:
    """Everything that templates ask for."""
    found = Asked()
    environment = Environment(autoescape=True)
    for file, source in templates.items():
        for call in environment.parse(source).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in ASKING:
                for choice in _choices(call.args[0]):
                    _note(found, choice, f"{file}:{call.lineno}")
    return found


def _choices(name: nodes.Expr) -> Iterator[nodes.Expr]:
    if isinstance(name, nodes.CondExpr):
        for choice in (name.expr1, name.expr2):
            if choice is not None:
                yield from _choices(choice)
    else:
        yield name


def _note(found: Asked, name: nodes.Expr, place: str) -> None:
    if isinstance(name, nodes.Const):
        found.names.setdefault(name.value, place)
    elif isinstance(name, nodes.Concat) and isinstance(first := name.nodes[0], nodes.Const):
        found.beginnings.setdefault(first.value, place)
    else:
        found.unclear.append(place)
