"""showing: the state of the preview that everybody sees, and the bell that rings when there is a new one."""

import threading

from cjmgen.shell.preview.sight import Sight


class Showing:
    """Holds the newest state. Whoever waits for a newer one than they know is woken when it comes."""

    def __init__(self) -> None:
        self._sight = Sight(0)
        self._news = threading.Condition()
        self._ended = False

    @property
    def now(self) -> Sight:
        """The newest state; number 0 before the first look is through."""
        return self._sight

    @property
    def ended(self) -> bool:
        """Whether the preview is about to end."""
        return self._ended

    def show(self, sight: Sight) -> None:
        """Put a newer state in place."""
        with self._news:
            self._sight = sight
            self._news.notify_all()

    def end(self) -> None:
        """Let everybody go who waits."""
        with self._news:
            self._ended = True
            self._news.notify_all()

    def newer(self, number: int, patience: float) -> Sight | None:
        """The newest state if it is another than that of this number, waiting for it as long as patience lasts."""
        with self._news:
            self._news.wait_for(lambda: self._ended or self._sight.number != number, patience)
            return self._sight if self._sight.number != number and not self._ended else None
