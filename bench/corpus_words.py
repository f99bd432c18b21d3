"""corpus_words: what the maps of the comparison with others are made of, in English and Russian."""

from words import Words

CHANNELS = ("web", "mobile-app", "email", "phone", "chat", "branch", "social", "push", "sms", "partner", "mail", "kiosk")
OWNERS = (
    "Marketing",
    "Sales",
    "Support",
    "Product",
    "Logistics",
    "Billing",
    "Legal",
    "Отдел продаж",
    "Поддержка",
    "Склад",
    "CX Lab",
    "R&D",
)
TAGS = ("onboarding", "b2b", "b2c", "retention", "support", "billing", "renewal", "mobile", "self-service", "pilot", "loyalty", "claims", "returns",
        "delivery", "healthcare", "education", "travel", "fintech")  # fmt: skip
UNITS = ("%", "min", "days", "NPS", "₽", "€", "pts")
NAMES = ("Anna Petrova", "Марина Соколова", "José Álvarez", "Иван Кузнецов", "Zoë Müller", "Ольга Ким", "Liam O'Brien", "Дмитрий Орлов", "Aiko Tanaka",
         "Søren Lund", "Елена Жукова", "Priya Nair")  # fmt: skip
ROLES = ("Office manager", "Бухгалтер", "First-time parent", "Warehouse lead", "Студент", "Small-shop owner", "Медсестра", "IT admin", "Pensioner",
         "Freelance designer")  # fmt: skip

ENGLISH = Words(
    stages=("Awareness", "Consideration", "Sign-up", "Onboarding", "First value", "Daily use", "Support", "Renewal", "Advocacy"),
    who=("The customer", "A first-time buyer", "The team lead", "An account manager", "The courier", "A returning user", "The clinic", "A student"),
    does=("compares", "opens", "postpones", "confirms", "re-reads", "forwards", "cancels", "bookmarks", "questions", "completes", "abandons", "signs"),
    what=("pricing page", "invoice", "consent form", "welcome e-mail", "delivery slot", "loyalty card", "claim form", "trial workspace", "passport scan",
          "order status", "help article", "café menu"),
    how=("on a phone with a weak signal", "before the 14-day trial ends", "after two unanswered calls", "without knowing who is responsible",
         "while commuting", "and expects an answer within an hour", "because the price changed — again", "in a language they don't speak",
         "at the end of the quarter", "together with a colleague"),
    goals=("Understand what it costs", "Finish without calling anyone", "Get a clear answer", "Feel safe about the data", "Save time for the team",
           "Know the next step", "Compare three options", "Get the refund"),
    thoughts=(),
    pains=("Too many fields in the form", "Status is not updated for days", "The same question is asked twice", "Hidden fees appear at the last step",
           "No way to talk to a person", "The link in the e-mail has expired", "Prices differ between channels"),
    ideas=("Pre-fill known data", "Offer a call-back within 15 minutes", "Show progress & time left", "Send one summary instead of five messages",
           "Let people save and resume", "Explain the price with an example"),
    quotes=("I just want to know when it arrives.", "Why do you ask me this again?", "That was easier than I thought!", "I have no idea who to call…",
            "OK, so what happens now?", "It's fine, but my old bank was faster.", "Wow — it even remembered my café!"),
    figures=("Conversion", "Time to value", "First response", "Drop-off", "CSAT", "Repeat visits", "Cost to serve", "Error rate"),
)  # fmt: skip

RUSSIAN = Words(
    stages=("Осознание", "Выбор", "Регистрация", "Знакомство", "Первая польза", "Использование", "Поддержка", "Продление", "Рекомендация"),
    who=("Клиент", "Новый покупатель", "Руководитель группы", "Менеджер", "Курьер", "Постоянный пользователь", "Клиника", "Студентка"),
    does=("сравнивает", "открывает", "откладывает", "подтверждает", "перечитывает", "пересылает", "отменяет", "сохраняет", "проверяет", "завершает",
          "бросает", "подписывает"),
    what=("страницу тарифов", "счёт", "форму согласия", "приветственное письмо", "окно доставки", "карту лояльности", "заявление", "пробный проект",
          "скан паспорта", "статус заказа", "статью помощи", "меню кафе"),
    how=("с телефона при слабой связи", "до конца пробного периода", "после двух пропущенных звонков", "не зная, кто отвечает", "по дороге домой",
         "и ждёт ответа в течение часа", "потому что цена опять изменилась", "на чужом языке", "в конце квартала", "вместе с коллегой"),
    goals=("Понять, сколько это стоит", "Закончить без звонков", "Получить ясный ответ", "Не бояться за свои данные", "Сберечь время команды",
           "Знать следующий шаг", "Сравнить три варианта", "Вернуть деньги"),
    thoughts=(),
    pains=("Слишком много полей в форме", "Статус не обновляется днями", "Один вопрос задают дважды", "Скрытая комиссия на последнем шаге",
           "Нельзя поговорить с человеком", "Ссылка в письме устарела", "Цены в каналах разные"),
    ideas=("Заполнять известные данные", "Перезвонить за 15 минут", "Показать, сколько осталось", "Одно письмо вместо пяти", "Дать сохранить и продолжить",
           "Объяснить цену на примере"),
    quotes=("Я просто хочу знать, когда привезут.", "Зачем вы спрашиваете это снова?", "Оказалось проще, чем я думала!", "Непонятно, кому звонить…",
            "И что теперь?", "Нормально, но раньше было быстрее.", "Ого — даже моё кафе запомнили!"),
    figures=("Конверсия", "Время до пользы", "Первый ответ", "Отток", "Удовлетворённость", "Повторные визиты", "Стоимость", "Доля ошибок"),
)  # fmt: skip

WORDS = {"en": ENGLISH, "ru": RUSSIAN}
