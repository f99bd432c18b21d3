"""surveymonkey: the answers to a survey of SurveyMonkey, with its two rows of headers."""

from cjmgen.numbers.profile import Profile

PROFILE = Profile(
    name="surveymonkey",
    product="SurveyMonkey",
    shape="answers",
    columns={
        "date": ("end date", "date modified", "start date", "date created"),
        "person": ("respondent id",),
        "score": ("how likely is it that you would recommend*", "how likely are you to recommend*", "nps", "overall, how satisfied*"),
    },
    needs=("person", "date"),
    marks=("collector id", "ip address", "email address", "first name", "last name", "custom data 1", "start date"),
    heads=2,
    order="mdy",
    wide=True,
    seen="observed in several public repositories",
)
