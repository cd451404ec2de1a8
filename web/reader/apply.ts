/** Brings the page to a newer revision: after each it is what a fresh page would be. */

import { announce } from "./announce";
import * as arrivals from "./arrivals";
import { chartChanged, keepChart } from "./chart";
import type { Change, Delta, Head } from "./delta";
import * as freshness from "./freshness";
import { label } from "./labels";
import { articles, entries, homeOf, kind, movedTo, now, numberOf, part, span } from "./page";
import { keepingPlace, reached } from "./place";
import { lifted, parsed, replace } from "./replace";

const REGIONS = ["bar-links", "masthead", "key-events", "situation", "pinned", "pager"];

/** An embed page shows this many and no more. */
const EMBEDDED = 5;

/** Only these grow; the others mend what they show, and count what is new elsewhere. */
const grows = kind === "index" || kind === "embed";

let first = 0;

export function applyDelta(delta: Delta): void {
  if (delta.rev <= now.rev) return;
  keepingPlace(() => {
    if (kind === "index") for (const [id, html] of Object.entries(delta.regions)) putRegion(id, parsed(html));
    for (const { number, change, html } of delta.entries) put(number, change, parsed(html));
    first = delta.first;
    prune();
    standsAt(delta);
  });
}

/** Takes over a freshly loaded copy of this very page. */
export function applyPage(page: Document): void {
  const { rev = "0", state = "live" } = page.body.dataset;
  if (Number(rev) <= now.rev) return;
  const shown = shownIn(page);
  const { highest } = span();
  keepingPlace(() => {
    if (kind === "index") for (const id of REGIONS) putRegion(id, adopted(page.getElementById(id)));
    first = Math.min(...shown.map(numberOf));
    for (const article of shown) {
      const number = numberOf(article);
      const here = part(`u${number}`);
      if (here && bare(here) === bare(article)) continue;
      put(number, here || number < highest ? "changed" : "added", adopted(article));
    }
    prune();
    const title = page.querySelector("h1")?.textContent ?? "";
    standsAt({ rev: Number(rev), state, title, updated: page.getElementById("freshness")?.dataset.updated ?? "" });
  });
}

/** Where the updates stand for good that the reader has in sight below what page one holds now. */
export function pagesBelow(page: Document): string[] {
  const lowest = Math.min(...shownIn(page).map(numberOf));
  if (kind !== "index") return [];
  const staying = articles().map(numberOf).filter((number) => number < lowest && reached(part(`u${number}`)!));
  return [...new Set(staying.map((number) => homeOf(number).split("#")[0]))];
}

/** Takes over what stands here of a page of older updates. */
export function applyOlder(page: Document): void {
  keepingPlace(() => {
    for (const article of shownIn(page)) {
      const here = part(article.id);
      const fresh = lifted(adopted(article)!, page.body.dataset.blog ?? "");
      if (here && bare(here) !== bare(fresh)) put(numberOf(article), "changed", fresh);
    }
  });
}

const shownIn = (page: Document): HTMLElement[] => [...page.querySelectorAll<HTMLElement>("#entries > .entry")];

const adopted = (element: HTMLElement | null): HTMLElement | null => element && document.adoptNode(element);

/** An article without what the script itself writes into it. */
function bare(article: HTMLElement): string {
  const copy = article.cloneNode(true) as HTMLElement;
  copy.hidden = false;
  copy.classList.remove("arrived");
  for (const ago of copy.querySelectorAll("[data-ago]")) ago.textContent = "";
  return copy.outerHTML;
}

function putRegion(id: string, fresh: HTMLElement | null): void {
  const old = part(id);
  if (!old || fresh?.id !== id) return;
  keepChart(old, fresh);
  replace(old, fresh);
  if (id === "situation") chartChanged();
}

function put(number: number, change: Change, fresh: HTMLElement | null): void {
  const old = part(`u${number}`);
  if (!fresh) return;
  if (old) {
    fresh.hidden = old.hidden;
    if (!old.hidden) tell(change, old, fresh);
    replace(old, fresh);
  } else if (change === "added" && !grows) {
    arrivals.elsewhere();
  } else if (change === "added" || (kind === "index" && number >= first)) {
    insert(number, fresh);
    if (change === "added" && grows) arrivals.arrived(fresh);
  }
}

function insert(number: number, fresh: HTMLElement): void {
  const below = articles().find((article) => numberOf(article) < number);
  entries?.insertBefore(fresh, below ?? null);
  document.querySelector("main > .empty")?.remove();
}

/** Being pinned or marked, or a report's card, changes too, but is nothing to interrupt a reader for. */
function tell(change: Change, old: HTMLElement, fresh: HTMLElement): void {
  if (change === "changed" && corrections(fresh) > corrections(old)) announce(label("corrected"));
  if (isStone(fresh) && !isStone(old)) announce(label("withdrawn"));
}

const isStone = (article: HTMLElement): boolean => article.classList.contains("stone");

const corrections = (article: HTMLElement): number => article.querySelectorAll(".correction").length;

/** Drops what the page no longer holds; what the reader has in sight, or above, waits until they move on. */
export function prune(): void {
  for (const article of beyond()) if (kind === "embed" || !reached(article)) article.remove();
}

function beyond(): HTMLElement[] {
  if (kind === "embed") return articles().slice(EMBEDDED);
  return kind === "index" && first ? articles().filter((article) => numberOf(article) < first) : [];
}

/** The page shows all that the blog's head names. */
export function standsAt({ rev, state, title, updated }: Omit<Head, "poll">): void {
  retitle(title);
  if (rev > now.rev) forgetSummary();
  movedTo(rev, state);
  const sign = part("state");
  if (sign) {
    sign.className = `state ${state}`;
    sign.textContent = label(state);
    sign.hidden = false;
  }
  freshness.updated(updated);
}

let headline = document.querySelector("h1")?.textContent ?? "";

/** The headline also stands where no region is: in the tab, and above the updates of the smaller pages. */
function retitle(title: string): void {
  const old = headline;
  headline = title || old;
  const link = document.querySelector(".small-masthead h1 a, .embed h1 a");
  if (link) link.textContent = headline;
  arrivals.renameTab((words) => (kind === "update" ? updateInTab() : words.replace(old, () => headline)));
}

/** A permalink's tab names its update: as it was corrected, and not at all once it was taken out. */
function updateInTab(): string {
  const words = document.querySelector(".entry:not(.stone) h2:not(.visually-hidden)")?.textContent;
  return words ? `${words} – ${headline}` : headline;
}

/** What the page told search engines and previews is old now, and may hold words that were taken out. */
function forgetSummary(): void {
  for (const one of document.querySelectorAll("head > meta[property], head > meta[name=description], head > script[type='application/ld+json']")) {
    one.remove();
  }
}
