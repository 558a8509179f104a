import type { RequestHandler } from 'express';
import { turnAway } from './turn-away.ts';

/**
 * Answers only for addresses that are ours; a name that somebody else points at this machine gets 421. `origins` are
 * such as `https://rondo.example`. The header is put into the form that browsers use in `Origin`.
 */
export function guardHost(origins: readonly string[]): RequestHandler {
  const hosts = new Map(origins.map((origin) => [new URL(origin).host, new URL(origin).protocol]));

  return (request, response, next) => {
    const host = [...hosts].find(([ours, protocol]) => ours === hostOf(protocol, request.headers.host))?.[0];
    if (host === undefined) return turnAway(response, 421, 'This address does not belong to us.');
    request.headers.host = host;
    next();
  };
}

function hostOf(protocol: string, header: string | undefined): string | null {
  if (!header || /[^a-z0-9.:[\]-]/i.test(header)) return null;
  return URL.parse(`${protocol}//${header}`)?.host ?? null;
}
