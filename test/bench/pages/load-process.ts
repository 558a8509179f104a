// Asks for one page again and again, a few at a time, over connections that stay open.
import http from 'node:http';
import { answerAsks } from '../answer-asks.ts';

const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
const TOGETHER = 4;

export type PageLoad = { url: string; cookie: string; count: number };

function ask(url: string, cookie: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers: { cookie } }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        body += part;
      });
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(body)
          : reject(new Error(`${url} answered ${response.statusCode}`)),
      );
    });
    request.on('error', reject);
  });
}

async function load({ url, cookie, count }: PageLoad): Promise<{ bytes: number }> {
  let left = count;
  let bytes = 0;
  const one = async () => {
    while (left-- > 0) bytes += (await ask(url, cookie)).length;
  };
  await Promise.all(Array.from({ length: TOGETHER }, one));
  return { bytes: Math.round(bytes / count) };
}

/** How many elements a page has, as a browser would count them. */
async function elements({ url, cookie }: PageLoad): Promise<number> {
  const body = (await ask(url, cookie)).replaceAll(/<script\b.*?<\/script>/gs, '');
  return body.match(/<[a-z][\w-]*/gi)?.length ?? 0;
}

answerAsks({ load, elements });
