/** A form of another page, opened where one is: mending, grouping or checking without leaving the report. */

import htmx from "htmx.org";

import { isFree } from "./listed";
import { renewToken } from "./once";
import { wordsOf } from "./refused";

const SIGN_IN = "You are signed out. What you typed stays here: sign in again in another tab, then press the key once more.";
const TYPED = ".slot form[method=post]:has(input:not([type=hidden]), textarea)";
const AWAY = "The server cannot be reached. What you typed stays here: try again.";

export interface Slot {
  /** Where the form is put. */
  place: HTMLElement;
  /** What of the other page is shown. */
  part: string;
  /** What to do once it is done, with the words that the page said and the form that was sent. */
  done: (said: string, sent?: HTMLFormElement) => void;
  /** Whether what it belongs to is no longer shown. */
  gone: () => boolean;
  say: (words: string) => void;
}

/** What was asked for last and is on its way, by the name of its place. */
const asked = new Map<string, { address: string }>();

/** Show what another page holds; what is sent from there is sent here, and comes back here. */
export async function openSlot(slot: Slot, address: string, body?: FormData, sent?: HTMLFormElement): Promise<void> {
  const from = document.activeElement;
  const before = written(slot.place);
  const { id } = slot.place;
  if (!body && asked.get(id)?.address === address) return; // a second press
  const mine = { address: body ? "" : address };
  asked.set(id, mine);
  const page = await ask(slot, address, body, sent);
  const overtaken = asked.get(id) !== mine;
  if (!overtaken) asked.delete(id);
  if (!page || slot.gone()) return;
  if (sent && !sent.isConnected) return slot.say("Not done: the form that you left was refused.");
  // What was drawn anew meanwhile is another element under the same name.
  const place = document.getElementById(id) ?? slot.place;
  // A form that was asked for later or closed, or in which one writes by now, is not replaced by this one.
  if (overtaken || (!sent && written(place) > before)) return;
  show({ ...slot, place }, page, address, document.activeElement === from || isFree(place));
  // What was refused is still typed and not sent.
  if (sent) for (const form of place.querySelectorAll<HTMLFormElement>(TYPED)) form.dataset.dirty = "yes";
}

function written(place: HTMLElement): number {
  return place.querySelectorAll(".slot form[data-dirty]").length;
}

export function closeSlots(within: ParentNode): void {
  for (const open of within.querySelectorAll(".slot")) open.remove();
}

async function ask(slot: Slot, address: string, body?: FormData, sent?: HTMLFormElement): Promise<Document | null> {
  try {
    const answer = await fetch(address, { method: body ? "POST" : "GET", body });
    if (answer.status === 401) {
      slot.say(`Not done. ${SIGN_IN}`);
      return null;
    }
    if (!answer.headers.get("Content-Type")?.startsWith("text/html")) {
      slot.say(`Not done. ${await wordsOf(answer)}`);
      return null;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (body && answer.redirected && new URL(answer.url).pathname.startsWith("/desk/")) {
      slot.done(page.querySelector(".said[role=status]:not([hidden])")?.textContent?.trim() ?? "Done.", sent);
      return null;
    }
    return page;
  } catch {
    slot.say(AWAY);
    return null;
  }
}

/** Put the form where it belongs; into it, unless one has gone on elsewhere. */
function show(slot: Slot, page: Document, address: string, into: boolean): void {
  const parts = [...page.querySelectorAll(slot.part)];
  if (!parts.length) {
    const refused = page.querySelector("[role=alert], .notice, main h1 + p, h1")?.textContent?.trim();
    return slot.say(page.querySelector("form[action*=login]") ? SIGN_IN : `Not done. ${refused ?? ""}`);
  }
  closeSlots(slot.place);
  const box = document.createElement("div");
  box.className = "slot";
  const notice = page.querySelector("main > .notice");
  box.append(...(notice ? [document.adoptNode(notice)] : []), ...parts.map((one) => document.adoptNode(one)));
  const left = box.querySelector<HTMLElement>("[data-leave]") ?? leave();
  if (!box.contains(left)) box.append(left);
  left.addEventListener("click", (event) => (event.preventDefault(), closeAt(slot.place)));
  box.append(whole(address));
  slot.place.append(box);
  htmx.process(box);
  for (const form of box.querySelectorAll("form")) sendFrom(form, slot, address);
  if (!into) return;
  box.scrollIntoView({ block: "nearest" });
  const wrong = box.querySelector<HTMLElement>(".wrong :is(input, textarea, select), [role=alert]");
  const found = box.querySelector<HTMLElement>(".found button");
  (wrong ?? found ?? box.querySelector<HTMLElement>("textarea, input:not([type=hidden]), select, button:not(.hidden)"))?.focus();
}

function sendFrom(form: HTMLFormElement, slot: Slot, address: string): void {
  delete form.dataset.once;
  form.addEventListener("input", () => (form.dataset.dirty = "yes"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (form.classList.contains("htmx-request")) return slot.say("This form is being sent.");
    renewToken(form);
    // An attribute, since a field may be called `action` too.
    const to = form.getAttribute("action") || address;
    const data = new FormData(form, event.submitter);
    if (form.method !== "get") return void sending(form, openSlot(slot, to, data, form));
    const asked = new URL(to, location.href);
    asked.search = String(new URLSearchParams(data as unknown as Record<string, string>));
    void openSlot(slot, asked.href);
  });
}

/** While it is on its way nothing more is typed into it: an answer may put another in its place. */
async function sending(form: HTMLFormElement, answered: Promise<void>): Promise<void> {
  const fields = [...form.querySelectorAll<HTMLInputElement>("input, textarea")].filter((one) => !one.readOnly);
  form.classList.add("htmx-request");
  for (const one of fields) one.readOnly = true;
  await answered;
  form.classList.remove("htmx-request");
  for (const one of fields) one.readOnly = false;
}

function leave(): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "small quiet";
  button.dataset.leave = "";
  button.textContent = "Leave it as it is";
  return button;
}

function closeAt(place: HTMLElement): void {
  asked.delete(place.id);
  closeSlots(place);
  (place.closest<HTMLElement>(".claim") ?? place.closest<HTMLElement>("section"))?.focus();
  // While a form is open nothing is drawn anew: what colleagues did meanwhile shows now.
  document.body.dispatchEvent(new CustomEvent("claims-changed"));
}

function whole(address: string): HTMLElement {
  const link = document.createElement("a");
  link.href = address;
  link.className = "help";
  link.textContent = "On a page of its own";
  return link;
}
