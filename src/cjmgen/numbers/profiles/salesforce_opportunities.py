"""salesforce_opportunities: a report about opportunities of Salesforce."""

from cjmgen.numbers.profile import Profile

PROFILE = Profile(
    name="salesforce-opportunities",
    product="Salesforce, opportunities",
    shape="deals",
    columns={
        "deal": ("opportunity id", "opportunity name"),
        "stage": ("stage",),
        "amount": ("amount", "expected revenue"),
        "created": ("created date",),
        "closed": ("close date",),
        "reason": ("loss reason", "lost reason", "reason lost"),
        "reached": ("last stage", "lost stage", "stage before close", "stage before loss", "previous stage"),
        "segment": ("type", "lead source"),
    },
    needs=("deal", "stage"),
    marks=("opportunity name", "opportunity owner", "probability (%)", "probability", "fiscal period", "account name", "next step"),
    totals=("grand total", "total", "subtotal"),
    pipeline=(
        "prospecting", "qualification", "needs analysis", "value proposition", "id. decision makers", "perception analysis",
        "proposal/price quote", "negotiation/review",
    ),
    order="mdy",
    seen="observed in two public repositories; a report has the columns that its author chose",
)
