"""Pages of news made for tests, and pictures that no two of which look alike."""

import io
import random

from PIL import Image

SENTENCES = (
    "Two aircraft struck the market of Sarmin shortly after nine in the morning, residents said.",
    "The hospital counted eleven wounded, and its director asked for blood of every group.",
    "A spokesman for the ministry denied that any sortie had been flown over the town that day.",
    "Rescuers worked until dusk, and the road to the north stayed closed to all but ambulances.",
    "By evening the power was back in two quarters of the town and the bakery had opened again.",
)


def article(*sentences, title="A strike on Sarmin", head="", lang="en", chatter=""):
    """Return a page of these sentences; `chatter` is markup that says nothing."""
    told = "".join(f"<p>{sentence}</p>" for sentence in sentences or SENTENCES)
    return (
        f"<!doctype html><html lang={lang}><head><meta charset=utf-8><title>{title}</title>{head}"
        f"</head><body>{chatter}<article><h1>{title}</h1>{told}</article></body></html>"
    ).encode()


def words(count, seed):
    """Return that many words of a language that nobody speaks, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  no secret
    letters = "abcdefghiklmnoprstuvz"
    made = ("".join(chance.choices(letters, k=chance.randint(3, 9))) for _ in range(count))
    return " ".join(made)


def photograph(seed, kind="JPEG", size=(320, 240), **how):
    """Return a picture with enough in it to be known again, the same for the same seed."""
    noise = random.Random(seed).randbytes(16 * 12 * 3)  # noqa: S311  no secret
    image, buffer = Image.frombytes("RGB", (16, 12), noise), io.BytesIO()
    image.resize(size, Image.Resampling.BICUBIC).save(buffer, kind, **how)
    return buffer.getvalue()
