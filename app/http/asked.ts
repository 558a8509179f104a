import type { Selectable } from 'kysely';
import type { Circle, Group, Meeting, Membership } from '#db/schema.ts';
import type { Asker } from '#server/auth/recognise.ts';
import type { House } from '#server/house.ts';
import type { DoorName, doors, Who } from './doors.ts';

export type { Asker } from '#server/auth/recognise.ts';

/** What every handler gets, whoever knocks. */
export type Asked = {
  house: House;
  request: Request;
  url: URL;
  params: Record<string, string | undefined>;
  /** The visitor's network address, as the edge worked it out. */
  address: string;
  asker: Asker | null;
};

type Signed = Asked & { asker: Asker };
type Inside = Signed & { circle: Selectable<Circle>; membership: Selectable<Membership> };

/** What a handler gets, by who may open its door. */
export type AskedBy = {
  anyone: Asked;
  'signed-in': Signed;
  organizer: Signed;
  'group-organizer': Signed & { group: Selectable<Group> };
  member: Inside;
  'meeting-member': Inside & { meeting: Selectable<Meeting> };
};

export type AskedAt<Name extends DoorName> = AskedBy[(typeof doors)[Name]['who'] & Who];
