"""ga4_funnel: a funnel exploration of Google Analytics 4, as CSV or as the answer of its reporting interface."""

from cjmgen.numbers.profile import Profile

PROFILE = Profile(
    name="ga4-funnel",
    product="Google Analytics 4, funnel exploration",
    shape="steps",
    columns={
        "step": ("step", "funnelstepname", "funnel step", "шаг"),
        "people": ("active users", "activeusers", "users", "активные пользователи", "пользователи"),
        "rate": ("completion rate", "funnelstepcompletionrate", "показатель завершения", "коэффициент завершения"),
        "lost": ("abandonments", "funnelstepabandonments", "число прерываний", "прервано"),
        "segment": ("segment", "device category", "devicecategory", "country", "сегмент", "категория устройства", "страна"),
    },
    needs=("step", "people"),
    marks=("abandonment rate", "funnelstepabandonmentrate", "elapsed time", "показатель прерываний"),
    totals=("reserved_total",),
    order="ymd",
    seen="Google's schema of runFunnelReport; a CSV of the interface was observed in public repositories",
)
