"""English."""

from typing import Final

from dateline.codebook.counts.count import Unit
from dateline.codebook.counts.languages.table import Numerals, meaning, numbered, split

PEOPLE: Final = """people persons person civilians civilian men man women woman children child
    kids girls girl boys boy toddlers infants babies teenagers adults soldiers soldier troops
    troop fighters fighter rebels rebel militants militant gunmen gunman jihadis jihadists
    terrorists terrorist insurgents insurgent militiamen combatants combatant servicemen
    serviceman personnel officers officer commanders commander generals general policemen
    policeman police recruits conscripts guards pilots pilot crew members member operatives
    medics medic doctors doctor nurses nurse paramedics rescuers rescuer volunteers volunteer
    firefighters workers worker staff journalists journalist reporters activists activist
    officials official residents resident villagers inhabitants citizens citizen refugees
    refugee migrants idps families family patients patient students pupils teachers detainees
    prisoners prisoner hostages hostage captives victims victim casualties casualty fatalities
    fatality dead deaths death wounded injured injuries missing bodies body corpses martyrs
    martyr survivors others syrians iraqis ukrainians russians iranians turks kurds
    palestinians israelis lebanese afghans americans lives souls losses protesters
    demonstrators worshippers mourners bystanders passengers tourists pilgrims farmers
    shepherds nationals dissidents"""
MEASURES: Final[dict[str, Unit]] = {
    **meaning("percent", "percent percentage pc % per_cent"),
    **meaning("money", "dollar dollars usd euro euros eur gbp rouble roubles ruble rubles rub"),
    **meaning("money", "hryvnia hryvnias uah lira liras dinar dinars rial rials cents yuan yen"),
    **meaning("money", "sterling $ € £ ₽ ₴ bn"),
    **meaning("distance", "km kms kilometer kilometers kilometre kilometres mile miles mi yards"),
    **meaning("distance", "metre metres meter meters m ft feet foot cm mm yard inch inches"),
    **meaning("measure", "hectares hectare acres acre tons ton tonnes tonne kg kilogram kilograms"),
    **meaning("measure", "kilogrammes kilo kilos pounds lbs litres liters barrels megawatts mw"),
    **meaning(
        "measure", "kilotons kw gw degrees degree ° mph knots kmh sq square times fold cubic"
    ),
    **meaning("measure", "gb mb mp3 points point tenths thirds quarters fifths halves third fifth"),
    **meaning("measure", "storey story storeys stories floor barrel megaton cu caliber calibre"),
    **meaning("duration", "second seconds minute minutes hour hours day days night nights week"),
    **meaning("duration", "weeks month months year years decade decades century centuries hrs"),
    **meaning("duration", "mins min sec secs yr yrs weekends weekend"),
    **meaning("time", "am pm a.m p.m o'clock gmt utc est cet"),
}
NAMED: Final[dict[str, Unit]] = {
    **meaning("name", "brigade division regiment battalion resolution article chapter flight"),
    **meaning("name", "channel highway route number no nos page paragraph phase version boeing"),
    **meaning("name", "airbus mirage falcon type mark mk model apollo № # section figure table"),
    **meaning("name", "protocol geneva psalm act annex checkpoint"),
    **meaning("age", "aged age ages"),
    **meaning("money", "$ € £ ₽ ₴ ¥ usd eur us$"),
}
ENGLISH: Final = Numerals(
    small={
        **numbered(
            *split("zero one two three four five six seven eight nine ten eleven twelve"),
            *split("thirteen fourteen fifteen sixteen seventeen eighteen nineteen"),
            first=0,
        ),
        **numbered(
            *split("twenty thirty forty fifty sixty seventy eighty ninety"), first=20, step=10
        ),
        "fourty": 40,
        "naught": 0,
    },
    scales={
        **meaning(12, "dozen"),
        **meaning(100, "hundred hundreds"),
        **meaning(1_000, "thousand thousands k"),
        **meaning(1_000_000, "million millions mn m mln"),
        **meaning(1_000_000_000, "billion billions bn"),
    },
    bare=frozenset(),
    vague={
        **meaning((2, 2, True), "a_couple a_couple_of couple_of a_pair_of"),
        **meaning((3, None, False), "a_few several a_handful_of a_handful"),
        **meaning((2, None, False), "multiple"),
        **meaning((20, None, False), "tens"),
        **meaning((24, None, False), "dozens"),
        **meaning((40, None, False), "scores"),
        **meaning((200, None, False), "hundreds"),
        **meaning((2_000, None, False), "thousands"),
        **meaning((2_000_000, None, False), "millions"),
        **meaning((0, 0, False), "no_one nobody no-one none_of"),
    },
    before={
        **meaning("least", "at_least no_fewer_than no_less_than not_fewer_than not_less_than"),
        **meaning("least", "a_minimum_of upwards_of at_the_very_least minimum ≥ a_confirmed"),
        **meaning("more", "more_than over > in_excess_of exceeding well_over higher_than"),
        **meaning("more", "greater_than exceeded exceeds surpassed topped"),
        **meaning("most", "up_to as_many_as at_most no_more_than not_more_than a_maximum_of ≤"),
        **meaning("most", "as_much_as as_high_as no_higher_than"),
        **meaning("less", "fewer_than less_than < below under"),
        **meaning("about", "about around some nearly almost approximately roughly circa ca ~ ≈"),
        **meaning("about", "close_to an_estimated estimated estimated_at approx almost_all_of"),
        **meaning("about", "somewhere_around in_the_region_of in_the_order_of just_under"),
        **meaning("more", "just_over"),
        **meaning("filler", "another a_further further a_total_of a_combined a additional"),
        **meaning("filler", "an_additional the other anywhere a_reported a_whopping its his their"),
        **meaning("filler", "these those as an"),
    },
    after={
        **meaning("least", "or_more + and_more or_above and_counting and_above at_least"),
        **meaning("most", "or_fewer or_less at_most at_the_most"),
        **meaning("about", "or_so odd approximately"),
    },
    joins={
        "": frozenset(("to", "or")),
        "between": frozenset(("and",)),
        "from": frozenset(("to",)),
    },
    units={**meaning("people", PEOPLE), **MEASURES},
    named_by=NAMED,
    months=frozenset(
        split(
            "january february march april may june july august september october november december "
            "jan feb mar apr jun jul aug sep sept oct nov dec"
        )
    ),
    stops=frozenset(
        split(
            "in on at from by to for with and or but as when while after before during since was",
            "were is are be been had have has who which that under near against into out off if",
            "since across along between towards toward per than because although including a an",
            "the this these those he she it they we i said says all also will would could may",
            "might dead killed injured wounded hurt missing arrested detained died",
        )
    )
    - {"dead", "wounded", "injured", "missing"},
    links=frozenset(("and", "-")),
    articles=frozenset(("a", "an", "per", "half", "quarter")),
    nothing=frozenset(("no", "without")),
    no_number={"one": frozenset(split("no the this that another each every any which some other"))},
    changing=frozenset(
        split(
            "rise rose risen rising climb climbed climbing increase increased grew grown jump",
            "jumped up fall fell fallen drop dropped down revised raised lowered went",
        )
    ),
)
