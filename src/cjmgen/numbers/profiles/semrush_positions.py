"""semrush_positions: the organic positions of Semrush."""

from cjmgen.numbers.profile import Profile

PROFILE = Profile(
    name="semrush-positions",
    product="Semrush, organic positions",
    shape="figures",
    columns={
        "segment": ("keyword", "url"),
        "date": ("timestamp",),
        "visits": ("traffic",),
        "views": ("search volume",),
        "cost": ("traffic cost",),
    },
    needs=("segment", "visits"),
    marks=("position", "previous position", "keyword difficulty", "cpc", "traffic (%)", "number of results", "serp features by keyword"),
    order="ymd",
    seen="observed in several public repositories",
)
