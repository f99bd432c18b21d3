"""value: dataclasses that nobody may change, made quickly."""

from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses

    def dataclass(*, frozen: bool, eq: bool = True, **settings: bool):
        """`dataclasses.dataclass`, frozen by the type checker, which reads all rooms, and not once more at run time.

        Python freezes a dataclass by a detour around each field of every new one, and views and cards are made of so many that
        this took a sixth of a page's view; without it one is made in a fifth of the time. It also writes and compiles methods of each
        class for equality, hash and words; these share one of each, which makes a class in two thirds of the time, and there are hundreds.
        What fills the fields is written when the first value of a class is made: a run makes values of less than half of them.
        """
        assert frozen

        def made(cls: type) -> type:
            shown = "__repr__" not in vars(cls)
            done = dataclasses.dataclass(eq=False, repr=False, init=False, **settings)(cls)
            if "__init__" not in vars(cls):
                done.__init__ = _filled_later(done)
            if eq:
                _compared(done)
            if shown:
                done.__repr__ = _words
            return done

        return made

    def _filled_later(cls: type):
        """An `__init__` that puts the one in its place that dataclasses would have written, when it is first called."""

        def __init__(self, *given, **named):
            cls.__init__ = _filler(cls)
            cls.__init__(self, *given, **named)

        return __init__

    def _filler(cls: type):
        """What dataclasses write for a class with these fields."""
        fields = cls.__dataclass_fields__.values()
        same = ("default", "default_factory", "init")
        body = {field.name: dataclasses.field(**{name: getattr(field, name) for name in same}) for field in fields}
        after = {"__post_init__": None} if hasattr(cls, "__post_init__") else {}
        bare = type(cls.__name__, (), {**body, **after, "__annotations__": {field.name: field.type for field in fields}})
        return dataclasses.dataclass(eq=False, repr=False)(bare).__init__

    def _compared(cls: type) -> None:
        """Equality and hash by the fields that count for them, unless the class has its own."""
        names = [field.name for field in dataclasses.fields(cls) if field.compare]
        told = attrgetter(*names) if names else lambda _: ()
        if "__eq__" not in vars(cls):
            cls.__eq__ = lambda self, other: told(self) == told(other) if type(self) is type(other) else NotImplemented
        if vars(cls).get("__hash__") is None:
            cls.__hash__ = lambda self: hash(told(self))

    def _words(self) -> str:
        """`Stage(id='pay', title='Payment')`, as dataclasses write themselves."""
        said = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
        return f"{type(self).__qualname__}({', '.join(said)})"
