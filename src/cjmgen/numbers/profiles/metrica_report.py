"""metrica_report: a report of Yandex.Metrica, saved as a table."""

from cjmgen.numbers.profile import Profile

PROFILE = Profile(
    name="metrica-report",
    product="Yandex.Metrica, report",
    shape="figures",
    columns={
        "date": ("дата визита", "дата", "date of visit", "date"),
        "period": ("месяц визита", "неделя визита", "месяц", "квартал", "период", "month of visit", "week of visit"),
        "segment": (
            "источник трафика", "последний значимый источник", "тип устройства", "страница входа", "регион", "цель",
            "traffic source", "last significant traffic source", "device type", "landing page", "goal",
        ),
        "people": ("посетители", "users", "visitors"),
        "visits": ("визиты", "sessions", "visits"),
        "views": ("просмотры", "pageviews"),
        "goals": ("достижения цели*", "достижения любой цели", "целевые визиты*", "goal reaches*", "conversions*"),
        "rate": ("конверсия*", "conversion*"),
        "bounce": ("отказы", "bounce rate"),
        "time": ("время на сайте", "time on site", "session duration"),
        "depth": ("глубина просмотра", "page depth"),
        "revenue": ("доход", "revenue"),
    },
    needs=("visits",),
    marks=("роботность", "robots", "новые посетители", "доля новых посетителей"),
    order="dmy",
)
