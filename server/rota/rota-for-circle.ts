import { sayDay } from '#app/domain/calendar/say-time.ts';
import { explainMeeting } from '#app/domain/rota/explain.ts';
import { turnUnits } from '#app/domain/rota/facts.ts';
import { summarizeFairness } from '#app/domain/rota/fairness.ts';
import type { RotaPlan } from '#app/domain/rota/plan.ts';
import type { CircleRota, RotaMeetingView, RotaMemberView } from '#app/domain/season/rota-view.ts';
import { type RotaWords, sayReason } from '#app/domain/season/say-rota.ts';
import type { MeetingRow } from '#db/meeting.ts';
import { listSeasons, type SeasonRow } from '#db/season.ts';
import type { House } from '../house.ts';
import { announcedPlan } from './announced-plan.ts';
import { personOn } from './change-rota.ts';
import { type Rota, rotaOf } from './rota-of.ts';
import { seatOf } from './seats.ts';

/** Who reads: times are said in their zone, and they are "you". */
export type RotaReader = { id: string; time_zone: string };

/**
 * The rota of a circle as one of its members reads it: this season and those planned after it; the ledger over all.
 * Empty lists when no season was ever planned. Who would step in is only worked out `withLines`.
 */
export async function rotaForCircle(
  house: House,
  circle: { id: string; rota_seed: number },
  reader: RotaReader,
  { withLines = false } = {},
): Promise<CircleRota> {
  const rota = await rotaOf(house.db, circle);
  const seasons = await listSeasons(house.db, circle.id);
  const plan = announcedPlan(rota.facts, { withLines });
  const view = { rota, plan, reader, now: house.now(), words: wordsFor(rota, reader, house.now()) };

  const current = currentSeason(rota.meetings, seasons);
  const shown = rota.meetings.flatMap((row, index) => {
    const season = seasons.find((each) => each.id === row.season_id);
    return season && season.number >= current ? [viewMeeting(view, row, index, season)] : [];
  });
  return { members: viewMembers(view), meetings: shown };
}

/** The words of the rota for one reader: their own seats are "you", days are those of their zone. */
function wordsFor(rota: Rota, reader: RotaReader, now: number): RotaWords {
  return {
    nameOf(seatId) {
      const seat = rota.seats.find((each) => each.id === seatId);
      return seat?.person_id === reader.id ? null : (seat?.name ?? 'Somebody');
    },
    dayOf(number) {
      const at = rota.meetings[number - 1]?.starts_at.getTime() ?? now;
      return sayDay(at, { zone: reader.time_zone, now });
    },
    isOver: (number) => rota.meetings[number - 1]?.status === 'closed',
  };
}

/** The number of the season that is on, or of the last one when all are over. */
function currentSeason(meetings: readonly MeetingRow[], seasons: readonly SeasonRow[]): number {
  const next = meetings.find((row) => row.status === 'live' || row.status === 'planned');
  const season = seasons.find((each) => each.id === next?.season_id) ?? seasons.at(-1);
  return season?.number ?? 0;
}

type View = { rota: Rota; plan: RotaPlan; reader: RotaReader; now: number; words: RotaWords };

function viewMeeting(view: View, row: MeetingRow, index: number, season: SeasonRow): RotaMeetingView {
  const { rota, plan, reader, now, words } = view;
  const fact = rota.facts.meetings[index];
  const person = row.status === 'planned' ? personOn(rota, fact?.announced ?? null) : row.led_by;
  const seat = person ? seatOf(rota.seats, person, null) : undefined;
  const inSeason = rota.meetings.filter((each) => each.season_id === row.season_id);
  const people = (seats: readonly string[]) => seats.flatMap((each) => personOn(rota, each) ?? []);
  return {
    id: row.id,
    number: inSeason.indexOf(row) + 1,
    season: season.number,
    startsAt: row.starts_at.getTime(),
    lengthMinutes: row.length_minutes,
    timeZone: row.time_zone,
    localDate: row.local_date,
    localTime: row.local_time,
    status: row.status as RotaMeetingView['status'],
    isOpen: row.status === 'planned' && row.starts_at.getTime() > now,
    lead: seat ? { id: seat.person_id, name: seat.name, isReader: seat.person_id === reader.id } : null,
    why: sayReason(explainMeeting(rota.facts, plan, index + 1), words),
    line: people(plan.meetings[index]?.line ?? []),
    absent: people(fact?.absent ?? []),
  };
}

function viewMembers({ rota, plan, reader }: View): RotaMemberView[] {
  const fairness = summarizeFairness(rota.facts, plan);
  return rota.seats
    .filter((seat) => seat.left_at === null)
    .map((seat) => {
      const own = fairness.find((each) => each.id === seat.id);
      return {
        id: seat.person_id,
        name: seat.name,
        isReader: seat.person_id === reader.id,
        led: own?.served ?? 0,
        ahead: own?.ahead ?? 0,
        share: (own?.seasonShare ?? 0) / turnUnits,
      };
    });
}
