// What the database holds of a meeting's notes, read with queries of our own.

/** The rows of the notes; `upto`: what the snapshot, the first piece, stands for. */
export type StoredNotes = {
  newest: number;
  upto: number;
  pieces: { seq: number; bytes: Uint8Array; author: string | null }[];
};

/** While nobody has opened them. */
const nothing = { newest: 0, upto: 0 };

/** Reads them; `rows` answers a query about one meeting, always from the same snapshot. */
// biome-ignore lint/suspicious/noExplicitAny: rows are what the query asks for
export async function readStoredNotes(rows: (text: string) => Promise<any[]>): Promise<StoredNotes> {
  const [head] = await rows(
    `select d.newest::float8 as newest, coalesce(s.upto, 0)::float8 as upto
     from note_document d left join note_snapshot s using (meeting_id) where d.meeting_id = $1`,
  );
  const pieces = await rows(
    `select upto::float8 as seq, state as bytes, null as author, 0 as part from note_snapshot where meeting_id = $1
     union all
     select seq::float8, update, author_id, 1 from note_update where meeting_id = $1 order by part, seq`,
  );
  return { ...(head ?? nothing), pieces };
}
