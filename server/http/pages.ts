import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import { recognise } from '../auth/recognise.ts';
import type { House } from '../house.ts';
import { visitOf } from './visit.ts';

/** The pages, from a finished build or from the sources. In `production` an error page tells nothing of the error. */
export type Pages = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  mode: 'production' | 'development';
};

/** Everything Remix answers. It learns who is asking from here, and gets the house from here. */
export function pages(house: House, { build, mode }: Pages): RequestHandler {
  const answer = createRequestHandler({
    build,
    mode,
    async getLoadContext(request, response) {
      const { asker, setCookie } = await recognise(house, request.headers.cookie);
      if (setCookie) response.append('Set-Cookie', setCookie);
      return { house, asker, ...visitOf(response) };
    },
  });
  return (request, response, next) => void answer(request, response, next);
}
