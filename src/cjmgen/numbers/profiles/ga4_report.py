"""ga4_report: a report of Google Analytics 4, with its range of dates in lines that begin with #."""

from cjmgen.numbers.profile import Profile

PROFILE = Profile(
    name="ga4-report",
    product="Google Analytics 4, report",
    shape="figures",
    columns={
        "date": ("date", "day", "дата", "день"),
        "period": ("month", "year month", "week", "year week", "quarter", "period", "месяц", "неделя", "квартал", "период"),
        "segment": (
            "session default channel group", "session primary channel group (default channel group)", "first user default channel group",
            "first user primary channel group (default channel group)", "session source / medium", "page path and screen class",
            "page title and screen class", "page path", "landing page", "event name", "device category", "country", "audience name",
            "группа каналов по умолчанию для сеанса", "название события", "категория устройства", "страна",
        ),
        "people": ("active users", "total users", "users", "активные пользователи", "всего пользователей", "пользователи"),
        "visits": ("sessions", "engaged sessions", "сеансы", "сеансы с взаимодействием"),
        "views": ("views", "screen page views", "просмотры"),
        "goals": ("key events", "conversions", "event count", "ключевые события", "конверсии", "количество событий"),
        "rate": ("session key event rate", "user key event rate"),
        "bounce": ("bounce rate", "показатель отказов"),
        "time": (
            "average engagement time per active user", "average engagement time per session", "average engagement time",
            "average session duration", "среднее время взаимодействия",
        ),
        "revenue": ("total revenue", "purchase revenue", "общий доход", "доход от покупок"),
    },
    needs=("people",),
    marks=("event count per active user", "engaged sessions per active user", "views per active user", "new users"),
    order="ymd",
    seen="lines with the range of dates were observed in public repositories; names as in Google's list of dimensions and metrics",
)
