/** How long the server may take to say that it is there, in ms. */
const PATIENCE = 5_000;

/** Whether a form would find anybody: a form sent into nothing would take its page, and what was typed, with it. */
export async function reachable(): Promise<boolean> {
  try {
    const answer = await fetch('/healthz', { method: 'HEAD', signal: AbortSignal.timeout(PATIENCE) });
    return answer.ok;
  } catch {
    return false;
  }
}
