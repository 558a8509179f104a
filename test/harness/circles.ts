// Circles as people make them: through the use cases, link and all.
import { isRefusal, type Refusal } from '#app/domain/refusal.ts';
import { cookieName } from '#server/auth/cookie.ts';
import { foundCircle } from '#server/circles/found-circle.ts';
import type { House } from '#server/house.ts';
import { makeInvitation } from '#server/invitations/make-invitation.ts';
import { redeemInvitation } from '#server/invitations/redeem-invitation.ts';
import { aPerson } from './people.ts';
import type { TestServer } from './running-house.ts';
import type { Visitor } from './visitor.ts';

/** A person, by id. */
export async function somebody(house: House, name = 'Somebody'): Promise<string> {
  return (await aPerson(house, { name })).id;
}

/** Several people: Person 1, Person 2, … */
export async function somePeople(house: House, count: number): Promise<string[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => somebody(house, `Person ${index + 1}`)));
}

export type CircleWanted = {
  /** How many members, the founder included; 4 unless told. */
  members?: number;
  sizeLimit?: number;
  name?: string;
  timeZone?: string;
  groupId?: string;
  /** Who founds it; a new person unless told. */
  founder?: string;
};

/** A circle: `people` are its members in the order of their seats, the founder first. */
export async function aCircle(
  house: House,
  wanted: CircleWanted = {},
): Promise<{ circleId: string; people: string[] }> {
  const { members = 4, sizeLimit = Math.max(members, 4), name = 'Thursday circle' } = wanted;
  const { timeZone = 'Europe/Berlin', groupId = null } = wanted;
  const founder = wanted.founder ?? (await somebody(house, 'Person 1'));
  const circleId = house.newId();
  granted(
    await foundCircle(house, founder, { id: circleId, name, purpose: '', sizeLimit, timeZone, groupId }),
  );

  const people = [founder];
  if (members > 1) {
    const { token } = await aLink(house, founder, circleId, { mostUses: members - 1 });
    for (let number = 2; number <= members; number++) {
      const person = await somebody(house, `Person ${number}`);
      granted(await redeemInvitation(house, person, token));
      people.push(person);
    }
  }
  return { circleId, people };
}

/** An invitation link with its token. */
export async function aLink(
  house: House,
  makerId: string,
  circleId: string,
  { mostUses = 20, days = 7 as 1 | 7 | 14 } = {},
): Promise<{ id: string; token: string }> {
  const link = { id: house.newId(), token: house.newToken() };
  granted(await makeInvitation(house, makerId, { ...link, circleId, days, mostUses }));
  return link;
}

/** The answer, which must not be a refusal. */
export function granted<Answer>(answer: Answer | Refusal): Answer {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.refused}: ${answer.message}`);
  return answer;
}

/** A visitor who is signed in as this person. */
export async function signedIn(
  { house, origin, visitor }: Pick<TestServer, 'house' | 'origin' | 'visitor'>,
  personId: string,
): Promise<Visitor> {
  const token = house.newToken();
  await house.sessions.start(personId, token);
  const browser = visitor();
  const session = `${cookieName(origin)}=${token}`;
  const cookie = () => [session, browser.cookie()].filter(Boolean).join('; ');
  return {
    cookie,
    get: (path, headers) => browser.get(path, { cookie: cookie(), ...headers }),
    post: (path, fields, headers) => browser.post(path, fields, { cookie: cookie(), ...headers }),
  };
}

/** The words of a page, without the marks that React leaves between them. */
export function wordsOf(body: string): string {
  return body.replaceAll('<!-- -->', '');
}
