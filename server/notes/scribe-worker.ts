// The worker's side: documents are read and changed here, so that no update, however it was made, can hold up the house.
import { parentPort } from 'node:worker_threads';
import { blocksOf, mergePieces, openNoteDocuments } from './note-documents.ts';

const documents = openNoteDocuments();
const tasks = { ...documents, merge: mergePieces, blocks: blocksOf };

export type ScribeTasks = typeof tasks;

type Message = { id: number; name: keyof ScribeTasks; args: never[] };

parentPort?.on('message', ({ id, name, args }: Message) => {
  try {
    const answer = (tasks[name] as (...args: never[]) => unknown)(...args);
    parentPort?.postMessage({ id, answer });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : 'broken' });
  }
});
