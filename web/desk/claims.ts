/** The list of claims: a key for each decision. */

import { hearAnswers } from "./answered";
import { chooseFromText, makeOne } from "./choosing";
import { claims, current, isSent, nextAfter } from "./listed";
import { isTyping, keyOf } from "./pressed";
import { say } from "./saying";
import { stays, unsent } from "./unsent";

/** The one screen, as far as the list of claims knows it. */
export interface Screen {
  /** Go to the next report, or the one before; into its claims where one came from claims. */
  flow(by: number, into: boolean): void;
  /** Do what a key says that belongs to no claim. */
  alone(key: string): boolean;
  /** Open what a claim's link leads to inside the claim. */
  open(link: HTMLAnchorElement, key: string): boolean;
}

const KEYS = ["a", "e", "x", "i", "u", "z", "s", "h", "o"];
let screen: Screen | null = null;

export function walkClaims(around: Screen | null): void {
  if (!around && !document.querySelector("#claims")) return;
  screen = around;
  document.addEventListener("keydown", press);
  document.addEventListener("focusin", showInText);
  hearAnswers();
  chooseFromText();
}

function press(event: KeyboardEvent): void {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping(event.target)) return;
  const key = keyOf(event);
  // A key that is held down goes through the list; it decides nothing twice.
  if (event.repeat && !"jkJK".includes(key)) return KEYS.includes(key) ? event.preventDefault() : undefined;
  if (key === "j" || key === "k") step(key === "j" ? 1 : -1);
  else if (key === "c") makeOne();
  else if (!act(key) && !screen?.alone(key)) return;
  event.preventDefault();
}

/** Mark what the claim quotes that has the focus, and bring it into sight beside the list. */
function showInText(): void {
  const id = current()?.id.slice(2);
  if (!id) return;
  const quoted: HTMLElement[] = [];
  for (const mark of document.querySelectorAll<HTMLElement>("mark[data-claims]")) {
    const on = mark.dataset.claims!.split(" ").includes(id);
    mark.classList.toggle("on", on);
    if (on) quoted.push(mark);
  }
  if (quoted[0]) bringIntoSight(quoted[0]);
}

/** Scroll the box that the text stands in, and nothing else: a page that moves takes buttons from under a hand. */
function bringIntoSight(mark: HTMLElement): void {
  const box = mark.closest<HTMLElement>(".kept-text")!;
  const scrolls = box.scrollHeight > box.clientHeight ? box : box.parentElement!;
  const above = mark.getBoundingClientRect().top - scrolls.getBoundingClientRect().top;
  const below = above + mark.offsetHeight - scrolls.clientHeight;
  if (screen && scrolls !== box) return;
  if (above < 0 || below > 0) scrolls.scrollTop += above - 24;
}

function step(by: number): void {
  const all = claims();
  const here = current();
  const next = (here ? all.indexOf(here) : by > 0 ? -1 : all.length) + by;
  if (screen && (!here || !all[next])) return screen.flow(by, here !== null);
  all[Math.max(0, Math.min(all.length - 1, next))]?.focus();
}

/** Do what a key says to the claim that has the focus; its reason is asked for first. */
function act(key: string): boolean {
  const claim = current();
  // What was opened inside the claim has its keys before the claim itself.
  const button = claim?.querySelector<HTMLElement>(`.slot [data-act="${key}"]`) ?? claim?.querySelector<HTMLElement>(`[data-act="${key}"]`);
  if (!button && claim && KEYS.includes(key)) return say("This key does nothing to the claim as it stands."), true;
  if (!button) return false;
  if (isSent(claim!)) return say("This claim is being sent."), true;
  if (keepsTyping(claim!, button)) return true;
  if (button instanceof HTMLAnchorElement && screen?.open(button, key)) return true;
  const why = button.closest("details");
  if (why && !why.open) why.open = true;
  if (why) why.querySelector<HTMLInputElement>("input:not([type=hidden])")?.focus();
  else button.click();
  // Accepting waits for nobody; but a hand with a mouse finds the button where it was.
  if (key === "a" && isSent(claim!)) nextAfter(claim!)?.focus();
  return true;
}

/** Whether something half typed in the claim would go with this decision; that is said. */
function keepsTyping(claim: HTMLElement, button: HTMLElement): boolean {
  const form = unsent(claim);
  const own = form?.closest(".slot, details");
  return Boolean(form) && !own!.contains(button) && stays(claim);
}
