"""shelf: every example journey by stage set and language."""

from collections.abc import Mapping

from cjmgen.formats.stories import b2b, e_commerce, five, four, saas, service, seven
from cjmgen.formats.stories.story import Story

STORIES: Mapping[str, Mapping[str, Story]] = {
    "five": {"en": five.EN, "ru": five.RU},
    "seven": {"en": seven.EN, "ru": seven.RU},
    "four": {"en": four.EN, "ru": four.RU},
    "e-commerce": {"en": e_commerce.EN, "ru": e_commerce.RU},
    "b2b": {"en": b2b.EN, "ru": b2b.RU},
    "saas": {"en": saas.EN, "ru": saas.RU},
    "service": {"en": service.EN, "ru": service.RU},
}
