/** The line on the page that says what was done, or why not. */

export const AWAY = "The server cannot be reached. Try again.";

/** Say why something was not done; nothing known means that nobody answered. */
export function complainOf(words = AWAY): void {
  say(`Not done. ${words}`);
}

export function say(words: string): void {
  const said = document.querySelector<HTMLElement>("#said");
  if (!said) return;
  said.hidden = !words;
  said.textContent = words;
}
