"""personal: e-mail addresses, phone, card and passport numbers in texts; found, and masked before anybody sees them again."""

import re
from collections.abc import Iterator

_LONG = re.compile(r"[0-9](?:[ \u00a0().№–-]{0,3}[0-9]){8}")
"""Nine digits in a row, with what people write between them."""
_MAIL = re.compile(r"(?<![\w.+-])([\w.+-]+)@([\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,})")
_GAP = r"[\s\u00a0\-–().]{0,3}"
_PHONE = re.compile(rf"(?<![\w+.,/-])(?:\+\d(?:{_GAP}\d){{9,13}}|8(?:{_GAP}\d){{10}})(?![\w-])")
_CARD = re.compile(r"(?<![\w-])[2-6]\d{3}[ \u00a0-]?(?:\d{4}[ \u00a0-]?){2}\d{1,7}(?![\w-])")
_PASSPORT = re.compile(r"(?<![\w-])(?:\d{2}[ \u00a0]\d{2}|\d{4})[ \u00a0]*(?:№|N|#|номер)?[ \u00a0]*\d{6}(?![\w-])")
_NAMED_PASSPORT = re.compile(r"(?i)(?:passport|паспорт)\w*\D{0,20}?([A-Z]{0,2}\d{6,9}|\d{2}[ \u00a0]?\d{2}[ \u00a0]?\d{6})(?!\d)")
_NUMBER = re.compile(r"\d{2}[ \u00a0]?\d{4}|\d{6}")
_WORDS = re.compile(r"(?i)паспорт|passport|сери[яи]")

MAILBOXES = frozenset(
    {"info", "support", "help", "hello", "sales", "team", "office", "contact", "press", "hr", "noreply", "no-reply", "service", "care"}
)
"""Mailboxes of a house and of no person."""

FREE = re.compile(r"^(?:\+?[78]|\+1)\D*8\d\d")
"""Numbers that anyone may call: 8 800 …, +1 800 …"""


def might_hold(text: str) -> bool:
    """A quick look at all of a file: False when there is certainly nothing to find in it."""
    if "@" in text or _LONG.search(text):
        return True
    return any(_NUMBER.search(rest[:60]) for word in ("assport", "аспорт") for rest in text.split(word)[1:])


def personal(text: str) -> Iterator[tuple[str, str]]:
    """What a text holds of people, as (what it is, masked)."""
    if not might_hold(text):
        return
    for mail in _MAIL.finditer(text):
        if mail[1].lower() not in MAILBOXES:
            yield "an e-mail address", f"{mail[1][0]}…@…{mail[2][mail[2].rindex('.') :]}"
    rest = _MAIL.sub(" ", text)
    for card in _CARD.finditer(rest):
        if _luhn(card[0]):
            yield "a card number", _masked(card[0])
            rest = rest.replace(card[0], " ")
    for phone in _PHONE.finditer(rest):
        if 10 <= len(_digits(phone[0])) <= 15 and not FREE.match(phone[0]):
            yield "a phone number", _masked(phone[0])
            rest = rest.replace(phone[0], " ")
    for passport in (*_NAMED_PASSPORT.finditer(rest), *(_PASSPORT.finditer(rest))):
        number = passport[passport.lastindex or 0]
        if passport.re is _NAMED_PASSPORT or _WORDS.search(rest) or re.search(r"[ \u00a0№]", number):
            yield "a passport number", _masked(number)
            return


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _masked(text: str) -> str:
    """Its first and last two characters."""
    plain = text.strip()
    return f"{plain[:2]}…{plain[-2:]}"


def _luhn(text: str) -> bool:
    digits = [int(digit) for digit in reversed(_digits(text))]
    return 13 <= len(digits) <= 19 and sum(d if n % 2 == 0 else sum(divmod(2 * d, 10)) for n, d in enumerate(digits)) % 10 == 0
