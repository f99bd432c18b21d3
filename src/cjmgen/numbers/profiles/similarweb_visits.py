"""similarweb_visits: visits and engagement of a site, from Similarweb."""

from cjmgen.numbers.profile import Profile

PROFILE = Profile(
    name="similarweb-visits",
    product="Similarweb, visits",
    shape="figures",
    columns={
        "date": ("date",),
        "period": ("month",),
        "segment": ("domain", "site", "website", "country", "channel"),
        "visits": ("visits", "total visits", "monthly visits", "all traffic"),
        "people": ("unique visitors", "monthly unique visitors"),
        "time": ("avg. visit duration", "average visit duration", "visit duration"),
        "depth": ("pages / visit", "pages per visit"),
        "bounce": ("bounce rate",),
    },
    needs=("segment", "visits"),
    marks=("global rank", "country rank", "category rank", "desktop share", "mobile share", "traffic share", "deduplicated audience"),
    order="ymd",
)
