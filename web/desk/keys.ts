/** Every action has a key. Nothing here throws text away. */
import type { Keeper } from "./drafts";
import { isTyping, keyOf } from "./pressed";

export function listenToKeys(form: HTMLFormElement | null, keeper: Keeper | null): void {
  const panel = document.querySelector<HTMLElement>("#keys");
  for (const button of document.querySelectorAll("[data-keys]")) {
    button.addEventListener("click", () => togglePanel(panel));
  }
  document.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.ctrlKey || event.metaKey) return withControl(event, form, keeper);
    if (event.key === "Escape") return escape(event, panel);
    if (event.altKey || isTyping(event.target)) return;
    alone(event, form, panel);
  });
}

function withControl(event: KeyboardEvent, form: HTMLFormElement | null, keeper: Keeper | null): void {
  // A form that is open is meant before the composer, unless one writes there.
  const at = event.target as Element;
  const inside = form?.contains(at) ? null : at.closest<HTMLFormElement>(".slot form") ?? document.querySelector<HTMLFormElement>(".slot form:has(button.primary)");
  if (event.key === "Enter" && inside) return void press(event, inside, "button.primary");
  if (!form) return;
  if (event.key === "Enter") press(event, form, "button.primary[name=action]");
  if (keyOf(event) === "s" && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    if (!press(event, form, "button[name=action][value=draft]")) keeper?.keepNow();
  }
}

function press(event: Event, form: HTMLFormElement, which: string): boolean {
  const button = form.querySelector<HTMLButtonElement>(which);
  if (!button) return false;
  event.preventDefault();
  form.requestSubmit(button);
  return true;
}

function alone(event: KeyboardEvent, form: HTMLFormElement | null, panel: HTMLElement | null): void {
  const acts: Record<string, () => void> = {
    n: () => startNew(form),
    "/": () => document.querySelector<HTMLElement>("#find, #wire-q")?.focus(),
    "?": () => togglePanel(panel),
    j: () => step(1),
    k: () => step(-1),
    e: edit,
  };
  const key = keyOf(event);
  const act = acts[key];
  const elsewhere = document.querySelector("#wire-column, #claims") && "njke".includes(key);
  if (!act || elsewhere) return;
  event.preventDefault();
  act();
}

/** Something new: in the composer itself where nothing stands in it yet, else on the next page. */
function startNew(form: HTMLFormElement | null): void {
  const fields = form?.querySelectorAll<HTMLInputElement>("[name=headline], [name=place], [name=body]");
  const begun = !fields || form?.dataset.update || [...fields].some((field) => field.value);
  if (begun) document.querySelector<HTMLElement>("[data-new]")?.click();
  else fields[0].focus();
}

/** Leave a field or close the panel: the text stays where it is. */
function escape(event: Event, panel: HTMLElement | null): void {
  if (panel && !panel.hidden) togglePanel(panel);
  else if (isTyping(event.target)) leave(event.target as HTMLElement);
}

/** Out of a field, but not out of the claim that it stands in: the next key is meant for that. */
function leave(field: HTMLElement): void {
  const around = field.closest<HTMLElement>(".claim, #report");
  if (around) around.focus();
  else field.blur();
}

function togglePanel(panel: HTMLElement | null): void {
  if (!panel) return;
  panel.hidden = !panel.hidden;
  document.querySelector(".keys-button")?.setAttribute("aria-expanded", String(!panel.hidden));
}

function shown(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>(".updates li:not([hidden]) > a")];
}

function step(by: number): void {
  const links = shown();
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  const current = links.findIndex((link) => link.ariaCurrent === "true");
  const from = at >= 0 ? at : current >= 0 ? current : by > 0 ? -1 : links.length;
  links[Math.max(0, Math.min(links.length - 1, from + by))]?.focus();
}

function edit(): void {
  const links = shown();
  const focused = links.find((link) => link === document.activeElement);
  if (focused && focused.ariaCurrent !== "true") focused.click();
  else document.querySelector<HTMLElement>("#write textarea[name=body]")?.focus();
}
