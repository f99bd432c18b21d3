"""profiles: the exports that cjmgen knows, a file of data for each; the order is that of their names."""

from importlib import import_module

from cjmgen.numbers.profile import Profile

_FILES = (
    "amocrm_deals", "bitrix24_deals", "cjmgen_events", "ga4_events", "ga4_funnel", "ga4_report", "google_forms", "hotjar_survey",
    "hubspot_deals", "metrica_hits", "metrica_report", "metrica_visits", "pipedrive_deals", "salesforce_opportunities",
    "semrush_positions", "similarweb_visits", "socialbakers_posts", "support_tickets", "surveymonkey", "typeform",
)  # fmt: skip

PROFILES: tuple[Profile, ...] = tuple(import_module(f"{__name__}.{each}").PROFILE for each in _FILES)
