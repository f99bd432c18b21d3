"""verify: a site held against one that is built from nothing, byte by byte."""

from pathlib import Path

from cjmgen import pipeline
from cjmgen.shell import bundled, disk
from cjmgen.shell.making import SHOWN, published
from cjmgen.shell.memory import forgetting
from cjmgen.shell.order import Order
from cjmgen.shell.past import with_past
from cjmgen.shell.project import opened
from cjmgen.shell.revisions import revisions
from cjmgen.shell.site_folder import opened as place_opened
from cjmgen.shell.telling import with_news
from cjmgen.shell.versions import older


def differences(root: Path, order: Order, folder: Path) -> list[tuple[str, str]]:
    """The files that differ, each with how. No time of a file and nothing that is remembered plays a part."""
    memory, read = forgetting(), disk.project(root)
    project = opened(root, read, bundled.themes(), order.today.date, memory, order.strict, SHOWN, order.safe, choice=order.choice)
    base = older(order.session, root, order.since.base, memory).files if order.since else None
    past = revisions(root, order.history) if order.history else ()
    project = published(with_news(project, base, order, memory), order.url)
    project = with_past(project, past, order.choice, memory)
    site = pipeline.site(project.atlas, project.theme, project.files, order.today.date if order.today.given else None)
    with place_opened(folder) as place:
        stands = place.standing()
    found = [(path, "is no part of the site") for path in stands if path not in site]
    for path in site:
        if path not in stands:
            found.append((path, "is missing"))
        elif (folder / path).read_bytes() != site[path]:
            found.append((path, "differs"))
    return sorted(found)
