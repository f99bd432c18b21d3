"""metrica_hits: views of pages and events from the Logs API of Yandex.Metrica."""

from cjmgen.numbers.profile import Profile

PROFILE = Profile(
    name="metrica-hits",
    product="Yandex.Metrica, hits of the Logs API",
    shape="events",
    columns={
        "person": ("ym:pv:clientid", "ym:pv:visitid"),
        "event": ("ym:pv:url", "ym:pv:goalsid"),
        "date": ("ym:pv:datetime", "ym:pv:date"),
        "segment": ("ym:pv:lasttrafficsource", "ym:pv:devicecategory"),
    },
    needs=("person", "event", "date"),
    marks=("ym:pv:watchid", "ym:pv:title", "ym:pv:referer", "ym:pv:counterid"),
    order="ymd",
    seen="the documentation of Yandex.Metrica's Logs API",
)
