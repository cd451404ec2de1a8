/** Looks at `head.json` now and then: often enough while it is read, seldom when hidden or when data is dear. */

import { fetchHead } from "./delta";
import { seen, upToDate } from "./follow";
import * as freshness from "./freshness";

const WHEN_HIDDEN = 4;
const WHEN_SAVING = 6;
const AT_LEAST_WHEN_SAVING = 60_000;
const LONGEST = 10 * 60_000;

/** A server that went is looked for soon, then less often: at last no oftener than one that is there. */
const AFTER_FAILURE = 5000;
const LONGEST_AWAY = 60_000;

/** Beside a stream, a look now and then catches a connection that died without a word. */
const BESIDE_STREAM = 8;

let seconds = 15;
let failures = 0;
let timer = 0;
let looks = 0;
let running = false;
let besideStream = false;
let whenBack: () => void = () => undefined;

type Connection = { saveData?: boolean };

/** Whether the reader asked for less data: then no stream is held open at all. */
export function saving(): boolean {
  const { connection } = navigator as Navigator & { connection?: Connection };
  return Boolean(connection?.saveData) || matchMedia("(prefers-reduced-data: reduce)").matches;
}

function pause(): number {
  let length = seconds * 1000;
  if (failures) length = Math.min(AFTER_FAILURE * 2 ** (failures - 1), LONGEST_AWAY);
  else if (besideStream) length *= BESIDE_STREAM;
  if (document.hidden) length *= WHEN_HIDDEN;
  if (saving()) length = Math.max(length * WHEN_SAVING, AT_LEAST_WHEN_SAVING);
  // Jitter: ten thousand pages that opened on the same push must not ask in the same second.
  return Math.min(length, LONGEST) * (1 + Math.random() * 0.4);
}

/** Looks now, and goes on from there. */
export async function look(): Promise<void> {
  clearTimeout(timer);
  const mine = ++looks;
  try {
    const head = await fetchHead();
    seconds = Math.max(2, Number(head.poll) || seconds);
    const back = failures > 0;
    failures = 0;
    seen(head);
    if (upToDate()) freshness.inTouch();
    if (back && running) whenBack();
  } catch {
    if (mine !== looks) return; // a later look says how it stands
    failures += 1;
    freshness.outOfTouch();
  }
  plan();
}

function plan(): void {
  clearTimeout(timer);
  if (running) timer = window.setTimeout(() => void look(), pause());
}

/** Looks now and then; `back` is called when the server answers that did not. */
export function startPolling(withStream: boolean, back = () => {}): void {
  besideStream = withStream;
  whenBack = back;
  running = true;
  plan();
}

export function stopPolling(): void {
  running = false;
  clearTimeout(timer);
}
