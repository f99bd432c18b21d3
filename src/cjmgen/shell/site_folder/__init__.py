"""site_folder: a site on disk: files that differ are replaced, files that no longer belong removed, or nothing happens."""

from cjmgen.shell.site_folder.claim import MARKER, check_place
from cjmgen.shell.site_folder.place import Place, Staged, Written, opened
from cjmgen.shell.site_folder.survey import Stamp
from cjmgen.shell.site_folder.whole import as_files, in_turn, write

__all__ = ["MARKER", "Place", "Staged", "Stamp", "Written", "as_files", "check_place", "in_turn", "opened", "write"]
