"""How Turkish says where something lies: the name comes first, its ending after a mark."""

from typing import Final

from dateline.places.wordings.table import Wording, compass, halfway

FIRST: Final = "kuzey|doğu|güney|batı"
GENITIVE: Final = r"['’]?(?:n?[ıiuü]n)"
TURKISH: Final = Wording(
    bearings={
        **compass("kuzeyinde|kuzeyi", "doğusunda|doğusu", "güneyinde|güneyi", "batısında|batısı"),
        **halfway(FIRST, "|doğusunda||batısında", ""),
        **halfway(FIRST, "|doğusu||batısı", ""),
        **compass(*FIRST.split("|")),
    },
    units={"km": 1_000.0, "kilometre": 1_000.0, "m": 1.0, "metre": 1.0},
    away=(rf"{{name}}{GENITIVE} (?:yaklaşık )?{{far}} ?{{unit}} {{bearing}}",),
    rurals=("kırsalı", "kırsalında", "banliyösü", "banliyösünde"),
    rural=(rf"{{name}}(?:{GENITIVE})? (?:{{bearing}} )?{{rural}}",),
    side=(rf"{{name}}{GENITIVE} {{bearing}}",),
    between=(r"{name} ile {other} aras(?:ı|ında)",),
    both=(r"{name} ve {other}",),
    beside=(r"{name} (?:yakınında|yakınları|yakınlarında|civarında)",),
)
