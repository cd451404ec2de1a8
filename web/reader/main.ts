/** The reader's script: an open page follows its blog and always becomes what a fresh page would be. */

import { prune } from "./apply";
import { watchArrivals } from "./arrivals";
import { followAnchor } from "./deep";
import { hurry, whenClosed } from "./follow";
import * as freshness from "./freshness";
import { kind, now, tidy } from "./page";
import { look, saving, startPolling, stopPolling } from "./poll";
import { watchShare } from "./share";
import { closeStream, openStream } from "./stream";
import { offerUnread, remember } from "./unread";

function connect(): void {
  if (saving() || !("EventSource" in window)) startPolling(false);
  else openStream();
}

function disconnect(): void {
  closeStream();
  stopPolling();
}

const following = (): boolean => now.state !== "closed";

/** The network or the reader came back: what was missed in between is wanted now. */
function comeBack(): void {
  if (!following() || document.hidden) return;
  hurry();
  void look();
}

tidy();
followAnchor();
offerUnread();
remember();
freshness.watchFreshness();
watchShare();
watchArrivals(remember);
addEventListener("hashchange", followAnchor);
addEventListener("scroll", prune, { passive: true });

if (following()) {
  whenClosed(disconnect);
  connect();
  if (kind === "page" || kind === "update") void look();
  addEventListener("online", comeBack);
  addEventListener("offline", freshness.outOfTouch);
  document.addEventListener("visibilitychange", comeBack);
  // A page out of the browser's back-forward cache lost its stream.
  addEventListener("pageshow", (event) => {
    if (event.persisted && following()) connect();
  });
}
