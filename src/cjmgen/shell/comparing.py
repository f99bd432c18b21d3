"""comparing: two versions of a project read, compared and told; loaded only where it is not known what was told last time."""

import datetime
from dataclasses import replace

from cjmgen.report.review.as_json import as_json
from cjmgen.report.review.markdown import markdown
from cjmgen.report.review.review import Review
from cjmgen.report.review.terminal import terminal
from cjmgen.shell.memory import Memory
from cjmgen.shell.sides import both, compared, side
from cjmgen.shell.versions import Version


def tell(review: Review, form: str, colored: bool) -> str:
    """A review in words or as data."""
    return {"json": as_json, "markdown": markdown}[form](review) if form != "text" else terminal(review, colored)


def compare(
    old: Version, new: Version, form: str, wanted: tuple[str, ...], today: datetime.date, colored: bool, memory: Memory
) -> tuple[str, bool]:
    """What is told of two versions, or of some files and folders in them, and whether anything changed."""
    names = "base", "" if new.now else "head"
    if form == "html":  # which draws a page, and pages look at all maps
        one, other = (side(version.files, name, today, memory) for version, name in zip((old, new), names, strict=True))
    else:
        one, other = both(old.files, new.files, names, today, memory)
    news = compared(one, other, old.name, new.name, wanted)
    if form == "html":
        # Imported here and not above: no other form needs templates.
        from cjmgen.shell.single import single

        told = single(replace(news, head="" if new.now else new.name), other, memory)
    else:
        told = tell(Review(news.changes, old.name, new.name, other.language, news.gaps), form, colored)
    return told, bool(news.changes.told)
