import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { matchesAmong } from '#app/domain/circle/matches.ts';
import { mayDo, rulesOf } from '#app/domain/circle/rules.ts';
import { read } from '#app/http/door.server.ts';
import { factsOf } from '#app/screens/circle/circle-model.ts';
import { CirclePage } from '#app/screens/circle/circle-page.tsx';
import { NextMeeting, nextMeetingOf } from '#app/screens/circle/next-meeting.tsx';
import { RotaStrip } from '#app/screens/rota/rota-strip.tsx';
import { MeetingList } from '#app/screens/season/meeting-list.tsx';
import { listCircleMembers } from '#db/circle-member.ts';
import { listNextMeetings } from '#db/meetings-ahead.ts';
import { rotaForCircle } from '#server/rota/rota-for-circle.ts';

export const meta: MetaFunction = () => [{ title: 'Circle · Rondo' }];

export const loader = read('circle.read', async ({ house, asker, circle }) => {
  const now = house.now();
  const [members, meetings, rota] = await Promise.all([
    listCircleMembers(house.db, circle.id),
    listNextMeetings(house.db, circle.id, new Date(now), 4),
    rotaForCircle(house, circle, asker),
  ]);
  const leads = meetings.map((meeting) => meeting.facilitator_id);
  const memberIds = members.map((member) => member.id);
  const standing = { actorId: asker.id, memberIds, nextFacilitatorId: leads[0] ?? null };

  return {
    circle: factsOf(circle),
    readerId: asker.id,
    reader: { zone: asker.time_zone, now },
    members: members.map(({ id, name, role, offers, asks }) => ({ id, name, role, offers, asks })),
    matches: matchesAmong(members),
    leads,
    season: rota.meetings,
    next: meetings[0] ? nextMeetingOf(meetings[0], asker.id) : null,
    mayInvite: mayDo(rulesOf(circle), 'invite', standing),
  };
});

export default function CircleRoute() {
  const { next, reader, season, ...page } = useLoaderData<typeof loader>();
  const line = { circleId: page.circle.id, meetings: season, reader };
  const isAlone = page.members.length === 1;
  const nextMeeting = <NextMeeting circle={page.circle} meeting={next} reader={reader} isAlone={isAlone} />;
  return (
    <CirclePage
      {...page}
      next={nextMeeting}
      rota={<RotaStrip {...line} />}
      season={<MeetingList {...line} />}
    />
  );
}
