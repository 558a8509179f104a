// Statements that are sent so often that PostgreSQL should plan them once for each connection and not every time.
const mark = /^\s*\/\* prepared: ([a-z-]+) \*\//;

/** A statement with its name; two statements must not share one. */
export function prepared(name: string, statement: string): string {
  return `/* prepared: ${name} */ ${statement}`;
}

/** The name that a statement was given, if it was given one. */
export function nameOf(statement: string): string | undefined {
  return mark.exec(statement)?.[1];
}
