import { index, type RouteConfig, route } from '@remix-run/route-config';

/** Every page and its file. */
export default [
  index('routes/landing.tsx'),

  // The last one: whatever is no page.
  route('*', 'routes/nothing.tsx'),
] satisfies RouteConfig;
