"""engine: who counts events: DuckDB in this process, or whatever an address in the environment leads to. No address is ever told."""

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

from cjmgen.events.question import Missing
from cjmgen.model.events import Events
from cjmgen.shell.spill import spill
from cjmgen.shell.wrong import Refused

T = TypeVar("T")

INSTALL = "counting events needs an extra: pip install 'cjmgen[events]'"
FULL = "more than --disk allows did not fit into memory; give it more of either with --memory or --disk"

_LAYS_ASIDE = ("duckdb", "pyspark")
"""Others would need leave to write, where a question needs none."""
_SLICE = 5_000_000
"""Events that are put in order at a time where nobody knows how much memory an engine has."""
_EVENT = 400
"""Bytes of the memory allowed that are reckoned for each event that is put in order at a time; DuckDB was seen to take less than half."""
_FEWEST = 1_000_000
"""Events of a slice, however little memory there is: each slice costs a look at all events."""
_UNITS = {"K": 1, "M": 2, "G": 3, "T": 4}
_GOODBYE = 10.0
"""Seconds that an engine which was told to stop is waited for."""


class Broken(Exception):
    """An engine failed. Its own words are kept from whoever reads this: they may hold an address, or a person's name out of the data."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that DuckDB may take, as it writes sizes: 2GB, 512 MiB; without `disk` half of what is free."""

    memory: str
    disk: str | None = None

    @property
    def events(self) -> int:
        """How many events can be put in order within the memory."""
        said = self.memory.upper().removesuffix("B")
        number, unit = said.removesuffix("I"), 1024 if said.endswith("I") else 1000
        return max(_FEWEST, int(float(number[:-1]) * unit ** _UNITS[number[-1]]) // _EVENT)


@dataclass(frozen=True, slots=True)
class Engine:
    """A connection by the name of what it leads to."""

    name: str
    connection: Any
    share: Callable[[], float]
    """How much of the question is answered, from 0 to 1; below 0 where nobody knows."""
    most: int = _SLICE
    """Events that it can put in order at a time."""
    kept: list[Any] = field(default_factory=list)
    """What was laid aside: it is let go before the connection ends, as Ibis would try to afterwards."""

    def table(self, events: Events, files: tuple[Path, ...]) -> Any:
        """The table of events. Raises Broken."""
        return _guarded(lambda: self._files(files) if events.files else self._table(events.table or ""))

    def _table(self, name: str) -> Any:
        *above, table = name.split(".")
        return self.connection.table(table, database=tuple(above) or None)

    def _files(self, files: tuple[Path, ...]) -> Any:
        paths, ending = [str(file) for file in files], files[0].name.removesuffix(".gz").rpartition(".")[2]
        if ending == "parquet":
            return self.connection.read_parquet(paths)
        if ending in ("csv", "tsv"):
            # every cell as it is written: what an engine guesses of a column depends on the rows that it looks at
            plain = {"all_varchar": True} if self.name == "duckdb" else {"header": True, "inferSchema": False}
            separator = {"sep": "\t"} if ending == "tsv" else {}
            return self.connection.read_csv(paths, **plain, **separator)
        return self.connection.read_json(paths)

    def keep(self, table: Any) -> Any:
        """A table worked out once and laid aside in the engine, where that is known to be good at it; elsewhere it stays what it is."""
        if self.name not in _LAYS_ASIDE:
            return table
        self.kept.append(table.cache())
        return self.kept[-1]

    def slices(self, events: int) -> int:
        """Into how many groups of people so many events are split, so that an engine that holds what it orders holds a part of them."""
        return 1 + events // self.most if self.name in _LAYS_ASIDE else 1

    def rows(self, question: Callable[[], Any]) -> list[dict[str, Any]]:
        """What an expression gives. Raises Broken, and Missing where the table lacks what the expression needs."""
        return _guarded(lambda: self._apart(lambda: self.connection.to_pyarrow(question()).to_pylist()))

    def _apart(self, ask: Callable[[], T]) -> T:
        """An answer that is waited for here and made in a thread of its own.

        DuckDB works in the thread that asks it as well, and does not hear Ctrl-C there before a piece of work is over, which may be never.
        """
        answer: Future[T] = Future()
        worker = Thread(target=_settle, args=(answer, ask), daemon=True)
        worker.start()
        try:
            return answer.result()
        except KeyboardInterrupt:
            _quietly(getattr(getattr(self.connection, "con", None), "interrupt", lambda: None))
            worker.join(_GOODBYE)
            raise


@contextmanager
def engine(events: Events, limits: Limits) -> Iterator[Engine]:
    """The engine that a metric names, else DuckDB, which takes no more memory than it is told and lays the rest on disk."""
    try:
        import ibis
    except ImportError:
        raise Refused(INSTALL) from None
    ibis.options.interactive = False
    with spill() as folder:
        connection = _connected(ibis, events.url) if events.url else _embedded(ibis)
        if connection.name == "duckdb":
            _guarded(lambda: _limit(connection, limits, folder))
        most = limits.events if connection.name == "duckdb" else _SLICE
        opened = Engine(str(connection.name), connection, _share(connection), most)
        try:
            yield opened
        finally:
            for table in opened.kept:
                _quietly(table.release)
            _quietly(connection.disconnect)


def _embedded(ibis: Any) -> Any:
    try:
        return ibis.duckdb.connect(autoinstall_known_extensions=False)
    except ImportError:
        raise Refused(INSTALL) from None


def _limit(connection: Any, limits: Limits, folder: Path) -> None:
    """Bounds for DuckDB; it tells how far it is only where it would show that itself."""
    disk = limits.disk or f"{shutil.disk_usage(folder).free // 2**21}MiB"
    said = {"memory_limit": limits.memory, "temp_directory": str(folder), "max_temp_directory_size": disk}
    for name, value in {**said, "preserve_insertion_order": False, "enable_progress_bar": True, "enable_progress_bar_print": False}.items():
        connection.con.execute(f"SET {name} = ?", [value])


def _connected(ibis: Any, variable: str) -> Any:
    address = os.environ.get(variable)
    if not address:
        raise Refused(f"the environment has no {variable}, which a metric names as the address of its events")
    try:
        return ibis.connect(address)
    except ImportError:
        raise Refused(f"the engine that {variable} leads to needs its own driver: pip install 'ibis-framework[ENGINE]'") from None
    except Exception as failure:
        raise Refused(f"{variable} leads nowhere: {type(failure).__name__}") from None


def _share(connection: Any) -> Callable[[], float]:
    asked = getattr(getattr(connection, "con", None), "query_progress", None)
    return (lambda: float(asked()) / 100) if asked else (lambda: -1.0)


def _guarded(ask: Callable[[], T]) -> T:
    try:
        return ask()
    except (Refused, Missing):
        raise
    except Exception as failure:
        kind = type(failure).__name__
        if "nterrupt" in f"{kind}{failure}":  # Ctrl-C, as an engine tells it
            raise KeyboardInterrupt from None
        if kind == "OutOfMemoryException":
            full = "max_temp_directory_size" in str(failure)
            raise Broken(FULL if full else "the engine ran out of memory; give it more with --memory") from None
        raise Broken(f"the engine failed: {kind}") from None


def _settle(answer: "Future[T]", ask: Callable[[], T]) -> None:
    try:
        answer.set_result(ask())
    except BaseException as failure:  # whoever waits for the answer is to meet it
        answer.set_exception(failure)


def _quietly(act: Callable[[], object]) -> None:
    try:
        act()
    except Exception:  # the answer is here or the failure is told; an engine that won't say goodbye is neither
        return
