"""lane_names: the tables of names, in English and Russian: what lanes, stages and the head of a map are called."""

LANES: dict[str, str] = {
    "actions": (
        "actions, action, doing, does, do, activities, activity, steps, step, tasks, task, behaviour, behavior, "
        "behaviours, behaviors, what they do, what do, what does, what happens, user flow, flow, process steps, happy path, "
        "job, jobs, key activities, interactions, interaction, initial action, search behavior, действия, действие, "
        "шаги, что делает, что делают, активности, активность, поведение, сценарий действий, задачи, делает, целевые "
        "действия"
    ),
    "thoughts": (
        "thoughts, thought, thinking, thinks, think, mindset, what they think, inner voice, internal dialogue, mental "
        "model, internal monologue, inner monologue, what is on their mind, what's on their mind, "
        "perception, мысли, мысль, думает, о чём думает, о чем думает, что думает, что "
        "думают, размышления, установки"
    ),
    "questions": (
        "questions, question, main question, key question, key questions, asks, information needs, unanswered "
        "questions, doubts and questions, вопросы, вопрос, ключевые вопросы, главный вопрос, что спрашивает"
    ),
    "feelings": "feeling words, слова чувств",
    "emotion": (
        "emotions, emotion, feelings, feeling, feels, feel, mood, sentiment, emotional state, emotional experience, "
        "emotional journey, emotion score, emotion level, emotion curve, emotional response, emotional tone, emotional "
        "goal, how they feel, affections, desired feeling, state of mind, experience, what they feel, satisfaction, satisfaction score, "
        "satisfaction level, csat score, key emotion, rating, emotional score, emotion rating, experience score, "
        "emotional curve, эмоции, эмоция, чувства, чувство, настроение, эмоциональное состояние, эмоциональный "
        "фон, что чувствует, что чувствуют, чувствует, ощущения, ощущение, уровень удовлетворённости, уровень "
        "удовлетворенности, удовлетворённость, удовлетворенность, опыт, впечатления"
    ),
    "touchpoints": (
        "touchpoints, touchpoint, touch points, touch point, contact points, point of contact, points of contact, "
        "contact point, moments of contact, interaction points, where, screens, ui screen, ui screens, screen, ui elements, entry points, "
        "entry point, places, place, pages, page, interface, точки контакта, точка контакта, точки касания, точка "
        "касания, точки соприкосновения, точка соприкосновения, точки взаимодействия, точка взаимодействия, контакты, "
        "контакт, касания, экран, экраны, где происходит, точки входа, точка входа, интерфейс"
    ),
    "channels": (
        "channels, channel, discovery channels, medium, media, platforms, platform, device, devices, каналы, канал, "
        "каналы взаимодействия, канал взаимодействия, каналы коммуникации, площадки, площадка, устройства"
    ),
    "pains": (
        "pains, pain, pain points, pain point, painpoints, frustrations, frustration, frictions, friction, friction "
        "points, friction point, barriers, barrier, challenges, challenge, problems, problem, issues, issue, obstacles, "
        "obstacle, blockers, blocker, concerns, fears, risks, risk, gaps, gap, friction risk, potential friction, "
        "drop-off risk, drop off risk, adversities, drop-off, drop-offs, dropoff, breakdown risk, hesitations, objections, "
        "points of friction, drop-off points, difficulties, difficulty, worries, needs work, what goes wrong, "
        "lows, weaknesses, failure condition, failure scenario, failure scenarios, error states, боли, боль, болевые "
        "точки, болевая точка, барьеры, барьер, проблемы, проблема, сложности, сложность, трудности, трудность, "
        "препятствия, препятствие, страхи, страх, риски, риск, опасения, фрустрации, недовольства, узкие места, что "
        "мешает, негатив, возражения, проблемные зоны, возможная трудность, основная трудность, трения, точки отказа"
    ),
    "gains": (
        "gains, gain, delights, delight, delighters, highlights, highlight, positives, what works, what works well, "
        "strengths, wins, benefits, benefit, moments of delight, delight moments, wow moments, highs, joys, value, wow "
        "moment, выгоды, выгода, плюсы, позитив, радости, преимущества, что работает, что нравится, сильные стороны, "
        "ценность, вау-моменты, вау-момент, польза"
    ),
    "quotes": (
        "quotes, quote, voice of customer, customer voice, voice of the customer, verbatims, verbatim, customer quote, "
        "in their words, voc, says, say, what they say, цитаты, цитата, голос клиента, прямая речь, говорит, что "
        "говорит, слова клиента, отзывы"
    ),
    "opportunities": (
        "opportunities, opportunity, ideas, idea, improvements, improvement, solutions, solution, recommendations, "
        "recommendation, how might we, hmw, enhancements, optimizations, optimisations, optimization, suggestions, "
        "design opportunities, product opportunities, ux opportunities, opportunity areas, quick wins, fixes, fix, "
        "mitigation, mitigations, mitigation strategy, design implications, design focus, remediation, improvement "
        "ideas, how we help, how we solve it, our solution, ways to improve, how to improve, areas for improvement, "
        "возможности, возможность, возможности для "
        "улучшения, возможности улучшения, решения, решение, идеи, идея, улучшения, улучшение, рекомендации, "
        "рекомендация, предложения, гипотезы, гипотеза, точки роста, зоны роста, что улучшить, как улучшить, способы "
        "улучшения, как решаем, идеи по улучшению, пути решения"
    ),
    "metrics": (
        "metrics, metric, kpis, kpi, success metrics, success metric, measures, measure, indicators, success criteria, "
        "success criterion, success signal, success signals, success indicators, quantitative metrics, analytics, key "
        "results, how to measure, performance indicators, conversion, conversion rate, outcome metric, success "
        "scenario, goal metric, targets, метрики, метрика, показатели, показатель, kpi этапа, ключевые метрики, "
        "ключевые показатели, критерии успеха, критерий успеха, метрики успеха, метрика успеха, признак успешного "
        "этапа, конверсия, измерение, как измерить"
    ),
    "goal": (
        "goals, goal, objective, objectives, aim, aims, purpose, intent, jobs to be done, job to be done, jtbd, "
        "motivation, motivations, what they want, wants, desired outcome, desired outcomes, goals and motivations, "
        "цель, цели, задача, мотивация, мотивы, мотив, намерение, чего хочет, что хочет, намерения, желаемый результат, "
        "ожидаемый результат"
    ),
    "duration": (
        "duration, time, timeframe, time frame, timeline, timing, time spent, how long, length, period, time metric, "
        "time metrics, длительность, продолжительность, время, сроки, срок, время этапа, тайминг"
    ),
    "wait": "wait, waiting time, wait time, waiting, ожидание по времени, время ожидания",
    "owner": (
        "owner, owners, responsible, responsibility, team, teams, teams involved, involved teams, department, "
        "departments, ownership, stakeholders, who is responsible, ответственный, ответственные, команда, команды, "
        "владелец, отдел, отделы, кто отвечает"
    ),
    "frontstage": (
        "frontstage, front stage, front-stage, frontstage actions, onstage, visible actions, employee actions, staff "
        "actions, visible employee actions, front office, system response, system responses, product response, company "
        "actions, business actions, brand actions, frontstage interactions, frontstage employee actions, provider "
        "actions, our actions, what we do, company response, system, system action, system actions, system behaviour, "
        "system behavior, bot response, app response, product actions, frontend, frontend components, visible interface, "
        "фронтстейдж, фронт-офис, видимые действия, действия системы, ответ бота, ответ сервиса, что мы делаем, действия "
        "сотрудников, действия компании, действия персонала, ответ системы, реакция системы, ответ продукта, действия "
        "бизнеса, на сцене, передний план, что делаем, действия сервиса, система"
    ),
    "backstage": (
        "backstage, back stage, back-stage, backstage actions, behind the scenes, invisible actions, internal actions, "
        "internal process, internal processes, back office, backstage processes, backend, backend services, backend actions, "
        "backend action, system processes, invisible employee actions, бэкенд, бэк, "
        "processes, business process, automation, бэкстейдж, за кулисами, закулисье, внутренние процессы, внутренний "
        "процесс, бэк-офис, невидимые действия, процессы, процесс, автоматизация"
    ),
    "support": (
        "support processes, support process, support systems, support system, supporting systems, supporting processes, systems, "
        "technology, tools, support actions, systems and tools, internal systems, поддерживающие процессы, процессы "
        "поддержки, вспомогательные процессы, системы, инструменты, технологии, обеспечивающие процессы"
    ),
    "policies": (
        "policies, policy, rules, regulations, constraints, business rules, compliance, политики, правила, регламенты, "
        "регламент, ограничения, нормы"
    ),
    "physical_evidence": (
        "physical evidence, digital evidence, physical / digital evidence, evidence of service, "
        "props, artefacts, artifacts, tangibles, physical touchpoints, "
        "физические доказательства, физические свидетельства, физическое окружение, материальные свидетельства, "
        "артефакты, осязаемые элементы"
    ),
    "personalization": "personalization, personalisation, персонализация",
    "description": (
        "description, current experience, actual experience, summary, overview, scenario, story, narrative, context, "
        "situation, details, about, what is going "
        "on, customer state, the scenario, описание, суть, контекст, ситуация, сценарий, история, подробности, что "
        "происходит"
    ),
    "notes": (
        "notes, note, comments, comment, remarks, заметки, примечания, примечание, комментарии, комментарий"
    ),
    "needs": "needs, need, requirements, потребности, потребность, нужды",
    "expectations": "expectations, expectation, expects, ожидания, чего ждёт, чего ждет",
    "trigger": "trigger, triggers, триггер, триггеры",
    "moments": (
        "moments of truth, moment of truth, key moments, key moment, critical moments, critical moment, aha moment, "
        "моменты истины, момент истины, ключевые моменты, ключевой момент, критические моменты"
    ),
    "evidence": (
        "evidence, sources, source, data source, данные, доказательства, источник, источники"
    ),
    "influences": "influences, influencers, influence, влияние, кто влияет",
    "content": (
        "content, ideal content, message, messaging, key message, messages, контент, сообщение, сообщения, рекламное "
        "сообщение"
    ),
}  # fmt: skip
"""Names by field, in lower case. The last seven fields are no fields of a stage: their lanes stay free ones under these names."""

