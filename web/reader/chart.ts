/** The map beside the updates: nothing of it loads before the reader comes to it, or asks for it. */

import { saving } from "./poll";
import { part } from "./page";

/** As wide as where the map stands beside the updates; on a phone it waits to be asked for. */
const beside = matchMedia("(min-width: 60.01rem)");

let renew: (() => Promise<void>) | undefined;
let near: IntersectionObserver | undefined;
let outdated = false;

const button = (): HTMLButtonElement | null => document.querySelector("#map > .load-map");

export function watchChart(): void {
  offer();
  document.addEventListener("click", (event) => {
    if ((event.target as Element).closest("#map > .load-map")) void open();
  });
}

/** Shows the button, which without a script would do nothing; where there is room, coming near is enough. */
function offer(): void {
  const one = button();
  if (!one) return;
  one.hidden = false;
  near?.disconnect();
  if (!beside.matches || saving()) return;
  near = new IntersectionObserver(([seen]) => seen.isIntersecting && void open());
  near.observe(one);
}

async function open(): Promise<void> {
  const block = part("map");
  const asked = button();
  near?.disconnect();
  if (!block || !asked || asked.disabled) return;
  asked.disabled = true;
  block.dataset.open = ""; // from now on it is this very element that stands in the page
  try {
    const chart = await import("../map/main");
    renew = await chart.open(block);
    if (outdated) void renew();
  } catch {
    // It may be asked for again: by a press, or in the next state of the page.
    delete block.dataset.open;
    asked.disabled = false;
    asked.textContent = (JSON.parse(block.dataset.labels ?? "{}") as Record<string, string>).failed ?? "";
    block.replaceChildren(asked);
  }
}

/** Lets a map that is open stand in the new HTML: one that is made anew would lose where the reader looks. */
export function keepChart(old: HTMLElement, fresh: HTMLElement): void {
  const drawn = old.querySelector("#map[data-open]");
  if (drawn) fresh.querySelector("#map")?.replaceWith(drawn);
}

/** The situation is another: the map follows, or is offered again. */
export function chartChanged(): void {
  if (part("map")?.dataset.open === undefined) offer();
  else if (renew) void renew();
  else outdated = true;
}
