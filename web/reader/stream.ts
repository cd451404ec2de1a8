/** Holds one stream open that says only "the head is now n"; where that does not work, the page polls. */

import { headIs } from "./follow";
import * as freshness from "./freshness";
import { blog } from "./page";
import { look, startPolling } from "./poll";

const TRIES = 3;
const AGAIN_AFTER = 5 * 60_000;

let source: EventSource | undefined;
let failed = 0;
let again = 0;

export function openStream(): void {
  closeStream();
  failed = 0;
  startPolling(true); // from the start: a proxy may swallow a stream without any error
  source = new EventSource(`${blog}stream`);
  source.onopen = () => {
    failed = 0;
    freshness.inTouch();
  };
  source.onerror = onError;
  source.addEventListener("head", (event: MessageEvent<string>) => {
    freshness.inTouch();
    headIs(revisionIn(event.data));
  });
}

/** The browser tries again by itself, unless it was refused for good: a plain folder of files has no stream. */
function onError(): void {
  failed += 1;
  if (source?.readyState !== EventSource.CLOSED && failed < TRIES) return freshness.outOfTouch();
  closeStream();
  // Refused here while looks are answered, it is tried seldom; after a server that was away, as soon as that is back.
  startPolling(false, openStream);
  void look();
  again = window.setTimeout(openStream, AGAIN_AFTER * (1 + Math.random()));
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
