// Loaded before a server process that is to be a mutant: changes its sources on their way into memory. Nothing on the disk
// is touched, and nothing of this is in what ships.
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type Change, findMutant } from './mutants.ts';

const { changes, name } = findMutant(process.env.MUTANT ?? '');
const root = fileURLToPath(new URL('../../', import.meta.url));

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    const wanted = changes.filter(
      ({ file }) => url.startsWith('file:') && fileURLToPath(url) === root + file,
    );
    if (wanted.length === 0) return loaded;
    const source =
      typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString();
    return { ...loaded, source: wanted.reduce(changed, source) };
  },
});

function changed(source: string, { file, find, put }: Change): string {
  if (source.split(find).length !== 2) throw new Error(`The mutant ${name} no longer fits ${file}.`);
  return source.replace(find, () => put);
}
