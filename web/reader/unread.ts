/** Remembers how far a reader read this blog, in their own browser only, and offers to go on from there. */

import { counted } from "./labels";
import { articles, homeOf, kind, numberOf, part, span } from "./page";

const key = `dateline:read:${new URL(".", location.href).pathname}`;

function lastRead(): number {
  try {
    return Number(localStorage.getItem(key)) || 0;
  } catch {
    return 0; // storage may be switched off
  }
}

/** What stands shown counts as read, once the page is looked at. */
export function remember(): void {
  if (kind !== "index" || document.hidden) return;
  const shown = articles().filter((article) => !article.hidden);
  const highest = Math.max(0, ...shown.map(numberOf));
  try {
    if (highest > lastRead()) localStorage.setItem(key, String(highest));
  } catch {
    // Full or switched off: then nothing is offered next time.
  }
}

export function offerUnread(): void {
  const box = part("unread");
  const link = box?.querySelector("a");
  const seen = lastRead();
  const { lowest, highest } = span();
  if (kind !== "index" || !box || !link || !seen || highest <= seen) return;
  const next = seen + 1;
  link.href = next >= lowest ? `#u${next}` : homeOf(next);
  link.textContent = counted("unread", highest - seen);
  link.addEventListener("click", () => (box.hidden = true));
  box.hidden = false;
}
