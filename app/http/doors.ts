/**
 * The registry of HTTP doors: every read and every form, who may open it and how often.
 * A loader or action can only be made with a name from this table, a test walks every row as every
 * kind of visitor, and a route that is not here fails the build.
 *
 * `who`: anyone · signed-in · organizer (of the installation) · group-organizer (params.groupId)
 *        member (params.circleId) · meeting-member (params.meetingId)
 * `rate`: the bucket of `server/limits` the door takes from.
 */
export type Who = 'anyone' | 'signed-in' | 'organizer' | 'group-organizer' | 'member' | 'meeting-member';
export type Rate = 'read' | 'write' | 'sign-in' | 'recover' | 'redeem' | 'invite';
export type Door = { path: string; method: 'GET' | 'POST'; who: Who; rate: Rate };

export const doors = {
  'landing.read': { path: '/', method: 'GET', who: 'anyone', rate: 'read' },
  'nothing.read': { path: '/*', method: 'GET', who: 'anyone', rate: 'read' },

  'welcome.read': { path: '/welcome', method: 'GET', who: 'anyone', rate: 'read' },
  'welcome.set-up': { path: '/welcome', method: 'POST', who: 'anyone', rate: 'sign-in' },
  'sign-in.read': { path: '/sign-in', method: 'GET', who: 'anyone', rate: 'read' },
  'sign-in': { path: '/sign-in', method: 'POST', who: 'anyone', rate: 'sign-in' },
  'sign-up.read': { path: '/sign-up', method: 'GET', who: 'anyone', rate: 'read' },
  'sign-up': { path: '/sign-up', method: 'POST', who: 'anyone', rate: 'sign-in' },
  'sign-out.read': { path: '/sign-out', method: 'GET', who: 'anyone', rate: 'read' },
  'sign-out': { path: '/sign-out', method: 'POST', who: 'anyone', rate: 'write' },
  'recover.read': { path: '/recover', method: 'GET', who: 'anyone', rate: 'read' },
  'recover.ask': { path: '/recover', method: 'POST', who: 'anyone', rate: 'recover' },
  'recover-link.read': { path: '/recover/:token', method: 'GET', who: 'anyone', rate: 'read' },
  'recover-link.redeem': { path: '/recover/:token', method: 'POST', who: 'anyone', rate: 'redeem' },

  'me.read': { path: '/me', method: 'GET', who: 'signed-in', rate: 'read' },
  'profile.edit': { path: '/me', method: 'POST', who: 'signed-in', rate: 'write' },
  'offer.put': { path: '/me', method: 'POST', who: 'signed-in', rate: 'write' },
  'offer.remove': { path: '/me', method: 'POST', who: 'signed-in', rate: 'write' },
  'ask.put': { path: '/me', method: 'POST', who: 'signed-in', rate: 'write' },
  'ask.remove': { path: '/me', method: 'POST', who: 'signed-in', rate: 'write' },
  'account.read': { path: '/me/account', method: 'GET', who: 'signed-in', rate: 'read' },
  'password.change': { path: '/me/account', method: 'POST', who: 'signed-in', rate: 'write' },
  'sign-in.end': { path: '/me/account', method: 'POST', who: 'signed-in', rate: 'write' },
  'sign-in.end-all': { path: '/me/account', method: 'POST', who: 'signed-in', rate: 'write' },
  'account.close': { path: '/me/account', method: 'POST', who: 'signed-in', rate: 'write' },

  'organizer.read': { path: '/organizer', method: 'GET', who: 'organizer', rate: 'read' },
  'organizer.appoint': { path: '/organizer', method: 'POST', who: 'organizer', rate: 'write' },
  'organizer.relieve': { path: '/organizer', method: 'POST', who: 'organizer', rate: 'write' },
  'recovery-link.make': { path: '/organizer', method: 'POST', who: 'organizer', rate: 'write' },
  'group-people.read': {
    path: '/groups/:groupId/people',
    method: 'GET',
    who: 'group-organizer',
    rate: 'read',
  },
  'group-recovery-link.make': {
    path: '/groups/:groupId/people',
    method: 'POST',
    who: 'group-organizer',
    rate: 'write',
  },
  'circle.new.read': { path: '/circles/new', method: 'GET', who: 'signed-in', rate: 'read' },
  'circle.found': { path: '/circles/new', method: 'POST', who: 'signed-in', rate: 'write' },
  'circle.read': { path: '/circles/:circleId', method: 'GET', who: 'member', rate: 'read' },
  'member.read': { path: '/circles/:circleId/members/:personId', method: 'GET', who: 'member', rate: 'read' },
  'member.remove': {
    path: '/circles/:circleId/members/:personId',
    method: 'POST',
    who: 'member',
    rate: 'write',
  },
  'circle.settings.read': { path: '/circles/:circleId/settings', method: 'GET', who: 'member', rate: 'read' },
  'circle.describe': { path: '/circles/:circleId/settings', method: 'POST', who: 'member', rate: 'write' },
  'circle.arrange': { path: '/circles/:circleId/settings', method: 'POST', who: 'member', rate: 'write' },
  'circle.rules': { path: '/circles/:circleId/settings', method: 'POST', who: 'member', rate: 'write' },
  'circle.leave': { path: '/circles/:circleId/settings', method: 'POST', who: 'member', rate: 'write' },
  'circle.invitations.read': {
    path: '/circles/:circleId/invitations',
    method: 'GET',
    who: 'member',
    rate: 'read',
  },
  'invitation.make': {
    path: '/circles/:circleId/invitations',
    method: 'POST',
    who: 'member',
    rate: 'invite',
  },
  'invitation.revoke': {
    path: '/circles/:circleId/invitations',
    method: 'POST',
    who: 'member',
    rate: 'write',
  },
  'invitation.open': { path: '/invitation/:token', method: 'GET', who: 'anyone', rate: 'read' },
  'invitation.read': { path: '/invitation', method: 'GET', who: 'anyone', rate: 'read' },
  'invitation.redeem': { path: '/invitation', method: 'POST', who: 'signed-in', rate: 'redeem' },
  'invitation.sign-up': { path: '/invitation', method: 'POST', who: 'anyone', rate: 'redeem' },
  'group.new.read': { path: '/groups/new', method: 'GET', who: 'signed-in', rate: 'read' },
  'group.make': { path: '/groups/new', method: 'POST', who: 'signed-in', rate: 'write' },
  'group.read': { path: '/groups/:groupId', method: 'GET', who: 'group-organizer', rate: 'read' },
  'group.rename': { path: '/groups/:groupId', method: 'POST', who: 'group-organizer', rate: 'write' },
  'group.add-organizer': { path: '/groups/:groupId', method: 'POST', who: 'group-organizer', rate: 'write' },
  'group.remove-organizer': {
    path: '/groups/:groupId',
    method: 'POST',
    who: 'group-organizer',
    rate: 'write',
  },

  'today.read': { path: '/today', method: 'GET', who: 'signed-in', rate: 'read' },
  'today.catch-up': { path: '/today', method: 'POST', who: 'signed-in', rate: 'write' },
  'agenda.read': { path: '/meetings/:meetingId/agenda', method: 'GET', who: 'meeting-member', rate: 'read' },
  'format.choose': {
    path: '/meetings/:meetingId/agenda',
    method: 'POST',
    who: 'meeting-member',
    rate: 'write',
  },
  'item.propose': {
    path: '/meetings/:meetingId/agenda',
    method: 'POST',
    who: 'meeting-member',
    rate: 'write',
  },
  'item.edit': { path: '/meetings/:meetingId/agenda', method: 'POST', who: 'meeting-member', rate: 'write' },
  'item.withdraw': {
    path: '/meetings/:meetingId/agenda',
    method: 'POST',
    who: 'meeting-member',
    rate: 'write',
  },
  'item.keep': { path: '/meetings/:meetingId/agenda', method: 'POST', who: 'meeting-member', rate: 'write' },
  'item.move': { path: '/meetings/:meetingId/agenda', method: 'POST', who: 'meeting-member', rate: 'write' },
  'vote.cast': { path: '/meetings/:meetingId/agenda', method: 'POST', who: 'meeting-member', rate: 'write' },
  'voting.close': {
    path: '/meetings/:meetingId/agenda',
    method: 'POST',
    who: 'meeting-member',
    rate: 'write',
  },
  'room.read': { path: '/meetings/:meetingId/room', method: 'GET', who: 'meeting-member', rate: 'read' },
  'message.post': { path: '/meetings/:meetingId/room', method: 'POST', who: 'meeting-member', rate: 'write' },
  'talk.read': { path: '/meetings/:meetingId/talk', method: 'GET', who: 'meeting-member', rate: 'read' },
  'notes.read': { path: '/meetings/:meetingId/notes', method: 'GET', who: 'meeting-member', rate: 'read' },
  'minutes.read': {
    path: '/meetings/:meetingId/minutes',
    method: 'GET',
    who: 'meeting-member',
    rate: 'read',
  },
  'minutes.download': {
    path: '/meetings/:meetingId/minutes.md',
    method: 'GET',
    who: 'meeting-member',
    rate: 'read',
  },
  'action.complete': {
    path: '/meetings/:meetingId/minutes',
    method: 'POST',
    who: 'meeting-member',
    rate: 'write',
  },
  'notes.carry': {
    path: '/meetings/:meetingId/minutes',
    method: 'POST',
    who: 'meeting-member',
    rate: 'write',
  },
  'action.reopen': {
    path: '/meetings/:meetingId/minutes',
    method: 'POST',
    who: 'meeting-member',
    rate: 'write',
  },

  'circle-room.read': { path: '/circles/:circleId/room', method: 'GET', who: 'member', rate: 'read' },
  'circle-message.post': { path: '/circles/:circleId/room', method: 'POST', who: 'member', rate: 'write' },
  'circle-room.mark-read': {
    path: '/circles/:circleId/room',
    method: 'POST',
    who: 'member',
    rate: 'write',
  },
  'search.read': { path: '/search', method: 'GET', who: 'signed-in', rate: 'read' },
  'signed-in.read': { path: '/signed-in', method: 'GET', who: 'anyone', rate: 'read' },
  'unread.read': { path: '/unread', method: 'GET', who: 'signed-in', rate: 'read' },
  'season.read': { path: '/circles/:circleId/plan', method: 'GET', who: 'member', rate: 'read' },
  'season.preview': { path: '/circles/:circleId/plan', method: 'POST', who: 'member', rate: 'write' },
  'season.plan': { path: '/circles/:circleId/plan', method: 'POST', who: 'member', rate: 'write' },
  'meeting.move': { path: '/circles/:circleId/plan', method: 'POST', who: 'member', rate: 'write' },
  'meeting.skip': { path: '/circles/:circleId/plan', method: 'POST', who: 'member', rate: 'write' },
  'meeting.restore': { path: '/circles/:circleId/plan', method: 'POST', who: 'member', rate: 'write' },
  'meeting.add': { path: '/circles/:circleId/plan', method: 'POST', who: 'member', rate: 'write' },
  'rota.read': { path: '/circles/:circleId/rota', method: 'GET', who: 'member', rate: 'read' },
  'absence.declare': { path: '/circles/:circleId/rota', method: 'POST', who: 'member', rate: 'write' },
  'absence.withdraw': { path: '/circles/:circleId/rota', method: 'POST', who: 'member', rate: 'write' },
  'meeting.read': { path: '/meetings/:meetingId', method: 'GET', who: 'meeting-member', rate: 'read' },
} as const satisfies Record<string, Door>;

export type DoorName = keyof typeof doors;
