/** Keeps what is typed: on the server every moment, in this browser while the server is away. */

import { isAway } from "./link";
import { forget, leftovers, type Local, store } from "./local";
import { offerText } from "./offered";
import { renewToken } from "./once";
import { wordsOf } from "./refused";
import { linkToSignIn, SignedOut } from "./signed_out";

const PAUSE = 800;
const RETRY = 8000;
const KEEPALIVE_LIMIT = 60_000; // browsers refuse larger bodies of requests that outlive a page
const TYPING = "Typing…";
const FIELDS = ["draft", "based_on", "headline", "place", "body", "byline"];

/** When the server kept a text; `saved` where it is an update already, or why it was refused. */
interface Sent {
  kept?: string;
  saved?: boolean;
  refused?: string;
}

export interface Keeper {
  keepNow(): void;
}

/** What readers would see of a text: without its draft's name, and what it is based on. */
function wordsIn({ headline, place, body, byline }: Record<string, string>): string {
  return JSON.stringify([headline, place, body, byline]);
}

/** A new UUID; pages that are served without TLS have no `randomUUID`. */
function newName(): string {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

export function keepDrafts(form: HTMLFormElement): Keeper {
  const blog = form.dataset.blog ?? "";
  const address = form.dataset.keep ?? "";
  const status = document.querySelector<HTMLElement>("#status");
  let stands = status?.textContent ?? ""; // what the line says of what the server has
  let typed = form.dataset.dirty === undefined ? snapshot() : "";
  let timer = 0;
  let submitted = false;
  let went = ""; // the text that this page sent with the form itself
  let signedOut = false;
  let away = false;
  let sure = false; // the server has just answered, whatever the last beat said
  let sending: Promise<void> = Promise.resolve();

  function value(name: string): string {
    return form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? "";
  }
  function fields(): Record<string, string> {
    return Object.fromEntries(FIELDS.map((name) => [name, value(name)]));
  }
  function snapshot(): string {
    return JSON.stringify(fields());
  }
  function say(words: string, trouble = false): void {
    if (!status) return;
    status.textContent = `· ${words}`;
    status.classList.toggle("bad", trouble);
  }
  function key(draft: string): string {
    return `dateline:${blog}:${draft}`;
  }

  /** Send one text; return what the server says of it. */
  async function send(local: Local): Promise<Sent> {
    const body = new URLSearchParams({
      ...local.fields,
      update: local.update,
      csrfmiddlewaretoken: renewToken(form),
    });
    const keepalive = body.toString().length < KEEPALIVE_LIMIT;
    const headers = { "HX-Request": "true" }; // answers in words, never with a sign-in page
    const answer = await fetch(address, { method: "POST", body, keepalive, headers });
    signedOut = answer.status === 401;
    if (signedOut) throw new SignedOut();
    if (answer.headers.get("Content-Type")?.startsWith("application/json")) return answer.json();
    return { refused: answer.ok ? "" : await wordsOf(answer) };
  }

  async function keep(): Promise<void> {
    const now = snapshot();
    if (submitted) return;
    if (now === typed && !away) return nothingNew();
    const local: Local = { at: Date.now(), update: form.dataset.update ?? "", fields: fields() };
    store(key(local.fields.draft), local);
    try {
      const answer = await send(local);
      away = false;
      if (!answer.kept) throw new Error(answer.refused);
      if (answer.saved && wordsIn(local.fields) !== went) return await keepApart(local);
      typed = now;
      forget(key(local.fields.draft));
      stands = `· Draft saved ${answer.kept}`;
      if (snapshot() === now) say(`Draft saved ${answer.kept}`);
    } catch (error) {
      complain(error as Error);
      again(RETRY);
    }
  }

  /** What the form held is saved already; what was typed since becomes a draft of its own. */
  function keepApart(local: Local): Promise<void> {
    forget(key(local.fields.draft));
    renameDraft();
    return keep();
  }

  function renameDraft(): void {
    const field = form.querySelector<HTMLInputElement>("[name=draft]");
    if (field) field.value = newName();
  }

  /** What was typed was taken back, or is what the server has: the line does not say otherwise. */
  function nothingNew(): void {
    if (status?.textContent === `· ${TYPING}`) status.textContent = stands;
  }

  function complain(error: Error): void {
    away = error instanceof TypeError;
    const words = error instanceof TypeError ? "" : error.message;
    if (!(error instanceof SignedOut)) {
      say(`Kept in this browser, not yet on the server. ${words}`, true);
    } else if (!status?.querySelector("a")) {
      say("You are signed out. What you type is kept in this browser. ", true);
      status?.append(linkToSignIn());
    }
  }

  function again(pause: number): void {
    window.clearTimeout(timer);
    timer = window.setTimeout(keepNow, pause);
  }
  function keepNow(): void {
    window.clearTimeout(timer);
    sending = sending.then(keep);
  }

  form.addEventListener("input", (event) => {
    const field = event.target as HTMLInputElement;
    if (FIELDS.includes(field.name)) {
      if (submitted) renameDraft(); // what was sent is saved under the old name, and its draft dropped
      submitted = false;
      say(TYPING);
      again(PAUSE);
    }
  });
  /** Stay here while nobody is signed in or the server is away; else send the form. */
  async function sendLater(button: HTMLElement | null): Promise<void> {
    delete form.dataset.sent;
    const pressed = snapshot();
    if (!signedOut) say("Being sent…");
    keepNow();
    await sending;
    if (signedOut) status?.querySelector("a")?.focus();
    else if (away) say("Not sent: the server cannot be reached. The text is kept; send it again then.", true);
    else if (snapshot() !== pressed) say("Not sent: you went on typing. Send it again.", true);
    else {
      sure = true;
      form.requestSubmit(button);
    }
  }

  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    away ||= !sure && isAway();
    sure = false;
    if (signedOut || away) {
      event.preventDefault();
      void sendLater(event.submitter);
      return;
    }
    window.clearTimeout(timer);
    if (snapshot() !== typed) {
      store(key(value("draft")), {
        at: Date.now(),
        update: form.dataset.update ?? "",
        fields: fields(),
      });
    }
    went = wordsIn(fields());
    submitted = true;
  });
  window.addEventListener("pagehide", () => void keep());
  document.addEventListener("click", (event) => {
    // Sent before the next page is asked for, so that it shows the text already.
    if ((event.target as Element).closest("a[href]")) keepNow();
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) submitted = false;
  });
  window.addEventListener("online", keepNow);
  window.addEventListener("focus", () => {
    if (signedOut) keepNow(); // back from the tab in which someone signed in
  });

  /** What an earlier page could not send goes to the server now, or is offered here. */
  async function bringBack(): Promise<void> {
    let brought = 0;
    const before = snapshot();
    for (const [name, local] of leftovers(`dateline:${blog}:`)) {
      try {
        const answer = await send(local);
        if (!answer.kept) throw new Error(answer.refused);
        forget(name);
        brought += 1;
        if (!answer.saved && snapshot() === before && belongs(local)) take(local);
        else if (local.fields.draft === value("draft")) typed = ""; // the server has that older text now
      } catch {
        if (local.fields.draft !== value("draft")) offerText(local, () => take(local), () => forget(name));
      }
    }
    if (brought) document.body.dispatchEvent(new CustomEvent("list-changed"));
  }

  /** Whether a text is what stands here, only newer; or nothing does, and no list shows it. */
  function belongs(local: Local): boolean {
    if (snapshot() !== typed || local.update !== (form.dataset.update ?? "")) return false;
    const empty = !value("headline") && !value("body");
    return local.fields.draft === value("draft") || (empty && !document.querySelector(".updates"));
  }

  function take(local: Local): void {
    if (local.update !== (form.dataset.update ?? "")) {
      window.location.assign(`/desk/updates/${local.update}/`);
      return;
    }
    keepNow();
    for (const [name, text] of Object.entries(local.fields)) {
      const field = form.querySelector<HTMLInputElement>(`[name="${name}"]`);
      if (field) field.value = text;
    }
    form.querySelector("[name=body]")?.dispatchEvent(new Event("input", { bubbles: true }));
  }

  void bringBack();
  if (form.dataset.dirty !== undefined) again(PAUSE);
  return { keepNow };
}
