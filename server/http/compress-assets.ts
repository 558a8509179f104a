import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const small = { br: promisify(brotliCompress), gz: promisify(gzip) };
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/** Writes a `.br` and a `.gz` beside every script, style and drawing in a folder. Part of the build. */
export async function compressAssets(directory: string): Promise<void> {
  const names = await readdir(directory);
  await Promise.all(
    names
      .filter((name) => /\.(js|css|svg)$/.test(name))
      .map(async (name) => {
        const file = path.join(directory, name);
        const content = await readFile(file);
        await writeFile(`${file}.br`, await small.br(content, brotli));
        await writeFile(`${file}.gz`, await small.gz(content, { level: 9 }));
      }),
  );
}
