"""heading: what a heading says of itself: its number, its words, how long the stage takes, whether it can be a stage at all."""

import re
from functools import cache
from typing import Literal

from cjmgen.model.amount import read_duration
from cjmgen.syntax.document import Plain
from cjmgen.syntax.habits.attributes import Braced, split
from cjmgen.syntax.habits.labels import STAGE_WORDS, bare, lane, stage_titles
from cjmgen.syntax.habits.said import Said
from cjmgen.value import dataclass

Numbered = Literal["stage", "number", ""]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading taken apart. `title` is what is left when number, emoji and time have fallen away."""

    said: Said
    title: Said
    numbered: Numbered
    number: float | None
    duration: str
    fields: dict[str, Plain]
    wrong: Braced | None

    @property
    def words(self) -> str:
        """The title in lower case, for comparing."""
        return bare(self.title).lower()

    @property
    def is_named_stage(self) -> bool:
        """Whether stages are often called so."""
        words = re.sub(rf"\s+(?:{STAGE_WORDS})$", "", self.words)
        return words in stage_titles() or any(part.strip() in stage_titles() for part in re.split(r"[/&+,(:—–]| and | и ", words))

    @property
    def is_lane(self) -> bool:
        """Whether it names a lane and not a stage: `Pain points`, but `Support` and `Decision` may be either."""
        return self.numbered != "stage" and lane(self.title) is not None and self.words not in stage_titles()

    @property
    def is_around(self) -> bool:
        """Whether it opens a section that belongs to no stage."""
        return self.numbered != "stage" and bool(_AROUND.search(self.words)) and self.words not in stage_titles()

    @property
    def is_journey(self) -> bool:
        """Whether it names a journey: `Journey 2: …`, `CJM — client`, `Persona: …`."""
        return self.numbered != "stage" and bool(_JOURNEY.search(bare(self.said).lower()))

    @property
    def is_persona(self) -> bool:
        """Whether it names a persona, and so a journey where stages stand below it."""
        return bool(re.match(r"^(?:user )?(?:persona|персона|сегмент|segment|роль|role)\b", bare(self.said).lower()))


_DIGITS = str.maketrans("①②③④⑤⑥⑦⑧⑨", "123456789")
_KEYCAP = re.compile(r"(\d)\ufe0f?\u20e3")
_ESCAPED = re.compile(r"^(\W*\d{1,2})\\([.)])")
"""A number as some editors write it, `1\\. Arrival`."""
_LEAD = re.compile(r"^[^\w\[({\"'«“]+")
_STAGE = re.compile(
    rf"^(?:journey |customer |user |этап пути |this is )?(?:{STAGE_WORDS})\s*(?:№|#|"
    rf"no\.?)?\s*(?P<n>\d{{1,2}}(?:\.\d{{1,2}})?[a-zа-я]?|[ivx]{{1,4}}|one|two|three|four|five|six|seven)\b"
    r"\s*(?:[:.)\]|—–\-/]+\s*|$|\s+(?=\S))(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_WORD_STAGE = re.compile(rf"^(?:{STAGE_WORDS})\s*[:—–]\s*(?P<rest>\S.*)$|^[\"«“](?P<q>[^\"»”]+)[\"»”]$", re.IGNORECASE)
_NTH = re.compile(rf"^(?P<n>\d{{1,2}})(?:st|nd|rd|th|-?[йяе])?\s+(?:{STAGE_WORDS})\b\s*[:.—–\-]*\s*(?P<rest>\S.*)$", re.IGNORECASE)
_NUMBER = re.compile(r"^(?P<n>\d{1,2}(?:\.\d{1,2})*(?:[a-zа-я](?=[.):]\s))?)\s*(?:[.):\]—–\-/]+\s*|\s+)(?P<rest>\D.*)$", re.DOTALL)
_TIME = re.compile(r"\s*[(\[](?P<time>[^()\[\]]{1,60})[)\]]\s*$")
_EARLY_TIME = re.compile(rf"^((?:{STAGE_WORDS})\s*\d{{1,2}})\s*([(\[][^()\[\]]*[)\]])(\s*[:.—–-].*)$", re.IGNORECASE)
_TIMELIKE = re.compile(
    r"\b(?:days?|weeks?|months?|hours?|hrs?|minutes?|mins?|seconds?|secs?|years?|quarter|immediately|instant|ongoing|t[+-]\d+|q[1-4])\b|"
    r"\b(?:день|дня|дней|дн|недел\w*|месяц\w*|час\w*|минут\w*|мин|секунд\w*|сек|сутки|суток|лет|год\w*|сразу|постоянно)\b|"
    r"\b(?:ежедневно|еженедельно|ежемесячно|однократно)\b|\b\d{1,2}:\d{2}\b",
    re.IGNORECASE,
)
_WORD_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5,
                 "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}  # fmt: skip

_AROUND = re.compile(
    r"^(?:the )?(?:overview|introduction|intro|summary|executive summary|.*\blegend|key|key (?:insights?|"
    r"findings?|takeaways?|metrics?|principles?|moments?|"
    r"differentiators?|learnings?|touchpoints?|opportunities|pain points?|performance.*)|insights?|"
    r"findings?|takeaways?|conclusions?|next steps?|"
    r"recommendations?|action (?:items?|plan)|roadmap|implementation.*(?:priority|plan|roadmap|phases?|"
    r"notes?)|implementation (?:roadmap|plan)|"
    r"appendix.*|glossary|references?|resources|sources|"
    r"metrics.*|success (?:metrics|criteria|indicators).*|kpis?.*|measurement.*|analytics.*|personas?|"
    r"user personas?|about.*|background|context|"
    r"scope.*|purpose.*|goals?(?: and objectives)?|objectives?|assumptions?.*|methodology|method|"
    r"how to (?:read|use).*|notes?|table of contents|contents|toc|"
    r"change ?log|version history|document(?:s|ation|ed)?(?: (?:history|control|info.*|links|purpose|map))?|related.*|links?|faq|"
    r"evidence.*|risks?.*|cross[- ](?:journey|persona|channel|cutting|functional|cohort|stage).*|"
    r"emotional (?:journey|arc|curve|map).*|emotion (?:curve|map|trajectory).*|moments? (?:of truth|that matter).*|critical .*|"
    r"(?:common|top|biggest|main|major|overall|all) .*(?:points?|pains?|issues|opportunities|problems)|"
    r"pain points?.*|opportunit.*|.*optimi[sz]ation priorities|"
    r"touchpoints?\b.*|technical(?: (?:notes?|details|implementation|architecture|requirements|considerations|specs?.*|stack))?|"
    r"architecture.*|apis?\b.*|data(?: (?:sources?|model|flow|notes|points|capture.*|requirements))?|"
    r"(?:current|future) state(?!.*journey).*|open questions.*|limitations|"
    r"service blueprint|experience principles|quick (?:reference|wins?)|improvement.*|priorit.*|"
    r"comparison (?:with|of|to|vs|table|matrix|summary).*|comparative.*|.*\bcomparison|"
    r"обзор|введение|вступление|легенда|резюме|итоги?|выводы?.*|инсайты|следующие шаги|рекомендации.*|дорожная карта|"
    r"план (?:действий|внедрения|работ|реализации|развития|улучшений|запуска|по|на).*|"
    r"приложени[ея].*|глоссарий|источники|метрики.*|показатели.*|kpi.*|персоны?.*|участники|контекст|"
    r"назначение.*|цел[ьи](?: документа| карты)?|"
    r"(?:ключевые|основные|главные) (?:выводы|инсайты|находки|метрики|показатели|принципы|риски|моменты|"
    r"проблемы|боли|болевые|возможности|точки).*|"
    r"содержание|оглавление|о документе|методология|допущения|риски.*|боли и .*|болевые точки.*|"
    r"возможности.*|точки (?:контакта|касания|роста).*|"
    r"критические .*|моменты истины.*|эмоциональн\w+ (?:кривая|дуга|карта|путь).*|сравнение (?:с|путей|персон|до|по|этапов|карт)\b.*|"
    r"связ\w+ с .*|примечания|сильные стороны|безопасность|"
    r"гипотезы.*|вопросы|диаграмма.*|схема.*|история изменений)$"
)
_JOURNEY = re.compile(
    r"^(?:(?:the )?(?:customer |user |buyer |patient |guest |student |client |employee )*(?:journey|path|"
    r"flow|scenario|cjm|map)(?: map)?\s*(?:#?\d+|[a-zа-я]\b|[:—–-])|"
    r"(?:cjm|карта пути\b.*|путь|сценарий|маршрут)\s*(?:№?\s*\d+|[:—–-])|"
    r"(?:путь|карта) (?:клиента|пользователя|покупателя|пациента|гостя)\b|"
    r".*\b(?:journey(?: map)?|cjm)$|(?:primary|secondary|main|alternative|focus|target|future|"
    r"current)[\w-]* (?:user |customer )?journey\b|.+ \(?journey\)?\b.*\)?$)"
)


def heading_of(said: Said) -> Heading:
    """Take a heading apart."""
    braced = split(said)
    text = (
        re.sub(r"^\*\*(.*)\*\*$|^__(.*)__$", lambda found: found[1] or found[2] or "", braced.text.strip())
        if _bold(braced.text)
        else braced.text
    )
    numbered, number, rest = _numbered(text)
    title, duration = _timed(rest)
    return Heading(said, said.but(title), numbered, number, duration, braced.fields, braced if braced.wrong else None)


def _bold(text: str) -> bool:
    return bool(re.match(r"^\s*(?:\*\*[^*]+\*\*|__[^_]+__)\s*$", text))


@cache
def _numbered(text: str) -> tuple[Numbered, float | None, str]:
    plain = _ESCAPED.sub(r"\1\2", _KEYCAP.sub(r"\1. ", text)).translate(_DIGITS)
    words = _LEAD.sub("", plain.strip())
    if re.match(r"^(?:\*\*)?[\w ]+\W*\*\*", words) or "**" in words[:8]:
        words = words.replace("**", "")
    words = _EARLY_TIME.sub(r"\1\3 \2", words)
    if found := _STAGE.match(words) or _NTH.match(words):
        rest = _clean(found["rest"])
        return "stage", _value(found["n"]), rest or _clean(words)
    if found := _WORD_STAGE.match(words):
        return ("stage", None, _clean(found["rest"])) if found["rest"] else ("", None, _clean(words))
    if found := _NUMBER.match(words):
        inner = _numbered(found["rest"])
        return ("number", _value(found["n"]), _clean(found["rest"])) if inner[0] != "stage" else inner
    return "", None, _clean(words if words != plain.strip() else text)


def _clean(text: str) -> str:
    words = _LEAD.sub("", text.strip().replace("**", "")).strip().rstrip("*_").rstrip()
    words = re.sub(r"[\s:\u2013\u2014-]+$", "", words)
    words = re.sub(r"\s*[\u2600-\u27bf\U0001f300-\U0001faff\u2b50\ufe0f\u200d]+$", "", words)
    return words.strip() or text.strip()


def _value(number: str) -> float | None:
    if number.lower() in _WORD_NUMBERS:
        return float(_WORD_NUMBERS[number.lower()])
    found = re.match(r"\d+(?:\.\d+)?", number)
    return float(found[0]) if found else None


def _timed(text: str) -> tuple[str, str]:
    """The words without a time in brackets at their end, and that time: `Awareness (Day 0)`."""
    found = _TIME.search(text)
    if found and found.start() and (read_duration(found["time"]) or _TIMELIKE.search(found["time"])):
        return _clean(text[: found.start()]), found["time"].strip()
    return text, ""
