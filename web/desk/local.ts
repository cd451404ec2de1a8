/** Texts kept in this browser while the server is away, or nobody is signed in. */

export interface Local {
  at: number;
  update: string;
  fields: Record<string, string>;
}

export function store(name: string, local: Local): void {
  try {
    localStorage.setItem(name, JSON.stringify(local));
  } catch {
    // Full or forbidden: the server's copy is the one that counts.
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // See store().
  }
}

export function leftovers(prefix: string): [string, Local][] {
  const found: [string, Local][] = [];
  try {
    for (const name of Object.keys(localStorage).filter((one) => one.startsWith(prefix))) {
      const local = JSON.parse(localStorage.getItem(name) ?? "null") as Local | null;
      if (local?.fields?.draft) found.push([name, local]);
    }
  } catch {
    // Nothing readable is kept here.
  }
  return found;
}
