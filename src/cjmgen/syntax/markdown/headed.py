"""headed: headings of one rank that look like the stages of a map."""

import re

from cjmgen.syntax.habits.draft import Draft
from cjmgen.syntax.markdown.candidate import FRAME, Candidate, Fill
from cjmgen.syntax.markdown.sections import Section


def headed(parent: Section, fill: Fill, own: bool) -> Candidate | None:
    """The sections below one that look like stages, when enough of them do."""
    pool = [section for section in parent.sections if not section.heading.is_journey or section.heading.fields]
    if not pool:
        return None
    drafts = {section: fill(section) for section in pool}
    scores = {section: _likeness(section, drafts[section]) for section in pool}
    members = _members(pool, scores, drafts, own, _says_stages(parent))
    ours = own and bool(members) and members[0].level == 2  # in our own form a heading of the second level is a stage
    if not members or (len(members) == 1 and not (ours or (_is_sure(members[0]) and scores[members[0]] >= 4))):
        return None
    sure = sum(bool(drafts[section].known) or _is_sure(section) for section in members)
    named = sum(section.heading.is_named_stage for section in members)
    if sure * 2 < len(members) and named * 2 < len(members) and not (_is_framed(parent, members) or ours or _says_stages(parent)):
        return None
    score = sum(max(scores[section], 0.5) for section in members) / len(members) + 0.3 * min(len(members), 6)
    score += _standing(parent, members) + (2 if ours else 0)
    return Candidate(
        "headings", parent, tuple(drafts[section] for section in members), tuple(section.heading for section in members),
        score, members[0].line, members[-1].end, tuple(members),
    )  # fmt: skip


def _is_framed(parent: Section, members: list[Section]) -> bool:
    """Whether a heading about a journey stands above nothing but them; among other chapters they would be chapters as well."""
    counted = [section for section in parent.sections if section.heading.numbered]
    every = all(section.heading.numbered for section in members)
    return every and bool(FRAME.search(parent.heading.said)) and len(members) * 3 >= len(counted) * 2


def _standing(parent: Section, members: list[Section]) -> float:
    """What speaks for or against stages by the headings they stand under."""
    by_number = all(section.heading.numbered == "stage" for section in members)
    around = [above.heading for above in parent.above() if above.heading.is_around]
    if any(not by_number or _PLANS.search(heading.words) for heading in around):
        return -3.5
    return 1.5 if _says_stages(parent) and not by_number else 0.0


def _is_sure(section: Section) -> bool:
    return section.heading.numbered == "stage" or "id" in section.heading.fields


def _likeness(section: Section, draft: Draft) -> float:
    """How much a section looks like a stage."""
    heading = section.heading
    score = {"stage": 3.0, "number": 1.5, "": 0.0}[heading.numbered]
    score += 4 if "id" in heading.fields else 1 if heading.fields else 0
    score += 1.5 if heading.is_named_stage else 0
    score += min(len(draft.known), 4)
    if heading.is_lane and "id" not in heading.fields:
        score -= 4
    if heading.is_around and "id" not in heading.fields:
        score -= 4
    if heading.is_persona:
        score -= 4
    return score


_PLANS = re.compile(
    r"roadmap|implementation|priorit|plan\b|improvement|next steps|recommend|optimi[sz]|дорожная карта|\bплан|рекомендац|внедрен"
)
"""Words of sections whose phases are those of a project."""
_STAGES = re.compile(
    r"^(?:(?:the|key|main|all|our|two|three|four|five|six|seven|eight|\d+|journey|customer|user|основные|ключевые)\s+)*"
    r"(?:stages|phases|milestones|этапы|фазы|стадии|вехи)\b(?:\s+(?:of|in|пути|клиентского|путешествия)\b.*)?$"
)


def _says_stages(parent: Section) -> bool:
    """Whether a heading says of those below it that they are the stages of a journey."""
    top = next((section for section in parent.above() if section.level == 1), parent)
    said = any(FRAME.search(section.heading.said) for section in (top, *parent.above()) if section is not parent)
    return bool(_STAGES.match(parent.heading.words)) and (said or "journey" in parent.heading.words or "пути" in parent.heading.words)


def _members(pool: list[Section], scores: dict[Section, float], drafts: dict[Section, Draft], own: bool, told: bool) -> list[Section]:
    """Which of some sisters are the stages: those numbered as stages, else those with a number, else those that look it."""
    if own:
        stages = [section for section in pool if scores[section] > -2.5 or "id" in section.heading.fields]
        return stages if pool[0].level == 2 or any(scores[section] >= 1 for section in stages) else []
    said = [section for section in pool if section.heading.numbered == "stage"]
    if len(said) > 1 or (said and scores[said[0]] >= 4):
        level = min(section.level for section in said)
        return [section for section in said if section.level == level]
    numbered = [section for section in pool if section.heading.numbered == "number"]
    if len(numbered) > 1 and sum(scores[section] >= 2 for section in numbered) * 2 >= len(numbered):
        count = {section.heading.number for section in numbered}
        return [section for section in numbered if not section.heading.is_around and (scores[section] >= 1 or _is_counted(section, count))]
    if told:
        return [section for section in pool if scores[section] > -2.5]
    likely = [section for section in pool if scores[section] >= 1.5]
    if likely and all("id" in section.heading.fields for section in likely):
        return likely
    plausible = [section for section in pool if scores[section] >= 1 and drafts[section].known and not section.heading.is_around]
    found = [section for section in pool if section in likely or (section in plausible and len(likely) * 2 >= len(plausible))]
    return [section for section in pool if section in found or _is_alike(section, found)]


def _is_alike(section: Section, members: list[Section]) -> bool:
    """Whether a sister of stages has headings below it that at least two of them have."""
    heading = section.heading
    if heading.is_around or heading.is_lane or heading.is_persona:
        return False
    below = {inner.heading.words for inner in section.sections}
    return any(sum(words in {inner.heading.words for inner in member.sections} for member in members) > 1 for words in below)


def _is_counted(section: Section, count: set[float | None]) -> bool:
    """Whether a number stands in the row of its sisters' numbers, so that a lane's name may be a stage's."""
    number = section.heading.number
    return not section.heading.is_persona and number is not None and (number - 1 in count or number + 1 in count)
