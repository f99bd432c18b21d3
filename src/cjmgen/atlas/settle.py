"""settle: cjmgen.yml to settings; whatever is wrong with it leaves the defaults standing."""

import posixpath
import re
from typing import Any

from cjmgen.atlas.files.unfold import Raw
from cjmgen.atlas.media import Gallery, with_slashes
from cjmgen.atlas.mistakes.finding import Finding, Findings, placed, written
from cjmgen.atlas.mistakes.suggest import did_you_mean, nearest
from cjmgen.atlas.mistakes.validate import validate
from cjmgen.atlas.rules.durations import unread_settings
from cjmgen.atlas.rules.lanes import misplaced
from cjmgen.atlas.rules.texts import words_of
from cjmgen.atlas.version import fits
from cjmgen.model.settings import Settings
from cjmgen.problem import CODES, Checked


def settle(raw: Raw, gallery: Gallery, version: str) -> Checked[Settings]:
    """The settings of a project with everything wrong with them."""
    if raw.data is None:
        return Checked(Settings.model_validate({}))
    checked = validate("settings", raw.data, raw.origin)
    settings = checked.entity if isinstance(checked.entity, Settings) else Settings.model_validate({})
    found = (written(finding, checked.data) for finding in _wrong(settings, checked.data, gallery, version))
    wrong = (problem for problem in checked.problems if not (raw.partial and problem.code == "missing-key"))
    return Checked(settings, (*wrong, *(placed(finding, checked.origin) for finding in found)))


def _wrong(settings: Settings, data: Any, gallery: Gallery, version: str) -> Findings:
    yield from _unknown_codes(settings)
    if settings.requires:
        yield from _unfit(settings.requires, version)
    if settings.logo:
        yield from _logo(settings.logo, gallery)
    if settings.emotion_words and len(settings.emotion_words) != 5:
        message = f"five words are needed, for -2, -1, 0, 1 and 2; there are {len(settings.emotion_words)}"
        yield Finding("bad-setting", message, ("emotion_words",), "as in [Frustrated, Unhappy, Neutral, Happy, Delighted]")
    if settings.edit_url and "{path}" not in settings.edit_url:
        yield Finding("bad-setting", "this address has no {path}", ("edit_url",), "as in https://example.org/edit/main/{path}")
    if settings.issue_url and (strange := sorted(set(re.findall(r"{[^{}]*}", settings.issue_url)) - {"{url}", "{path}", "{title}"})):
        hint = "{url} is the page's address with the place in it, {path} its file, {title} its title"
        yield Finding("bad-setting", f"nothing is known to fill in for {strange[0]}", ("issue_url",), hint, data=(strange[0],))
    yield from unread_settings(settings)
    yield from misplaced(settings)
    yield from words_of(data, Settings, settings.languages)


def _unknown_codes(settings: Settings) -> Findings:
    for code in settings.rules:
        if code not in CODES:
            hint = did_you_mean(nearest(code, CODES), "docs/problems.md lists them")
            yield Finding("bad-setting", f"there is no problem code '{code}'", ("rules", code), hint, data=(code,), at_key=True)


def _unfit(requires: str, version: str) -> Findings:
    holds = fits(version, requires)
    if holds is None:
        message = f"'{requires}' can't be read as versions"
        yield Finding("bad-setting", message, ("requires",), 'write it as in ">=0.3,<0.4"', data=(requires,))
    elif not holds:
        message = f"this project works with cjmgen {requires}, this is {version}"
        yield Finding("wrong-cjmgen-version", message, ("requires",), "install a version that fits", data=(requires, version))


def _logo(logo: str, gallery: Gallery) -> Findings:
    path = posixpath.normpath(logo)
    if logo.startswith("/") or path.startswith("..") or "\\" in logo:
        hint = with_slashes(logo) or "copy the picture into the project"
        yield Finding("image-outside", f"'{logo}' is not inside the project", ("logo",), hint, data=(logo,))
        return
    seen = gallery.logo(path)
    if isinstance(seen, tuple):
        code, message, hint = seen
        yield Finding(code, message.replace("{name}", logo), ("logo",), hint, data=(logo,))
