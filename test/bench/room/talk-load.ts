// Talk as a load: senders who say the next thing when the last was answered, or at a pace; and everybody counts.
import { setTimeout as pause } from 'node:timers/promises';
import { addFaults, type Faults, type LoadLine, noFaults, type Said } from './load-line.ts';
import type { World } from './world.ts';

/** `pace`: messages a second altogether, whoever waits for whatever; otherwise `inFlight` of each
 * sender. `repeated`: how many times the words of a line are in it; once unless told. */
export type TalkShape = { senders: number; inFlight: number; pace?: number; repeated?: number };
/** Counts since the start, at an instant of this process. */
export type Mark = {
  at: number;
  deliveries: number;
  said: number;
  answered: number;
  refused: Record<string, number>;
  cpuMs: number;
};
/** By room: how many messages were acknowledged, and the sum of their versions. */
export type RoomTally = { room: string; acknowledged: number; versions: number; newest: number[] };
export type Outcome = { latencies: number[]; rooms: RoomTally[]; faults: Faults };

type OpenLine = (wanted: {
  url: string;
  room: string;
  place: World['rooms'][number]['people'][number];
  heard: (text: string) => void;
}) => LoadLine;
type Member = { line: LoadLine; tally: RoomTally };

const PADDING = ' and so we talked about what to try until we meet again, and who would ask how it went.';

export function openTalk(openLine: OpenLine) {
  let rooms: { members: Member[]; tally: RoomTally }[] = [];
  let shape: TalkShape = { senders: 0, inFlight: 0 };
  let running = false;
  let listening = false;
  let [deliveries, said, answered, underWay] = [0, 0, 0, 0];
  let refused: Record<string, number> = {};
  let latencies: number[] = [];

  /** One member of each room looks at the time that stands in every message; the others only count. */
  const count = () => {
    deliveries += 1;
  };
  const measure = (text: string) => {
    deliveries += 1;
    if (listening) latencies.push(performance.now() - Number.parseFloat(text));
  };

  function say({ line, tally }: Member): void {
    underWay += 1;
    said += 1;
    line.say(performance.now().toFixed(3) + PADDING.repeat(shape.repeated ?? 1), (answer) => {
      underWay -= 1;
      note(answer, tally);
      if (running && shape.pace === undefined) say({ line, tally });
    });
  }
  function note(answer: Said, tally: RoomTally): void {
    if ('refused' in answer) {
      refused[answer.refused] = (refused[answer.refused] ?? 0) + 1;
      return;
    }
    answered += 1;
    tally.acknowledged += 1;
    tally.versions += answer.version;
  }
  function speakers(): Member[] {
    const byPlace = Array.from({ length: shape.senders }, (_, seat) =>
      rooms.map(({ members }) => members[seat]),
    );
    return byPlace.flat().filter((member) => member !== undefined);
  }
  const allLines = () => rooms.flatMap(({ members }) => members.map(({ line }) => line));

  async function sayAtPace(pace: number): Promise<void> {
    const all = speakers();
    const began = performance.now();
    for (let sent = 0; running; await pause(1)) {
      const due = ((performance.now() - began) * pace) / 1_000;
      for (; sent < due; sent++) say(all[sent % all.length] as Member);
    }
  }

  return {
    /** Everyone of the world comes in, a few at a time. */
    async open(world: World): Promise<void> {
      rooms = world.rooms.map(({ room, people }) => {
        const tally: RoomTally = { room, acknowledged: 0, versions: 0, newest: [] };
        const members = people.map((place, seat) => {
          const line = openLine({
            url: world.url,
            room,
            place,
            heard: seat === people.length - 1 ? measure : count,
          });
          return { line, tally };
        });
        return { members, tally };
      });
      const lines = allLines();
      for (let next = 0; next < lines.length; next += 50) {
        await Promise.all(lines.slice(next, next + 50).map((line) => line.open()));
      }
    },
    /** Everybody leaves at once. */
    leave(): void {
      for (const line of allLines()) line.close();
    },
    /** Everybody comes back at once; answers how long it took until the last was complete, in ms. */
    async comeBack(): Promise<number> {
      const began = performance.now();
      await Promise.all(allLines().map((line) => line.reopen()));
      return performance.now() - began;
    },
    begin(wanted: TalkShape): void {
      shape = wanted;
      running = true;
      if (wanted.pace !== undefined) void sayAtPace(wanted.pace);
      else for (const member of speakers()) for (let one = 0; one < wanted.inFlight; one++) say(member);
    },
    mark({ listen }: { listen: boolean }): Mark {
      listening = listen;
      const { user, system } = process.cpuUsage();
      return {
        at: performance.now(),
        deliveries,
        said,
        answered,
        refused: { ...refused },
        cpuMs: (user + system) / 1_000,
      };
    },
    /** Stops, waits until all is answered and heard, and closes the lines unless they are to `stay`. */
    async end({ stay = false }: { stay?: boolean } = {}): Promise<Outcome> {
      running = false;
      for (let before = -1; underWay > 0 || before !== deliveries; await pause(150)) before = deliveries;
      const lines = allLines();
      const tallies = rooms.map(({ members, tally }) => ({
        ...tally,
        newest: members.map(({ line }) => line.newest()),
      }));
      const faults = lines.map((line) => line.faults()).reduce(addFaults, noFaults);
      if (!stay) for (const line of lines) line.close();
      const outcome = { latencies, rooms: tallies, faults };
      [latencies, refused] = [[], {}];
      return outcome;
    },
  };
}
