"""amocrm_deals: the deals of amoCRM (Kommo)."""

from cjmgen.numbers.profile import Profile

PROFILE = Profile(
    name="amocrm-deals",
    product="amoCRM, deals",
    shape="deals",
    columns={
        "deal": ("id", "название сделки", "lead title"),
        "stage": ("этап сделки", "этап", "lead status", "stage"),
        "amount": ("бюджет", "бюджет ₽", "бюджет, ₽", "бюджет, руб", "бюджет сделки", "budget", "sale"),
        "created": ("дата создания сделки", "дата создания", "created at"),
        "closed": ("дата закрытия", "closed at"),
        "reason": ("причина отказа", "loss reason"),
        "reached": ("этап отказа", "этап до закрытия", "предыдущий этап", "последний этап", "lost stage", "previous stage"),
        "segment": ("воронка", "pipeline", "источник"),
    },
    needs=("deal", "stage"),
    marks=("тег сделки", "теги сделки", "ближайшая задача", "кем создана сделка", "основной контакт", "компания контакта"),
    pipeline=("неразобранное", "первичный контакт", "переговоры", "принимают решение", "согласование договора"),
    order="dmy",
)
