import { index, layout, type RouteConfig, route } from '@remix-run/route-config';

/** Every page and its file. */
export default [
  layout('routes/guests.tsx', [
    index('routes/landing.tsx'),
    route('welcome', 'routes/welcome.tsx'),
    route('sign-in', 'routes/sign-in.tsx'),
    route('sign-up', 'routes/sign-up.tsx'),
    route('sign-out', 'routes/sign-out.tsx'),
    route('recover', 'routes/recover.tsx'),
    route('recover/:token', 'routes/recover-link.tsx'),
  ]),

  layout('routes/members.tsx', [
    route('today', 'routes/today.tsx'),
    route('search', 'routes/search.tsx'),
    route('me', 'routes/me.tsx'),
    route('me/account', 'routes/account.tsx'),
    route('organizer', 'routes/organizer.tsx'),
    route('groups/:groupId/people', 'routes/group-people.tsx'),
    route('circles/new', 'routes/circle-new.tsx'),
    route('circles/:circleId', 'routes/circle.tsx'),
    route('circles/:circleId/members/:personId', 'routes/circle-member.tsx'),
    route('circles/:circleId/settings', 'routes/circle-settings.tsx'),
    route('circles/:circleId/invitations', 'routes/circle-invitations.tsx'),
    route('circles/:circleId/plan', 'routes/circle-plan.tsx'),
    route('circles/:circleId/rota', 'routes/circle-rota.tsx'),
    route('circles/:circleId/room', 'routes/circle-room.tsx'),
    route('invitation', 'routes/invitation.tsx'),
    route('groups/new', 'routes/group-new.tsx'),
    route('groups/:groupId', 'routes/group.tsx'),
    route('meetings/:meetingId', 'routes/meeting.tsx'),
    route('meetings/:meetingId/agenda', 'routes/meeting-agenda.tsx'),
    route('meetings/:meetingId/room', 'routes/meeting-room.tsx'),
    route('meetings/:meetingId/minutes', 'routes/meeting-minutes.tsx'),
    // The last one: whatever is no page.
    route('*', 'routes/nothing.tsx'),
  ]),

  // Answers that are no pages of their own.
  route('invitation/:token', 'routes/invitation-link.tsx'),
  route('unread', 'routes/unread.ts'),
  route('signed-in', 'routes/signed-in.ts'),
  route('meetings/:meetingId/talk', 'routes/meeting-talk.ts'),
  route('meetings/:meetingId/notes', 'routes/meeting-notes.ts'),
  route('meetings/:meetingId/minutes.md', 'routes/meeting-minutes-file.ts'),
] satisfies RouteConfig;
