/** Puts new HTML in an element's place without taking from the reader what they opened, or where they stand in it. */

import { blog } from "./page";

const ELSEWHERE = /^(#|\/|[a-z][a-z0-9+.-]*:)/i;

const rebased = (way: string): string => (ELSEWHERE.test(way) ? way : blog + way);

/** Turns a delta's HTML into an element. Nothing in it is loaded before it stands in the page. */
export function parsed(html: string): HTMLElement | null {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  const element = template.content.firstElementChild as HTMLElement | null;
  if (element && blog) rebase(element);
  return element;
}

/** Deltas speak from page one's folder; the smaller pages stand deeper and have a longer way. */
function rebase(element: HTMLElement): void {
  for (const name of ["href", "src"]) {
    for (const one of element.querySelectorAll(`[${name}]`)) one.setAttribute(name, rebased(one.getAttribute(name)!));
  }
  for (const one of element.querySelectorAll("[srcset]")) {
    const ways = one.getAttribute("srcset")!.split(/,\s+/);
    one.setAttribute("srcset", ways.map(rebased).join(", "));
  }
}

export function replace(old: HTMLElement, fresh: HTMLElement): void {
  keepFolds(old, fresh);
  const focus = focusIn(old);
  old.replaceWith(fresh);
  if (focus >= 0) focusable(fresh)[focus]?.focus({ preventScroll: true });
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
