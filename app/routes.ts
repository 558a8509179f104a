import { index, type RouteConfig, route } from '@remix-run/route-config';

/** Every page and its file. */
export default [
  index('routes/landing.tsx'),

  route('circles/new', 'routes/circle-new.tsx'),
  route('circles/:circleId', 'routes/circle.tsx'),
  route('circles/:circleId/members/:personId', 'routes/circle-member.tsx'),
  route('circles/:circleId/settings', 'routes/circle-settings.tsx'),
  route('circles/:circleId/invitations', 'routes/circle-invitations.tsx'),
  route('invitation/:token', 'routes/invitation-link.tsx'),
  route('invitation', 'routes/invitation.tsx'),
  route('groups/new', 'routes/group-new.tsx'),
  route('groups/:groupId', 'routes/group.tsx'),

  // The last one: whatever is no page.
  route('*', 'routes/nothing.tsx'),
] satisfies RouteConfig;
