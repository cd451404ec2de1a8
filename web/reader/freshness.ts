/** Says how fresh the page is, in the bar and beside each update, and says so when it cannot know. */

import { digits, label } from "./labels";
import { now, part } from "./page";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** A server that restarts, or a stream that the server renews, is back within this. */
const SHORT = 15_000;

/** After half a day "13 hours ago" says less than the time that stands beside it. */
const LONG = 720 * MINUTE;

const relative = new Intl.RelativeTimeFormat(digits, { numeric: "auto" });
const clock = new Intl.DateTimeFormat(digits, { hour: "2-digit", minute: "2-digit" });
const dated = new Intl.DateTimeFormat(digits, { dateStyle: "medium", timeStyle: "short" });

const sign = part("freshness");
const asServed = sign?.innerHTML ?? "";
const servedAt = sign?.dataset.updated ?? "";

let updatedAt = servedAt;
let troubleSince = 0;

/** A closed page says when that was, in the newsroom's own words. */
const closed = now.state === "closed";

function ago(at: number): string {
  const minutes = Math.max(0, Math.floor((Date.now() - at) / MINUTE));
  return minutes < 60 ? relative.format(-minutes, "minute") : relative.format(-Math.floor(minutes / 60), "hour");
}

/** The server's own words keep the newsroom's zone; only where the page has moved on since are there none. */
function updatedWords(): string {
  const at = Date.parse(updatedAt);
  return label("updated", { ago: Date.now() - at < DAY ? ago(at) : dated.format(at) });
}

function showSign(): void {
  if (!sign) return;
  const old = Date.now() - Date.parse(updatedAt) >= DAY;
  if (troubleSince) sign.textContent = troubleWords();
  else if ((old || closed) && updatedAt === servedAt) sign.innerHTML = asServed;
  else sign.textContent = updatedWords();
}

function troubleWords(): string {
  const short = navigator.onLine && Date.now() - troubleSince < SHORT;
  return short ? label("reconnecting") : label("offline", { time: clock.format(troubleSince) });
}

function showAges(): void {
  for (const one of document.querySelectorAll<HTMLElement>("[data-ago]")) {
    const at = Date.parse(one.dataset.ago ?? "");
    const words = Date.now() - at < LONG ? ago(at) : "";
    if (one.textContent !== words) one.textContent = words;
  }
}

function show(): void {
  showSign();
  showAges();
}

/** The blog's newest change is of this moment. */
export function updated(at: string): void {
  updatedAt = at || updatedAt;
  show();
}

/** The server answered. */
export function inTouch(): void {
  if (!troubleSince) return;
  troubleSince = 0;
  showSign();
}

/** It did not; of a closed blog nothing is missed by that. */
export function outOfTouch(): void {
  if (now.state === "closed") return;
  troubleSince ||= Date.now();
  showSign();
}

export function watchFreshness(): void {
  show();
  setInterval(show, MINUTE / 2);
}
