"""hotjar_survey: the answers to a survey of Hotjar."""

from cjmgen.numbers.profile import Profile

PROFILE = Profile(
    name="hotjar-survey",
    product="Hotjar, survey",
    shape="answers",
    columns={
        "date": ("date submitted", "date", "created"),
        "segment": ("device", "country", "source url", "page url"),
        "person": ("hotjar user id", "user", "user id"),
        "score": ("how likely are you to recommend*", "nps", "rating", "score", "emotion"),
        "answer": ("tell us more*", "comment", "message", "why*"),
    },
    needs=("date",),
    marks=("hotjar user id", "browser", "os", "number", "source url"),
    order="ymd",
    wide=True,
)
