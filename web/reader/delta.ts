/** Fetches what changed: a revision, or the page itself where a revision is gone or too many are missing. */

import { blog } from "./page";

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
  const delta = JSON.parse(await fetched(`${blog}rev/${rev}.json`, "default")) as Delta;
  if (delta.format !== FORMAT || delta.rev !== rev) throw new Gone(`revision ${rev} cannot be read`);
  return delta;
}

/** This page as it would load now, parsed but not shown. */
export async function fetchPage(): Promise<Document> {
  return new DOMParser().parseFromString(await fetched(location.pathname, "no-cache"), "text/html");
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
