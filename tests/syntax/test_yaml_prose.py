"""test_yaml_prose: prose meets YAML: every way a sentence is cut, split or refused has its code, its place and the mended text."""

import pytest

from cjmgen.syntax.document import Plain
from cjmgen.syntax.yaml.read import read_yaml

STAR, HASH, COMMA, MAPPING = "text-starts-with-star", "text-cut-at-hash", "text-cut-at-comma", "text-became-mapping"
BRACKET, BRACE, AMPERSAND = "text-starts-with-bracket", "text-starts-with-brace", "text-starts-with-ampersand"
EXCLAMATION, AT, BACKTICK = "text-starts-with-exclamation", "text-starts-with-at", "text-starts-with-backtick"
PERCENT, ANGLE, PIPE, QUOTE, DECIMAL = (
    "text-starts-with-percent",
    "text-starts-with-angle",
    "text-starts-with-pipe",
    "text-after-quote",
    "decimal-comma",
)

# What stands in the file, the code, line and column, how many characters the carets mark, and the text the hint shows.
CASES = [
    ("title: Звонит по заказу #123\n", HASH, 1, 25, 4, '"Звонит по заказу #123"'),
    ("- Ищет #скидки в группе\n", HASH, 1, 8, 16, '"Ищет #скидки в группе"'),
    ("- #1 in search\n", HASH, 1, 3, 12, '"#1 in search"'),
    ("title: #Победа\nstate: current\n", HASH, 1, 8, 7, '"#Победа"'),
    ("title: it's #5\n", HASH, 1, 13, 2, '"it\'s #5"'),
    ("title: Заказ #1\n  и второй\nstate: x\n", HASH, 1, 14, 2, '"Заказ #1 и второй"'),
    ("- {text: Заказ #123, severity: low}\n", HASH, 1, 16, 4, '"Заказ #123"'),
    ("- {text: Хочу 39, но боюсь}\n", COMMA, 1, 19, 8, '"Хочу 39, но боюсь"'),
    ("- {title: x, text: раз, два, три, n: 1}\n", COMMA, 1, 25, 8, '"раз, два, три"'),
    ('actions: [Checks "size, fit", Pays]\n', COMMA, 1, 25, 4, "'Checks \"size, fit\"'"),
    ("actions: [Compares (one, two, three), Pays]\n", COMMA, 1, 26, 11, '"Compares (one, two, three)"'),
    ("actions: [Ищет «кроссовки, белые» в поиске]\n", COMMA, 1, 28, 15, '"Ищет «кроссовки, белые» в поиске"'),
    ("title: Этап: выбор  # note: x\n", MAPPING, 1, 8, 11, '"Этап: выбор"'),
    ("title: Этап: выбор\n", MAPPING, 1, 8, 11, '"Этап: выбор"'),
    ("- Цена: высокая\n", MAPPING, 1, 3, 13, '"Цена: высокая"'),
    ("- Ждёт:\n- Уходит\n", MAPPING, 1, 3, 5, '"Ждёт:"'),
    ("- too dear: 500 roubles\n", MAPPING, 1, 3, 21, '"too dear: 500 roubles"'),
    ("pains: [Цена: высокая, Очередь]\n", MAPPING, 1, 9, 13, '"Цена: высокая"'),
    ("- Текст: с: двоеточием\n", MAPPING, 1, 3, 20, '"Текст: с: двоеточием"'),
    ("a: {text: foo: bar, b: c}\n", MAPPING, 1, 11, 8, '"foo: bar"'),
    ("summary: Она думает\n  а потом: решает\nb: c\n", MAPPING, 2, 3, 15, '"Она думает а потом: решает"'),
    ("at: 12:30: start\n", MAPPING, 1, 5, 12, '"12:30: start"'),
    ("title: *Где* мой заказ?\n", STAR, 1, 8, 16, '"*Где* мой заказ?"'),
    ("- * только онлайн\n- b\n", STAR, 1, 3, 15, '"* только онлайн"'),
    ("- *bold\n", STAR, 1, 3, 5, '"*bold"'),
    ("title:\n  *bold* text\nb: c\n", STAR, 2, 3, 11, '"*bold* text"'),
    ("a: [*x*, b]\n", STAR, 1, 5, 3, '"*x*"'),
    ("title: [link](https://x.y) text\nb: c\n", BRACKET, 1, 8, 24, '"[link](https://x.y) text"'),
    ("- [5 мин] Ждёт\n", BRACKET, 1, 3, 12, '"[5 мин] Ждёт"'),
    ("a: {text: x [y] z, b: c}\n", BRACKET, 1, 11, 7, '"x [y] z"'),
    ("title: {имя}, привет\nb: c\n", BRACE, 1, 8, 13, '"{имя}, привет"'),
    ("title: {name}\n", BRACE, 1, 8, 6, '"{name}"'),
    ("title: {{name}}\n", BRACE, 1, 8, 8, '"{{name}}"'),
    ("title: & Co\nb: c\n", AMPERSAND, 1, 8, 4, '"& Co"'),
    ("- &co comes along\n", AMPERSAND, 1, 3, 15, '"&co comes along"'),
    ("title: !важно прийти\nb: c\n", EXCLAMATION, 1, 8, 13, '"!важно прийти"'),
    ("- !Important call\n", EXCLAMATION, 1, 3, 15, '"!Important call"'),
    ("- ! She runs\n", EXCLAMATION, 1, 3, 10, '"! She runs"'),
    ("title: @anna пишет\n", AT, 1, 8, 11, '"@anna пишет"'),
    ("- `npm` не идёт\n", BACKTICK, 1, 3, 13, '"`npm` не идёт"'),
    ("- % скидки\n", PERCENT, 1, 3, 8, '"% скидки"'),
    ("title: %d pairs\nb: c\n", PERCENT, 1, 8, 8, '"%d pairs"'),
    ("- > 80% ушли\n", ANGLE, 1, 3, 10, '"> 80% ушли"'),
    ("title: >5 мин\nb: c\n", ANGLE, 1, 8, 6, '">5 мин"'),
    ("- | труба\n", PIPE, 1, 3, 7, '"| труба"'),
    ('title: "Дорого" говорит Анна\nb: c\n', QUOTE, 1, 17, 12, "'\"Дорого\" говорит Анна'"),
    ("- 'It's fine'\n- b\n", QUOTE, 1, 7, 7, '"It\'s fine"'),
    ('- "Says "hello" to us"\n', QUOTE, 1, 10, 13, "'Says \"hello\" to us'"),
    ('- "Да" и "нет"\n- b\n', QUOTE, 1, 8, 7, '\'"Да" и "нет"\''),
    ('a: {text: "Дорого" и всё, b: c}\n', QUOTE, 1, 20, 5, "'\"Дорого\" и всё'"),
    ("emotion: -0,8\n", DECIMAL, 1, 10, 4, "-0.8"),
    ("emotion: {mean: -1,4, n: 11}\n", DECIMAL, 1, 17, 4, "-1.4"),
    ("series: [1,5, 2,0]\n", DECIMAL, 1, 9, 10, "[1.5, 2.0]"),
    ("series: [55,5%, 60,1%]\n", DECIMAL, 1, 9, 14, "[55.5%, 60.1%]"),
    ("a: 2,4%\n", DECIMAL, 1, 4, 4, "2.4%"),
]


