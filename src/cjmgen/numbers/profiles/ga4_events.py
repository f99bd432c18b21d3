"""ga4_events: the raw events of Google Analytics 4, from its export to BigQuery."""

from cjmgen.numbers.profile import Profile

PROFILE = Profile(
    name="ga4-events",
    product="Google Analytics 4, events",
    shape="events",
    columns={
        "person": ("user_pseudo_id", "user_id"),
        "event": ("event_name",),
        "date": ("event_timestamp", "event_date"),
        "segment": ("device.category", "traffic_source.medium", "platform", "geo.country"),
    },
    needs=("person", "event", "date"),
    marks=("event_params", "event_previous_timestamp", "event_bundle_sequence_id", "stream_id", "user_first_touch_timestamp"),
    order="ymd",
    seen="Google's schema of the BigQuery export",
)
