import { createRequestHandler, type RequestHandler as PageHandler, type ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import { recognise } from '../auth/recognise.ts';
import type { House } from '../house.ts';
import { smallBuilds } from './small-builds.ts';
import { visitOf } from './visit.ts';
import { sendWebResponse, webRequest } from './web-request.ts';

/** The pages, from a finished build or from the sources. In `production` an error page tells nothing of the error. */
export type Pages = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  mode: 'production' | 'development';
};

/** Everything Remix answers. It learns who is asking from here, and gets the house from here. */
export function pages(house: House, pages: Pages): RequestHandler {
  const handlerFor = handlers(pages);

  return async (request, response, next) => {
    try {
      // What is sent may change them before the page is read.
      const withCircles = request.method !== 'POST';
      const { asker, setCookie, circles } = await recognise(house, request.headers.cookie, { withCircles });
      if (setCookie) response.append('Set-Cookie', setCookie);
      let page: string | null = null;
      const keepPage = (html: string) => {
        page = html;
      };
      const { handle, shape } = handlerFor(request.path);
      const context = { house, asker, circles, shape, keepPage, ...visitOf(response) };
      const answer = await handle(webRequest(request, response), context);
      await sendWebResponse(response, answer, page);
    } catch (error) {
      next(error);
    }
  };
}

type Handler = { handle: PageHandler; shape: string | null };

/** The framework's own handlers, one for each small build. */
function handlers({ build, mode }: Pages): (path: string) => Handler {
  const whole = { handle: createRequestHandler(build, mode), shape: null };
  if (typeof build === 'function') return () => whole;
  const known = new Map<ServerBuild, Handler>([[build, whole]]);
  const smallBuild = smallBuilds(build);

  return (path) => {
    const small = smallBuild(pageOf(path));
    const handler = known.get(small) ?? {
      handle: createRequestHandler(small, mode),
      shape: String(known.size),
    };
    known.set(small, handler);
    return handler;
  };
}

/** Browsers that move by script ask for a page's data under its path with `.data`, and for the first page's under `_root`. */
function pageOf(path: string): string {
  return path.endsWith('.data') ? path.slice(0, -'.data'.length).replace(/^\/_root$/, '/') : path;
}
