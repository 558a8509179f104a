// A meeting's agenda as members without script see it and work on it.
import { aCircle, signedIn, wordsOf } from './circles.ts';
import { aSeason } from './meetings.ts';
import { sendForm } from './page-forms.ts';
import type { TestServer } from './running-house.ts';
import type { Answer, Visitor } from './visitor.ts';

export type MemberAtAgenda = {
  id: string;
  name: string;
  visitor: Visitor;
  /** The page's words as they are sent. */
  page: () => Promise<string>;
  /** The titles in order. */
  order: () => Promise<string[]>;
  propose: (title: string, more?: Record<string, string>) => Promise<Answer>;
  /** Presses a button in the form of the item with this title. */
  press: (intent: string, title: string, button: { name: string; words: string }) => Promise<Answer>;
  edit: (title: string, typed: Record<string, string>) => Promise<Answer>;
  withdraw: (title: string) => Promise<Answer>;
};

export type AgendaGround = {
  circleId: string;
  meeting: string;
  place: string;
  /** Who leads comes first. */
  members: MemberAtAgenda[];
  idOf: (title: string) => Promise<string>;
};

/** A circle whose next meeting, of an hour, begins so many milliseconds from now; three days unless told. */
export async function anAgenda(server: TestServer, members = 4, firstInMs?: number): Promise<AgendaGround> {
  const { house } = server;
  const { circleId, people } = await aCircle(house, { members });
  const season = await aSeason(
    house,
    { id: circleId, timeZone: 'Europe/Berlin' },
    { meetings: 3, firstInMs },
  );
  const meeting = season.meetings[0]?.id ?? '';
  const place = `/meetings/${meeting}/agenda`;
  const lead = (await house.rooms.state(meeting))?.lead.holder;
  const inOrder = people.toSorted((a, b) => Number(b === lead) - Number(a === lead));

  async function idOf(title: string): Promise<string> {
    const items = (await house.rooms.state(meeting))?.items ?? [];
    return items.find((item) => item.title === title)?.id ?? '';
  }

  async function atAgenda(id: string): Promise<MemberAtAgenda> {
    const visitor = await signedIn(server, id);
    const page = async () => shownIn((await visitor.get(place)).body);
    return {
      id,
      name: `Person ${people.indexOf(id) + 1}`,
      visitor,
      page,
      order: async () => titlesIn(await page()),
      propose: (title, more) => sendForm(visitor, place, { intent: 'item.propose' }, { title, ...more }),
      press: async (intent, title, button) =>
        sendForm(visitor, place, { intent, item: await idOf(title) }, {}, button),
      edit: async (title, typed) =>
        sendForm(visitor, place, { intent: 'item.edit', item: await idOf(title) }, typed),
      withdraw: async (title) =>
        sendForm(visitor, place, { intent: 'item.withdraw', item: await idOf(title) }),
    };
  }
  return { circleId, meeting, place, members: await Promise.all(inOrder.map(atAgenda)), idOf };
}

/** What a page shows, without what its scripts carry. */
export function shownIn(body: string): string {
  return wordsOf(body.replaceAll(/<script\b.*?<\/script>/gs, ''));
}

/** The titles of the items on a page, in order. */
function titlesIn(body: string): string[] {
  return [...body.matchAll(/<li id="item-[^>]*>.*?<h3[^>]*>(.*?)<\/h3>/gs)].map(([, title = '']) => title);
}

/** What a page says at one item. */
export function rowOf(body: string, title: string): string {
  const rows = body.split('<li id="item-').slice(1);
  return rows.find((row) => row.includes(`>${title}</h3>`))?.split('<li ')[0] ?? '';
}

/** The button that places so many dots on an item. */
export const dots = (words: string) => ({ name: 'dots', words });
