/** The one screen: the wire beside a report beside the composer, each a key away. */

import htmx from "htmx.org";

import type { Screen } from "./claims";
import { current, intoClaims, isFree } from "./listed";
import { renewToken } from "./once";
import { wordsOf } from "./refused";
import { say } from "./saying";
import { closeSlots, openSlot } from "./slot";
import { stays } from "./unsent";
import { useClaim } from "./using";

const SIGNED_OUT = "The report could not be shown. If you were signed out, sign in again in another tab.";
const RENEW_AGAIN = 5_000;
const FORMS: Record<string, string> = {
  e: "form.sheet",
  o: "form.sheet",
  i: ".claim > p:not(.dl), .choices, .claim > .none, .new-incident, form:has(> .find)",
};
/** The pages that a claim's keys open, and what of them is shown in the claim. */

export function workTheScreen(): Screen | null {
  const column = document.querySelector<HTMLElement>("#wire-column");
  const pane = document.querySelector<HTMLElement>("#report");
  const write = document.querySelector<HTMLFormElement>("#write");
  if (!column || !pane || !write) return null;
  const text = write.querySelector<HTMLTextAreaElement>("textarea[name=body]")!;
  let here = pane.dataset.report ?? "";
  let page = "";
  let asked = new AbortController();
  let begun = 0;
  let renewals = 0;
  let owed = false; // what colleagues did while somebody was busy here

  function rows(): HTMLAnchorElement[] {
    return [...column!.querySelectorAll<HTMLAnchorElement>("#wire a.row")].filter((row) => row.offsetParent);
  }
  function row(): HTMLAnchorElement | undefined {
    return rows().find((one) => one.id === `r-${here}`);
  }

  async function show(link: HTMLAnchorElement, into = false): Promise<void> {
    if (stays(pane!)) return;
    const from = document.activeElement;
    here = link.id.slice(2);
    page = "";
    mark();
    asked.abort();
    asked = new AbortController();
    pane!.setAttribute("aria-busy", "true");
    const { signal } = asked;
    if (!(await fill(link.href, signal, writes))) {
      if (signal.aborted) return;
      here = pane!.dataset.report ?? "";
      return mark();
    }
    pane!.scrollTop = 0;
    pane!.dataset.report = here;
    write!.querySelector<HTMLInputElement>("[name=report]")!.value = here;
    history.replaceState(null, "", link.href);
    isRead(link);
    if (matchMedia("(max-width: 720px)").matches) pane!.scrollIntoView();
    if (into && (document.activeElement === from || isFree(pane!))) intoClaims();
  }

  /** What the server notes by itself, shown at once; the next renewal of the wire brings the same. */
  function isRead(link: HTMLAnchorElement): void {
    const row = link.closest(".w-row.unread");
    row?.classList.remove("unread");
    row?.querySelector(".hidden")?.remove();
    const count = document.querySelector("#unread");
    if (row && count) count.textContent = (count.textContent ?? "").replace(/\d+/, (n) => String(Math.max(0, +n - 1)));
  }

  /** Whether somebody is in the middle of something here that must not be drawn anew. */
  function busy(): boolean {
    return opened() || pane!.ariaBusy === "true" || !!pane!.querySelector(".claim [role=alert], #words:not(:placeholder-shown)");
  }
  function opened(): boolean {
    return !!pane!.querySelector(".slot, details.why[open], .htmx-request, #words:focus");
  }

  /** Whether somebody began to write here while another report was on its way; that is said. */
  function writes(): boolean {
    const field = pane!.querySelector(":is(input, textarea, select):focus");
    if (!field) return stays(pane!);
    say("You write here: the other report was not opened.");
    return true;
  }

  async function fill(address: string, signal?: AbortSignal, unless = () => false): Promise<boolean> {
    try {
      const answer = await fetch(address, { headers: { "HX-Request": "true" }, signal });
      if (!answer.ok) throw new Error(await wordsOf(answer));
      const html = await answer.text();
      pane!.removeAttribute("aria-busy");
      if (unless()) return false;
      pane!.innerHTML = html; // our own server's, as htmx would put it there
      htmx.process(pane!);
      return true;
    } catch (error) {
      if ((error as Error).name !== "AbortError") complain(error as Error);
      return false;
    }
  }

  function complain(error: Error): void {
    pane!.removeAttribute("aria-busy");
    if (!document.querySelector("#said")) pane!.innerHTML = `<p id="said" class="notice" role="alert"></p>`;
    say(error instanceof TypeError ? "The server cannot be reached. It is tried again when you press the key." : error.message || SIGNED_OUT);
  }

  /** Show what changed in the report that is open; the claim and the place on the page stay. */
  async function renew(said = "", asked = current()?.id, unless = () => false): Promise<boolean> {
    if (!here) return true;
    const mine = ++renewals;
    const top = pane!.scrollTop;
    const words = pane!.querySelector(".kept-text")?.scrollTop ?? 0;
    const from = address();
    let claim = asked; // or where one has gone meanwhile; the composer keeps what is typed in it
    let told = said; // or what was said meanwhile
    const meanwhile = () => {
      claim = current()?.id ?? (isFree(pane!) ? asked : undefined);
      told ||= document.querySelector("#said")?.textContent ?? "";
      return mine !== renewals || address() !== from || unless();
    };
    if (!(await fill(from, undefined, meanwhile))) return false;
    pane!.scrollTop = top;
    pane!.querySelector(".kept-text")?.scrollTo(0, words);
    if (claim) document.getElementById(claim)?.focus({ preventScroll: true });
    if (told) say(told);
    return true;
  }

  /** Show what colleagues changed, as soon as nobody is in the middle of something. */
  function catchUp(): void {
    const before = begun; // what was asked for before a decision shows the claim as it was
    owed = busy();
    if (owed) return;
    const drawn = renew("", undefined, () => (owed = busy() || begun !== before));
    void drawn.then((done) => done || owed || window.setTimeout(catchUp, RENEW_AGAIN));
  }

  function address(): string {
    return `${column!.dataset.screen}${here}/${page}`;
  }

  /** Go to the report's next claims, or those before. */
  async function turn(link: HTMLAnchorElement): Promise<void> {
    if (stays(pane!) || here !== pane!.dataset.report) return; // another report is on its way
    const from = document.activeElement;
    asked.abort();
    asked = new AbortController();
    if (!(await fill(link.href, asked.signal, writes))) return;
    page = link.search;
    if (document.activeElement !== from && !isFree(pane!)) return;
    const all = pane!.querySelectorAll<HTMLElement>(".claim");
    all[link.rel === "prev" ? all.length - 1 : 0]?.focus();
  }

  function mark(): void {
    for (const one of rows()) {
      if (one.id === `r-${here}`) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    }
  }

  function step(by: number, into: boolean): void {
    const more = pane!.querySelector<HTMLAnchorElement>(`#claims > nav a[rel=${by > 0 ? "next" : "prev"}]`);
    if (into && current() && more) return void turn(more);
    const all = rows();
    const at = all.findIndex((one) => one.id === `r-${here}`);
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
    if (!next) return say(by > 0 ? "That was the last report here." : "That is the newest report.");
    if (!into) next.focus();
    next.scrollIntoView({ block: "nearest" });
    void show(next, into);
  }

  column.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("#wire a.row");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // From the keyboard a click has no detail: it goes on into the claims.
    if (event.detail === 0 && link.id === `r-${pane.dataset.report}`) intoClaims();
    else void show(link, event.detail === 0);
  });
  pane.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (form.dataset.use !== undefined) {
      event.preventDefault();
      begun += 1;
      void useClaim(form, text);
    } else if (form.id === "choose") {
      event.preventDefault();
      renewToken(form);
      const place = pane.querySelector<HTMLElement>("#slot")!;
      if (!stays(place)) void openSlot(slotAt(place, "form.sheet"), form.action, new FormData(form));
    }
  });
  pane.addEventListener("click", (event) => {
    const check = (event.target as Element).closest<HTMLAnchorElement>("[data-check]");
    const act = (event.target as Element).closest<HTMLAnchorElement>("a[data-act]");
    const other = (event.target as Element).closest<HTMLAnchorElement>("#claims > nav a[rel]");
    if ((check && openCheck(check)) || (act && opens(act, act.dataset.act!)) || (other && (void turn(other), true))) event.preventDefault();
  });
  document.body.addEventListener("htmx:afterSettle", () => (mark(), owed && catchUp()));
  pane.addEventListener("toggle", () => owed && catchUp(), true); // a reason that is closed unsent
  pane.addEventListener("htmx:beforeRequest", () => (begun += 1));
  document.body.addEventListener("claims-changed", (event) => {
    const changed = (event as CustomEvent<string[] | null>).detail; // null: any may have
    if (!changed || changed.includes(here)) catchUp();
  });
  mark();

  function slotAt(place: HTMLElement, part: string) {
    const claim = place.closest(".claim")?.id;
    const known = new Set([...pane!.querySelectorAll(".claim")].map((one) => one.id));
    const of = pane!.dataset.report;
    const gone = () => pane!.dataset.report !== of;
    const done = async (said: string, sent?: HTMLFormElement) => {
      if (gone()) return say(said);
      if (sent) sent.closest(".slot")?.remove();
      else closeSlots(document.getElementById(place.id) ?? place);
      if (!opened()) await renew(said, claim, opened);
      if ((owed = opened())) return say(`${said} The list shows it once what is open here is sent or closed.`);
      // What was made stands where its words do: one goes on from there.
      const made = [...pane!.querySelectorAll<HTMLElement>(".claim")].find((one) => !known.has(one.id));
      if (!claim && !current() && isFree(pane!)) (made ?? pane!).focus();
    };
    return { place, part, say, done, gone };
  }
  function opens(link: HTMLAnchorElement, key: string): boolean {
    const part = FORMS[key];
    const claim = link.closest<HTMLElement>(".claim");
    if (!part || !claim) return false;
    if (!stays(claim)) void openSlot(slotAt(claim, part), link.href);
    return true;
  }
  function openCheck(link: HTMLAnchorElement): boolean {
    const place = pane!.querySelector<HTMLElement>("#slot")!;
    if (!stays(place)) void openSlot(slotAt(place, "main > form.sheet"), link.href);
    return true;
  }

  return {
    flow: step,
    open: opens,
    alone(key) {
      if (key === "n") text.focus();
      else if (key === "J" || key === "K") step(key === "J" ? 1 : -1, true);
      else if (key === "v") pane.querySelector<HTMLElement>("[data-check]")?.click();
      else if (key === "Escape" && document.querySelector("#keys:not([hidden])")) return false;
      else if (key === "Escape") (row() ?? rows()[0])?.focus();
      else return false;
      return true;
    },
  };
}
