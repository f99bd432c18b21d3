"""habits: how people write maps, whatever the form: names of lanes, words for feelings, headings, items, tables, diagrams."""