_STAGE_FIELDS_WORDS = (
    "actions thoughts questions feelings emotion touchpoints channels pains gains quotes opportunities metrics goal "
    "duration wait owner frontstage backstage support policies physical_evidence personalization description notes"
)
STAGE_FIELDS = frozenset(_STAGE_FIELDS_WORDS.split())

WRITTEN: dict[str, str] = {
    "goal": "Goal",
    "actions": "Actions",
    "thoughts": "Thoughts",
    "questions": "Questions",
    "feelings": "Feeling words",
    "touchpoints": "Touchpoints",
    "pains": "Pain points",
    "gains": "Gains",
    "quotes": "Quotes",
    "opportunities": "Opportunities",
    "metrics": "Metrics",
    "frontstage": "Frontstage",
    "backstage": "Backstage",
    "support": "Support processes",
    "policies": "Policies",
    "physical_evidence": "Physical evidence",
    "personalization": "Personalization",
    "notes": "Notes",
}
"""The name each lane is written under, in the order they are written in."""

JOURNEY: dict[str, str] = {
    "personas": (
        "persona, personas, user, customer, primary persona, primary user, target persona, actor, primary actor, "
        "customer segment, user type, who, audience, target audience, user persona, persona name, персона, "
        "персоны, пользователь, клиент, аудитория, целевая аудитория, сегмент, герой, портрет"
    ),
    "scenario": ("scenario, use case, context, situation, user story, сценарий, ситуация, контекст, кейс"),
    "expectations": "expectations, expectation, ожидания",
    "trigger": ("trigger, triggers, start, starting point, start point, entry point, journey start, триггер, начало, старт, точка старта"),
    "end": ("end, end point, ending point, end state, success state, exit, outcome, конец, результат, итог, финал"),
}
"""What a map says above its stages, by field of the journey."""

