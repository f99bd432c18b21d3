"""patched: a patch laid over its base and read as the whole journey it makes; remembered as files are."""

from dataclasses import replace

from cjmgen.atlas.files.extend import extend
from cjmgen.atlas.files.unfold import Raw
from cjmgen.atlas.kept.taken import Reading, Taken, Texts, open_reading, pack_reading
from cjmgen.atlas.mistakes.finding import placed, written
from cjmgen.atlas.sight import Sight
from cjmgen.atlas.take import read_journey
from cjmgen.digest import digest
from cjmgen.memo.remember import enveloped, holding
from cjmgen.memo.store import Store


def patched(patch: Taken, base: Taken, extends: str, sight: Sight, store: Store) -> Taken:
    """The journey that a patch makes of its base. `findings` are wrong with the patch itself, `problems` with the whole."""
    key = digest((patch.id, patch.data, patch.start, patch.partial, base.entity, base.start, extends))
    answer = holding(store.get("patch", key), sight.world)
    known = open_reading(answer) if answer is not None else None
    if known is None:
        with sight.spy.watching() as notes:
            sight.spy.note(("settings", ""))
            made = _laid(patch, base, extends, sight, Texts(store))
        text = pack_reading(Reading((), (made,)))
        store.put("patch", key, enveloped(notes, sight.world, text))
        known = open_reading(text)
        assert known is not None
    return known.taken[0]


def _laid(patch: Taken, base: Taken, extends: str, sight: Sight, texts: Texts) -> Taken:
    raw, origin = texts.plain(patch.data), patch.start.origin()
    laid = extend(texts.plain(base.entity), base.start.origin(), raw, origin, sight.scene.language)
    findings = tuple(placed(written(finding, None), origin) for finding in laid.findings)
    whole = read_journey(Raw(patch.id, {**laid.data, "extends": extends}, laid.origin), sight.scene, sight.gallery, texts)
    return replace(whole, findings=findings)
