"""Tickers: the hour on the line of the entry; and pages whose bare clocks run over midnight."""

import pytest

from tests.reading.liveblog.pages import DAMASCUS, clocks, headlines, page, read

SAID = ("Nine boats have left.", "It blows.", "The harbour is closed.", "It is calm.", "Fog.")


def ticker(*stamps, head="Ferry Disaster: live"):
    return page(head, *(f"{at} {words}" for at, words in zip(stamps, SAID, strict=False)))


@pytest.mark.parametrize(
    "stamps",
    [
        ("18:40", "12:10", "08:50"),
        ("18:40 –", "12:10 –", "08:50 –"),
        ("18h40 :", "12h10 :", "08h50 :"),
        ("18.40 Uhr:", "12.10 Uhr:", "8.50 Uhr:"),
        ("6:40 p.m. —", "12:10 p.m. —", "8:50 a.m. —"),
        ("**18:40**", "**12:10**", "**08:50**"),
        ("1840 GMT", "1210 GMT", "0850 GMT"),
        ("1840 GMT:", "1210 GMT:", "0850 GMT:"),
        ("Ore 18.40 -", "Ore 12.10 -", "Ore 08.50 -"),
        ("21/10/2015 18:40", "21/10/2015 12:10", "21/10/2015 08:50"),
    ],
)
def test_each_line_of_a_ticker_is_an_entry_with_its_hour(stamps):
    text = ticker(*stamps)
    assert clocks(text) == ["21 18:40", "21 12:10", "21 08:50"]
    assert [entry.parts[0].words for entry in read(text).entries] == list(SAID[:3])
    assert read(text).masthead.headline.words == "Ferry Disaster: live"
    assert read(text).left == ()


def test_a_ticker_s_titles_are_its_entries_headlines():
    titles = ("18:40 Boats Leave", "12:10 Storm Comes", "08:50 Harbour Closes")
    text = page(*(page(title, words) for title, words in zip(titles, SAID, strict=False)))
    assert headlines(text) == ["Harbour Closes", "Storm Comes", "Boats Leave"]


def test_what_stands_below_a_line_of_a_ticker_belongs_to_its_entry():
    text = page(
        "18:40 – Boats Leave", *SAID, "12:10 – Storm Comes", *SAID, "08:50 – Fog Lifts", "So."
    )
    assert [len(entry.parts) for entry in read(text).entries] == [5, 5, 1]


def test_an_article_with_a_timetable_is_no_live_blog():
    text = page(ticker("09:00", "10:00", "11:00"), *(SAID[0] * 9 for _ in range(9)))
    assert not read(text).is_live


@pytest.mark.parametrize("ago", ["3h ago", "3 hours ago", "3 HOURS AGO"])
def test_of_two_stamps_the_one_that_tells_an_hour_is_the_entry_s(ago):
    told = [f"{ago}\n({at} GMT)" for at in ("18:40", "12:10", "08:50")]
    text = page(*(page(at, words) for at, words in zip(told, SAID, strict=False)))
    assert clocks(text) == ["21 18:40", "21 12:10", "21 08:50"]


FALLING = ("00:40", "00:10", "23:50", "22:00", "20:00")
RISING = FALLING[::-1]


def under(*stamps, head=()):
    return page(*head, *(page(at, words) for at, words in zip(stamps, SAID, strict=False)))


@pytest.mark.parametrize("form", [ticker, under])
def test_bare_clocks_that_run_over_midnight_are_of_two_days(form):
    falling = ["22 00:40", "22 00:10", "21 23:50", "21 22:00", "21 20:00"]
    assert clocks(form(*FALLING)) == falling
    assert clocks(form(*RISING)) == falling[::-1]


def test_the_side_of_midnight_with_more_entries_is_the_page_s_day():
    assert clocks(under("03:40", "02:10", "00:20", "23:50")) == [
        *("21 03:40", "21 02:10", "21 00:20"),
        "20 23:50",
    ]
    assert clocks(under("00:20", "00:10", "23:50", "22:10"))[::3] == ["22 00:20", "21 22:10"]


def test_under_a_date_line_too():
    found = clocks(under(*FALLING, head=("Ferry Disaster: live", "21 October 2015")))
    assert (found[0], found[-1]) == ("22 00:40", "21 20:00")


def test_in_the_zone_of_the_column():
    found = [entry.time for entry in read(under(*FALLING), DAMASCUS).entries]
    assert [str(one.day) for one in found[1:3]] == ["2015-10-22", "2015-10-21"]
    assert found[1].at.isoformat() == "2015-10-22T00:10:00+03:00"


@pytest.mark.parametrize(
    "stamps",
    [
        ("18:40", "12:10", "08:50", "00:05"),
        ("22:10", "09:00", "22:05", "21:00"),  # one out of order
        ("10:00", "23:00", "09:00", "22:00"),  # no order at all
        ("00:10", "23:50"),  # or the other way round
        ("06:00", "21:00", "12:00", "06:30"),  # the first was pinned to the top
        ("21:30", "06:00", "12:30", "20:10", "21:00"),
    ],
)
def test_clocks_of_one_day_stay_there(stamps):
    assert clocks(under(*stamps)) == [f"21 {one}" for one in stamps]


def test_a_day_s_own_line_may_leave_its_year_out():
    days = ("Wednesday, 21 October", "Tuesday, 20 October")
    text = page(days[0], under("00:30", "00:10"), days[1], under("23:10", "22:00", "21:00"))
    assert clocks(text) == ["21 00:30", "21 00:10", "20 23:10", "20 22:00", "20 21:00"]


def test_the_zone_of_a_ticker_is_its_stamps():
    assert clocks(ticker("18:40 GMT+1:", "12:10 GMT+1:", "08:50 GMT+1:"))[0] == "21 17:40"


def test_where_entries_name_their_day_it_is_theirs():
    days = ("21 Oct 2015 00:40", "21 Oct 2015 00:10", "21 Oct 2015 23:50", "21 Oct 2015 22:00")
    assert clocks(under(*days)) == ["21 00:40", "21 00:10", "21 23:50", "21 22:00"]
