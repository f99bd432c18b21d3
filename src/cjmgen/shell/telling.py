"""telling: a project together with what changed in it since an earlier version, which its site then tells."""

from dataclasses import replace

from cjmgen.diff.news import News
from cjmgen.diff.unread import Side
from cjmgen.problem import Checked
from cjmgen.shell.memory import Memory
from cjmgen.shell.order import Order, Since, short
from cjmgen.shell.project import Project
from cjmgen.shell.session import Session
from cjmgen.shell.sides import compared, published, side
from cjmgen.tree import Tree


def with_news(project: Project, base: Checked[Tree] | None, order: Order, memory: Memory) -> Project:
    """The project with what changed in it beside its maps. One with errors has no site, so nothing is compared."""
    if base is None or order.since is None or project.failed:
        return project
    news = _news(project, base, order, order.since, memory)
    return replace(project, atlas=replace(project.atlas, news={order.since.page: news}))


def _news(project: Project, base: Checked[Tree], order: Order, since: Since, memory: Memory) -> News:
    today, name = order.today.date, _called(order.session, since.base)
    old = side(base, "base", today, memory)
    if order.choice.all:
        now = Side(project.atlas, project.files, tuple(finding.problem for finding in project.findings))
        return compared(old, now, name, "")
    whole = side(Checked(project.files), "", today, memory)
    return published(old, whole, project.atlas, order.choice, name, memory)


def _called(session: Session, base: str) -> str:
    """A version as readers may know it: a revision as it was named, of a folder the last part, as the way to it is nobody's business."""
    folder = session.directory / base
    return folder.resolve().name if folder.is_dir() else short(base)
