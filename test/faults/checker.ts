// The checker: a process of its own that reads a finished run's history and the database, and trusts neither the server nor
// the runner. It knows the rules of the domain, which both sides share, and nothing else of the program.
// Usage: node test/faults/checker.ts HISTORY DATABASE_URL; prints one line of JSON, exits 1 on any violation.
import { readFileSync } from 'node:fs';
import { judge } from './judge.ts';
import { mergeJudgements } from './merge.ts';
import { readStored } from './stored.ts';
import { readStories } from './story.ts';

const [history = '', database = ''] = process.argv.slice(2);
const judgements = [];
for (const story of readStories(readFileSync(history, 'utf8')))
  judgements.push(judge(story, await readStored(database, story.begin.room)));
const judgement = mergeJudgements(judgements);
process.stdout.write(`${JSON.stringify(judgement)}\n`);
process.exitCode = judgement.violations.length > 0 ? 1 : 0;
