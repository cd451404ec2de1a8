/** A text that only this browser has: a line that offers to go on with it, or to drop it. */

import type { Local } from "./local";

export function offerText(local: Local, take: () => void, drop: () => void): void {
  const place = document.querySelector<HTMLElement>("#local");
  if (!place) return;
  const at = new Date(local.at);
  const time = at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const line = document.createElement("div");
  line.className = "w unsaved";
  const words = document.createElement("span");
  words.className = "dl";
  words.textContent = `text from ${time}, kept in this browser, not yet on the server`;
  line.append(words, button("Continue", take), button("Drop", () => (drop(), line.remove())));
  place.append(line);
  place.hidden = false;
}

function button(words: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "quiet";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}
