"""An update's Markdown as readers get it, rendered once per text, language and place."""

from functools import lru_cache

from django.utils.translation import gettext, override

from dateline import text

Images = tuple[tuple[str, text.Image], ...]


def words(*, for_day: bool = False) -> text.Words:
    """Return the labels inside bodies, in the active language."""
    missing = gettext("picture: see the live page") if for_day else gettext("picture not available")
    return text.Words(
        translation=gettext("Translation"),
        translated_by=gettext("Translation: {by}"),
        machine=gettext("machine translation"),
        missing_picture=missing,
        photo_credit=gettext("Photo: {credit}"),
    )


@lru_cache(maxsize=4096)
def body_html(markdown: str, images: Images, language: str, for_day: bool = False) -> str:
    """Return safe HTML. The cache only saves time: the same text always gives the same HTML."""
    with override(language):
        labels = words(for_day=for_day)
        return text.render(markdown, images=dict(images), words=labels, language=language)


@lru_cache(maxsize=4096)
def body_plain(markdown: str, language: str) -> str:
    """Return the plain text of a body, speakers and translations in words."""
    with override(language):
        return text.plain(markdown, words=words())
