/** Using a claim in the update that is being written. */

import htmx from "htmx.org";

import { insert } from "./insert";
import { renewToken } from "./once";
import { wordsOf } from "./refused";
import { complainOf, say } from "./saying";

/** Accept the claim that a form stands in, and put its words where the caret is in a text. */
export async function useClaim(form: HTMLFormElement, text: HTMLTextAreaElement): Promise<void> {
  renewToken(form);
  const headers = { "HX-Request": "true" };
  const { id, classList } = form.closest<HTMLElement>(".claim")!;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers });
    const json = answer.headers.get("Content-Type")?.startsWith("application/json");
    if (!json) return say(`Not done. ${await wordsOf(answer)}`);
    const { words, row, refused } = await answer.json();
    if (refused) return say(`Not done. ${refused}`);
    const shown = document.getElementById(id); // gone where another report is open by now
    if (shown) shown.outerHTML = row;
    if (shown) htmx.process(document.getElementById(id)!);
    insert(text, words);
    say(classList.contains("accepted") ? "Put into the update." : "Accepted, and put into the update.");
  } catch {
    complainOf(undefined);
  }
}
