"""insights: say what follows from the maps, the most valuable first, each with its figures, its place and why."""

from pathlib import Path

import click

from cjmgen.insight.flow.beside import ALONE, beside
from cjmgen.insight.insight import Insight
from cjmgen.insight.kinds import insights as insights_of
from cjmgen.insight.kinds import ranked
from cjmgen.insight.kinds.wide import only_once, wide
from cjmgen.report.insights.as_json import as_json
from cjmgen.report.insights.markdown import markdown
from cjmgen.report.insights.place import Places
from cjmgen.report.insights.teller import Teller
from cjmgen.report.insights.text import text
from cjmgen.report.width import safe
from cjmgen.shell.clock import Day, today_option
from cjmgen.shell.disk import find_project
from cjmgen.shell.memory import Memory, remembering
from cjmgen.shell.project import Project, open_project
from cjmgen.shell.session import Session, shared
from cjmgen.shell.wrong import Refused, did_you_mean

FORMS = ("text", "json", "markdown")
MOST = 20
"""So many of all journeys together are read to the end."""


@click.command()
@click.argument("journey", required=False)
@click.option("--format", "form", type=click.Choice(FORMS), default="text", help="How to tell them; default: text.")
@click.option("--language", metavar="CODE", default="en", help="The language they are told in, one that the theme speaks; default: en.")
@click.option("--all", "everything", is_flag=True, help=f"All of them; without a JOURNEY the first {MOST} are told.")
@today_option
@shared
def insights(session: Session, journey: str | None, form: str, language: str, everything: bool, today: Day) -> int:
    """Say what follows from the maps: where people leave and what that costs, what contradicts itself, what works.

    JOURNEY is the id of one; without it all current journeys are looked at together, with channels and personas. Everything is
    reckoned from the maps and their measurements, and the same maps give the same list.
    """
    root = find_project(session.directory)
    told = remembering(root, None, lambda memory: _told(root, today, memory, session, journey, form, language, everything))
    click.echo(told, nl=False, color=True)
    return 0


def _told(
    root: Path, today: Day, memory: Memory, session: Session, journey: str | None, form: str, language: str, everything: bool
) -> str:  # fmt: skip
    """What is printed."""
    project = open_project(root, today.date, safe=True, memory=memory)
    if project.failed:
        raise Refused("the maps have errors; `cjmgen check` shows them")
    found = _found(project, journey)
    shown = found if journey or everything else found[:MOST]
    teller, more = _teller(project, language), len(found) - len(shown)
    match form:
        case "json":
            return as_json(shown, teller, more)
        case "markdown":
            return markdown(shown, teller, journey is None, more)
        case _:
            return text(shown, teller, session.colored(), journey is None, more)


def _found(project: Project, journey: str | None) -> tuple[Insight, ...]:
    """The insights of a journey, or of all that figures count."""
    atlas = project.atlas
    others = beside(atlas.journeys.values())
    if journey is None:
        ids = [card.id for card in atlas.journeys.values() if card.counted]
        found = [*(insight for id in ids for insight in insights_of(atlas, id, others[id])), *wide(atlas)]
        return ranked(only_once(found), atlas.settings.currency or "")
    if journey not in atlas.journeys:
        raise Refused(f"there is no journey '{safe(journey)}'{did_you_mean(journey, atlas.journeys)}")
    return insights_of(atlas, journey, others.get(journey, ALONE))


def _teller(project: Project, language: str) -> Teller:
    if language not in project.theme.words:
        raise Refused(f"the theme has no words in '{safe(language)}'; it speaks {', '.join(sorted(project.theme.words))}")
    return Teller(project.atlas, Places(project.atlas, project.files), project.theme.speaker(language))
