"""store: where answers are kept from one run to the next; the shell has one on disk, a clean build one that forgets."""

from collections.abc import Iterable, Mapping
from typing import Protocol


class Forgotten(Exception):
    """A store lost something that it was sure to have: whoever owns it begins a new one."""


class Store(Protocol):
    """Texts by step and key. What is put replaces what was there."""

    def get(self, step: str, key: str) -> str | None:
        """What was kept; None where nothing was."""

    def some(self, step: str, keys: Iterable[str]) -> Mapping[str, str]:
        """All that was kept of these keys."""

    def below(self, step: str, start: str) -> list[str]:
        """The keys that begin with these characters, whose last is not the last there is."""

    def put(self, step: str, key: str, value: str) -> None:
        """Keep a text."""

    def fork(self) -> None:
        """Go on in a child process, whose news the parent will be told."""

    def news(self) -> list[tuple[str, str, str]]:
        """What was put in this child since it was last asked."""


class Shortlived:
    """A store that lasts as long as the process."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], str] = {}
        self._news: list[tuple[str, str, str]] = []
        self._forked = False

    def get(self, step: str, key: str) -> str | None:
        """What was kept; None where nothing was."""
        return self._kept.get((step, key))

    def some(self, step: str, keys: Iterable[str]) -> Mapping[str, str]:
        """All that was kept of these keys."""
        return {key: self._kept[step, key] for key in keys if (step, key) in self._kept}

    def below(self, step: str, start: str) -> list[str]:
        """The keys that begin with these characters."""
        return sorted(key for kept, key in self._kept if kept == step and key.startswith(start))

    def put(self, step: str, key: str, value: str) -> None:
        """Keep a text."""
        self._kept[step, key] = value
        if self._forked:
            self._news.append((step, key, value))

    def fork(self) -> None:
        """Go on in a child process, whose news the parent will be told."""
        self._forked = True

    def news(self) -> list[tuple[str, str, str]]:
        """What was put in this child since it was last asked."""
        told, self._news = self._news, []
        return told
