"""stage_sets: the stages journeys share, as sets that a project can name instead of writing its own."""

from collections.abc import Mapping

from cjmgen.model.directory import SetStage

_Row = tuple[str, str, str, str, str]
# id, English, other names split by commas (ids and titles of stages that belong here), Russian, other names

_SETS: tuple[tuple[str, tuple[_Row, ...]], ...] = (
    (
        "five",
        (
            (
                "awareness",
                "Awareness", "aware, attract, attraction, need, trigger, first contact",
                "Осознание", "знакомство, привлечение, осведомлённость, осознание потребности",
            ),
            (
                "research",
                "Research", "consideration, consider, evaluation, search, discovery, compare, comparison",
                "Изучение", "рассмотрение, узнавание, исследование, сравнение, поиск",
            ),
            (
                "decision",
                "Decision", "decide, choice, choose, select, selection, intent",
                "Решение", "выбор, принятие решения, намерение",
            ),
            (
                "purchase",
                "Purchase", "buy, order, checkout, payment, conversion",
                "Покупка", "оформление заказа, заказ, оплата, сделка",
            ),
            (
                "loyalty",
                "Loyalty", "retention, after-purchase, post-purchase, service, use, support, advocacy",
                "Лояльность", "удержание, после покупки, использование, рекомендации",
            ),
        ),
    ),
    (
        "seven",
        (
            (
                "awareness",
                "Awareness", "aware, attract, attraction, need, trigger, first contact",
                "Осознание", "знакомство, привлечение, осведомлённость, осознание потребности",
            ),
            (
                "consideration",
                "Consideration", "recognition, research, consider, evaluation, search, discovery, compare, comparison",
                "Узнавание", "изучение, рассмотрение, исследование, сравнение, поиск",
            ),
            (
                "decision",
                "Decision", "decide, choice, choose, select, selection, intent",
                "Решение", "выбор, принятие решения, намерение",
            ),
            (
                "purchase",
                "Purchase", "buy, order, checkout, payment, conversion",
                "Покупка", "оформление заказа, заказ, оплата, сделка",
            ),
            (
                "after-purchase",
                "After purchase", "post-purchase, delivery, fulfilment, onboarding, use, usage, service, support",
                "После покупки", "доставка, получение, использование, поддержка, обслуживание",
            ),
            (
                "loyalty",
                "Loyalty", "retention, retain, repeat, repeat purchase, return",
                "Лояльность", "удержание, повторная покупка, повторные покупки",
            ),
            (
                "advocacy",
                "Advocacy", "advocate, recommend, recommendation, referral, share, sharing",
                "Рекомендации", "рекомендация, адвокатство, отзыв",
            ),
        ),
    ),
    (
        "four",
        (
            (
                "problem",
                "Problem", "awareness, problem awareness, need, trigger",
                "Осознание проблемы", "осознание, проблема, потребность, осознание потребности",
            ),
            (
                "research",
                "Market research", "consideration, search, evaluation, discovery, comparison",
                "Исследование рынка", "исследование, изучение, узнавание, рассмотрение, поиск, сравнение",
            ),
            (
                "decision",
                "Decision", "decide, choice, choose, selection",
                "Принятие решения", "решение, выбор",
            ),
            (
                "purchase",
                "Purchase", "buy, order, checkout, payment, conversion",
                "Покупка", "оформление заказа, заказ, оплата, сделка",
            ),
        ),
    ),
    (
        "e-commerce",
        (
            (
                "discover",
                "Discover", "discovery, awareness, inspiration, search, find",
                "Знакомство", "осознание, открытие, поиск, узнавание",
            ),
            (
                "try",
                "Try", "consideration, evaluate, evaluation, compare, decision, choose",
                "Примерка", "выбор, сравнение, решение, изучение",
            ),
            (
                "buy",
                "Buy", "purchase, order, checkout, payment",
                "Покупка", "заказ, оплата, оформление заказа",
            ),
            (
                "use",
                "Use", "delivery, receive, unboxing, after-purchase, after purchase, loyalty",
                "Использование", "доставка, получение, после покупки, лояльность",
            ),
            (
                "seek-support",
                "Seek support", "support, help, service, return, returns, exchange",
                "Поддержка", "помощь, возврат, обмен, сервис",
            ),
        ),
    ),
    (
        "b2b",
        (
            (
                "need",
                "Need", "problem, awareness, trigger, problem identification",
                "Потребность", "осознание, проблема, осознание потребности",
            ),
            (
                "shortlist",
                "Shortlist", "research, consideration, exploration, solution exploration, search, vendors",
                "Отбор поставщиков", "поиск, изучение, узнавание, рассмотрение",
            ),
            (
                "evaluation",
                "Evaluation", "trial, pilot, demo, requirements, proof of concept",
                "Оценка", "оценка решений, пилот, демонстрация, требования",
            ),
            (
                "agreement",
                "Agreement", "decision, contract, negotiation, procurement, purchase, approval",
                "Согласование и договор", "решение, покупка, договор, согласование, закупка",
            ),
            (
                "implementation",
                "Implementation", "onboarding, rollout, setup, integration, after-purchase",
                "Внедрение", "запуск, интеграция, обучение",
            ),
            (
                "use",
                "Use and support", "usage, service, support, adoption",
                "Работа и поддержка", "использование, поддержка, сопровождение",
            ),
            (
                "renewal",
                "Renewal", "loyalty, expansion, retention, advocacy, referral",
                "Продление", "лояльность, расширение, удержание, рекомендации",
            ),
        ),
    ),
    (
        "saas",
        (
            (
                "awareness",
                "Awareness", "discovery, acquisition, need",
                "Осознание", "знакомство, привлечение, потребность",
            ),
            (
                "evaluation",
                "Evaluation", "consideration, research, compare, pricing, decision",
                "Оценка", "изучение, узнавание, сравнение, тарифы, решение",
            ),
            (
                "sign-up",
                "Sign-up", "signup, sign up, registration, trial, free trial",
                "Регистрация", "пробный период",
            ),
            (
                "activation",
                "Activation", "onboarding, setup, first value, first use, aha",
                "Первая польза", "активация, онбординг, настройка, первый запуск",
            ),
            (
                "subscription",
                "Subscription", "purchase, buy, upgrade, conversion, payment, revenue",
                "Подписка", "покупка, оплата, переход на платный тариф",
            ),
            (
                "use",
                "Everyday use", "usage, adoption, engagement, retention, support",
                "Повседневная работа", "использование, вовлечение, удержание, поддержка",
            ),
            (
                "expansion",
                "Expansion and advocacy", "renewal, loyalty, advocacy, referral",
                "Расширение и рекомендации", "продление, лояльность, рекомендации",
            ),
        ),
    ),
    (
        "service",
        (
            (
                "need",
                "Need", "awareness, trigger, problem",
                "Потребность", "осознание, проблема, повод",
            ),
            (
                "choice",
                "Choice", "search, research, consideration, decision, find",
                "Выбор", "поиск, изучение, узнавание, решение",
            ),
            (
                "booking",
                "Booking", "appointment, request, reservation, purchase, registration, order",
                "Запись", "бронирование, заявка, заказ, покупка, регистрация",
            ),
            (
                "arrival",
                "Arrival", "entry, check-in, check in, waiting, preparation",
                "Прибытие", "подготовка, приход, ожидание, встреча",
            ),
            (
                "service",
                "Service", "visit, delivery, use, engagement, treatment",
                "Услуга", "приём, визит, обслуживание, оказание услуги, лечение",
            ),
            (
                "completion",
                "Completion", "exit, payment, result, results, check-out",
                "Завершение", "оплата, результат, итог, выписка",
            ),
            (
                "follow-up",
                "Follow-up", "after, aftercare, after-purchase, loyalty, extension, support, return",
                "Продолжение", "после, сопровождение, лояльность, повторный визит",
            ),
        ),
    ),
)  # fmt: skip


def _stage(row: _Row) -> SetStage:
    name, english, also, russian, also_russian = row
    return SetStage.model_construct(title={"en": english, "ru": russian}, id=name, also=(*also.split(", "), *also_russian.split(", ")))


STAGE_SETS: Mapping[str, tuple[SetStage, ...]] = {name: tuple(_stage(row) for row in rows) for name, rows in _SETS}
"""The sets that `stages:` in cjmgen.yml and `--stages` of `new` can name. Not validated here, to start fast; a test does."""
