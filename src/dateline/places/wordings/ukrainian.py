"""How Ukrainian says where something lies; the endings of names are tried by the search."""

from typing import Final

from dateline.places.wordings.table import Wording, compass, halfway

FIRST: Final = "північно|східно|південно|західно"
STEMS: Final = ("північн", "східн", "південн", "західн")
UKRAINIAN: Final = Wording(
    bearings={
        **compass("північніше", "східніше", "південніше", "західніше"),
        **compass("північ", "схід", "південь", "захід"),
        **compass("півночі", "сході|сходу", "півдні|півдня", "заході|заходу"),
        **compass(*(f"{stem}а|{stem}ий|{stem}ій|{stem}ої|{stem}у" for stem in STEMS)),
        **halfway(FIRST, "|схід||захід", "-"),
        **halfway(FIRST, "|східніше||західніше", "-"),
        **halfway(FIRST, "|східна||західна", "-"),
    },
    units={
        **dict.fromkeys(("км", "кілометр", "кілометри", "кілометрів", "кілометрах"), 1_000.0),
        **dict.fromkeys(("м", "метр", "метри", "метрів", "метрах"), 1.0),
    },
    away=(
        r"(?:приблизно |близько )?(?:за |в |у |на )?{far} ?{unit} (?:на |до )?{bearing}"
        r"(?: від)? {name}",
        r"(?:приблизно |близько )?(?:за |в |у |на )?{far} ?{unit} від {name}",
    ),
    rurals=(
        *("передмістя", "передмісті", "передмістях", "околиці", "околицях"),
        *("сільська місцевість", "приміська зона"),
    ),
    rural=(r"(?:{bearing} )?{rural}(?: міста)? {name}",),
    side=(r"(?:на )?{bearing} (?:частина |частині |околиця )?(?:від )?{name}",),
    between=(r"(?:.*\b)?між {name} (?:і|й|та) {other}",),
    both=(r"{name} (?:і|й|та) {other}",),
    inside=(r"{name} (?:в|у|на) {other}",),
    beside=(r"(?:.*\b)?(?:поблизу|під|біля|коло|неподалік від|поруч з|у районі) {name}",),
)
