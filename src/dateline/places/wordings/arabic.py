"""How Arabic says where something lies. Its adjectives follow: "ريف حلب الجنوبي"."""

from typing import Final

from dateline.places.wordings.table import Wording, compass, halfway

FOUR: Final = "شمال|شرق|جنوب|غرب"
OF: Final = "شمالي|شرقي|جنوبي|غربي"
THE: Final = "الشمال|الشرق|الجنوب|الغرب"
MALE: Final = "الشمالي|الشرقي|الجنوبي|الغربي"
FEMALE: Final = "الشمالية|الشرقية|الجنوبية|الغربية"
ARABIC: Final = Wording(
    bearings={
        word: degrees
        for four in (FOUR, OF, THE, MALE, FEMALE)
        for word, degrees in (
            *compass(*four.split("|")).items(),
            *halfway(four, four, " ", " و").items(),
        )
    },
    units={
        **dict.fromkeys(("كم", "كلم", "كيلومتر", "كيلومترا", "كيلومتراً", "كيلومترات"), 1_000.0),
        **dict.fromkeys(("كيلو متر", "ميل", "أميال", "ميلا", "ميلاً"), 1_609.344),
        **{"كيلو متر": 1_000.0},
        **dict.fromkeys(("م", "متر", "مترا", "متراً", "أمتار"), 1.0),
    },
    away=(
        r"(?:على )?(?:بعد |مسافة )?(?:نحو |حوالي )?{far} ?{unit} (?:إلى |الى )?{bearing}"
        r"(?: من)? {name}",
        r"(?:على )?(?:بعد |مسافة )?(?:نحو |حوالي )?{far} ?{unit} (?:من|عن) {name}",
    ),
    rurals=("ريف", "أرياف", "ارياف", "ضواحي", "أطراف", "اطراف", "محيط"),
    rural=(
        r"{rural} {name} {bearing}",
        r"{rural} {bearing} {name}",
        r"{bearing} {rural} {name}",
        r"{rural} {name}",
        r"(?:ال)?{rural} {bearing} ل(?:محافظة |مدينة )?{name}",
    ),
    side=(r"(?:القسم |الجزء )?{bearing}(?: من| محافظة| مدينة)? {name}", r"{name} {bearing}"),
    between=(r"(?:.* )?بين {name} و ?{other}",),
    both=(r"{name} و ?{other}",),
    inside=(r"{name} (?:في|ب(?:محافظة|ريف|مدينة)) {other}",),
    beside=(r"(?:.* )?(?:قرب|بالقرب من|بجانب|بجوار|جوار|عند|حول) {name}",),
)
