import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { visitOf } from './visit.ts';

/** Everything a page of ours never needs. */
const refusedFeatures = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'];

/**
 * The headers that every answer carries, whatever it is. `Referrer-Policy` must not be `no-referrer`: browsers would
 * then post forms with `Origin: null`, and we would refuse our own.
 */
export function secureHeaders(origin: string): RequestHandler {
  const { protocol, host } = new URL(origin);
  const live = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}`;
  const permissions = refusedFeatures.map((feature) => `${feature}=()`).join(', ');

  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", (_request, response) => `'nonce-${visitOf(response as Response).nonce}'`],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", live],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: protocol === 'https:' ? { maxAge: 365 * 24 * 60 * 60 } : false,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  });
  return (request, response, next) => {
    response.setHeader('Permissions-Policy', permissions);
    protect(request, response, next);
  };
}

/** Answers are for the one who asked: whatever does not say otherwise is kept nowhere. */
export const keepNothing: RequestHandler = (_request, response, next) => {
  const writeHead = response.writeHead;
  response.writeHead = function begin(this: Response, ...rest: unknown[]) {
    if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store');
    return Reflect.apply(writeHead, this, rest);
  } as typeof writeHead;
  next();
};
