"""Where everything stands: numbers and pages."""

import pytest

from dateline.live import address


@pytest.mark.parametrize(
    ("count", "first"), [(0, 1), (1, 1), (40, 1), (79, 1), (80, 41), (119, 41), (120, 81)]
)
def test_page_one_holds_the_newest_40_to_79(count: int, first: int) -> None:
    assert address.first_on_index(count) == first
    assert count < 40 or 40 <= count - first + 1 <= 79


@pytest.mark.parametrize("count", range(1, 300))
def test_every_update_stands_on_page_one_or_on_a_numbered_page(count: int) -> None:
    on_index = set(range(address.first_on_index(count), count + 1))
    on_pages = set(range(1, address.full_pages(count) * address.PER_PAGE + 1))
    assert on_index | on_pages == set(range(1, count + 1))


def test_a_number_keeps_its_page_for_good() -> None:
    assert [address.page_of(n) for n in (1, 40, 41, 80, 10_000)] == [1, 1, 2, 2, 250]


@pytest.mark.parametrize(
    ("folder", "root"), [("", ""), ("a/", "../"), ("a/b/page/3/", "../../../../")]
)
def test_the_way_to_the_root_has_a_step_for_each_folder(folder: str, root: str) -> None:
    assert address.root_from(folder) == root
