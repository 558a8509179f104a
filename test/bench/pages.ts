// `npm run bench:pages -- --json`: what our pages cost, session and data included, against stock pages without any.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Usage } from './answer-asks.ts';
import { readOptions } from './bench-options.ts';
import { startDurableDatabase } from './durable-database.ts';
import { openFigures } from './figures.ts';
import { chooseCores } from './machine.ts';
import type { PageLoad } from './pages/load-process.ts';
import { type PinnedProcess, startPinned } from './pinned-process.ts';
import { progress, report } from './report.ts';
import { shippedFlags } from './shipped-flags.ts';

const options = readOptions(['today', 'room', 'weight']);
/** Requests of one measurement, after as many that warm up once. */
const count = options.short ? 20 : 400;
const bin = path.join(import.meta.dirname, '..', '..', 'node_modules', '.bin');
const here = path.join(import.meta.dirname, 'pages');

buildStock();
const cores = chooseCores();
const database = await startDurableDatabase(cores?.database ?? null);
const start = (file: string, core: string | null, ...given: string[]) =>
  startPinned(path.join(here, file), core, shippedFlags(), given);
const ours = await start('our-process.ts', cores?.server ?? null, database.url);
const stock = await start('stock-process.ts', cores?.server ?? null);
const load = await start('load-process.ts', cores?.load ?? null);
const figures = openFigures();

try {
  const { origin, pages, cookie } = await ours.ask<{
    origin: string;
    pages: Record<string, string>;
    cookie: string;
  }>('visit');
  const stockOrigin = await stock.ask<string>('origin');
  for (const [name, address] of Object.entries(pages)) {
    if (!options.wants(name)) continue;
    const page: PageLoad = { url: origin + address, cookie, count };
    const elements = await load.ask<number>('elements', page);
    const plain: PageLoad = { url: `${stockOrigin}/?elements=${elements}`, cookie: '', count };
    await compare(name, elements, { ours: page, stock: plain });
  }
  if (options.wants('weight')) weigh();
} finally {
  await Promise.all([ours, stock, load].map((one) => one.stop()));
  await database.stop();
}
report('pages', options, figures, cores);

async function compare(name: string, elements: number, wanted: { ours: PageLoad; stock: PageLoad }) {
  const contestants = { ours: [ours, wanted.ours], stock: [stock, wanted.stock] } as const;
  for (const [process, page] of Object.values(contestants)) await cost(process, page);
  for (let round = 1; round <= options.rounds; round++) {
    const order = round % 2 ? (['ours', 'stock'] as const) : (['stock', 'ours'] as const);
    const micros: Record<string, number> = {};
    for (const who of order) micros[who] = await cost(...contestants[who]);
    progress(`${name} ${round}: ours ${micros.ours?.toFixed(0)} µs, stock ${micros.stock?.toFixed(0)} µs`);
    figures.add(`${name}.vs_stock`, (micros.ours ?? 0) / (micros.stock ?? 0), 'ratio', '<= 1');
    for (const who of order) figures.add(`${name}.${who}`, micros[who] ?? 0, 'µs of processor a request');
  }
  figures.add(`${name}.elements`, elements, 'elements');
}

/** What one request costs the server's process, in µs of processor. */
async function cost(server: PinnedProcess, page: PageLoad): Promise<number> {
  const before = await server.ask<Usage>('usage');
  await load.ask('load', page);
  const after = await server.ask<Usage>('usage');
  return ((after.cpuMs - before.cpuMs) * 1000) / page.count;
}

/** What a browser loads before a page is alive, as the build's own check weighs it. */
function weigh(): void {
  const answer = execFileSync(path.join(bin, 'size-limit'), ['--json'], { encoding: 'utf8' });
  const weights = JSON.parse(answer) as { name: string; size: number; sizeLimit: number }[];
  for (const { name, size, sizeLimit } of weights)
    figures.add(`weight.${name}`, size / 1000, 'kB of script, gzip', `<= ${sizeLimit / 1000}`);
}

function buildStock(): void {
  execFileSync(path.join(bin, 'remix'), ['vite:build'], {
    cwd: path.join(here, 'stock'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
