"""document: one file as plain data, with the form it came in."""

from typing import Literal

from cjmgen.value import dataclass

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]
"""What a file says, whatever its form: the values of JSON, in the order they stand in."""

Form = Literal["yaml", "markdown", "table"]


@dataclass(frozen=True, slots=True)
class Document:
    """One file's plain data. A Markdown file or table with several journeys holds `{"journeys": [...]}`."""

    file: str
    data: Plain
    form: Form
