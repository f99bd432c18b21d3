"""budget: what a page drawn with a project's own templates may cost; numbers end a template that never would, and no clock."""

import datetime
from collections.abc import Generator, Iterable, Iterator, Sized
from typing import Any

from jinja2 import Undefined
from markupsafe import Markup

from cjmgen.pages.view import Said

STEPS = 2_000_000
"""Statements and expressions a page may run. The largest page of our own maps takes a twenty-fifth of it."""
LENGTH = 1_000_000
"""Characters of any text, a whole page among them."""
WRITTEN = 10_000_000
"""Characters put together in all on the way to a page: a text inside a macro inside a block counts three times."""
WIDTH = 1_000
"""Any number given to a filter or to a format: a width, a count of digits, a length to cut to."""
RANGE = 10_000
"""Numbers in a range, and entries of lists that a template makes."""
DEPTH = 50
"""Macros inside one another."""
BITS = 256
"""Size of a whole number."""

_SIGNS_A_STEP, _ENTRIES_A_STEP, _COMPARED_A_STEP = 64, 8, 2


class Exceeded(Exception):
    """A template asks for more than a page may cost; says what and how much there is."""


class Refused(Exception):
    """A template does what no template of a project may do; says what, and what to do instead."""


class Budget:
    """The account of one page. It is opened anew for each."""

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Open the account of the next page."""
        self.steps = self.written = self.depth = 0

    def spend(self, steps: int) -> None:
        """Take some steps."""
        if type(steps) is not int or steps < 0:
            raise Refused("no step can be given back")
        self.steps += steps
        if self.steps > STEPS:
            raise Exceeded(f"this page takes more than {STEPS:,} steps to draw: a loop or a macro goes on without end")

    def joined(self, parts: Iterable[str]) -> str:
        """Pieces of a page as one text."""
        kept, length = [], 0
        for part in parts:
            length += len(part)
            if length > LENGTH:
                _stop(parts)
            kept.append(part)
        self.written += length
        if self.written > WRITTEN:
            raise Exceeded(f"more than {WRITTEN:,} characters are put together for this page")
        return "".join(kept)

    def paid(self, value: Any) -> Any:
        """A value, paid for by its size."""
        if type(value) is str or type(value) is Markup:
            self.spend(len(value) // _SIGNS_A_STEP)
        elif type(value) in (list, tuple, dict, range):
            self.spend(len(value) // _ENTRIES_A_STEP)
        elif type(value) is int and value.bit_length() > BITS:
            raise Exceeded(f"a number grows beyond {BITS} bits")
        return value

    def weighed(self, value: Any) -> Any:
        """A value that is compared or looked through, paid for with everything inside."""
        signs, entries, rest = 0, 0, [value]
        while rest:
            inside = rest.pop()
            if type(inside) is str or type(inside) is Markup:
                signs += len(inside)
            elif type(inside) in (list, tuple, dict):
                entries += len(inside)
                rest.extend(inside.values() if type(inside) is dict else inside)
            elif type(inside) is range:
                entries += len(inside)
        self.spend(signs // _SIGNS_A_STEP + entries // _COMPARED_A_STEP)
        return value

    def turns(self, values: Iterator[Any], price: int) -> Iterator[Any]:
        """Entries that come one by one, each paid for."""
        for value in values:
            self.spend(price)
            yield value

    def kept(self, value: Any) -> Any:
        """A list, tuple or mapping that a template made, everything inside counted each time it is there."""
        entries, rest = 0, [value]
        while rest:
            inside = rest.pop()
            if type(inside) is dict:
                rest.extend(inside.values())
            elif type(inside) in (list, tuple):
                rest.extend(inside)
            else:
                continue
            entries += len(inside)
            if entries > RANGE:
                raise Exceeded(f"a list grows beyond {RANGE:,} entries")
        return self.paid(value)


def _stop(parts: Iterable[str]) -> None:
    """End a text that is too long where it is being written: the error passes through the template, and so knows the line."""
    failure = Exceeded(f"a text grows beyond {LENGTH:,} characters")
    if isinstance(parts, Generator):
        parts.throw(failure)
    raise failure


def fits(length: int) -> None:
    """Make sure of a text before it is made."""
    if length > LENGTH:
        raise Exceeded(f"a text grows beyond {LENGTH:,} characters")


def narrow(number: object) -> None:
    """Make sure of a number that says how wide, how long or how many."""
    if isinstance(number, int) and abs(number) > WIDTH:
        raise Exceeded(f"{number if abs(number) < 10**15 else 'a number'} is too wide: {WIDTH:,} is the most")


def scalar(value: Any) -> Any:
    """A value that can stand in a page. A list or a part of a view can't: it would show how it is made inside."""
    if isinstance(value, str | int | float | datetime.date | Undefined) or value is None:
        return value
    if isinstance(value, Said):
        raise Refused("a text of an author is shown with |prose, |plain or |blocks")
    if isinstance(value, Sized):
        raise Refused(f"a {type(value).__name__} can't be shown as it is; show what stands in it")
    raise Refused("a function, a macro or a template can't be shown; call it")


def counted(*numbers: int) -> range:
    """The range of a template."""
    made = range(*numbers)
    if not -RANGE <= made.start <= RANGE or len(made) > RANGE:
        raise Exceeded(f"a range has at most {RANGE:,} numbers")
    return made
