// Knocking at a door as one kind of visitor, and saying in one word what the answer was.
import { type Door, type DoorName, doors } from '#app/http/doors.ts';
import { signedIn } from '#test/harness/circles.ts';
import type { KnownCircle, KnownPeople } from '#test/harness/known-circle.ts';
import type { TestServer } from '#test/harness/running-house.ts';
import type { Answer, Visitor } from '#test/harness/visitor.ts';
import { type Sample, sampleFor } from './authorisation-forms.ts';
import { inside, type Kind } from './authorisation-table.ts';

/** A circle, and what is asked at one door of it by one visitor. */
export type Knock = { door: Door; kind: Kind; visitor: Visitor; sample: Required<Sample> };

/** Page, or the data of the page as scripts ask for it. */
export type Way = 'page' | 'data';

const roles: Record<Exclude<Kind, 'visitor'>, keyof KnownPeople> = {
  stranger: 'stranger',
  member: 'member',
  facilitator: 'facilitator',
  former: 'former',
  organizer: 'organizer',
  'group-org': 'groupOrganizer',
};

/** Somebody of this kind before a door of this circle; everybody is in a browser of their own. */
export async function comeTo(
  server: TestServer,
  circle: KnownCircle,
  row: string,
  kind: Kind,
): Promise<Knock> {
  const { house } = server;
  const me = circle.people[kind === 'visitor' ? 'member' : roles[kind]];
  const visitor = kind === 'visitor' ? server.visitor() : await signedIn(server, me.id);
  const sample = await sampleFor(row, { house, circle, kind, me });
  return { door: doorOf(row), kind, visitor, sample };
}

/** The door of a row: what stands before the plus sign. */
export function doorOf(row: string): Door {
  return doors[row.split('+')[0] as DoorName];
}

/** The address, filled in. With `never`, it names what never was; members stay in the circle they know. */
export function addressOf({ door, kind, sample }: Knock, way: Way, never?: string): string {
  const known = (name: string) => inside.has(kind) && (name === 'circleId' || name === 'meetingId');
  const path = door.path.replaceAll(/:(\w+)|\*/g, (part, name = part) => {
    const given = sample.path[name] ?? '';
    return never && part !== '*' && !known(name) ? never : given;
  });
  const data = path === '/' ? '/_root.data' : `${path}.data`;
  return (way === 'data' ? data : path) + sample.query;
}

export async function knock(at: Knock, way: Way, never?: string): Promise<Answer> {
  const address = addressOf(at, way, never);
  const { door, visitor, sample } = at;
  if (sample.first) await visitor.get(sample.first);
  return door.method === 'GET' ? visitor.get(address) : visitor.post(address, sample.fields);
}

const words: Record<number, string> = {
  200: 'shows',
  403: 'refused',
  404: '404',
  409: 'not-now',
  410: 'spent',
};

/** The answer in a word; whether a form that was accepted changed anything is not known yet. */
export function outcomeOf({ status, location }: Answer): string {
  if (location?.startsWith('/sign-in?back=')) return 'sign-in';
  return location ? 'moves' : (words[status] ?? `${status}`);
}

/** Everything that was sent, without what is different in every answer and without the ids of what was asked for. */
export function bytesOf(answer: Answer, { sample }: Knock, never = '—'): string {
  const { headers, status, body } = answer;
  const nonce = /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '—';
  const kept = [...headers].filter(([name]) => name !== 'date').map((header) => header.join(': '));
  const text = [status, ...kept, body].join('\n');
  const leftOut = [nonce, headers.get('x-request-id') ?? '—', never, ...Object.values(sample.path)];
  return leftOut.reduce((left, part) => left.replaceAll(part, '—'), text);
}
