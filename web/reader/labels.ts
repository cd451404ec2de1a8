/** The labels in the page's language, with its own plurals: Arabic has six. */

import { language, part } from "./page";

type Plural = Record<string, string>;

const labels = JSON.parse(part("labels")?.textContent || "{}") as Record<string, string | Plural | undefined>;

/** Digits as the server writes them, so that one page does not mix two sorts. */
export const digits = `${language}-u-nu-latn`;

const categories = new Intl.PluralRules(language);

export function label(name: string, fill: Record<string, string> = {}): string {
  const words = labels[name];
  return typeof words === "string" ? filled(words, fill) : "";
}

export function counted(name: string, n: number): string {
  const forms = labels[name];
  if (!forms || typeof forms === "string") return String(n);
  const words = forms[categories.select(n)] ?? forms.other ?? "{n}";
  return filled(words, { n: new Intl.NumberFormat(digits).format(n) });
}

const filled = (words: string, fill: Record<string, string>): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => fill[name] ?? whole);
