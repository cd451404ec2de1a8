/** Puts new HTML in an element's place without taking from the reader what they opened, or where they stand in it. */

import { blog } from "./page";

const ELSEWHERE = /^(#|\/|[a-z][a-z0-9+.-]*:)/i;

/** Turns a delta's HTML into an element. Nothing in it is loaded before it stands in the page. */
export function parsed(html: string): HTMLElement | null {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  const element = template.content.firstElementChild as HTMLElement | null;
  // Deltas speak from page one's folder; the smaller pages stand deeper and have a longer way.
  if (element && blog) rebase(element, (way) => (ELSEWHERE.test(way) ? way : blog + way));
  return element;
}

/** An article of a page that stands deeper, as it would stand on page one; `deep` leads there from that page. */
export function lifted(article: HTMLElement, deep: string): HTMLElement {
  rebase(article, (way) => (way.startsWith(deep) ? way.slice(deep.length) : way));
  return article;
}

function rebase(element: HTMLElement, rebased: (way: string) => string): void {
  for (const name of ["href", "src"]) {
    for (const one of element.querySelectorAll(`[${name}]`)) one.setAttribute(name, rebased(one.getAttribute(name)!));
  }
  for (const one of element.querySelectorAll("[srcset]")) {
    const ways = one.getAttribute("srcset")!.split(/,\s+/);
    one.setAttribute("srcset", ways.map(rebased).join(", "));
  }
}

/** What scrolls by itself: the list of places, and on a phone the key events. */
const SCROLLS = ".places > .plain, .key-events ol";

export function replace(old: HTMLElement, fresh: HTMLElement): void {
  keepFolds(old, fresh);
  const focus = focusIn(old);
  const scrolled = [...old.querySelectorAll(SCROLLS)].map(({ scrollLeft, scrollTop }) => ({ left: scrollLeft, top: scrollTop }));
  const kept = playing(old, fresh);
  if (kept.size) become(old, fresh, kept);
  else old.replaceWith(fresh);
  const scrolling = (kept.size ? old : fresh).querySelectorAll(SCROLLS);
  scrolled.forEach((place, at) => scrolling[at]?.scrollTo({ ...place, behavior: "instant" }));
  if (focus >= 0) focusable(kept.size ? old : fresh)[focus]?.focus({ preventScroll: true });
}

/**
 * The players that the reader opened and that the new HTML still offers, and all that they stand in: each with what
 * takes its place there. A report that is held from now on offers none, so that its player goes too.
 */
function playing(old: HTMLElement, fresh: HTMLElement): Map<Node, Node> {
  const offers = [...fresh.querySelectorAll<HTMLElement>("a[data-player]")];
  const kept = new Map<Node, Node>();
  for (const frame of old.querySelectorAll("iframe")) {
    const at = offers.findIndex((offer) => offer.dataset.player === frame.getAttribute("src"));
    let [here, there]: (Node | null)[] = [frame, offers.splice(at, Number(at >= 0))[0] ?? null];
    while (here && there && here !== old && (here === frame || here.nodeName === there.nodeName)) {
      kept.set(here, there);
      [here, there] = [here.parentNode, there.parentNode];
    }
  }
  return kept;
}

/** Makes an element what `fresh` is around the frames in it: one that is moved would start over. */
function become(old: Element, fresh: Element, kept: Map<Node, Node>): void {
  if (old instanceof HTMLIFrameElement) return;
  for (const name of old.getAttributeNames()) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) old.setAttribute(name, value);
  for (const child of [...old.childNodes]) if (!kept.has(child)) child.remove();
  let next = old.firstChild;
  for (const child of [...fresh.childNodes]) {
    if (next && kept.get(next) === child) {
      become(next as Element, child as Element, kept);
      next = next.nextSibling;
    } else old.insertBefore(child, next);
  }
  while (next) {
    const gone = next; // its place is another now
    next = next.nextSibling;
    gone.remove();
  }
}

/** A pinned copy that the reader folded away stays folded; which one it is, its number says. */
function keepFolds(old: HTMLElement, fresh: HTMLElement): void {
  const open = new Map(folds(old).map((fold) => [fold.key, fold.element.open]));
  for (const { key, element } of folds(fresh)) element.open = open.get(key) ?? element.open;
}

function folds(within: HTMLElement): { key: string; element: HTMLDetailsElement }[] {
  return [...within.querySelectorAll("details")].map((element, at) => ({
    key: element.dataset.number ?? `at ${at}`,
    element,
  }));
}

const focusable = (within: HTMLElement): HTMLElement[] => [
  ...within.querySelectorAll<HTMLElement>("a[href], button, summary, [tabindex]"),
];

function focusIn(old: HTMLElement): number {
  const active = document.activeElement;
  return active && old.contains(active) ? focusable(old).indexOf(active as HTMLElement) : -1;
}
