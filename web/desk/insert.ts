/** Puts pictures and quotes into the text, and keeps the preview with it. */

import { isFree } from "./listed";
import { renewToken } from "./once";
import { retype } from "./place";

const QUOTE = ':::quote{source="…"}\n…\n:::';
const TRANSLATED = ':::quote{source="…" lang=ar translation="…" by="…"}\n…\n:::';

export function fillInserts(form: HTMLFormElement): void {
  const body = form.querySelector<HTMLTextAreaElement>("textarea[name=body]");
  if (!body) return;
  for (const button of form.querySelectorAll<HTMLElement>("[data-insert-quote]")) {
    button.hidden = false;
    button.addEventListener("click", () => insert(body, quoteOf(body, button)));
  }
  preparePictures(form, body);
  previewOthers(form, body);
  document.addEventListener("click", (event) => goToLine(event, body));
}

function quoteOf(body: HTMLTextAreaElement, button: HTMLElement): string {
  const template = button.dataset.insertQuote === "translated" ? TRANSLATED : QUOTE;
  const chosen = body.value.slice(body.selectionStart, body.selectionEnd).trim();
  return chosen ? template.replace("\n…\n", () => `\n${chosen}\n`) : template;
}

/** Put a block on lines of its own at the caret; go `into` the text, and select the first blank. */
export function insert(body: HTMLTextAreaElement, block: string, into = true): void {
  const { selectionEnd: end, value } = body;
  const start = into ? body.selectionStart : end; // what comes late replaces nothing
  const before = value.slice(0, start);
  const gap = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const tail = value.slice(end).startsWith("\n\n") ? "" : "\n\n";
  if (into) body.focus();
  retype(body, start, end, gap + block + tail);
  const blank = block.indexOf("…");
  if (into && blank >= 0) {
    const at = start + gap.length + blank;
    body.setSelectionRange(at, at + 1);
  }
}

function preparePictures(form: HTMLFormElement, body: HTMLTextAreaElement): void {
  const panel = form.querySelector<HTMLElement>("#upload");
  const now = form.querySelector<HTMLButtonElement>("[data-upload-now]");
  if (!panel || !now) return;
  panel.hidden = false;
  const part = (name: string) => panel.querySelector<HTMLInputElement>(`#up-${name}`)!;
  const said = panel.querySelector<HTMLElement>("#up-said")!;
  for (const name of ["alt", "credit"]) {
    part(name).addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      now.click();
    });
  }
  now.addEventListener("click", async () => {
    const data = new FormData();
    const file = part("file").files?.[0];
    if (file) data.set("picture", file);
    data.set("alt", part("alt").value);
    data.set("credit", part("credit").value);
    data.set("csrfmiddlewaretoken", renewToken(form));
    const from = document.activeElement;
    now.disabled = true;
    said.textContent = "Bringing it in…";
    try {
      const headers = { Accept: "application/json" };
      const answer = await fetch(form.dataset.upload!, { method: "POST", body: data, headers });
      const json = answer.headers.get("Content-Type")?.startsWith("application/json");
      const { directive, refused } = json ? await answer.json() : { directive: "", refused: "" };
      said.textContent = refused || (directive ? "" : `It was not taken (${answer.status}).`);
      if (directive) {
        insert(body, directive, document.activeElement === from || isFree(panel));
        for (const name of ["file", "alt", "credit"]) part(name).value = "";
        panel.closest("details")!.open = false;
      }
    } catch {
      said.textContent = "The server cannot be reached. Try again.";
    } finally {
      now.disabled = false;
    }
  });
}

function previewOthers(form: HTMLFormElement, body: HTMLTextAreaElement): void {
  let timer = 0;
  form.addEventListener("input", (event) => {
    const name = (event.target as HTMLInputElement).name;
    if (!["headline", "place", "byline"].includes(name)) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => body.dispatchEvent(new CustomEvent("preview")), 300);
  });
}

function goToLine(event: Event, body: HTMLTextAreaElement): void {
  const link = (event.target as Element).closest<HTMLElement>("[data-line]");
  if (!link) return;
  event.preventDefault();
  const lines = body.value.split("\n");
  const line = Math.min(Number(link.dataset.line), lines.length) - 1;
  const start = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
  body.focus();
  body.setSelectionRange(start, start + lines[line].length);
}
