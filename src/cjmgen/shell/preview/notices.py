"""notices: rings the bell when the system says that a file changed; the one file that knows watchdog."""

import logging
import os
import sys
import warnings
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from cjmgen.shell.disk import FOLDERS
from cjmgen.shell.preview.bell import Bell
from cjmgen.shell.preview.territory import matters

CHANGES = frozenset({"created", "deleted", "modified", "moved", "closed"})
"""What counts. That a file was opened or read is told as well, and would make every look the cause of the next."""

Inode = tuple[int, int]

# what it has to say concerns its own threads
logging.getLogger("watchdog").addHandler(logging.NullHandler())
# a folder that comes while its parent is looked through is told of twice, and watched once: nothing that an author could do anything about
warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)


class Notices(FileSystemEventHandler):
    """Watches the project's folder, and below it the folders that a project is read from, never all there is."""

    how = ""

    def __init__(self, root: Path, bell: Bell, output: str) -> None:
        self.output = output
        self._root, self._bell = root, bell
        self._watched: dict[str, tuple[Inode, ObservedWatch]] = {}
        self._observer = Observer()
        try:
            self._observer.schedule(self, str(root), recursive=False)
            self.settle()
            self._observer.start()
        except OSError:
            self.stop()
            raise

    def settle(self) -> None:
        """Watch the folders that are there now, whichever came, went or took the place of another."""
        for name in FOLDERS:
            inode = _inode(self._root / name)
            known = self._watched.get(name)
            if known and known[0] != inode:
                self._observer.unschedule(known[1])
                del self._watched[name]
            if inode and name not in self._watched:
                self._watched[name] = inode, self._observer.schedule(self, str(self._root / name), recursive=True)

    def stop(self) -> None:
        """Watch no more."""
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()
        else:
            self._observer.unschedule_all()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Ring for the paths of an event that matter."""
        if event.event_type not in CHANGES or (event.is_directory and event.event_type == "modified"):
            return
        paths = [self._path(place) for place in (event.src_path, event.dest_path) if place]
        # Windows no longer knows whether what went was a folder
        folder = event.is_directory or (sys.platform == "win32" and event.event_type == "deleted")
        told = [path for path in paths if path and matters(path, self.output, folder)]
        if told:
            # an editor is done when it closes the file, or when what it wrote beside takes the file's name
            done = event.event_type == "closed" or (event.event_type == "moved" and told == paths[1:])
            self._bell.ring(*told, folder=event.is_directory, written=done)

    def _path(self, place: str | bytes) -> str:
        """A place as the project names it; "" for one outside."""
        try:
            return Path(os.fsdecode(place)).relative_to(self._root).as_posix()
        except ValueError:
            return ""


def _inode(folder: Path) -> Inode | None:
    """Which folder stands there; a link is none."""
    try:
        seen = os.lstat(folder)
    except OSError:
        return None
    return (seen.st_dev, seen.st_ino) if os.path.isdir(folder) and not os.path.islink(folder) else None
