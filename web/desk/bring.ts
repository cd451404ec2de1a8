/** An address pasted on a line of its own is brought in, and becomes the report's card at once. */

import { renewToken } from "./once";

const ALONE = /^https?:\/\/\S+$/i;

export function bringPasted(form: HTMLFormElement): void {
  const body = form.querySelector<HTMLTextAreaElement>("textarea[name=body]");
  const address = document.querySelector<HTMLElement>("[data-bring]")?.dataset.bring;
  if (!body || !address) return;
  const said = sayUnder(body);
  body.addEventListener("paste", (event) => {
    const pasted = event.clipboardData?.getData("text/plain").trim() ?? "";
    if (!ALONE.test(pasted) || !standsAlone(body)) return;
    const at = body.selectionStart;
    said.textContent = "Bringing it in…";
    // The paste itself goes on: nothing is lost when the server cannot be reached.
    void bring(form, address, pasted).then(({ directive, words }) => {
      const replaced = directive && replaceLine(body, pasted, directive, at);
      said.textContent = directive && !replaced ? `${words} Its line: ${directive}` : words;
    });
  });
}

interface Brought {
  directive: string;
  words: string;
}

async function bring(form: HTMLFormElement, to: string, address: string): Promise<Brought> {
  renewToken(form);
  const token = form.querySelector<HTMLInputElement>("[name=csrfmiddlewaretoken]")!.value;
  const body = new URLSearchParams({ address, csrfmiddlewaretoken: token });
  // With HX-Request, whoever is signed out gets words instead of a page.
  const headers = { Accept: "application/json", "HX-Request": "true" };
  try {
    const answer = await fetch(to, { method: "POST", body, headers });
    if (!answer.headers.get("Content-Type")?.startsWith("application/json")) {
      return { directive: "", words: `Not brought in. ${await answer.text()}` };
    }
    const { directive, said, refused } = await answer.json();
    return directive ? { directive, words: said } : { directive: "", words: `Not brought in. ${refused}` };
  } catch {
    return { directive: "", words: "Not brought in: the server cannot be reached. It is when you save." };
  }
}

/** Whether what is pasted here fills its line, outside of quotes and code. */
function standsAlone(body: HTMLTextAreaElement): boolean {
  const before = body.value.slice(0, body.selectionStart).split("\n");
  const rest = body.value.slice(body.selectionEnd).split("\n", 1)[0];
  if (before.pop() || rest.trim()) return false;
  let inside = "";
  for (const line of before) {
    if (inside ? closes(line, inside) : opens(line)) inside = inside ? "" : opens(line);
  }
  return !inside;
}

function opens(line: string): string {
  return /^ {0,3}(:::(?=quote)|`{3,}|~{3,})/.exec(line)?.[1] ?? "";
}

function closes(line: string, opened: string): boolean {
  const mark = line.trim();
  return mark.startsWith(opened) && mark === opened[0].repeat(mark.length);
}

/** Put the card in the address's place; the caret stays where it is, and undo brings it back. */
function replaceLine(body: HTMLTextAreaElement, address: string, card: string, near: number): boolean {
  const start = lineOf(body.value, address, near);
  if (start < 0) return false;
  const end = start + address.length;
  const shift = (at: number) => (at <= start ? at : at >= end ? at + card.length - address.length : start + card.length);
  const caret = [shift(body.selectionStart), shift(body.selectionEnd)];
  if (document.activeElement === body) {
    body.setSelectionRange(start, end);
    if (document.execCommand("insertText", false, card)) {
      body.setSelectionRange(caret[0], caret[1]);
      return true;
    }
  }
  body.setRangeText(card, start, end, "preserve");
  body.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

/** Where the address fills a line, as near as can be to where it was pasted; else -1. */
function lineOf(text: string, address: string, near: number): number {
  let found = -1;
  let at = 0;
  for (const line of text.split("\n")) {
    if (line.trim() === address && (found < 0 || Math.abs(at - near) < Math.abs(found - near))) {
      found = at + line.indexOf(address);
    }
    at += line.length + 1;
  }
  return found;
}

/** A line under the text that screen readers say aloud. */
function sayUnder(body: HTMLTextAreaElement): HTMLElement {
  const said = document.createElement("p");
  said.className = "help";
  said.id = "brought";
  said.setAttribute("role", "status");
  body.after(said);
  return said;
}
