"""How pages of several makes are read as a whole: whose each text is, and of when."""

import pytest

from tests.reading.liveblog.pages import clocks, page, read

LEAD = "We follow the ferry here, as the news comes in."
A, B, C, D = (
    "Nine boats have left the harbour, its master said.",
    "It blows, and the ferry stays where it is for now.",
    "The bay can be seen again from the old town.",
    "It was calm when the watch changed on the pier.",
)
GUARDIAN = page(
    "Ferry inquiry: live",
    LEAD,
    f"18:40 GMT\nAnn Lee\n\n{A}\n\n16:05 GMT\nPiet Holm\n\n{B}\n\n13:02 GMT\nMara Voss\n\n{C}",
)
SIGNED = [("Ann Lee", "18:40"), ("Piet Holm", "16:05"), ("Mara Voss", "13:02")]
SPOKEN = "“We were never told of the hull.”"


def found(text):
    """Return of each entry its writer, its hour, and its first words."""
    return [
        (
            entry.name,
            f"{entry.time.at:%H:%M}" if entry.time and entry.time.at else "",
            next((part.pieces[0].words for part in entry.parts), ""),
        )
        for entry in read(text).entries
    ]


def told(text):
    return [(name, hour) for name, hour, _ in found(text)]


@pytest.mark.parametrize("last", ["Updated at 13.44 BST", "1:00 PM · Oct 21, 2015"])
def test_a_stamp_of_another_make_at_the_end_moves_nothing(last):
    text = page(GUARDIAN, last)
    assert found(text) == [(*who, said) for who, said in zip(SIGNED, (A, B, C), strict=True)]
    assert [one.words for one in read(text).masthead.lead] == [LEAD]


def test_a_name_close_above_its_stamp_signs_what_is_below_also_where_others_are_unsigned():
    text = (
        f"Ferry: live\n\n{LEAD}\n\nAnn Lee\n18:40\n\n{A}\n\n16:05\n\n{B}\n\nMara Voss\n13:02\n\n{C}"
    )
    assert told(text) == [("Ann Lee", "18:40"), ("", "16:05"), ("Mara Voss", "13:02")]


def test_a_name_close_above_its_stamp_signs_what_is_below_also_where_the_page_is_signed():
    signed = "\n\n".join(f"{name}\n{at}\n\n{A}" for name, at in SIGNED)
    assert told(f"Ferry: live\n\n{LEAD}\n\n{signed}\n\nAnn Lee") == SIGNED


@pytest.mark.parametrize(
    "hours",
    [
        ("12:15 a.m. ET", "11:40 p.m. ET", "9:30 p.m. ET", "12:05 p.m. ET"),
        ("9:15 p.m.", "8:40 p.m.", "12:05 p.m.", "11:15 a.m."),
    ],
)
def test_before_noon_and_after_are_one_form(hours):
    entries = zip(hours, (A, B, C, D), strict=True)
    text = page("Ferry: live", LEAD, *(page(*one) for one in entries))
    assert [said for _, _, said in found(text)] == [A, B, C, D]


def test_who_is_quoted_in_an_entry_does_not_sign_it():
    below = f"16:05 GMT\n\n{C}\n\n— Piet Holm\n\n13:02 GMT\n\n{D}\n\n— Mara Voss"
    text = page("Ferry: live", LEAD, "18:40 GMT", A, SPOKEN, "— Maria Kost", B, "— Ann Lee", below)
    assert told(text) == SIGNED


def test_an_entry_that_ends_with_a_quotation_is_signed():
    below = f"16:05 GMT\n\n{C}\n\n— Piet Holm\n\n13:02 GMT\n\n{D}\n\n— Mara Voss"
    text = page("Ferry: live", LEAD, "18:40 GMT", A, SPOKEN, "— Ann Lee", below)
    assert told(text) == SIGNED


