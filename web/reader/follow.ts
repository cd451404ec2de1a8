/** Follows the head: every revision in its order, none twice, none lost, however the network behaves. */

import { applyDelta, applyOlder, applyPage, pagesBelow, standsAt } from "./apply";
import { fetchDelta, fetchHead, fetchPage, Gone, type Head } from "./delta";
import * as freshness from "./freshness";
import { kind, now } from "./page";

/** Further behind than this, the page itself is the shorter way. */
const FAR = 40;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;

/** A small page is written when its own updates change: it names an old revision, and no state. */
const small = kind === "page" || kind === "update";

let goal = now.rev;

/** Until a small page was held against the head once, what came before it was loaded would count as new. */
let certain = !small;
let wait = FIRST_WAIT;
let busy = false;
let retry = 0;
let afterwards: () => void = () => undefined;

export function whenCaughtUp(then: () => void): void {
  afterwards = then;
}

/** Whether the page lacks nothing that it knows of. */
export const upToDate = (): boolean => now.rev >= goal;

/** The newest revision is said to be `rev`. */
export function headIs(rev: number): void {
  if (rev && rev <= now.rev) certain = true;
  if (!(rev > goal)) return;
  goal = rev;
  hurry();
}

/** Tries at once what waits for its next try. */
export function hurry(): void {
  clearTimeout(retry);
  if (!busy && now.rev < goal) void catchUp();
}

async function catchUp(): Promise<void> {
  busy = true;
  try {
    while (now.rev < goal) await step();
    wait = FIRST_WAIT;
  } catch {
    // Whatever failed, the revision is still wanted: `goal` stands.
    freshness.outOfTouch();
    retry = window.setTimeout(hurry, wait * (0.75 + Math.random() / 2));
    wait = Math.min(wait * 2, LONGEST_WAIT);
  } finally {
    busy = false;
  }
  if (now.rev >= goal) afterwards();
}

async function step(): Promise<void> {
  if (!certain || goal - now.rev > FAR) return reload();
  try {
    const delta = await fetchDelta(now.rev + 1);
    if (delta.reload) return await reload();
    applyDelta(delta);
    freshness.inTouch();
  } catch (error) {
    if (!(error instanceof Gone)) throw error;
    await reload();
  }
}

async function reload(): Promise<void> {
  if (small) return reloadSmall();
  const before = now.rev;
  const page = await fetchPage();
  // What the reader still has in sight below it may have been withdrawn meanwhile: no later revision says so.
  const older = await Promise.all(pagesBelow(page).map((path) => fetchPage(path, "page")));
  older.forEach(applyOlder);
  applyPage(page);
  // A cache on the way may still hold the old page; then it is tried again later.
  if (now.rev <= before) throw new Error("the page is no newer");
  freshness.inTouch();
}

/** What a small page shows is at least as new as the head that was read before it, and may be newer. */
async function reloadSmall(): Promise<void> {
  const before = now.rev;
  const head = await fetchHead();
  applyPage(await fetchPage());
  if (head.rev >= now.rev) standsAt(head);
  certain = true;
  if (now.rev <= before && now.rev < goal) throw new Error("the head is no newer");
  freshness.inTouch();
}

/** The head was read: a small page that lacks nothing learns the blog's state from it. */
export function seen(head: Head): void {
  headIs(head.rev);
  if (!small || head.rev !== now.rev) return;
  standsAt(head);
  afterwards();
}
