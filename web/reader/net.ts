/** Requests that end: a connection that hangs is a failure, and so is an answer of another kind. */

const PATIENCE = 20_000;

/** The server answered, but not with what was asked for. */
export class Refused extends Error {
  constructor(readonly status: number) {
    super(`${status}`);
  }
}

export async function get(address: URL | string, cache?: RequestCache): Promise<Response> {
  const answer = await fetch(address, { cache, signal: AbortSignal.timeout?.(PATIENCE) });
  if (!answer.ok) throw new Refused(answer.status);
  return answer;
}

/** Return a span of time between 80 % and 120 % of `ms`, so that many readers do not ask at once. */
export function about(ms: number): number {
  return ms * (0.8 + 0.4 * Math.random());
}
