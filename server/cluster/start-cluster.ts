// npm run start:cluster: several processes of the program on one database, on neighbouring ports, for a proxy in front.
import { settingsOrExit } from '../read-environment.ts';
import { onStopSignal } from '../signals.ts';
import { keepRunning } from './keep-running.ts';

const { port, processes } = settingsOrExit();
const cluster = keepRunning(Array.from({ length: processes }, (_, index) => port + index));
onStopSignal(() => cluster.stop());
process.exitCode = await cluster.ended;
