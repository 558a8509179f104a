import type { RequestHandler } from 'express';
import { turnAway } from './turn-away.ts';

/** Bytes of an address, and of what is sent with it. */
const longestUrl = 4 * 1024;
const largestBody = 256 * 1024;

const methods = ['GET', 'HEAD', 'POST'];
/** How browsers send forms without files; nothing of ours takes files. */
const formType = /^application\/x-www-form-urlencoded\b/i;

/** Lets only requests through that have the shape of one: our methods, a readable address, a body of known size. */
export const guardShape: RequestHandler = (request, response, next) => {
  const { method, url, headers } = request;
  if (Buffer.byteLength(url) > longestUrl) return turnAway(response, 414, 'That address is too long.');
  if (!methods.includes(method)) {
    response.setHeader('Allow', methods.join(', '));
    return turnAway(response, 405, 'That is not a way to ask for this page.');
  }
  if (!isReadable(url)) return turnAway(response, 400, 'That address cannot be read.');

  if (method === 'POST' && !formType.test(headers['content-type'] ?? ''))
    return turnAway(response, 415, 'We can only read forms.');
  if (headers['transfer-encoding'] !== undefined) {
    response.setHeader('Connection', 'close');
    return turnAway(response, 411, 'Please say how much you are sending.');
  }
  if (Number(headers['content-length'] ?? 0) > largestBody) {
    response.setHeader('Connection', 'close');
    return turnAway(response, 413, 'That is too long to send.');
  }
  next();
};

/**
 * A path on this host, with every percent sign followed by what makes a letter. `_data` is how older Remix asked for a
 * loader's data; nothing of ours does, and what answers it still is not made for what we return.
 */
function isReadable(url: string): boolean {
  if (!url.startsWith('/') || url.startsWith('//')) return false;
  // In a query further question marks are signs like others.
  const [, ...query] = url.split('?');
  if (new URLSearchParams(query.join('?')).has('_data')) return false;
  try {
    decodeURI(url);
    return true;
  } catch {
    return false;
  }
}