STAGE_WORDS = (
    "stage|stages|phase|phases|step|steps|milestone|touchpoint stage|journey stage|"
    "этап|этапы|фаза|фазы|шаг|шаги|стадия|стадии|веха|вехи|ступень"
)
"""What people call a stage, as alternatives of a pattern."""

_QUALIFIERS_WORDS = (
    "customer customers customer's customers' user users user's users' client clients client's guest guests guest's "
    "patient patients patient's buyer buyers buyer's student students player visitor visitors shopper traveller "
    "employee member persona consumer key main major reported current potential possible common typical primary "
    "product ux cx identified stage in thesis at this the their his her your and likely interpreted specific "
    "digital related overall emotional our of for to is клиента клиентов клиент пользователя пользователей "
    "пользователь покупателя покупателей гостя гостей пациента игрока студента персоны ключевые ключевой основные "
    "основная основной главные главная возможные возможная текущие потенциальные этапа на этапе у наши что"
)
QUALIFIERS = frozenset(_QUALIFIERS_WORDS.split())
"""Words that say whose lane it is and not which: `Guest goal` is a goal."""

CORE: tuple[tuple[str, str], ...] = (
    (
        r"\bpain|\bfrustrat|\bfriction|\bbarrier|\bdrop.?off|\bbottleneck|\bболев|\bбол[ьи]\b|\bбарьер|\bпроблем|\bтрудност|\bсложност",
        "pains",
    ),
    (r"\btouch.?point|\bточк\w+ (?:контакт|касан|взаимод|соприк)", "touchpoints"),
    (r"\bopportunit|\bimprovement|\bвозможност\w* (?:для )?улучш|\bулучшени|\bрекомендаци|\bhow might we", "opportunities"),
    (r"^возможности (?:сайта|продукта|сервиса|бренда|компании)", "opportunities"),
    (r"\bemotion|\bfeeling|\bmood\b|\bэмоци|\bчувств|\bнастроени", "emotion"),
    (r"\bthought|\bthinking|\bмысл[иь]", "thoughts"),
    (r"\bmetric|\bkpi|\bметрик|\bпоказател", "metrics"),
    (r"\bchannel|\bканал", "channels"),
    (r"\bbackstage|\bbehind the scenes|\bза кулисами", "backstage"),
    (r"\bfrontstage|\bfront.stage", "frontstage"),
    (r"\bquestion|\bвопрос", "questions"),
    (r"\bquote|\bverbatim|\bцитат", "quotes"),
    (r"^(?!business).*\bgoals?\b|^(?!business).*\bobjective|^(?!бизнес).*\bцел[иь]\b", "goal"),
    (r"\b(?:customer|user|client|guest|patient|buyer)(?:'s)? (?:action|activit|step|behaviou?r|task)", "actions"),
    (r"\bдействи\w* (?:клиент|пользовател|покупател)", "actions"),
)
"""Roots that give a longer label away, as in `Touchpoints in the thesis`; in English the last counts, in Russian the first."""

