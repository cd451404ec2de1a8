/** The reader's script: an open page follows its blog and always becomes what a fresh page would be. */

import { prune } from "./apply";
import { watchArrivals } from "./arrivals";
import { watchChart } from "./chart";
import { followAnchor } from "./deep";
import { hurry, whenCaughtUp } from "./follow";
import * as freshness from "./freshness";
import { kind, now, tidy } from "./page";
import { watchPlayers } from "./players";
import { look, saving, startPolling, stopPolling } from "./poll";
import { watchShare } from "./share";
import { closeStream, openStream } from "./stream";
import { offerUnread, remember } from "./unread";

/**
 * A hidden page holds no stream: over HTTP/1.1 a browser opens six connections to a server, and six forgotten tabs
 * would keep every further page from loading.
 */
function connect(): void {
  disconnect();
  if (now.state === "closed") return;
  if (document.hidden || saving() || !("EventSource" in window)) startPolling(false);
  else openStream();
}

function disconnect(): void {
  closeStream();
  stopPolling();
}

/** A blog that was closed may be opened again, so it changes both ways. */
let state = now.state;
function ifStateChanged(): void {
  if (now.state === state) return;
  state = now.state;
  connect();
}

/** The network or the reader went or came: what was missed in between is wanted now, after the close too. */
function comeBack(): void {
  connect();
  if (document.hidden) return;
  remember();
  hurry();
  void look();
}

tidy();
followAnchor();
offerUnread();
remember();
freshness.watchFreshness();
watchShare();
watchPlayers();
watchChart();
watchArrivals(remember);
addEventListener("hashchange", followAnchor);
addEventListener("scroll", prune, { passive: true });

whenCaughtUp(ifStateChanged);
connect();
if (now.state !== "closed" && (kind === "page" || kind === "update")) void look();
addEventListener("online", comeBack);
addEventListener("offline", freshness.outOfTouch);
document.addEventListener("visibilitychange", comeBack);
// A page with an open stream cannot wait in the browser's back-forward cache.
addEventListener("pagehide", disconnect);
addEventListener("pageshow", (event) => {
  if (event.persisted) comeBack();
});
