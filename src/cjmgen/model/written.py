"""written: how a value is read from what authors write; JSON comes from our own shelves and is taken as it is."""

from collections.abc import Callable
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

LIST = core_schema.tuple_variable_schema(core_schema.any_schema())
"""A packed list, which is a tuple in the model."""
DATE = core_schema.date_schema()
"""A packed day, which is a date in the model."""
NUMBER = core_schema.float_schema()
"""A packed number, which is a float in the model however it was written."""


class Written:
    """A value that a function reads, with the author's mistakes; `packed` is what it is in JSON.

    Every map is opened again for its pages, and asking a function about each of its texts once more would double the time.
    """

    def __init__(self, read: Callable[[Any], Any], packed: CoreSchema | None = None) -> None:
        self._read, self._packed = read, packed or core_schema.any_schema()

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.json_or_python_schema(self._packed, core_schema.no_info_plain_validator_function(self._read))


def expanded(read: Callable[[Any], Any], full: CoreSchema) -> CoreSchema:
    """A value that may be written short: `read` writes it out; in JSON it is written out."""
    return core_schema.json_or_python_schema(full, core_schema.no_info_before_validator_function(read, full))
