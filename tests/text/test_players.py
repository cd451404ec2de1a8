import pytest

from dateline.text import PLAYER_HOSTS, player_of
from dateline.text.players import is_player

VIDEO = "dQw4w9WgXcQ"
NO_COOKIE = f"https://www.youtube-nocookie.com/embed/{VIDEO}"
TWEET = "https://platform.twitter.com/embed/Tweet.html?id=656789"


@pytest.mark.parametrize(
    ("address", "made"),
    [
        (f"https://www.youtube.com/watch?v={VIDEO}", NO_COOKIE),
        (f"https://youtube.com/watch?app=desktop&v={VIDEO}&t=12s#x", NO_COOKIE),
        (f"http://m.youtube.com/watch?v={VIDEO}", NO_COOKIE),
        (f"https://youtu.be/{VIDEO}?si=abc", NO_COOKIE),
        (f"https://www.youtube.com/shorts/{VIDEO}", NO_COOKIE),
        (f"https://www.youtube.com/live/{VIDEO}?feature=share", NO_COOKIE),
        ("https://vimeo.com/123456", "https://player.vimeo.com/video/123456"),
        ("https://t.me/idlib_now/455", "https://t.me/idlib_now/455?embed=1"),
        ("https://t.me/s/idlib_now/455?single", "https://t.me/idlib_now/455?embed=1"),
        ("https://twitter.com/desk/status/656789", TWEET),
        ("https://x.com/desk/status/656789?s=20", TWEET),
        ("https://mobile.twitter.com/i/web/status/656789/photo/1", TWEET),
        (
            "https://www.openstreetmap.org/#map=13/35.904/36.726",
            "https://www.openstreetmap.org/export/embed.html"
            "?bbox=36.67107,35.87619,36.78093,35.93181",
        ),
        (
            "https://www.openstreetmap.org/way/12#map=0/-85/180&layers=N",
            "https://www.openstreetmap.org/export/embed.html"
            "?bbox=-180.00000,-85.00000,180.00000,-60.48745",
        ),
    ],
)
def test_what_loads_on_a_click_comes_from_a_host_that_is_listed(address, made):
    player = player_of(address)
    assert player
    assert player.address == made
    assert is_player(made)
    assert f"https://{made.split('/')[2]}" in PLAYER_HOSTS
    assert player.host == made.split("/")[2].removeprefix("www.")


def test_its_kind_is_named():
    kinds = [player_of(f"https://{address}") for address in ("vimeo.com/1", "t.me/idlib/1")]
    assert [player.kind for player in kinds if player] == ["video", "post"]
    found = player_of("https://openstreetmap.org/#map=4/1/2")
    assert found
    assert found.kind == "map"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://www.youtube.com/",
        "https://www.youtube.com/@channel",
        "https://www.youtube.com/watch?v=short",
        f"https://www.youtube.com/watch?v={VIDEO}x",
        f"https://www.youtube.com/watch#v={VIDEO}",
        f"https://www.youtube.com.evil.org/watch?v={VIDEO}",
        f"https://evil.org/https://youtu.be/{VIDEO}",
        f"https://evil.org@youtu.be.evil.org/{VIDEO}",
        f"javascript:https://youtu.be/{VIDEO}",
        f"//youtu.be/{VIDEO}",
        f" https://youtu.be/{VIDEO}",
        f"https://youtu.be/{VIDEO}\n",
        f'https://youtu.be/{VIDEO}" onload="x',
        "https://youtu.be/../../evil12",
        "https://vimeo.com/123456/5ec4e7",
        "https://vimeo.com/channels",
        "https://vimeo.com/١٢٣",
        "https://t.me/c/123456/7",
        "https://t.me/idlib_now",
        "https://t.me/joinchat/AAAA",
        "https://t.me/عاجل_سوريا/5",
        "https://twitter.com/desk",
        "https://twitter.com/desk/status/1x",
        "https://openstreetmap.org/#map=20/35/36",
        "https://openstreetmap.org/#map=9/91/36",
        "https://openstreetmap.org/#map=9/35/181",
        "https://openstreetmap.org/#map=9/nan/36",
        "https://openstreetmap.org/#map=9/1e5/36",
        "https://openstreetmap.org/",
        "https://www.youtube.com/watch?" + "a&" * 50_000,
        "https://openstreetmap.org/" + "#map=" * 50_000,
    ],
)
def test_other_addresses_load_nothing(address):
    assert player_of(address) is None
    assert not is_player(address)


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.youtube.com/watch?v={VIDEO}",
        f"{NO_COOKIE}?autoplay=1",
        NO_COOKIE.replace("https", "http"),
        "https://t.me/idlib_now/455",
        "https://t.me/idlib_now/455?embed=1&x",
        f"{TWEET}&x=<",
        "https://www.openstreetmap.org/export/embed.html?bbox=1,2,3,4",
    ],
)
def test_only_an_address_that_we_make_ourselves_is_a_player(address):
    assert not is_player(address)
