"""told: what the terminal says: a line for every update, problems as they come and go."""

from collections import Counter
from collections.abc import Callable, Sequence

from cjmgen.report.spot import Finding
from cjmgen.report.tally import tally
from cjmgen.report.text import block, summary
from cjmgen.report.width import safe
from cjmgen.shell.preview.sight import Sight

NAMED = 2
"""Changed files that a line names; of more it says how many there are."""
MOST = 10
"""Problems that an update prints in full."""

Key = tuple[str, str, str, str]


class Told:
    """Says what is new since it last spoke."""

    def __init__(self, speak: Callable[[str], None], color: bool) -> None:
        self._speak, self._color = speak, color
        self._known: Counter[Key] = Counter()
        self._trouble = ""

    def update(self, sight: Sight, changed: Sequence[str], seconds: float) -> None:
        """One line for an update; problems that came before it, those that went after it."""
        shown = [finding for finding in sight.findings if finding.problem.severity in ("error", "warning")]
        now = Counter(_key(finding) for finding in shown)
        self._came(shown, now)
        if sight.trouble and sight.trouble != self._trouble:
            self._speak(safe(sight.trouble))
        files, light = (len(sight.newest.sources), sight.newest.light) if sight.newest else (0, 0)
        counts = "" if sight.trouble else f"; {summary(tally(sight.findings, light), files, self._color)}"
        older = ", the pages stay as they were" if sight.failed and sight.good else ""
        self._speak(f"{named(changed)}: {duration(seconds)}{counts}{older}")
        self._went(now)
        self._known, self._trouble = now, sight.trouble

    def _came(self, shown: Sequence[Finding], now: Counter[Key]) -> None:
        left = now - self._known
        new = []
        for finding in shown:
            if left[_key(finding)] > 0:
                left[_key(finding)] -= 1
                new.append(finding)
        for finding in new[:MOST]:
            self._speak(block(finding, self._color) + "\n")
        if len(new) > MOST:
            self._speak(f"… and {len(new) - MOST} more; `cjmgen check` shows all\n")

    def _went(self, now: Counter[Key]) -> None:
        gone = list((self._known - now).elements())
        for severity, code, file, message in gone[:MOST]:
            self._speak(f"  mended: {safe(file)}: {severity}[{code}]: {safe(message)}")
        if len(gone) > MOST:
            self._speak(f"  mended: {len(gone) - MOST} more")


def _key(finding: Finding) -> Key:
    """What makes a problem the same one after an edit: all but its line, which moves with every line above it."""
    problem = finding.problem
    return problem.severity, problem.code, problem.place.file, problem.message


def named(paths: Sequence[str]) -> str:
    """`maps/teams.yml, maps/journeys/a.yml and 998 more`"""
    shown = ", ".join(safe(path) for path in paths[:NAMED])
    return f"{shown} and {len(paths) - NAMED} more" if len(paths) > NAMED else shown


def duration(seconds: float) -> str:
    """`34 ms`, `1.2 s`"""
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"
