import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/**
 * Where a request really comes from. `peer` is who is connected to us; only when that is a trusted proxy are
 * `X-Forwarded-For` and `X-Forwarded-Host` read, from the right, as far as trusted proxies wrote them.
 */
export function readForwarding(
  peer: string,
  headers: IncomingHttpHeaders,
  trustedProxies: readonly string[],
): { address: string; host: string | undefined } {
  const here = plain(peer);
  if (!trustedProxies.includes(here)) return { address: here, host: undefined };

  let address = here;
  for (const hop of entries(headers['x-forwarded-for']).reverse()) {
    const candidate = plain(hop);
    if (isIP(candidate) === 0) break;
    address = candidate;
    if (!trustedProxies.includes(candidate)) break;
  }
  return { address, host: entries(headers['x-forwarded-host']).at(-1) };
}

function entries(header: string | string[] | undefined): string[] {
  const line = Array.isArray(header) ? header.join(',') : (header ?? '');
  return line
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
}

/** IPv4 addresses that arrive in the clothes of IPv6 are written as what they are. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
