/** Keeps the reader's place: what is on the screen stays where it is while things above it change. */

import { articles, entries, part } from "./page";

/** Scrolled by less than this, the page counts as standing at its top. */
const NEARLY = 8;

// The browser's own anchoring would correct a second time what is corrected here.
document.documentElement.style.overflowAnchor = "none";

/** Whether nothing is being read that a new update on top would push away. */
export function atTop(): boolean {
  if (document.hidden) return false; // whoever comes back to the tab should see that something came
  return scrollY < NEARLY || (entries?.getBoundingClientRect().top ?? 0) > innerHeight;
}

/** Whether an article is on the screen or above it, where taking it away would be felt. */
export const reached = (article: Element): boolean =>
  scrollY >= NEARLY && article.getBoundingClientRect().top < innerHeight;

/** Makes a change to the page, then scrolls by as much as it moved what the reader looks at. */
export function keepingPlace(change: () => void): void {
  const mark = scrollY < NEARLY ? undefined : firstInSight();
  const before = mark?.getBoundingClientRect().top ?? 0;
  change();
  const after = mark?.isConnected ? mark : part(mark?.id ?? ""); // it may have been replaced itself
  if (!after) return;
  const moved = after.getBoundingClientRect().top - before;
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: "instant" });
}

/** The key events are no mark: their rail stands still whatever happens. */
function firstInSight(): HTMLElement | undefined {
  const edge = document.querySelector(".bar")?.getBoundingClientRect().bottom ?? 0;
  const blocks = [part("masthead"), part("pinned"), ...articles()];
  return blocks.find((block): block is HTMLElement => {
    if (!block || block.hidden) return false;
    const { top, bottom } = block.getBoundingClientRect();
    return bottom > edge && top < innerHeight;
  });
}
