/** Holds one stream open that says only "the head is now n"; where that does not work, the page polls. */

import { headIs, upToDate } from "./follow";
import * as freshness from "./freshness";
import { blog } from "./page";
import { look, startPolling } from "./poll";

const TRIES = 3;
const AGAIN_AFTER = 5 * 60_000;

/** Held for less, it only seemed to work: a proxy may end every stream as soon as it begins. */
const STEADY = 60_000;

let source: EventSource | undefined;
let failed = 0;
let openedAt = 0;
let again = 0;

export function openStream(): void {
  closeStream();
  failed = 0;
  startPolling(true); // from the start: a proxy may swallow a stream without any error
  source = new EventSource(`${blog}stream`);
  source.onopen = () => {
    openedAt = performance.now();
    inTouch();
  };
  source.onerror = onError;
  source.addEventListener("head", (event: MessageEvent<string>) => {
    headIs(revisionIn(event.data));
    inTouch();
  });
}

/** The browser tries again by itself, unless it was refused for good: a plain folder of files has no stream. */
function onError(): void {
  const held = openedAt && performance.now() - openedAt > STEADY;
  failed = held ? 1 : failed + 1;
  openedAt = 0;
  if (source?.readyState !== EventSource.CLOSED && failed < TRIES) return freshness.outOfTouch();
  closeStream();
  // Refused here while looks are answered, it is tried seldom; after a server that was away, as soon as that is back.
  startPolling(false, openStream);
  void look();
  again = window.setTimeout(openStream, AGAIN_AFTER * (1 + Math.random()));
}

function inTouch(): void {
  if (upToDate()) freshness.inTouch();
}

export function closeStream(): void {
  clearTimeout(again);
  source?.close();
  source = undefined;
}

function revisionIn(data: string): number {
  try {
    return Number((JSON.parse(data) as { rev?: unknown }).rev) || 0;
  } catch {
    return 0; // a proxy's garbage is not a revision
  }
}
