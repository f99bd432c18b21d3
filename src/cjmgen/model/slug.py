"""slug: a title to an id; Cyrillic is transliterated, accents fall away, the rest becomes hyphens."""

import re
import unicodedata

RESERVED = frozenset({"mean", "n", "sd", "by", "leave"})
"""Words with a meaning of their own where an id may stand."""

ID_PATTERN = r"^[a-z0-9]+(?:[-_.][a-z0-9]+)*$"

_WORD = "[ъь]*[a-z0-9а-щыэюяёіїєґў][a-z0-9а-яёіїєґў]*"  # the two signs alone have no Latin letter to become
WRITTEN_ID = rf"^{_WORD}(?:[-_.]{_WORD})*$"
WRITTEN_REFERENCE = rf"^{_WORD}(?:[-_./]{_WORD})*(?:#{_WORD}(?:[-_.]{_WORD})*)?$"
"""An id and a reference as authors may write them: Cyrillic letters are read as the Latin ones they become."""

CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i yi ye g u".replace("_", "").split(" "),
        strict=True,
    )
)
"""Each Cyrillic letter with the Latin ones it becomes."""

_LATIN = str.maketrans(CYRILLIC)
_GAP = re.compile(r"[^a-z0-9]+")


def romanized(id: str) -> str:
    """An id with its Cyrillic letters in Latin ones: `отдел-продаж` is `otdel-prodazh`."""
    return id if id.isascii() else id.translate(_LATIN)


def slug(title: str) -> str:
    """An id made of a title: `Осознание проблемы` gives `osoznanie-problemy`; "" when no letter or digit is left."""
    plain = title.lower().translate(_LATIN)
    if not plain.isascii():
        plain = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    name = _GAP.sub("-", plain.lower()).strip("-")
    return f"{name}-1" if name in RESERVED else name
