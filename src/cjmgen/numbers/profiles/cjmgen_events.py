"""cjmgen_events: what `cjmgen pull` counted from a table of events."""

from cjmgen.numbers.profile import Profile

PROFILE = Profile(
    name="cjmgen-events",
    product="cjmgen, snapshot of a table of events",
    shape="steps",
    columns={
        "period": ("period",),
        "segment": ("segment",),
        "step": ("stage",),
        "people": ("people",),
        "lost": ("lost",),
        "time": ("median_seconds",),
    },
    needs=("period", "step", "people"),
    marks=("p90_seconds", "median_seconds"),
    totals=("(all)",),
    order="ymd",
    seen="cjmgen itself, which writes it",
)