@pytest.mark.parametrize(("text", "code", "line", "column", "length", "mended"), CASES, ids=[case[0] for case in CASES])
def test_a_sentence_that_meets_yaml(text: str, code: str, line: int, column: int, length: int, mended: str) -> None:
    (problem,) = read_yaml("map.yml", text.encode()).problems
    at = problem.place.at
    assert (problem.code, at.line, at.column, at.length) == (code, line, column, length)  # type: ignore[union-attr]
    if code == DECIMAL:
        assert problem.hint in (f"write a decimal point: {mended}", f"write decimal points: {mended}")
    else:
        assert problem.hint == f"put this text in quotes: {mended}"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("title: *Где* заказ?\n", {"title": "*Где* заказ?"}),
        ("- {text: Хочу 39, но боюсь, severity: low}\n", [{"text": "Хочу 39, но боюсь", "severity": "low"}]),
        ("- Цена: высокая\n", ["Цена: высокая"]),
        ("emotion: -0,8\n", {"emotion": -0.8}),
        ("series: [1,5, 2,0]\n", {"series": [1.5, 2.0]}),
        ("title: > one\n  two\nb: c\n", {"title": "> one two", "b": "c"}),
        ("title: 'It's fine'\n", {"title": "It's fine"}),
        ("title: Заказ #123\n", {"title": "Заказ"}),
    ],
)
def test_the_text_is_read_as_meant_unless_that_might_publish_a_comment(text: str, value: Plain) -> None:
    assert read_yaml("map.yml", text.encode()).value == value


@pytest.mark.parametrize(
    "text",
    [
        "a: b # a comment\n",
        "a: b #! x\n",
        "a: [b (c), d, e) f]\nc: [1\" screw, 2\" nail]\nd: [sad :(, glad :)]\ne: ['f (g', h)]\n",
        "a: [b] #x\nc: {d: e} #x\n",
        "stages: #seven\n- id: a\n",
        "entry: 7900 #web\n",
        "a: \"x #5\"\nb: 'y #5'\nc: |\n  z #5\n",
        "a: https://example.org/#top\n",
        "a: don't [x] {y} *z* & c! @d `e` %f > |\n",
        "a: 12:30\nb: 10:00–12:00\n",
        "split: [50, 50]\n",
        "split: [50,50]\n",
        "a: 7,900 people\n",
        "a: >\n  folded\nb: |+\n  kept\n\nc: >2-\n   x\n",
        "title: {en: Sale, ru: Распродажа}\n",
        "title: {en-GB: Sale}\n",
        "texts:\n- {pt-BR: Sale}\n- {en: Sale}\n",
        "demographics: {Age: 32, Город: Казань}\n",
        '- "Цена": высокая\n',
        "a: {b: , c: ''}\n",
        "a: b\n  c - d\n",
    ],
)
def test_sound_prose_is_left_alone(text: str) -> None:
    assert read_yaml("map.yml", text.encode()).problems == ()


def test_a_long_text_is_shortened_in_the_hint() -> None:
    (problem,) = read_yaml("map.yml", ("title: *" + "word " * 40 + "\n").encode()).problems
    assert problem.hint.endswith('…"')
    assert len(problem.hint) < 110


@pytest.mark.parametrize("word", ["alias", "anchor", "flow", "scalar", "token", "expected", "simple key", "block"])
def test_no_message_speaks_like_a_parser(word: str) -> None:
    for text, *_ in CASES:
        (problem,) = read_yaml("map.yml", text.encode()).problems
        assert word not in problem.message
