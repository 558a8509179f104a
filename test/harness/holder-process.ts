// A process of its own that holds an embedded database; tests talk to it through `holder.ts`.
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#server/embedded-postgres/start.ts';

export type Order =
  | { do: 'start'; directory: string; settings?: Record<string, string> }
  | { do: 'query'; text: string }
  | { do: 'said' }
  | { do: 'stop' };
export type Started = { adopted: boolean; url: string };

let held: EmbeddedPostgres | undefined;
const said: string[] = [];

async function obey(order: Order): Promise<unknown> {
  if (order.do === 'start') {
    const { directory, settings } = order;
    held = await startEmbeddedPostgres({ directory, settings, log: (sentence) => said.push(sentence) });
    return { adopted: held.adopted, url: held.url('postgres') } satisfies Started;
  }
  if (order.do === 'said') return said;
  if (!held) throw new Error('nothing was started');
  return order.do === 'stop' ? held.stop() : query(held.url('postgres'), order.text);
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

process.on('message', async ({ id, order }: { id: number; order: Order }) => {
  try {
    process.send?.({ id, value: await obey(order) });
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
process.on('disconnect', () => process.exit());
