"""words: what invented journeys are made of, in English and Russian."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary of one language."""

    stages: tuple[str, ...]
    who: tuple[str, ...]
    does: tuple[str, ...]
    what: tuple[str, ...]
    how: tuple[str, ...]
    goals: tuple[str, ...]
    thoughts: tuple[str, ...]
    pains: tuple[str, ...]
    ideas: tuple[str, ...]
    quotes: tuple[str, ...]
    figures: tuple[str, ...]


CHANNELS = ("site", "app", "e-mail", "phone", "chat", "store", "search", "social", "sms", "courier", "support", "in-person")
TEAMS = (
    ("growth", "Growth", "Привлечение"), ("shop", "Shop", "Магазин"), ("care", "Care", "Забота"), ("logistics", "Logistics", "Доставка"),
    ("billing", "Billing", "Расчёты"), ("product", "Product", "Продукт"),
)  # fmt: skip
PLACES = ("bikes", "books", "boats", "bread", "beds", "boots")
NAMES = ("Agnes", "Борис", "Chidi", "Дарья", "Élodie", "Фёдор", "Greta", "Инна", "Jonas", "Карина", "Lucía", "Марк")

ENGLISH = Words(
    stages=("Wish", "First look", "Comparison", "Choice", "Order", "Waiting", "Arrival", "First use", "Habit"),
    who=("A parent in a hurry", "The night nurse", "A retired teacher", "The new tenant", "A cook", "The amateur sailor", "A cyclist", "The bookkeeper"),
    does=("opens", "puts off", "prints", "reads twice", "forwards", "photographs", "questions", "signs", "cancels", "looks for", "unpacks", "praises"),
    what=("the delivery window", "the price list", "the size table", "the warranty card", "the parcel", "the sign-up form", "the receipt",
          "the assembly guide", "the reminder", "the map of shops", "the return label", "the trial offer"),
    how=("on the tram with one hand", "after the second call", "before the rent is due", "because the lamp is broken", "with a child on the arm",
         "while the kettle boils", "without glasses", "and hopes for an answer today", "at the kitchen table", "since nobody told them otherwise"),
    goals=("Know the price before asking", "Be done by Friday", "Talk to one person only", "Not regret it later", "Explain it at home", "Get it repaired once"),
    thoughts=("Is this the right one?", "Where did I see this before?", "They must have a phone number.", "I could also wait.", "What if it breaks?"),
    pains=("The form forgets what was typed", "Nobody knows where the parcel is", "The guide has no pictures", "Shipping costs appear at the end",
           "The shop closes before work ends", "The promised call never comes", "Two letters say two things"),
    ideas=("Keep the form for a week", "Send one message a step", "Add a picture to each step", "Say the whole price first", "Open on Saturdays", "Let people choose the hour"),
    quotes=("I just wanted a lamp.", "It came a day early, imagine!", "I wrote it on the fridge.", "They asked me the same thing again.", "My neighbour did it for me."),
    figures=("Completed orders", "Answered within a day", "Delivered on time", "Came back in a month"),
)  # fmt: skip

RUSSIAN = Words(
    stages=("Желание", "Первый взгляд", "Сравнение", "Выбор", "Заказ", "Ожидание", "Получение", "Первое применение", "Привычка"),
    who=("Мама в спешке", "Ночная медсестра", "Учитель на пенсии", "Новый жилец", "Повар", "Яхтсмен-любитель", "Велосипедист", "Счетовод"),
    does=("открывает", "откладывает", "печатает", "перечитывает", "пересылает", "фотографирует", "проверяет", "подписывает", "отменяет", "ищет",
          "распаковывает", "хвалит"),
    what=("время доставки", "прейскурант", "таблицу размеров", "гарантийный талон", "посылку", "форму записи", "чек", "инструкцию по сборке",
          "напоминание", "карту магазинов", "ярлык возврата", "пробное предложение"),
    how=("в трамвае одной рукой", "после второго звонка", "до дня зарплаты", "потому что лампа сломалась", "с ребёнком на руках", "пока закипает чайник",
         "без очков", "и надеется на ответ сегодня", "за кухонным столом", "потому что никто не предупредил"),
    goals=("Узнать цену до звонка", "Успеть к пятнице", "Говорить с одним человеком", "Не пожалеть потом", "Объяснить дома", "Починить один раз"),
    thoughts=("То ли это?", "Где я это видел?", "Должен же быть телефон.", "Можно и подождать.", "А если сломается?"),
    pains=("Форма забывает введённое", "Никто не знает, где посылка", "В инструкции нет картинок", "Цена доставки видна только в конце",
           "Магазин закрывается раньше, чем кончается работа", "Обещанного звонка нет", "В двух письмах разное"),
    ideas=("Хранить форму неделю", "Писать по одному сообщению на шаг", "Добавить картинки", "Сразу называть полную цену", "Открывать по субботам", "Дать выбрать час"),
    quotes=("Мне нужна была просто лампа.", "Привезли на день раньше, представляете?", "Записала на холодильнике.", "Опять спросили то же самое.", "Сосед сделал за меня."),
    figures=("Завершённые заказы", "Ответ в течение дня", "Доставка вовремя", "Вернулись за месяц"),
)  # fmt: skip

WORDS = {"en": ENGLISH, "ru": RUSSIAN}
