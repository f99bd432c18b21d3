"""feelings: how words, emoji, stars and marks for a feeling stand on the scale from -2 to +2. This table is the documentation."""

import re

SCALE: dict[float, str] = {
    2: (
        "😀 😃 😄 😁 😆 🤩 😍 🥰 😻 🥳 🎉 🙌 ❤ 💖 🚀 🏆 💯 🤗 "
        "delighted delight thrilled ecstatic excited excitement enthusiastic enthusiasm amazed amazing "
        "euphoric overjoyed joy joyful elated proud "
        "pride loyal loyalty passionate love loves empowered inspired fantastic wow triumphant "
        "восторг восторженный восхищение счастье счастлив радость радостный гордость гордый лояльность вдохновение воодушевление эйфория "
        "энтузиазм триумф любовь"
    ),
    1: (
        "🙂 😊 😌 😉 😎 👍 ☺ 😺 💡 ✨ 💪 😋 😇 ✅ 🤝 🟢 "
        "happy happiness glad satisfied satisfaction confident confidence hopeful hope relieved relief "
        "pleased interested interest curious curiosity "
        "optimistic optimism comfortable calm trusting trust engaged engagement motivated motivation eager "
        "grateful gratitude reassured content "
        "positive good accomplished supported enlightened anticipation anticipating encouraged secure valued "
        "intrigued impressed smooth easy "
        "appreciative focused determined "
        "интерес интересно заинтересованность заинтересован любопытство любопытно надежда надеется "
        "удовлетворение удовлетворён удовлетворен "
        "доволен довольна довольный облегчение уверенность уверен спокойствие спокойно спокоен доверие "
        "вовлечённость вовлеченность мотивация "
        "предвкушение позитив позитивно приятно комфорт благодарность ожидание хорошо азарт готовность желание"
    ),
    0: (
        "😐 😑 😶 🤔 🧐 🙃 ⏳ 🟡 ⚪ "
        "neutral indifferent indifference thoughtful thinking pragmatic analytical task-oriented matter-of-fact okay ok mixed considering "
        "evaluating unsure-yet routine "
        "нейтрально нейтральный нейтральная нейтральное безразличие равнодушие раздумья раздумье задумчивость рутина норм нормально анализ "
        "оценка концентрация"
    ),
    -1: (
        "🙁 😕 😟 😒 😬 😓 😥 😰 😨 😧 😦 😔 😞 🥱 😴 🤨 😳 😅 🤷 👎 🟠 ⚠ 🥺 😩 😣 😖 🫤 "
        "sceptical skeptical scepticism skepticism cautious caution uncertain uncertainty confused confusion worried worry anxious anxiety "
        "nervous nervousness doubtful doubt doubts hesitant hesitation impatient impatience concerned "
        "concern overwhelmed tired bored boredom "
        "lost insecure unsure suspicious sad sadness disappointed disappointment discouraged negative bad stressed stress apprehensive "
        "apprehension uneasy unease wary vulnerable tense dissatisfied unhappy resigned pressured cost-conscious "
        "скепсис скептицизм скептически осторожность осторожно сомнение сомнения сомневается неуверенность "
        "неуверен неуверенно растерянность "
        "растерян замешательство тревога тревожность тревожно беспокойство волнение волнуется нервозность нетерпение усталость устал скука "
        "грусть разочарование разочарован недоверие опасение опасения стресс напряжение напряжённость негатив негативно недовольство "
        "недоволен дискомфорт неопределённость неопределенность настороженность раздражённость неловкость"
    ),
    -2: (
        "😡 😠 🤬 😤 😫 😭 😢 💔 😱 🤯 🔴 🤮 "
        "frustrated frustration frustrating angry anger furious annoyed annoyance irritated irritation panic "
        "panicked desperate despair hate "
        "hates terrified outraged helpless hopeless enraged devastated miserable "
        "злость злой гнев ярость раздражение раздражён раздражен фрустрация паника отчаяние возмущение "
        "бешенство ненависть ужас страх обида "
        "беспомощность боль"
    ),
}  # fmt: skip
"""Emoji and words in English and Russian, each with what it counts. A feeling made of several counts as their mean."""

