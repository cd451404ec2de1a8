/** Fetches what changed: a revision, or the page itself where a revision is gone or too many are missing. */

import { blog, kind, type Kind } from "./page";

export type Change = "added" | "changed" | "withdrawn" | "restored" | "redacted";

export interface Delta {
  format: number;
  rev: number;
  state: string;
  title: string;
  updated: string;
  /** The lowest update on page one now. */
  first: number;
  count: number;
  entries: { number: number; change: Change; html: string }[];
  regions: Record<string, string>;
  /** The change may show anywhere: only the page itself holds it all. */
  reload: boolean;
}

export interface Head {
  rev: number;
  state: string;
  title: string;
  updated: string;
  /** Seconds between two looks. */
  poll: number;
}

/** The site does not have it, or no longer in words that this script knows: asking again would not help. */
export class Gone extends Error {}

const FORMAT = 1;
const PATIENCE = 20_000;

export async function fetchHead(): Promise<Head> {
  return JSON.parse(await fetched(`${blog}head.json`, "no-cache")) as Head;
}

export async function fetchDelta(rev: number): Promise<Delta> {
  const delta = read(await fetched(`${blog}rev/${rev}.json`, "default"));
  if (delta?.format !== FORMAT || delta.rev !== rev) throw new Gone(`revision ${rev} cannot be read`);
  return delta;
}

/** What was cut short on the way stays so in the browser's cache: it is as good as gone. */
function read(text: string): Delta | undefined {
  try {
    return JSON.parse(text) as Delta;
  } catch {
    return undefined;
  }
}

/** This page, or another of the blog, as it would load now, parsed but not shown; whole, or an error. */
export async function fetchPage(path = location.pathname, wanted: Kind = kind): Promise<Document> {
  const text = await fetched(path, "no-cache");
  if (!text.trimEnd().endsWith("</html>")) throw new Error(`${path} was cut short`);
  const page = new DOMParser().parseFromString(text, "text/html");
  if (page.body.dataset.page !== wanted) throw new Error(`${path} is another page`);
  return page;
}

async function fetched(address: string, cache: RequestCache): Promise<string> {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), PATIENCE);
  try {
    const answer = await fetch(address, { cache, signal: control.signal });
    if (answer.status === 404 || answer.status === 410) throw new Gone(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return await answer.text();
  } finally {
    clearTimeout(timer);
  }
}
