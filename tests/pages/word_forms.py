"""word_forms: words with their forms, each line found by any of its forms, and how letters and hyphens are folded."""

FORMS = {
    "en": """
        delivery deliveries
        order orders ordered ordering
        return returns returned returning
        size sizes sized
        customer customers
        touchpoint touchpoints
        journey journeys
        wait waits waited waiting
        pay pays paying
        payment payments
        compare compares compared comparing
        choose chooses choosing
        quote quotes quoted
        expect expects expected expecting
        register registers registered registering
        confirm confirms confirmed confirming
        newsletter newsletters
        review reviews reviewed reviewing
        frustrate frustrates frustrated frustrating
        happy happiness
        guide guides guided
        stage stages
        opportunity opportunities
        promise promises promised
        courier couriers
    """,
    "ru": """
        доставка доставки доставке доставку доставкой доставками
        размер размеры размера размеров размером размерам
        клиент клиенты клиента клиентов клиентам клиентами
        возврат возврата возвраты возвратов возвратом
        заказ заказы заказа заказов заказом
        ожидание ожидания ожиданий ожиданием ожиданиями
        покупка покупки покупку покупкой
        курьер курьеры курьера курьером курьеров
        письмо письма письму письмом
        корзина корзины корзину корзине корзиной
        оплата оплаты оплате оплату оплатой
        цена цены цену ценой ценам
        новый новая новое новые нового новой новым
        быстрый быстрая быстро быстрые
        сравнивать сравнивает сравнивали
        выбирать выбирает выбирали
        примерка примерки примерку примеркой
        обувь обуви обувью
        ещё еще
        счёт счета счёта счету счётом
        подтверждение подтверждения подтверждений подтверждением
        магазин магазины магазина магазине магазинов
        поддержка поддержки поддержке поддержку поддержкой
        неудобный неудобная неудобно неудобные
        персона персоны персон персону
        этап этапы этапа этапов этапе
    """,
}

GROUPS = [(language, line.split()) for language, text in FORMS.items() for line in text.strip().splitlines()]

FOUND = [
    # (language, a title, what is typed, whether that finds it)
    ("en", "Size guide", "size", True),
    ("en", "Size guide", "SIZE GUIDE", True),
    ("en", "Size guide", "guide size", True),
    ("en", "Size guide", "gui", True),
    ("en", "Size guide", "siez", True),
    ("en", "Size guide", "size price", False),
    ("en", "Delivery terms", "delivry", True),
    ("en", "Delivery terms", "deliverys", True),
    ("en", "E-mail with saved pairs", "email", True),
    ("en", "E-mail with saved pairs", "e-mail", True),
    ("en", "Email with saved pairs", "e-mail", True),
    ("en", "Check-out", "checkout", True),
    ("en", "We don't know", "dont", True),
    ("en", "We don’t know", "don't", True),
    ("en", "Café in the shop", "cafe", True),
    ("en", "Cafe in the shop", "café", True),
    ("en", "Price: 4990", "4990", True),
    ("en", "a b c d", "zzz", False),
    ("ru", "Ещё один звонок", "еще", True),
    ("ru", "Еще один звонок", "ЕЩЁ", True),
    ("ru", "Зелёный чай", "зеленого", True),
    ("ru", "Онлайн-чат", "онлайн чат", True),
    ("ru", "Онлайн-чат", "онлайнчат", True),
    ("ru", "Чат онлайн", "онлайн-чат", True),
    ("ru", "Условия доставки", "доставок", True),
    ("ru", "Условия доставки", "дотсавка", True),
    ("ru", "Условия доставки", "усл дост", True),
    ("ru", "Йога утром", "йогой", True),
    ("ru", "E-mail с подборкой", "email", True),
    ("de", "Größe wählen", "große", True),
    ("de", "Größe wählen", "größen", True),
    ("de", "Die Kurse", "kurs", True),
    ("zh", "配送时间", "时间", True),
    ("uk", "Їжа вдома", "їжа", True),
]
