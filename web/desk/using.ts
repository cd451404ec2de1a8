/** Using a claim in the update that is being written. */

import htmx from "htmx.org";

import { insert } from "./insert";
import { isFree } from "./listed";
import { renewToken } from "./once";
import { wordsOf } from "./refused";
import { complainOf, say } from "./saying";
import { unsent } from "./unsent";

/**
 * Accept the claim that a form stands in, and put its words where the caret is in a text. The focus
 * goes there too, unless one has gone on elsewhere meanwhile.
 */
export async function useClaim(form: HTMLFormElement, text: HTMLTextAreaElement): Promise<void> {
  renewToken(form);
  const headers = { "HX-Request": "true" };
  const { id, classList } = form.closest<HTMLElement>(".claim")!;
  form.classList.add("htmx-request"); // as whatever is on its way
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers });
    const json = answer.headers.get("Content-Type")?.startsWith("application/json");
    if (!json) return say(`Not done. ${await wordsOf(answer)}`);
    const { words, row, refused } = await answer.json();
    if (refused) return say(`Not done. ${refused}`);
    const shown = document.getElementById(id); // gone where another report is open by now
    const free = isFree(shown ?? text);
    if (shown && !unsent(shown)) {
      shown.outerHTML = row;
      htmx.process(document.getElementById(id)!);
    }
    text.setSelectionRange(text.selectionEnd, text.selectionEnd);
    insert(text, words, free);
    say(classList.contains("accepted") ? "Put into the update." : "Accepted, and put into the update.");
  } catch {
    complainOf(undefined);
  } finally {
    form.classList.remove("htmx-request");
  }
}
