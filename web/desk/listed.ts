/** The claims that are listed here, and the one that has the focus. */

export function claims(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(".claim")];
}

export function current(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>(".claim") ?? null;
}

/** Whether a decision about it is on its way. */
export function isSent(claim: Element): boolean {
  return claim.querySelector("form.htmx-request") !== null;
}

/** Whether the focus may be given to something else there: it is within it, or on nothing. */
export function isFree(within: Element): boolean {
  const at = document.activeElement;
  return !at || at === document.body || within.contains(at);
}

/** The next claim that waits for a decision. */
export function nextAfter(claim: HTMLElement): HTMLElement | undefined {
  const after = claims().slice(claims().indexOf(claim) + 1);
  return after.find((one) => one.matches(".proposed") && !isSent(one));
}

/** Go to the first claim that waits for a decision, or the first of all. */
export function intoClaims(): void {
  const all = claims();
  const first = all.find((one) => one.matches(".proposed")) ?? all[0];
  (first ?? document.querySelector<HTMLElement>("#report"))?.focus();
}
