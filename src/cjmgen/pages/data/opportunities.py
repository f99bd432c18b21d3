"""opportunities: what could be done, for machines: the list in the order of its rank, in several files where it is very long."""

from dataclasses import replace

from cjmgen.atlas.atlas import Atlas
from cjmgen.pages.data.records import opportunity
from cjmgen.pages.opportunities.page import OPPORTUNITIES
from cjmgen.pages.parts.chances import count, line, listed
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.pager import part_ids
from cjmgen.pages.site.twin import Fields, twin

MOST = 1500
"""Opportunities in one file, which then stays below a megabyte."""


def data(edition: Edition, id: str) -> Fields:
    """Those of one file, each with the address of its line. Every file names all of them."""
    number = int(id.removeprefix("part-") or 1)
    shown = edition.once(listed)[(number - 1) * MOST : number * MOST]
    return {
        "total": count(edition.atlas),
        "files": [_path(each) for each in _ids(edition.atlas)],
        "opportunities": [
            {"rank": each.rank, "address": line(edition, "", *each.key), **opportunity(edition, each.journey, each.card)} for each in shown
        ],
    }


def _ids(atlas: Atlas) -> tuple[str, ...]:
    """Not the numbers alone, which are those of the pages for people."""
    return tuple(f"part-{part}" if part else "" for part in part_ids(count(atlas), MOST)) if count(atlas) else ()


def _path(id: str) -> str:
    return f"opportunities/{id or 'index'}.json"


OPPORTUNITIES_DATA = replace(twin(OPPORTUNITIES, data), ids=_ids, path=_path)
