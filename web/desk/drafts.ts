/** Keeps what is typed: on the server every moment, in this browser while the server is away. */

import { renewToken } from "./once";

const PAUSE = 800;
const RETRY = 8000;
const KEEPALIVE_LIMIT = 60_000; // browsers refuse larger bodies of requests that outlive a page
const FIELDS = ["draft", "based_on", "headline", "place", "body", "byline"];

export interface Keeper {
  keepNow(): void;
}

interface Local {
  at: number;
  update: string;
  fields: Record<string, string>;
}

export function keepDrafts(form: HTMLFormElement): Keeper {
  const blog = form.dataset.blog ?? "";
  const address = form.dataset.keep ?? "";
  const status = document.querySelector<HTMLElement>("#status");
  let typed = form.dataset.dirty === undefined ? snapshot() : "";
  let timer = 0;
  let submitted = false;
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

  /** Send one text; true when the server has it. */
  async function send(local: Local): Promise<{ kept?: string; refused?: string }> {
    renewToken(form);
    const body = new URLSearchParams({
      ...local.fields,
      update: local.update,
      csrfmiddlewaretoken: value("csrfmiddlewaretoken"),
    });
    const keepalive = body.toString().length < KEEPALIVE_LIMIT;
    const headers = { "HX-Request": "true" }; // answers in words, never with a sign-in page
    const answer = await fetch(address, { method: "POST", body, keepalive, headers });
    if (answer.headers.get("Content-Type")?.startsWith("application/json")) return answer.json();
    return { refused: answer.ok ? "" : await answer.text() };
  }

  async function keep(): Promise<void> {
    const now = snapshot();
    if (submitted || now === typed) return;
    const local: Local = { at: Date.now(), update: form.dataset.update ?? "", fields: fields() };
    store(key(local.fields.draft), local);
    try {
      const answer = await send(local);
      if (!answer.kept) throw new Error(answer.refused);
      typed = now;
      forget(key(local.fields.draft));
      say(`Draft saved ${answer.kept}`);
    } catch (error) {
      const words = error instanceof TypeError ? "" : (error as Error).message;
      say(`Kept in this browser, not yet on the server. ${words}`, true);
      again(RETRY);
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
      say("Typing…");
      again(PAUSE);
    }
  });
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    window.clearTimeout(timer);
    if (snapshot() !== typed) {
      store(key(value("draft")), {
        at: Date.now(),
        update: form.dataset.update ?? "",
        fields: fields(),
      });
    }
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

  /** What an earlier page could not send goes to the server now, or is offered here. */
  async function bringBack(): Promise<void> {
    let brought = 0;
    for (const [name, local] of leftovers(`dateline:${blog}:`)) {
      try {
        const answer = await send(local);
        if (!answer.kept) throw new Error(answer.refused);
        forget(name);
        brought += 1;
      } catch {
        offer(name, local);
      }
    }
    if (brought) document.body.dispatchEvent(new CustomEvent("list-changed"));
  }

  function offer(name: string, local: Local): void {
    const place = document.querySelector<HTMLElement>("#local");
    if (!place || local.fields.draft === value("draft")) return;
    const at = new Date(local.at);
    const time = at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    const line = document.createElement("div");
    line.className = "w unsaved";
    const words = document.createElement("span");
    words.className = "dl";
    words.textContent = `text from ${time}, kept in this browser, not yet on the server`;
    line.append(words, button("Continue", () => take(local)));
    line.append(button("Drop", () => (forget(name), line.remove())));
    place.append(line);
    place.hidden = false;
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

function button(words: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "quiet";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

function store(name: string, local: Local): void {
  try {
    localStorage.setItem(name, JSON.stringify(local));
  } catch {
    // Full or forbidden: the server's copy is the one that counts.
  }
}

function forget(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // See store().
  }
}

function leftovers(prefix: string): [string, Local][] {
  const found: [string, Local][] = [];
  try {
    for (const name of Object.keys(localStorage).filter((one) => one.startsWith(prefix))) {
      const local = JSON.parse(localStorage.getItem(name) ?? "null") as Local | null;
      if (local?.fields?.draft) found.push([name, local]);
    }
  } catch {
    // Nothing readable is kept here.
  }
  return found;
}
