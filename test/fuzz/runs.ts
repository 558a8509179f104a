// How much is tried, and what to start from to see the same again.
const given = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);

/** Bad inputs of every command; the long run by hand has 10,000. */
export const commandRuns = given('FUZZ_RUNS', 1_000);
/** Bad inputs of every form: each is a whole request. */
export const formRuns = given('FUZZ_RUNS', 12);
/** The same seed tries the same things in the same order. */
export const seed = given('FUZZ_SEED', 1);
