"""builtin: the channels every project has without declaring them, and the other words people use for them."""

from collections.abc import Mapping
from typing import Literal

from cjmgen.model.directory import Channel

ChannelKind = Literal["owned", "paid", "earned", "physical", "human"]

_CHANNELS: tuple[tuple[str, str, str, str, ChannelKind], ...] = (
    # id, English, Russian, icon, kind
    ("search", "Search", "Поиск", "search", "earned"),
    ("ads", "Advertising", "Реклама", "megaphone", "paid"),
    ("yandex-direct", "Yandex Direct", "Яндекс Директ", "megaphone", "paid"),
    ("google-ads", "Google Ads", "Google Реклама", "megaphone", "paid"),
    ("social", "Social networks", "Социальные сети", "message-heart", "earned"),
    ("instagram", "Instagram", "Instagram", "message-heart", "earned"),
    ("facebook", "Facebook", "Facebook", "message-heart", "earned"),
    ("vk", "VK", "ВКонтакте", "message-heart", "earned"),
    ("telegram", "Telegram", "Telegram", "message-heart", "owned"),
    ("youtube", "YouTube", "YouTube", "message-heart", "earned"),
    ("blogs", "Blogs", "Блоги", "file-text", "earned"),
    ("reviews", "Review sites", "Сайты отзывов", "star", "earned"),
    ("maps", "Map services", "Карты", "map-pin", "earned"),
    ("e-mail", "E-mail", "Электронная почта", "mail", "owned"),
    ("messenger", "Messengers", "Мессенджеры", "message", "owned"),
    ("sms", "SMS", "СМС", "message", "owned"),
    ("push", "Push notifications", "Push-уведомления", "bell", "owned"),
    ("site", "Website", "Сайт", "globe", "owned"),
    ("online-shop", "Online shop", "Интернет-магазин", "bag", "owned"),
    ("app", "App", "Приложение", "phone-app", "owned"),
    ("marketplace", "Marketplace", "Маркетплейс", "store", "paid"),
    ("phone", "Phone", "Телефон", "phone", "human"),
    ("chat", "Chat", "Чат", "chat", "human"),
    ("ai-assistant", "AI assistant", "ИИ-помощник", "sparkle", "owned"),
    ("support", "Support", "Служба поддержки", "headset", "human"),
    ("front-desk", "Front desk", "Стойка администратора", "desk", "human"),
    ("in-person", "In person", "Личная встреча", "people", "human"),
    ("paper", "Paper", "На бумаге", "paper", "physical"),
    ("post", "Post", "Почта", "mail", "physical"),
    ("store", "Store", "Магазин", "store", "physical"),
    ("courier", "Courier", "Курьер", "truck", "human"),
    ("event", "Event", "Мероприятие", "calendar", "physical"),
    ("partner", "Partner", "Партнёр", "handshake", "earned"),
    ("referral", "Referral", "Рекомендация", "share", "earned"),
    ("loyalty", "Loyalty programme", "Программа лояльности", "gift", "owned"),
    ("crm", "CRM", "CRM", "database", "owned"),
)

_ALIASES: tuple[tuple[str, str], ...] = (
    # id, and what else it is called, in lower case and split by commas
    ("search", "seo, organic, organic search, google, yandex, search engine, поисковик, поисковая система, яндекс, гугл"),
    ("ads", "ad, advert, adverts, advertisement, advertising, paid, paid ads, ppc, banner, контекст, контекстная реклама, таргет, баннер"),
    ("yandex-direct", "yandex direct, direct, директ, яндекс.директ"),
    ("google-ads", "google ads, adwords, google adwords, гугл реклама"),
    ("social", "social media, social network, socials, smm, соцсети, соцсеть, социальная сеть"),
    ("instagram", "insta, ig, инстаграм, инстаграмм"),
    ("facebook", "fb, meta, фейсбук"),
    ("vk", "vkontakte, вк, вконтакте"),
    ("telegram", "tg, телеграм, телеграмм, телега"),
    ("youtube", "yt, video, ютуб"),
    ("blogs", "blog, blogger, bloggers, блог, блогер, блогеры"),
    ("reviews", "review, review site, review-sites, review sites, ratings, отзывы, отзовик, отзовики"),
    ("maps", "map, map-services, map services, google maps, yandex maps, 2gis, 2гис, яндекс карты, картографические сервисы"),
    ("e-mail", "email, mail, newsletter, e mail, имейл, емейл, рассылка, письмо, эл. почта"),
    ("messenger", "messengers, messaging, whatsapp, viber, max, мессенджер, ватсап, вотсап"),
    ("sms", "text message, text, смс-сообщение"),
    ("push", "push notification, notification, notifications, пуш, пуши, уведомление, уведомления"),
    ("site", "web, website, web site, web-site, landing, landing page, homepage, веб-сайт, лендинг"),
    ("online-shop", "shop, online shop, online store, online-store, webshop, e-shop, eshop, ecommerce, онлайн-магазин, интернет магазин"),
    ("app", "mobile, mobile app, application, мобильное приложение"),
    ("marketplace", "marketplaces, amazon, ozon, wildberries, маркетплейсы, озон, вайлдберриз"),
    ("phone", "call, calls, telephone, phone call, call centre, call center, call-centre, call-center, звонок, звонки, колл-центр"),
    ("chat", "live chat, live-chat, online chat, онлайн-чат, чат на сайте"),
    ("ai-assistant", "ai, assistant, bot, chatbot, chat bot, voice assistant, бот, чат-бот, ассистент, ии-ассистент, голосовой помощник"),
    ("support", "help desk, helpdesk, help-desk, customer support, customer service, поддержка, техподдержка, клиентский сервис"),
    ("front-desk", "reception, front desk, desk, ресепшн, ресепшен, регистратура, администратор"),
    ("in-person", "in person, meeting, face to face, face-to-face, offline, лично, встреча, очно, офлайн"),
    ("paper", "print, leaflet, flyer, brochure, бумага, листовка, буклет"),
    ("post", "letter, postal, mailbox, почта россии, бумажное письмо"),
    ("store", "shop floor, retail, point of sale, pos, салон, торговая точка, офлайн-магазин"),
    ("courier", "delivery, доставка"),
    ("event", "events, fair, conference, webinar, выставка, конференция, вебинар"),
    ("partner", "partners, reseller, dealer, партнеры, партнёры, партнер, дилер"),
    ("referral", "word of mouth, word-of-mouth, friends, recommendation, сарафанное радио, сарафан, друзья, рекомендации"),
    ("loyalty", "loyalty program, loyalty-program, loyalty programme, loyalty-programme, bonus, bonuses, личные предложения, бонусы"),
    ("crm", "crm system, црм, crm-система"),
)

BUILTIN_CHANNELS: Mapping[str, Channel] = {
    name: Channel.model_construct(title={"en": english, "ru": russian}, id=name, icon=icon, kind=kind)
    for name, english, russian, icon, kind in _CHANNELS
}
"""The channels of every project by id, in the order of a customer's way. Not validated here, to start fast; a test does."""

CHANNEL_ALIASES: Mapping[str, str] = {
    **{word: name for name, words in _ALIASES for word in words.split(", ")},
    **{title.lower(): name for name, english, russian, _, _ in _CHANNELS for title in (english, russian)},
}
"""Other words for the built-in channels, in lower case, each with the id that is meant."""


def channel_named(words: str) -> str | None:
    """The built-in channel that some words mean, by id, title or alias in any case; None when they mean none."""
    plain = " ".join(words.lower().split())
    return plain if plain in BUILTIN_CHANNELS else CHANNEL_ALIASES.get(plain)
