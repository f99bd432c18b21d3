"""policy: holds every page of a project's own templates to the content security policy of the theme that ships.

A template writes HTML as it likes. What keeps a script of its own from running in a reader's browser is the policy, and a policy
in a `<meta>` holds for what follows it. So a page has to open with it, and nothing that could run may stand before.
"""

import re
from functools import lru_cache

from cjmgen.problem import Stopped, problem
from cjmgen.render.blame import at_line
from cjmgen.render.theme import Theme

FRAME = "frame.html"
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"{}]*">')
_BEFORE = (
    r"\s*<!DOCTYPE html>\s*<html(?:\s+(?:lang|dir|class|data-[a-z-]+)=\"[^\"<>]*\")*\s*>\s*<head>"
    r"(?:\s*<meta (?:charset|name)=\"[^\"<>]*\"(?: content=\"[^\"<>]*\")?>)*\s*"
)
"""All that may stand before the policy."""


def policy_of(source: str) -> str:
    """The policy in the source of a frame; "" where there is none."""
    found = _POLICY.search(source)
    return found[0] if found else ""


def opened_safely(html: str, theme: Theme) -> None:
    """Make sure that a page opens with the theme's policy."""
    if theme.policy and _opening(theme.policy).match(html):
        return
    name = FRAME if FRAME in theme.own else next(iter(theme.own))
    hint = f"begin the page as frame.html of the theme does, with {theme.policy} before any link, style or script"
    raise Stopped(problem("template-error", "this page doesn't open with the policy that keeps scripts out", at_line(theme, name, 1), hint))


@lru_cache(maxsize=4)
def _opening(policy: str) -> re.Pattern[str]:
    return re.compile(_BEFORE + re.escape(policy))
