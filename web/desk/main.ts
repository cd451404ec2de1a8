/** The desk's page: everything here helps; without it, plain forms do the same work. */
import htmx from "htmx.org";

import { bringPasted } from "./bring";
import { walkClaims } from "./claims";
import { keepDrafts } from "./drafts";
import { fillInserts } from "./insert";
import { listenToKeys } from "./keys";
import { watchList } from "./list";
import { sendOnce } from "./once";
import { offerPasskeys } from "./passkeys";
import { warnOfSourcing } from "./warnings";
import { keepPresence } from "./presence";
import { keepWire } from "./wire";
import { workTheScreen } from "./screen";
import { keepUnsent } from "./unsent";

// The page's policy forbids eval and inline styles; htmx does without both.
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.historyEnabled = false;
htmx.config.historyCacheSize = 0;
htmx.config.defaultSettleDelay = 0; // nothing here is animated: a decision shows 20 ms earlier

// A refusal is a part of the page with its words in it; anything else that failed is not.
document.addEventListener("htmx:beforeSwap", (event) => {
  const detail = (event as CustomEvent).detail;
  const html = detail.xhr.getResponseHeader("Content-Type")?.startsWith("text/html");
  if ([400, 403, 409].includes(detail.xhr.status) && html) {
    detail.shouldSwap = true;
    detail.isError = false;
  }
});

const write = document.querySelector<HTMLFormElement>("#write");
const keeper = write ? keepDrafts(write) : null;
if (write) fillInserts(write);
if (write) bringPasted(write);
if (write) warnOfSourcing(write);
keepUnsent();
sendOnce();
watchList();
walkClaims(workTheScreen());
keepWire();
keepPresence();
listenToKeys(write, keeper);
offerPasskeys();

for (const field of document.querySelectorAll<HTMLInputElement>("[data-select]")) {
  field.addEventListener("focus", () => field.select());
}
