// A server for the pages of people, with somebody who looks after it, and people at their browsers.
import { afterAll, beforeAll } from 'vitest';
import { aPerson, type TestPerson } from './people.ts';
import { startTestServer, type TestServer } from './running-house.ts';
import type { Answer } from './visitor.ts';

type PersonAtBrowser = TestPerson & {
  get: (path: string) => Promise<Answer>;
  post: (path: string, fields: Record<string, string>) => Promise<Answer>;
};

export type PeopleGround = Pick<TestServer, 'house' | 'visitor'> & {
  /** Who looks after the installation: Olga. */
  readonly organizer: TestPerson;
  /** A person with a browser that is signed in. */
  somebody: (name: string) => Promise<PersonAtBrowser>;
};

/** Called once at the top of a test file. */
export function openPeopleGround(): PeopleGround {
  let server: TestServer;
  let organizer: TestPerson;
  beforeAll(async () => {
    server = await startTestServer();
    organizer = await aPerson(server.house, { name: 'Olga', isOrganizer: true });
  });
  afterAll(() => server.close());

  return {
    get house() {
      return server.house;
    },
    get organizer() {
      return organizer;
    },
    visitor: () => server.visitor(),
    async somebody(name) {
      const person = await aPerson(server.house, { name });
      const browser = server.visitor();
      const { cookie } = person;
      return {
        ...person,
        get: (path) => browser.get(path, { cookie }),
        post: (path, fields) => browser.post(path, fields, { cookie }),
      };
    },
  };
}
