"""conventions: how values are read where a key alone doesn't say it; the part of the reference that is prose."""

CONVENTIONS = """## How values are read

**Texts.** One string, or one string a language: `{en: Awareness, ru: Осознание}`. A plain string is in the first of the
project's `languages`. A text may use inline Markdown, a long text (`summary`, `notes`, `scenario`) paragraphs and lists as
well. HTML is shown, never run. A line has at most 4,000 characters, a long text 20,000.

**Ids.** Lower-case letters and digits, joined by single hyphens, dots or underscores. The letters are Latin, or Cyrillic, which
is read as Latin (`ёлка` is `yolka`). An item without an id gets the slug of its title (`Осознание` gives `osoznanie`), with
`-2`, `-3` … where a sister has it already; a slug that is a reserved word gets `-1`. `mean`, `n`, `sd`, `by` and `leave` are
reserved. Journeys, personas and everything else that is one file is named by its path below its folder:
`maps/journeys/shop/first-pair.yml` is `shop/first-pair`. A journey of a file that holds several is `path/slug`. `was: [old-id]`
keeps old references and addresses alive.

**References.** The id of the other thing. A touchpoint is named by its id where that is unique in the journey, else
`stage/touchpoint`; a stage of another journey is `journey#stage`.

**Numbers.** A decimal point, no thousands separators. A share is `58%` or `0.58`; with `unit: "%"` a bare number is percent.
Scales: emotion -2 … +2, impact and effort 1 … 5, importance and satisfaction 0 … 10, coverage 0 … 1.

**Emotions.** `-1.4` is everybody's; `{mean: -1.4, n: 11, sd: 0.6}` was measured; `{anna: -1.4, olga: {mean: -1.3, n: 9}}` is told
by persona or actor, and the mean counts every one of them once.

**Times.** A number or a range and a unit, in English or Russian: `9 min`, `1–3 days`, `2 недели`, `3:40` (minutes and seconds).
A month counts as 30 days, a year as 365. What can't be read is shown as it is written.

**Dates.** `2026-10-01`. Periods are `2026-10`, `2026-Q4` or `'2026'`.

**YAML.** As version 1.2 has it: `yes`, `no` and `on` are text, `010` is ten, dates are text, `1:20` is text. No tags; a few anchors.

**Unknown keys** are mistakes. Keys that begin with `x-` are yours: they are kept and ignored.

**Patches.** A journey that `extends` another is laid over it. Mappings merge key by key, and `null` unsets a key; lists whose items
have ids merge by id, a new item following the item before it in the patch; other lists are replaced; `remove: true` takes an
item away.

**Files.** `.yml` and `.yaml` are the same. `README.md` and names that start with `_` or `.` are left alone. `name.ru.yml` or
`name.ru.md` beside a file translates it, item by item with the same id. Pictures stand inside `maps/`, named relative to the
file: png, jpg, webp or gif, 2 MB at most."""
