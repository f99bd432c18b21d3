"""test_builtin: the channels and stage sets that ship are sound, complete in both languages, and free of clashes."""

from typing import get_args

import pytest

from cjmgen.model import builtin
from cjmgen.model.builtin import BUILTIN_CHANNELS, CHANNEL_ALIASES, channel_named
from cjmgen.model.directory import Channel, SetStage
from cjmgen.model.settings import StageSetName
from cjmgen.model.stage_sets import STAGE_SETS

VOCABULARY = (
    "search", "ads", "yandex-direct", "google-ads", "social", "instagram", "facebook", "vk", "telegram", "youtube", "blogs", "reviews",
    "maps", "e-mail", "messenger", "sms", "push", "site", "online-shop", "app", "marketplace", "phone", "chat", "ai-assistant", "support",
    "front-desk", "in-person", "paper", "post", "store", "courier", "event", "partner", "referral", "loyalty", "crm",
)  # fmt: skip


def test_every_channel_of_the_vocabulary_is_there() -> None:
    assert tuple(BUILTIN_CHANNELS) == VOCABULARY


@pytest.mark.parametrize("name", VOCABULARY)
def test_a_channel_validates_and_speaks_both_languages(name: str) -> None:
    channel = BUILTIN_CHANNELS[name]
    assert Channel.model_validate(channel.model_dump()) == channel
    assert isinstance(channel.title, dict)
    assert all(channel.title[language].strip() for language in ("en", "ru"))
    assert channel.id == name
    assert channel.icon
    assert channel.kind


def test_an_alias_leads_to_a_channel_and_is_no_other_channels_id() -> None:
    for alias, name in CHANNEL_ALIASES.items():
        assert name in BUILTIN_CHANNELS
        assert alias == alias.lower().strip()
        assert BUILTIN_CHANNELS.get(alias) is None or alias == name


def test_an_alias_belongs_to_one_channel() -> None:
    words = [word for _, listed in builtin._ALIASES for word in listed.split(", ")]
    assert sorted(words) == sorted(set(words))
    titles = {title.lower(): name for name, english, russian, _, _ in builtin._CHANNELS for title in (english, russian)}
    assert all(CHANNEL_ALIASES[word] == name for name, listed in builtin._ALIASES for word in listed.split(", ") if word in titles)


@pytest.mark.parametrize(
    ("words", "name"),
    [("email", "e-mail"), ("Website", "site"), ("shop", "online-shop"), ("Электронная  почта", "e-mail"), ("insta", "instagram"),
     ("регистратура", "front-desk"), ("Почта", "post"), ("e-mail", "e-mail"), ("carrier pigeon", None)],
)  # fmt: skip
def test_a_channel_is_found_by_what_people_call_it(words: str, name: str | None) -> None:
    assert channel_named(words) == name


def test_every_stage_set_that_settings_may_name_ships() -> None:
    assert list(STAGE_SETS) == list(get_args(StageSetName))


@pytest.mark.parametrize("name", get_args(StageSetName))
def test_a_stage_set_validates_speaks_both_languages_and_has_no_clashes(name: str) -> None:
    stages = STAGE_SETS[name]
    names: list[str] = []
    for stage in stages:
        assert SetStage.model_validate(stage.model_dump()) == stage
        assert isinstance(stage.title, dict)
        own = {str(stage.id), stage.title["en"].lower(), stage.title["ru"].lower()}
        also = [str(word) for word in stage.also]
        assert all(word == word.lower() for word in also)
        assert not own & set(also)
        names += [*own, *also]
    assert sorted(names) == sorted(set(names))


def test_the_articles_sets_are_told_as_the_articles_tell_them() -> None:
    def russian(name: str) -> list[str]:
        return [stage.title["ru"] for stage in STAGE_SETS[name] if isinstance(stage.title, dict)]

    assert russian("seven") == ["Осознание", "Узнавание", "Решение", "Покупка", "После покупки", "Лояльность", "Рекомендации"]
    assert russian("five") == ["Осознание", "Изучение", "Решение", "Покупка", "Лояльность"]
    assert russian("four") == ["Осознание проблемы", "Исследование рынка", "Принятие решения", "Покупка"]
