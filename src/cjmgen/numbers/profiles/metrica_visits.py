"""metrica_visits: visits from the Logs API of Yandex.Metrica."""

from cjmgen.numbers.profile import Profile

PROFILE = Profile(
    name="metrica-visits",
    product="Yandex.Metrica, visits of the Logs API",
    shape="events",
    columns={
        "person": ("ym:s:clientid",),
        "event": ("ym:s:goalsid", "ym:s:starturl"),
        "date": ("ym:s:datetime", "ym:s:date"),
        "time": ("ym:s:visitduration",),
        "views": ("ym:s:pageviews",),
        "segment": ("ym:s:lasttrafficsource", "ym:s:lastsigntrafficsource", "ym:s:devicecategory", "ym:s:regioncity"),
    },
    needs=("person", "date"),
    marks=("ym:s:visitid", "ym:s:counterid", "ym:s:endurl", "ym:s:bounce", "ym:s:isnewuser", "ym:s:watchids"),
    order="ymd",
    seen="the documentation of Yandex.Metrica's Logs API",
)
