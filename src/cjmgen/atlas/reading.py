"""reading: files that are read, and those that need not be: what a file gave is remembered with what it was made from."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cjmgen.atlas.files.group import Files, Read
from cjmgen.atlas.kept.taken import Reading, Texts, open_reading, pack_reading, shown
from cjmgen.atlas.sight import Sight
from cjmgen.atlas.take import Beside, take
from cjmgen.memo.many import Many
from cjmgen.memo.remember import enveloped, holding
from cjmgen.memo.store import Store


def readings(groups: Sequence[Files], keys: Sequence[str], sight: Sight, store: Store, read: Read, many: Many) -> Iterator[Reading]:
    """What each group of files gives."""
    kept = store.some("reading", keys)
    known = [_known(kept.get(key), sight) for key in keys]
    unread = [at for at, reading in enumerate(known) if reading is None]

    def work(number: int) -> str:
        return _made(groups[unread[number]], sight, read, Texts(store))

    for at, envelope in zip(unread, many(work, len(unread)), strict=True):
        store.put("reading", keys[at], envelope)
        known[at] = open_reading(envelope.partition("\n")[2])
    for at, reading in enumerate(known):
        assert reading is not None
        known[at] = None  # whoever takes it keeps what is needed of it
        yield reading


def _known(envelope: str | None, sight: Sight) -> Reading | None:
    answer = holding(envelope, sight.world)
    return open_reading(answer) if answer is not None else None


def _made(group: Files, sight: Sight, read: Read, texts: Texts) -> str:
    with sight.spy.watching() as notes:
        sight.spy.note(("settings", ""))
        reading = take(group.read(read), sight.scene, Beside(sight.gallery, sight.exports), texts)
    return enveloped(notes, sight.world, pack_reading(replace(reading, shown=shown(reading))))
