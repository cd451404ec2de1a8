from dateline.text import image_ids, report_ids, source_ids


def test_the_ids_of_pictures_are_listed_once_in_order():
    markdown = (
        "::media{id=b}\n::media{id=a}\n::media{id=b}\n::media{id=../x}\n\n    ::media{id=code}"
    )
    assert image_ids(markdown) == ["b", "a"]


def test_the_ids_of_reports_are_those_of_cards_and_quotes():
    markdown = (
        "::card{report=b}\n:::quote{report=a}\nc\n:::\n::card{report=b}\n::card{report=../x}\n"
        ":::quote{source=Rescuers}\nd\n:::\n\n    ::card{report=code}"
    )
    assert report_ids(markdown) == ["b", "a"]


def test_whatever_may_be_a_sources_id_is_listed():
    quotes = ["s1", '"The ministry"', "s2", '" s1 "', '""', "رجال"]
    markdown = "\n".join(f":::quote{{source={source}}}\na\n:::" for source in quotes)
    assert source_ids(markdown) == ["s1", "s2"]
