"""A page as a reader saw it: a screenshot, the page its scripts built, and all that it loaded."""

from dateline.archive.rendering.renderer import Renderer, why_not
from dateline.archive.rendering.values import Bounds, Rendered, RenderError

__all__ = ["Bounds", "RenderError", "Rendered", "Renderer", "why_not"]
