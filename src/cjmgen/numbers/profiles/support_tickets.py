"""support_tickets: requests to a help desk such as Zendesk, Freshdesk, Zoho Desk or Jira Service Management."""

from cjmgen.numbers.profile import Profile

PROFILE = Profile(
    name="support-tickets",
    product="Help desk, tickets",
    shape="tickets",
    columns={
        "ticket": ("ticket id", "id", "issue key", "key", "number", "номер обращения", "номер"),
        "created": ("created at", "created time", "created date", "created", "дата создания", "создано"),
        "closed": ("solved at", "resolved time", "resolved date", "closed time", "resolved", "closed at", "дата решения", "закрыто"),
        "status": ("status", "статус"),
        "topic": ("subject", "summary", "topic", "category", "type", "тема", "категория"),
        "segment": ("channel", "via", "source", "group", "priority", "канал", "приоритет"),
        "score": ("satisfaction score", "satisfaction", "csat", "rating", "оценка"),
        "answer": ("satisfaction comment", "comment", "комментарий"),
    },
    needs=("ticket", "created", "topic"),
    marks=("assignee", "agent", "requester", "first response time", "first reply time", "исполнитель"),
    order="ymd",
    seen="observed in public repositories; each help desk names some of them otherwise",
)