@pytest.mark.parametrize("head", [("Ferry: live",), ("Ferry: live", "21 October 2015")])
@pytest.mark.parametrize("title", ["Minister leaves by the back door\n", ""])
@pytest.mark.parametrize("sign", ["\n", " | "])
def test_the_first_entry_keeps_its_writer_and_title_right_below_the_page_s_head(head, title, sign):
    entries = (
        f"{title}By {name}{sign}{at}\n{said}"
        for (name, at), said in zip(SIGNED, (A, B, C), strict=True)
    )
    text = page(*head, *entries)
    assert [one[:2] for one in found(text)] == SIGNED
    assert {bool(one.headline) for one in read(text).entries} == {bool(title)}


@pytest.mark.parametrize(
    ("stamp", "hour"),
    [("7:30 P.M. IDT", "21 16:30"), ("19:30 TRT", "21 16:30"), ("19:30 AST", None)],
)
def test_a_zone_is_read_or_the_hour_is_not_known(stamp, hour):
    earlier = (stamp.replace("7:3", "6:1").replace("19:3", "18:1"), B, stamp.replace("30", "00"))
    text = page("Ferry: live", LEAD, stamp, A, *earlier, C)
    entries = read(text).entries
    assert [entry.headline for entry in entries] == [None] * 3
    assert clocks(text)[0] == hour


def test_a_box_of_the_day_s_events_does_not_hide_the_hours():
    box = "\n\n".join(f"{ago}\n\nThe boats are leaving" for ago in ("2h ago", "4h ago", "7h ago"))
    entries = ("2h ago\n18.40 BST", A, "4h ago\n16.05 BST", B, "7h ago\n13.02 BST", C)
    text = page("Ferry: live", LEAD, "Key events", box, *entries)
    assert [hour for _, hour, said in found(text) if said] == ["18:40", "16:05", "13:02"]


def test_a_source_in_brackets_behind_a_sentence_makes_it_no_title():
    said = [f"{words} (AFP)" for words in (A, B, C)]
    text = page(
        "Ferry: live", "18:40", said[0], said[0], "16:05", said[1], said[1], "13:02", said[2]
    )
    assert [words for _, _, words in found(text)] == said
    assert {entry.headline for entry in read(text).entries} == {None}


def test_a_name_under_the_title_under_a_stamp_signs():
    entries = (f"{at} GMT\nMinister leaves by the back door\n{name}\n\n{A}" for name, at in SIGNED)
    text = page("Ferry: live", LEAD, *entries)
    assert told(text) == SIGNED


def test_two_units_of_time_ago_are_a_stamp():
    text = page("Ferry: live", LEAD, "2 hr 4 min ago", A, "3 hr 50 min ago", B, "6 hr 1 min ago", C)
    assert [said for _, _, said in found(text)] == [A, B, C]


def test_an_article_that_says_when_it_came_out_and_was_changed_is_no_live_blog():
    text = page(
        "Ferry inquiry opens",
        "Published 21 October 2015 18:40",
        A,
        B,
        "Updated 21 October 2015 19:02",
        C,
    )
    assert not read(text).is_live


@pytest.mark.parametrize("last", ["20 October, 23:10", "Yesterday 23:10", "23:10, 20 October"])
def test_stamps_under_their_entries_stay_so_where_the_last_names_its_day(last):
    text = page("Ferry: live", A, "10:42", B, "09:12", C, last)
    assert found(text) == [("", "10:42", A), ("", "09:12", B), ("", "23:10", C)]


def test_weekdays_of_two_days_are_of_one_form():
    stamps = ("Mittwoch, 21. Oktober 2015, 10.58 Uhr", "Dienstag, 20. Oktober 2015, 20.58 Uhr")
    text = page("Fähre: live", stamps[0], A, stamps[1], B)
    assert clocks(text) == ["21 10:58", "20 20:58"]


def test_a_writer_s_line_under_a_quotation_is_no_title():
    text = page("Ferry: live", "By Ann Lee", A, SPOKEN, "By Piet Holm", B, D, "By Mara Voss", C)
    assert "By Piet Holm" not in {one.headline.words for one in read(text).entries if one.headline}
