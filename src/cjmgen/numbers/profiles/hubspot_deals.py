"""hubspot_deals: the deals of HubSpot."""

from cjmgen.numbers.profile import Profile

PROFILE = Profile(
    name="hubspot-deals",
    product="HubSpot, deals",
    shape="deals",
    columns={
        "deal": ("record id", "deal id", "deal name"),
        "stage": ("deal stage",),
        "amount": ("amount", "amount in company currency"),
        "created": ("create date",),
        "closed": ("close date",),
        "reason": ("closed lost reason",),
        "reached": ("lost stage", "stage before close", "stage before loss", "last stage", "previous stage"),
        "segment": ("pipeline", "deal type", "original traffic source"),
    },
    needs=("deal", "stage"),
    marks=("deal owner", "associated company ids", "associated contact ids", "last activity date", "deal name"),
    entered=("date entered",),
    pipeline=("appointment scheduled", "qualified to buy", "presentation scheduled", "decision maker bought-in", "contract sent"),
    order="ymd",
    seen="observed in several public repositories",
)
