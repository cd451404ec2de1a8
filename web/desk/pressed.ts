/** Which key is meant, also on a keyboard whose letters are of another script. */

const SIGNS: Record<string, string> = { Slash: "/?", Period: ".>" };

/** Return the key's Latin name: where Arabic or Cyrillic stands on it, the letter of its place. */
export function keyOf(event: KeyboardEvent): string {
  if (event.key.length !== 1 || event.key <= "\u007f") return event.key;
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  if (letter) return event.shiftKey ? letter : letter.toLowerCase();
  return SIGNS[event.code]?.[event.shiftKey ? 1 : 0] ?? event.key;
}

/** Whether one writes there, so that a key is a letter. */
export function isTyping(target: EventTarget | null): boolean {
  const element = target as HTMLElement;
  return element.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(element.tagName);
}
