"""standing: the digests of the files that stand in a site's folder."""

from collections.abc import Callable, Mapping
from pathlib import Path

from cjmgen.digest import Digest
from cjmgen.shell.ledger import Ledger
from cjmgen.shell.site_folder import Place, Stamp


def ledger_of(folder: Path) -> str:
    """The name of the ledger of a site's folder."""
    return f"site {folder.resolve()}"


def standing(place: Place, ledger: Ledger) -> dict[str, Digest]:
    """The digests of all files that stand in a site's folder; only doubtful ones are read."""
    return {path: ledger.digest(path, _known(stamp), _reader(place, path)) for path, stamp in place.standing().items()}


def note(place: Place, ledger: Ledger, digests: Mapping[str, Digest]) -> None:
    """Write down what stands now, after a site was put in its place."""
    ledger.renew()
    for path, stamp in place.standing().items():
        ledger.note(path, _known(stamp), digests[path])
    ledger.keep()


def _known(stamp: Stamp) -> tuple[int, int, int]:
    return stamp.size, stamp.mtime_ns, stamp.inode


def _reader(place: Place, path: str) -> Callable[[], bytes]:
    return lambda: (place.folder / path).read_bytes()
