import { index, type RouteConfig } from '@remix-run/route-config';

/** Every page and its file, in the order of the table in docs/architecture.md. */
export default [index('routes/landing.tsx')] satisfies RouteConfig;
