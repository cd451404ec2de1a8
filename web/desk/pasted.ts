/** What a clipboard holds: an address, words, or words with the address that they come from. */

const ALONE = /^https?:\/\/\S+$/i;
const SOURCE = /^SourceURL:(https?:\/\/\S+)/im;
const MOST = 20_000; // nobody quotes more; as plain text it is the composer's as ever
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u202d\u202e\ufffe\uffff]/g;
// The ledger keeps an index of what texts name so: pasted words put nothing into it.
const NAMED = /\b(report|source|claim|incident|id)(?==)/gi;
const BEGINS = /^(#|>|[-+=|~:]|\d{1,9}(?=[.)]))/;
const INSIDE = /[\\`*_<]|\](?=[([{:])|~(?=~)|&(?=#?\w+;)/g;

export interface Pasted {
  address: string;
  words: string;
}

export function readPasted(data: DataTransfer | null): Pasted {
  const text = data?.getData("text/plain").trim() ?? "";
  if (!data || text.length > MOST) return { address: "", words: "" };
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  const at = ALONE.test(lines[0]) ? 0 : ALONE.test(lines[lines.length - 1]) ? lines.length - 1 : -1;
  const [address] = at < 0 ? [""] : lines.splice(at, 1);
  // Several addresses are no words of one of them: each becomes a card of its own.
  if (lines.some((line) => ALONE.test(line))) return { address: "", words: "" };
  const words = lines.join("\n").trim();
  return { address: address || (words && sourceOf(data.getData("text/html"))), words };
}

/** Where a browser says that copied words come from; most say nothing. */
function sourceOf(html: string): string {
  const said = SOURCE.exec(html.slice(0, 2000))?.[1];
  if (said || !html.includes("cite=")) return said ?? "";
  const cited = new DOMParser().parseFromString(html, "text/html").querySelector("blockquote[cite], q[cite]");
  const address = cited?.getAttribute("cite")?.trim() ?? "";
  return ALONE.test(address) ? address : "";
}

/** How a quotation names a report that has no id yet; saving the text brings it in. */
export function named(address: string): string {
  return `"${address.replace(/["\\]/g, encodeURIComponent)}"`;
}

/** Words as a quotation of a report; nothing in them is read as Markdown or as a directive. */
export function quotation(report: string, words: string): string {
  const lines = words.replace(HIDDEN, "").split("\n").map(plain);
  return `:::quote{report=${report}}\n${lines.join("\n")}\n:::`;
}

/** As text/escaped.py does; fewer signs, since an editor goes on writing in it. */
function plain(line: string): string {
  const trimmed = line.trim().replace(INSIDE, "\\$&").replace(NAMED, "$1\\");
  return trimmed.replace(BEGINS, (sign) => (/^\d/.test(sign) ? `${sign}\\` : `\\${sign}`));
}
