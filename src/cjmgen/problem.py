"""problem: how a mistake travels to its author; every code that exists, what it weighs, and the value that carries it."""

from collections.abc import Iterable
from typing import Generic, Literal, TypeVar

from cjmgen.value import dataclass

T = TypeVar("T")

Severity = Literal["error", "warning", "info", "off"]

CODES: dict[str, Severity] = {
    # the project
    "no-project": "error",
    "bad-setting": "error",
    "accent-contrast": "error",
    "template-error": "error",
    "template-limit": "error",
    "missing-plural-form": "error",
    "phrase-placeholder": "warning",
    "unknown-phrase": "warning",
    "file-not-read": "warning",
    "same-stem": "error",
    # bytes and form
    "not-utf-8": "error",
    "control-character": "error",
    "file-too-large": "error",
    "too-deep": "error",
    "too-many-nodes": "error",
    "bad-yaml": "error",
    "tab-indent": "error",
    "bad-indent": "error",
    "unclosed-bracket": "error",
    "unclosed-quote": "error",
    "duplicate-key": "error",
    "tag-not-allowed": "error",
    "anchor-not-allowed": "error",
    "merge-conflict": "error",
    "several-documents": "error",
    "no-libyaml": "info",
    # prose meets YAML
    "text-cut-at-hash": "warning",
    "text-cut-at-comma": "error",
    "text-became-mapping": "error",
    "text-starts-with-star": "error",
    "text-starts-with-bracket": "error",
    "text-starts-with-brace": "error",
    "text-starts-with-ampersand": "error",
    "text-starts-with-exclamation": "error",
    "text-starts-with-at": "error",
    "text-starts-with-backtick": "error",
    "text-starts-with-percent": "error",
    "text-starts-with-angle": "error",
    "text-starts-with-pipe": "error",
    "text-after-quote": "error",
    "decimal-comma": "error",
    # Markdown and tables
    "no-stages": "error",
    "unknown-label": "info",
    "same-map-twice": "info",
    "unplaced-text": "info",
    "bad-attribute": "error",
    "unknown-feeling": "info",
    "bad-table": "warning",
    # one file
    "unknown-key": "error",
    "missing-key": "error",
    "wrong-type": "error",
    "unknown-value": "error",
    "out-of-scale": "error",
    "not-a-date": "error",
    "bad-id": "error",
    "duplicate-id": "error",
    "text-too-long": "error",
    "link-not-allowed": "error",
    "ambiguous-share": "warning",
    "unread-quantity": "info",
    "patch-unknown-id": "error",
    # between files
    "unknown-persona": "error",
    "unknown-actor": "error",
    "unknown-team": "error",
    "unknown-channel": "error",
    "unknown-evidence": "error",
    "unknown-metric": "error",
    "unknown-journey": "error",
    "unknown-stage": "error",
    "unknown-touchpoint": "error",
    "unknown-pain": "error",
    "unknown-segment": "error",
    "ambiguous-reference": "error",
    "circular-extends": "error",
    "circular-parent": "error",
    "image-missing": "error",
    "image-outside": "error",
    "image-not-allowed": "error",
    "image-without-alt": "warning",
    "unknown-lane": "error",
    "unknown-icon": "warning",
    "undeclared-lane": "info",
    "comparison-of-one": "error",
    "comparison-of-two-kinds": "error",
    "compared-twice": "error",
    "too-many-compared": "error",
    "aligned-twice": "error",
    "nothing-shared": "warning",
    # measurements
    "unknown-export": "error",
    "unknown-profile": "error",
    "unknown-column": "error",
    "export-unreadable": "error",
    "export-unfit": "error",
    "export-row-refused": "warning",
    "export-unmatched": "warning",
    "unknown-mapped": "warning",
    "export-stage-unknown": "warning",
    "export-restated": "warning",
    "export-assumed": "info",
    "export-step-left-out": "info",
    "export-gap": "info",
    "export-unfinished": "info",
    "typed-and-read": "info",
    "funnel-without-people": "warning",
    "cost-unmeasured": "warning",
    # what a good map says
    "empty-stage": "warning",
    "stage-without-touchpoint": "info",
    "same-stage-name": "warning",
    "journey-without-persona": "warning",
    "severe-pain-without-opportunity": "warning",
    "moment-without-reason": "warning",
    "claim-without-evidence": "info",
    "evidence-below-gate": "error",
    "evidence-expired": "warning",
    "review-overdue": "warning",
    "handoff-to-same-team": "warning",
    "opportunity-without-owner": "info",
    "missing-translation": "info",
    "unused-persona": "info",
    "funnel-grows": "warning",
    "events-unclear": "error",
    "events-match-nothing": "warning",
    "snapshot-outdated": "warning",
    "snapshot-immature": "info",
    "mixed-units": "warning",
    "experiment-of-one": "warning",
    "variants-of-two-kinds": "error",
    "variant-without-people": "warning",
    "conversions-exceed-people": "error",
    "split-of-other-length": "error",
    "split-not-whole": "warning",
    "ended-before-started": "error",
    "decision-against-verdict": "info",
    "personal-data": "warning",
    "wrong-cjmgen-version": "error",
}
"""Every problem's code with the severity it has unless `rules:` says otherwise; `docs/problems.md` explains each."""

SECRET = frozenset({"personal-data"})
"""Codes whose words must not be told again: reports mask them wherever they show the line."""

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Keys:
    """A place by its path of keys and positions, looked up in the file only when it is shown."""

    path: KeyPath
    part: Literal["key", "value"] = "value"


@dataclass(frozen=True, slots=True)
class Span:
    """A place where no key leads: line and column count from 1 in characters, length in characters."""

    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where: a file of the project (its path with `/`) and a point in it."""

    file: str
    at: Keys | Span


@dataclass(frozen=True, slots=True)
class Related:
    """The other place involved, and what it has to do with it (`first used here`)."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake of an author: what, where, how to mend it."""

    code: str
    message: str
    place: Place
    hint: str = ""
    related: tuple[Related, ...] = ()
    severity: Severity = "error"
    data: tuple[str, ...] = ()
    """The words the message names (a key, an id): what makes two problems of one code different."""


def problem(code: str, message: str, place: Place, hint: str = "", related: Iterable[Related] = (), data: Iterable[str] = ()) -> Problem:
    """A problem with the severity its code has. Raises KeyError for a code that CODES doesn't list."""
    return Problem(code, message, place, hint, tuple(related), CODES[code], tuple(data))


class Stopped(Exception):
    """A mistake of an author that shows itself in the middle of writing, where nothing but bytes can be handed back."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.place.file}: [{problem.code}] {problem.message}")
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Checked(Generic[T]):
    """A value together with everything found wrong on the way to it."""

    value: T
    problems: tuple[Problem, ...] = ()
