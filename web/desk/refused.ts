/** What an answer that is no success says to a person: its words, never a page's source. */

/** Return the words of a refusal, or that the server failed. */
export async function wordsOf(answer: Response): Promise<string> {
  return wordsIn(await answer.text(), answer.headers.get("Content-Type") ?? "", answer.status);
}

export function wordsIn(text: string, type: string, status: number): string {
  if (type.startsWith("text/plain")) return text;
  const page = new DOMParser().parseFromString(text, "text/html");
  const said = page.querySelector("[role=alert], .notice")?.textContent?.trim();
  return said || `The server failed (${status}). Try again.`;
}
