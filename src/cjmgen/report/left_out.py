"""left_out: what a site does without, counted: no name of it is told."""

from cjmgen.atlas.mistakes.suggest import listed
from cjmgen.atlas.public.left import Left

NAMES = {
    "journey": ("journey", "journeys"), "persona": ("persona", "personas"), "evidence": ("piece of evidence", "pieces of evidence"),
    "metric": ("metric", "metrics"), "team": ("team", "teams"), "channel": ("channel", "channels"), "actor": ("actor", "actors"),
    "comparison": ("comparison", "comparisons"), "item": ("item inside others", "items inside others"),
    "link": ("reference to them", "references to them"),
}  # fmt: skip
"""One of a kind and many of it."""


def left_out(left: Left) -> str:
    """`Left out of the site: 2 journeys, 1 team and 3 references to them`, as a line; nothing where nothing is."""
    counts = {**left.entities, "item": left.items, "link": left.links}
    parts = [f"{count} {NAMES[kind][count != 1]}" for kind, count in counts.items() if count]
    return f"Left out of the site: {listed(parts, 'and')}\n" if parts else ""
