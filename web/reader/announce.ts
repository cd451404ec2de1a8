/** Tells screen readers what happened in one short sentence: whole articles read aloud would drown the page. */

import { part } from "./page";

const STANDS_FOR = 5000;

let clearing = 0;

export function announce(words: string): void {
  const region = part("announce");
  if (!region || !words) return;
  region.textContent = words;
  clearTimeout(clearing);
  // Emptied, so that the same sentence counts as news the next time.
  clearing = window.setTimeout(() => (region.textContent = ""), STANDS_FOR);
}
