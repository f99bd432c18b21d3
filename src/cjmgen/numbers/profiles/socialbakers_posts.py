"""socialbakers_posts: the posts of a page, from Socialbakers (Emplifi)."""

from cjmgen.numbers.profile import Profile

PROFILE = Profile(
    name="socialbakers-posts",
    product="Socialbakers (Emplifi), posts",
    shape="figures",
    columns={
        "date": ("created", "created time", "date", "published"),
        "segment": ("platform", "profile", "page", "post type", "type"),
        "people": ("reach", "organic reach", "post reach"),
        "views": ("impressions", "post impressions"),
        "clicks": ("clicks", "post clicks", "link clicks"),
        "goals": ("interactions", "number of interactions", "engagement"),
    },
    needs=("date", "goals"),
    marks=("sentiment", "shares", "comments", "reactions", "content type", "post labels", "interactions per 1k fans"),
    order="ymd",
)
