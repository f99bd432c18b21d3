"""synonyms: what people write for the keys and fixed values of the vocabulary, in English and Russian."""

from collections.abc import Iterable, Mapping


def _each(rows: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """From every other word to the names it may stand for."""
    result: dict[str, tuple[str, ...]] = {}
    for name, words in rows:
        for word in words.split(", "):
            result[word] = (*result.get(word, ()), name)
    return result


KEYS = _each(
    (
        ("title", "name, label, heading, название, заголовок, имя"),
        ("stages", "steps, phases, этапы, стадии"),
        ("personas", "persona, customer, персоны, персона"),
        ("touchpoints", "touch_points, touch-points, contacts, точки, точки контакта"),
        ("pains", "pain, painpoints, pain_points, pain-points, problems, barriers, frustrations, боли, барьеры"),
        ("gains", "gain, positives, плюсы, радости"),
        ("opportunities", "ideas, solutions, improvements, возможности, идеи, решения"),
        ("actions", "doing, customer_actions, steps, действия"),
        ("thoughts", "thinking, мысли"),
        ("questions", "вопросы"),
        ("quotes", "цитаты"),
        ("quote", "quotes, цитата"),
        ("feelings", "feeling, чувства"),
        ("emotion", "emotions, mood, score, feeling, эмоция, эмоции, настроение"),
        ("metrics", "kpi, kpis, метрики, показатели"),
        ("channel", "channels, канал, каналы"),
        ("owner", "team, responsible, владелец, ответственный, команда"),
        ("goal", "goals, objective, цель, цели"),
        ("goals", "goal, objectives, цели"),
        ("target", "goal, plan, цель"),
        ("description", "text, описание"),
        ("summary", "description, bio, описание, кратко"),
        ("text", "quote, title, текст"),
        ("speaker", "author, by, автор"),
        ("severity", "priority, level, критичность, важность"),
        ("duration", "time, длительность"),
        ("image", "picture, screenshot, img, изображение, картинка"),
        ("photo", "avatar, image, picture, фото"),
        ("link", "url, href, ссылка"),
        ("people", "users, visitors, count, люди"),
        ("languages", "lang, language, locale, locales, языки"),
        ("accent", "color, colour, цвет"),
        ("due", "deadline, until, срок"),
        ("kind", "type, тип"),
        ("type", "kind, тип"),
        ("sd", "sigma, std, stdev"),
        ("mean", "average, avg, среднее"),
        ("evidence", "source, sources, proof, источник, источники"),
        ("demographics", "age, возраст"),
        ("who", "actor, persona, кто"),
        ("reviewed", "updated, review, проверено"),
    )
)
"""For keys."""

VALUES = _each(
    (
        ("current", "as-is, as is, now, today, текущее, текущий"),
        ("future", "to-be, to be, target, будущее, целевое"),
        ("competitor", "competition, rival, конкурент"),
        ("draft", "wip, new, черновик"),
        ("review", "in review, на проверке"),
        ("live", "published, active, final, опубликовано"),
        ("retired", "archived, old, архив"),
        ("internal", "private, внутренний"),
        ("public", "open, публичный"),
        ("low", "minor, низкая, низкий"),
        ("medium", "moderate, normal, средняя, средний"),
        ("high", "major, severe, высокая, высокий"),
        ("critical", "blocker, критическая, критичная, критичный"),
        ("yes", "true, да"),
        ("no", "false, нет"),
        ("partly", "partially, maybe, частично"),
        ("interview", "interviews, интервью"),
        ("survey", "poll, questionnaire, опрос"),
        ("analytics", "data, метрика, аналитика"),
        ("support", "tickets, поддержка"),
        ("in-progress", "doing, started, в работе"),
        ("planned", "todo, to do, запланировано"),
        ("done", "finished, shipped, готово"),
        ("dropped", "cancelled, rejected, отменено"),
        ("staff", "employee, сотрудник"),
        ("companion", "family, relative, спутник, родственник"),
        ("partner", "supplier, партнёр, партнер"),
        ("system", "software, система"),
        ("warning", "warn, предупреждение"),
        ("error", "fail, ошибка"),
        ("off", "ignore, none, disabled"),
        ("higher", "more, up, выше"),
        ("lower", "less, down, ниже"),
        ("truth", "moment of truth, момент истины"),
        ("validated", "proven, confirmed, подтверждено"),
        ("assumed", "assumption, hypothesis, предположение"),
    )
)
"""For fixed values."""
