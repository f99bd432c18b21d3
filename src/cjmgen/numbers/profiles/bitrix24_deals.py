"""bitrix24_deals: the deals of Bitrix24."""

from cjmgen.numbers.profile import Profile

PROFILE = Profile(
    name="bitrix24-deals",
    product="Bitrix24, deals",
    shape="deals",
    columns={
        "deal": ("id", "название сделки", "название", "deal name"),
        "stage": ("стадия сделки", "стадия", "deal stage", "stage"),
        "amount": ("сумма", "total"),
        "created": ("дата создания", "created on"),
        "closed": ("дата завершения", "предполагаемая дата закрытия", "end date", "expected close date"),
        "reason": ("причина отказа", "причина проигрыша"),
        "reached": ("стадия отказа", "стадия до закрытия", "предыдущая стадия", "последняя стадия", "lost stage", "previous stage"),
        "segment": ("воронка", "направление", "источник", "pipeline", "source"),
    },
    needs=("deal", "stage"),
    marks=("ответственный", "валюта", "сделка закрыта", "кем создана", "повторная сделка", "вероятность"),
    pipeline=("новая", "подготовка документов", "счет на предоплату", "в работе", "финальный счет"),
    order="dmy",
    seen="observed in public repositories, which name single columns",
)
