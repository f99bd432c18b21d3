"""value: dataclasses that nobody may change, made quickly."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses

    def dataclass(*, frozen: bool, eq: bool = True, **settings: bool):
        """`dataclasses.dataclass`, frozen by the type checker, which reads all rooms, and not once more at run time.

        Python freezes a dataclass by a detour around each field of every new one, and views and cards are made of so many that
        this took a sixth of a page's view; without it one is made in a fifth of the time.
        """
        assert frozen
        return dataclasses.dataclass(eq=eq, unsafe_hash=eq, **settings)
