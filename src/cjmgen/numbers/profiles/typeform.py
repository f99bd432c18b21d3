"""typeform: the responses to a form of Typeform."""

from cjmgen.numbers.profile import Profile

PROFILE = Profile(
    name="typeform",
    product="Typeform",
    shape="answers",
    columns={
        "date": ("submit date (utc)", "submitted at"),
        "person": ("#",),
        "status": ("response type",),
        "score": ("how likely are you to recommend*", "how likely is it that you would recommend*", "nps", "how would you rate*"),
    },
    needs=("person", "date"),
    marks=("start date (utc)", "stage date (utc)", "network id", "tags", "ending", "response type"),
    order="ymd",
    wide=True,
    seen="observed in several public repositories",
)
