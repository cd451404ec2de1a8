/** What is typed in a report's forms and not sent: no key and no other page takes it away unasked. */

import { claims, isSent } from "./listed";
import { say } from "./saying";

const REASONS = "details.why[open] form";

/** The first form that was opened here in which something is typed and not sent. */
export function unsent(within: ParentNode): HTMLFormElement | null {
  const opened = within.querySelector<HTMLFormElement>(".slot form[data-dirty]");
  return opened ?? [...within.querySelectorAll<HTMLFormElement>(REASONS)].find(typedIn) ?? null;
}

/** Say so where something is typed and not sent, and lead there. True where one is to stay. */
export function stays(within: ParentNode): boolean {
  const form = unsent(within);
  if (!form) return false;
  say("This form is not sent yet: send it, or close it.");
  const leave = form.closest(".slot")?.querySelector<HTMLElement>("[data-leave]");
  (leave ?? form.querySelector<HTMLElement>(FIELD))?.focus();
  return true;
}

/** Ask before another page takes the place of this one; the composer's text is kept by itself. */
export function keepUnsent(): void {
  window.addEventListener("beforeunload", (event) => {
    // A browser sends some six at a time, and drops those that wait when it leaves.
    if (unsent(document) || claims().some(isSent)) event.preventDefault();
  });
  document.addEventListener(
    "submit",
    (event) => {
      if (!(event.target as Element).matches("#write") || !waits()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

/** Whether something is on its way, or typed and not sent, that would be lost with the page. */
function waits(): boolean {
  const sent = claims().some(isSent);
  if (sent) say("A decision is being sent. Publish again in a moment.");
  return sent || stays(document);
}

const FIELD = "input:not([type=hidden])";

function typedIn(form: HTMLFormElement): boolean {
  const fields = [...form.querySelectorAll<HTMLInputElement>(FIELD)];
  return fields.some((one) => one.value !== one.defaultValue);
}