ASKED: tuple[tuple[str, str], ...] = (
    (r"what (?:[\w'-]+ ){1,4}(?:does|do|did|is doing|are doing)", "actions"),
    (r"what (?:[\w'-]+ ){1,4}(?:thinks?|is thinking|are thinking)", "thoughts"),
    (r"(?:what|how) (?:[\w'-]+ ){1,4}(?:feels?|is feeling|are feeling)", "emotion"),
    (r"what (?:[\w'-]+ ){1,4}asks?", "questions"),
    (r"(?:what|who) (?:[\w'-]+ ){1,4}(?:interacts?|deals?) with|where (?:[\w'-]+ ){1,4}interacts?", "touchpoints"),
    (r"what (?:frustrates|annoys|blocks|stops|bothers) (?:[\w'-]+ ?){1,4}", "pains"),
    (r"что (?:[\w-]+ ){1,3}дела(?:ет|ют)", "actions"),
    (r"(?:о чем|о чём|что) (?:[\w-]+ ){0,3}дума(?:ет|ют)", "thoughts"),
    (r"что (?:[\w-]+ ){0,3}(?:чувству|ощуща)(?:ет|ют)", "emotion"),
    (r"(?:с чем|с кем|с кем и чем|где) (?:[\w-]+ ){0,3}(?:взаимодейству|контактиру|сталкива)(?:ет|ют)(?:ся)?", "touchpoints"),
    (r"что (?:[\w-]+ ){0,2}(?:мешает|раздражает|бесит|не нравится|огорчает)(?: [\w-]+){0,2}", "pains"),
    (r"что (?:можно |нужно )?(?:улучшить|исправить)", "opportunities"),
)
"""Heads that ask about whoever the customer is, as `What the citizen does`, as patterns of the whole."""

MORE_STAGES = (
    "interest, intent, desire, exploration, explore, acquisition, engagement, conversion, onboard, activate, adopt, adoption, advocacy, "
    "first use, daily use, regular use, active usage, core usage, landing, sign up, signup, login, "
    "trial, free trial, growth, churn, win-back, "
    "delivery, unboxing, reorder, repeat purchase, monetization, monetisation, feedback, pre-purchase, post-event, before, during, after, "
    "need recognition, information search, evaluation of alternatives, purchase decision, post-purchase "
    "behavior, checkout, browse, browsing, "
    "landing page, first visit, habit, resolution, offboarding, cancellation, upgrade, "
    "осознание, интерес, желание, действие, обнаружение, привлечение, вовлечение, активация, удержание, "
    "монетизация, адвокация, возвращение, "
    "первое использование, регулярное использование, первый контакт, знакомство, регистрация, онбординг, "
    "доставка, получение, повторная покупка, "
    "триггер, рост, привычка, отток, осведомлённость, осведомленность, поиск решения, формирование "
    "потребности, обратная связь, после покупки"
)
"""Names of stages that no shipped stage set knows."""
