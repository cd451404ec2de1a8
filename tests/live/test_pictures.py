"""Pictures as readers get them: upright, without metadata, in the widths that screens need."""

import io
from pathlib import Path

import pytest
from PIL import Image

from dateline.ledger.verbs.blogs import Masthead, edit_blog
from dateline.ledger.verbs.media import bring_media
from dateline.live import pictures
from tests.live.site import BLOG
from tests.pictures import picture

GPS, MAKER, GPS_LATITUDE = 0x8825, 0x010F, 2


def encoded(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def opened(data):
    return Image.open(io.BytesIO(data))


@pytest.fixture
def shown(publish, follow, site, alice):
    """Publish a picture, and return its files by width: `shown(data)`."""

    def _shown(data):
        media = bring_media(by=alice, data=data, alt="A street", credit="SMART")
        publish("Aleppo", f"::media{{id={media.pk}}}")
        follow()
        files = site.files()
        made = {path: int(Path(path).stem.split("-")[1]) for path in files if "media/" in path}
        return {width: files[path] for path, width in made.items()}

    return _shown


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (1, [1]),
        (480, [480]),
        (481, [480, 481]),
        (1000, [480, 960, 1000]),
        (1600, [480, 960, 1600]),
        (4000, [480, 960, 1600]),
    ],
)
def test_the_widths_that_screens_need_and_none_enlarged(width, widths, shown):
    files = shown(picture("JPEG", (width, 40)))
    assert sorted(files) == widths
    for made, data in files.items():
        assert opened(data).width == made
        assert opened(data).height == max(1, round(40 * made / width))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_where_and_with_what_it_was_taken_does_not_leave_the_desk(kind, shown):
    exif = Image.Exif()
    exif[MAKER] = "SecretCam"
    exif.get_ifd(GPS)[GPS_LATITUDE] = (35.0, 54.0, 14.0)
    image = Image.new("RGB", (600, 400), "red")
    more = {"comment": b"SecretCam"} if kind == "JPEG" else {}
    data = encoded(image, kind, exif=exif, **more)
    assert b"SecretCam" in data
    for file in shown(data).values():
        assert b"SecretCam" not in file
        assert len(opened(file).getexif()) == 0
        assert set(opened(file).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_stands_upright_however_the_camera_was_held(orientation, shown):
    turned = orientation >= 5
    exif = Image.Exif()
    exif[0x0112] = orientation
    # Left half red, right half blue, as stored.
    image = Image.new("RGB", (40, 20), "blue")
    image.paste("red", (0, 0, 20, 20))
    (file,) = shown(encoded(image, "JPEG", exif=exif, quality=95)).values()
    upright = opened(file)
    assert upright.size == ((20, 40) if turned else (40, 20))
    red_corner = {1: "left", 2: "right", 3: "right", 4: "left", 5: "top", 6: "top"}
    places = {"left": (5, 10), "right": (35, 10), "top": (10, 5), "bottom": (10, 35)}
    red, _, blue = upright.getpixel(places[red_corner.get(orientation, "bottom")])
    assert red > 200 > 100 > blue


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_see_through_in_a_png_stays_so(mode, shown):
    image = Image.new("RGBA", (600, 400), (255, 0, 0, 0)).convert(mode)
    more = {"transparency": 0} if mode == "P" else {}
    for file in shown(encoded(image, "PNG", **more)).values():
        assert opened(file).format == "PNG"
        assert opened(file).getpixel((5, 5))[3] == 0


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("L", "JPEG"),
        ("CMYK", "JPEG"),
        ("1", "PNG"),
        ("I;16", "PNG"),
        ("P", "PNG"),
        ("RGBA", "WEBP"),
    ],
)
def test_every_sort_of_picture_can_be_shown(mode, kind, shown, site, alice, blog, follow):
    data = encoded(Image.new(mode, (600, 400)), kind)
    files = shown(data)
    assert sorted(files) == [480, 600]
    assert all(opened(file).format in ("JPEG", "PNG") for file in files.values())
    photo = bring_media(by=alice, data=data, alt="A street", credit="SMART")
    edit_blog(by=alice, blog=blog, masthead=Masthead(headline="Assad", photo=photo))
    follow()
    assert "data:image/jpeg" in site.text(f"{BLOG}/day.html")


def test_a_picture_is_made_once(shown, monkeypatch, publish, follow):
    shown(picture("JPEG", (600, 400)))

    def never(*_, **__):
        raise AssertionError("made again")

    monkeypatch.setattr(pictures, "resized", never)
    publish("Homs")
    assert follow()


def test_a_page_names_every_width_and_the_true_size(shown, site):
    shown(picture("JPEG", (2000, 1000)))
    (image,) = site.parsed(f"{BLOG}/u/1/index.html").xpath("//img")
    assert [one.split()[1] for one in image.get("srcset").split(", ")] == ["480w", "960w", "1600w"]
    assert (image.get("width"), image.get("height")) == ("1600", "800")
    assert image.get("alt") == "A street"
    assert site.broken_links() == []


def test_a_picture_that_nobody_knows_is_said_to_be_missing(publish, follow, site):
    publish("Aleppo", "::media{id=nonsense}\n\n::media{id=8f14e45f-ceea-467f-ab5e-3a1c4e6d9a11}")
    follow()
    assert len(site.parsed(f"{BLOG}/index.html").find_class("missing")) == 2
