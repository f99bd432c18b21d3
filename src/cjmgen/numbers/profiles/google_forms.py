"""google_forms: the answers to a form of Google, as its sheet is saved."""

from cjmgen.numbers.profile import Profile

PROFILE = Profile(
    name="google-forms",
    product="Google Forms",
    shape="answers",
    columns={
        "date": ("timestamp", "отметка времени", "временная метка"),
        "score": (
            "how likely are you to recommend*", "nps", "score",
            "оцените*", "насколько вы готовы рекомендовать*", "с какой вероятностью*",
        ),
    },
    needs=("date",),
    marks=("timestamp", "отметка времени"),
    order="mdy",
    wide=True,
)
