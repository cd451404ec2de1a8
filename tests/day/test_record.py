"""The recorded review holds decisions, and no more of the page than points at them."""

from collections.abc import Iterator

from .review import decisions, review

MOST_WORDS = 3
SAYING = ("_words", "words")


def told() -> Iterator[str]:
    """Yield all that the record repeats of the page's words."""
    for one in decisions():
        yield one.words
        yield from (str(said) for name, said in one.fields.items() if name.endswith(SAYING))


def test_it_repeats_at_most_three_words_of_the_page_at_a_time():
    assert [words for words in told() if len(words.split()) > MOST_WORDS] == []


def test_every_name_that_it_gives_is_used_by_a_known_claim():
    names = {one.name for one in decisions() if one.name}
    used = {
        name
        for one in review()["incident"]
        for group in ("claims", "may_be", "not_same")
        for name in one.get(group, ())
    }
    assert used <= names


def test_each_rejection_says_why():
    assert all(one.reason for one in decisions() if one.do == "reject")


def test_no_claim_is_about_two_incidents():
    about = [name for one in review()["incident"] for name in one["claims"]]
    assert len(about) == len(set(about))
