"""shapes: what products call the columns of the events they export. Data, not code."""

from collections.abc import Mapping

from cjmgen.model.events import Columns, Shape
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """The columns of a product's events. `local`: whether its times are those of the account's clock."""

    product: str
    user: str
    time: str
    event: str
    properties: str | None
    local: bool
    seen: str
    """Where the names of the columns are known from."""

    @property
    def columns(self) -> Columns:
        """The same, as a metric would say it."""
        return Columns(user=self.user, time=self.time, event=self.event, properties=self.properties)


SHAPES: Mapping[Shape, Known] = {
    "ga4-bigquery": Known(
        product="Google Analytics 4, export to BigQuery",
        user="user_pseudo_id",
        time="event_timestamp",
        event="event_name",
        properties="event_params",
        local=False,
        seen="Google's schema of the BigQuery export",
    ),
    "metrica-hits": Known(
        product="Yandex.Metrica, hits of the Logs API",
        user="ym:pv:clientID",
        time="ym:pv:dateTime",
        event="ym:pv:URL",
        properties=None,
        local=True,
        seen="the documentation of Yandex.Metrica's Logs API",
    ),
    "metrica-visits": Known(
        product="Yandex.Metrica, visits of the Logs API",
        user="ym:s:clientID",
        time="ym:s:dateTime",
        event="ym:s:startURL",
        properties=None,
        local=True,
        seen="the documentation of Yandex.Metrica's Logs API",
    ),
}
