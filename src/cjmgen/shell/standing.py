"""standing: the digests of the files that stand in a site's folder, and what its pages were made of."""

import datetime
import json
from collections.abc import Callable, Mapping
from pathlib import Path

from cjmgen.digest import Digest, digest
from cjmgen.memo.standing import Standing
from cjmgen.memo.store import Store
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


def remember(store: Store, folder: Path, made_for: datetime.date | None, digests: Mapping[str, Digest], made_of: Standing) -> None:
    """Write down what the pages of a site were made of."""
    store.put("standing", ledger_of(folder), json.dumps([str(made_for), site_name(digests), made_of.state, made_of.inside]))


def before(store: Store, folder: Path, made_for: datetime.date | None, stands: Mapping[str, Digest]) -> Standing | None:
    """What the pages were made of, if the site stands as it was made."""
    kept = store.get("standing", ledger_of(folder))
    try:
        day, name, state, inside = json.loads(kept or "")
        made_of = Standing(state, dict(inside))
    except (ValueError, TypeError):
        return None
    return made_of if day == str(made_for) and name == site_name(stands) else None


def site_name(digests: Mapping[str, Digest]) -> Digest:
    """One name for all files of a site with their bytes."""
    return digest("\n".join(f"{path} {digests[path]}" for path in sorted(digests)))