WEAKER = frozenset(
    {"slightly", "little", "bit", "mild", "mildly", "somewhat", "слегка", "немного", "лёгкая", "легкая", "лёгкое", "легкое", "небольшое"}
)
"""Words that halve what follows them."""

OPPOSITE = frozenset({"not", "no", "never", "without", "не", "без", "нет"})
"""Words that turn what follows them round."""

_SCORES = {word: float(score) for score, words in SCALE.items() for word in words.split()}
_EMOJI = sorted((word for word in _SCORES if not word[0].isalnum()), key=len, reverse=True)
_NUMBER = re.compile(r"^\(?\s*([+\-−–]?\d(?:[.,]\d+)?)\s*\)?$")
_OF = re.compile(r"(?<![\d/])(\d{1,3}(?:[.,]\d+)?)\s*(?:/|из|out of|of)\s*(5|10|100)(?![\d/])", re.IGNORECASE)
_SIGNED = re.compile(r"(?<![\w.])[(\[]?([+\-−]\s?\d(?:[.,]\d+)?)[)\]]?(?![\w%.])")
_STARS = re.compile(r"[★☆⭐🌟]")
_WORD = re.compile(r"[\w-]+")


def score(text: str) -> float | None:
    """What a text says about a feeling, from -2 to +2; None when nothing in it is known.

    A number counts before emoji, emoji before words: `😐 cautious (+1)` is one. `4/5` and stars lie evenly between the ends.
    """
    for read in (_number, _stars, _emoji, _words):
        found = read(text)
        if found is not None:
            return max(-2.0, min(2.0, round(found, 2))) + 0.0
    return None


def is_number(text: str) -> bool:
    """Whether a text is a score and nothing else: `+1`, `4/5`, `⭐⭐⭐`, `7 из 10`."""
    bare = text.strip().strip("()[]").strip()
    return bool(_NUMBER.match(bare) or _OF.fullmatch(bare)) or (bool(bare) and not _STARS.sub("", bare).strip("\ufe0f "))


def _number(text: str) -> float | None:
    if found := _OF.search(text):
        value, top = float(found[1].replace(",", ".")), float(found[2])
        low = 0.0 if top > 5 else 1.0
        return (value - low) / (top - low) * 4 - 2 if value <= top else None
    if found := _NUMBER.match(text.strip()) or _SIGNED.search(text):
        written = re.sub(r"[−–]", "-", found[1]).replace(",", ".").replace(" ", "")
        return _scaled(float(written), signed=written[0] in "+-")
    return None


def _scaled(value: float, signed: bool) -> float | None:
    """Up to 2 as it is; beyond, -5 … +5 where it has a sign, else 1 … 5."""
    if abs(value) <= 2:
        return value
    return None if abs(value) > 5 else value / 2.5 if signed else value - 3


def _stars(text: str) -> float | None:
    stars = _STARS.findall(text)
    full = sum(star != "☆" for star in stars)
    return float(min(full, 5) - 3) if stars else None


def _emoji(text: str) -> float | None:
    found = [_SCORES[sign] for sign in _EMOJI for _ in range(text.count(sign))]
    return sum(found) / len(found) if found else None


def _words(text: str) -> float | None:
    found: list[float] = []
    factor = 1.0
    for word in _WORD.findall(text.lower()):
        if word in OPPOSITE:
            factor = -0.5
        elif word in WEAKER:
            factor = 0.5
        elif (value := _known(word)) is not None:
            found.append(value * factor)
            factor = 1.0
    return sum(found) / len(found) if found else None


def _known(word: str) -> float | None:
    if word in _SCORES:
        return _SCORES[word]
    for ending in ("s", "ly", "ed", "ness", "ие", "ия", "а", "о", "ы", "й", "ый", "ая", "ое", "ен", "на"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 3 and stem in _SCORES:
            return _SCORES[stem]
    return None
