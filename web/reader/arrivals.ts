/** New updates: they fade in where nothing is being read; otherwise they wait, counted, until the reader asks. */

import { announce } from "./announce";
import { counted } from "./labels";
import { articles, kind, part } from "./page";
import { atTop, keepingPlace } from "./place";

const GATHERED_FOR = 150;
const FADE = 1800;

const sign = part("arrivals");
let tab = document.title;
let elsewhereCount = 0;
let untold = 0;
let telling = 0;
let afterShown: () => void = () => undefined;

const waiting = (): HTMLElement[] => articles().filter((article) => article.hidden);

/** One update just came to stand in the page. */
export function arrived(article: HTMLElement): void {
  if (kind === "embed" || (atTop() && !waiting().length)) fadeIn(article);
  else article.hidden = true;
  tellSoon();
}

/** One update that this page has no room for: page one has it. */
export function elsewhere(): void {
  elsewhereCount += 1;
  tellSoon();
}

/** Several revisions may come at once: one sentence for all of them. */
function tellSoon(): void {
  untold += 1;
  refresh();
  clearTimeout(telling);
  telling = window.setTimeout(() => {
    announce(counted("new_updates", untold));
    untold = 0;
    afterShown();
  }, GATHERED_FOR);
}

function refresh(): void {
  const n = waiting().length + elsewhereCount;
  document.title = n ? `(${n}) ${tab}` : tab;
  if (!sign) return;
  sign.hidden = !n;
  if (n) sign.textContent = counted("new_updates", n);
}

export function renameTab(change: (words: string) => string): void {
  tab = change(tab);
  refresh();
}

function fadeIn(article: HTMLElement): void {
  article.hidden = false;
  article.classList.add("arrived");
  // Not `animationend`: under reduced motion there is none, and nothing may stay behind.
  setTimeout(() => article.classList.remove("arrived"), FADE);
}

function reveal(): HTMLElement | undefined {
  const hidden = waiting();
  hidden.forEach(fadeIn);
  refresh();
  afterShown();
  return hidden[0];
}

/** The reader asked: they and their focus go to the newest. */
function onClick(): void {
  const newest = reveal();
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  newest?.querySelector("h2")?.focus({ preventScroll: true });
  newest?.scrollIntoView({ block: "start", behavior: still ? "instant" : "smooth" });
}

/** Shows an update that waits, where a link leads to it. */
export function revealFor(id: string): void {
  if (part(id)?.hidden) keepingPlace(reveal);
}

/** Watches for the reader asking; `then` runs whenever more stands in sight. */
export function watchArrivals(then: () => void): void {
  afterShown = then;
  if (sign instanceof HTMLButtonElement) sign.addEventListener("click", onClick);
  const ifAtTop = (): void => {
    if (waiting().length && atTop()) reveal();
  };
  addEventListener("scroll", ifAtTop, { passive: true });
  document.addEventListener("visibilitychange", ifAtTop);
}
