"""The same picture is found again, resized, recompressed or brightened; others are not."""

import io
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from dateline.archive.likeness import pictures as likeness
from dateline.archive.likeness.pictures import (
    MOST_DIFFERENT,
    picture_hash,
    picture_keys,
    picture_probes,
    same_picture,
)
from tests.pictures import ORIENTATION, bomb, picture

PDQ = st.integers(0, 2**256 - 1).map("{:064x}".format)


def scene(seed, size=(800, 600)):
    """Return a picture of sixty random shapes: as rich as a photograph to PDQ."""
    dice = random.Random(seed)  # noqa: S311 (nothing is secret here)
    image = Image.new("RGB", size, tuple(dice.randbytes(3)))
    draw = ImageDraw.Draw(image)
    for _ in range(60):
        x, y = dice.randrange(size[0]), dice.randrange(size[1])
        wide, high = dice.randrange(10, 130), dice.randrange(10, 130)
        shape = dice.choice([draw.rectangle, draw.ellipse])
        shape((x - wide, y - high, x + wide, y + high), fill=tuple(dice.randbytes(3)))
    return image.filter(ImageFilter.GaussianBlur(1.5))


def saved(image, kind="JPEG", **how):
    buffer = io.BytesIO()
    image.save(buffer, kind, **how)
    return buffer.getvalue()


def bits_apart(a, b):
    return (int(a, 16) ^ int(b, 16)).bit_count()


def cropped(image, share):
    wide, high = (round(side * share) for side in image.size)
    return image.crop((wide, high, image.width - wide, image.height - high))


SAME = {
    "half the size": lambda image: saved(image.resize((400, 300))),
    "a thumbnail": lambda image: saved(image.resize((160, 120))),
    "twice the size": lambda image: saved(image.resize((1600, 1200))),
    "another shape": lambda image: saved(image.resize((800, 450))),
    "poor quality": lambda image: saved(image, quality=10),
    "WebP": lambda image: saved(image, "WEBP", quality=40),
    "PNG": lambda image: saved(image, "PNG"),
    "palette": lambda image: saved(image.convert("P", palette=Image.Palette.ADAPTIVE), "PNG"),
    "grey": lambda image: saved(image.convert("L")),
    "brighter": lambda image: saved(ImageEnhance.Brightness(image).enhance(1.15)),
    "more contrast": lambda image: saved(ImageEnhance.Contrast(image).enhance(1.2)),
    "blurred": lambda image: saved(image.filter(ImageFilter.GaussianBlur(4))),
    "sent by chat": lambda image: saved(image.resize((320, 240)), quality=30),
}
OTHER = {
    "cropped by 5 % on each side": lambda image: saved(cropped(image, 0.05)),
    "mirrored": lambda image: saved(ImageOps.mirror(image)),
    "turned": lambda image: saved(image.rotate(180)),
    "framed": lambda image: saved(ImageOps.expand(image, 60, "black")),
}


@pytest.mark.parametrize("copy", SAME.values(), ids=SAME)
def test_a_copy_is_the_same_picture_and_is_found(copy):
    for seed in range(5):
        kept, found = picture_hash(saved(scene(seed))), picture_hash(copy(scene(seed)))
        assert same_picture(kept, found)
        assert set(picture_keys(kept)) & set(picture_probes(found))


@pytest.mark.parametrize("copy", OTHER.values(), ids=OTHER)
def test_what_pdq_does_not_catch(copy):
    for seed in range(5):
        assert not same_picture(picture_hash(saved(scene(seed))), picture_hash(copy(scene(seed))))


def test_different_pictures_are_not_the_same():
    hashes = [picture_hash(saved(scene(seed, (400, 300)))) for seed in range(30)]
    closest = min(bits_apart(a, b) for n, a in enumerate(hashes) for b in hashes[:n])
    assert closest > 2 * MOST_DIFFERENT


def test_hashes_stay_what_they_were():
    # They are kept, and compared with other archives' (the digits in PDQ's own order).
    assert same_picture(picture_hash(saved(scene(1), "PNG")), PINNED)


def test_a_picture_is_hashed_upright():
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    for kind in ("JPEG", "PNG", "WEBP"):
        held = saved(scene(1).rotate(90, expand=True), kind, exif=exif)
        assert same_picture(picture_hash(held), picture_hash(saved(scene(1))))


def test_what_is_transparent_shows_white():
    clear, white = scene(1).convert("RGBA"), scene(1)
    clear.paste((0, 0, 0, 0), (0, 0, 400, 600))
    white.paste("white", (0, 0, 400, 600))
    assert same_picture(picture_hash(saved(clear, "PNG")), picture_hash(saved(white)))


PINNED = "22fe340a5953a3c32b50e771ee53bf190278e8deac7611529481aef7997e0a69"
NO_HASH = {
    "nothing": b"",
    "HTML": b"<!DOCTYPE html>",
    "SVG": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "GIF": saved(scene(1), "GIF"),
    "cut off": saved(scene(1))[:2000],
    "a bomb": bomb(),
    "one colour": picture("PNG", (300, 300)),
    "one point": saved(scene(1, (1, 1))),
    "a line": saved(scene(1, (4000, 1))),
    "a slow change of grey": saved(Image.linear_gradient("L")),
}


@pytest.mark.parametrize("data", NO_HASH.values(), ids=NO_HASH)
def test_what_cannot_be_told_apart_has_no_hash(data):
    assert picture_hash(data) is None


def test_no_more_bytes_than_agreed_are_decoded(monkeypatch):
    data = saved(scene(1))
    monkeypatch.setattr(likeness, "MAX_BYTES", len(data) - 1)
    assert picture_hash(data) is None


@given(PDQ, st.sets(st.integers(0, 255), max_size=MOST_DIFFERENT))
def test_no_picture_within_31_bits_is_missed(pdq, turned):
    other = f"{int(pdq, 16) ^ sum(1 << bit for bit in turned):064x}"
    assert same_picture(pdq, other)
    assert set(picture_keys(other)) & set(picture_probes(pdq))


@given(PDQ, st.sets(st.integers(0, 255), min_size=MOST_DIFFERENT + 1))
def test_a_picture_with_more_bits_turned_is_another(pdq, turned):
    assert not same_picture(pdq, f"{int(pdq, 16) ^ sum(1 << bit for bit in turned):064x}")


def test_the_index_holds_sixteen_short_keys_and_is_asked_for_272():
    pdq = "0123456789abcdef" * 4
    assert picture_keys(pdq)[:2] == ["0:0123", "1:4567"]
    assert len(picture_keys(pdq)) == 16
    assert len(set(picture_probes(pdq))) == 272
    assert set(picture_keys(pdq)) <= set(picture_probes(pdq))
