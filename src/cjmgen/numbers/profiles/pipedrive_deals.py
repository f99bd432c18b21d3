"""pipedrive_deals: the deals of Pipedrive."""

from cjmgen.numbers.profile import Profile

PROFILE = Profile(
    name="pipedrive-deals",
    product="Pipedrive, deals",
    shape="deals",
    columns={
        "deal": ("deal - id", "deal - title", "id"),
        "stage": ("deal - stage", "stage"),
        "status": ("deal - status", "status"),
        "amount": ("deal - value", "value"),
        "created": ("deal - deal created", "deal created"),
        "won": ("deal - won time", "won time"),
        "closed": ("deal - lost time", "lost time", "deal - deal closed on"),
        "reason": ("deal - lost reason", "lost reason"),
        "reached": ("lost stage", "stage before close", "stage before loss", "last stage", "previous stage"),
        "segment": ("deal - pipeline", "pipeline", "deal - source channel", "deal - label"),
    },
    needs=("deal", "stage", "status"),
    marks=("deal - owner", "deal - weighted value", "deal - organization", "deal - last stage change", "deal - contact person"),
    pipeline=("qualified", "lead in", "contact made", "demo scheduled", "needs defined", "proposal made", "negotiations started"),
    order="ymd",
    seen="observed in several public repositories",
)
