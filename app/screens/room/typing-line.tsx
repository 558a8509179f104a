type TypingLineProps = { typing: readonly string[]; me: string; nameOf: (person: string) => string };

/** Who is writing right now. The line keeps its place, so that nothing jumps. */
export function TypingLine({ typing, me, nameOf }: TypingLineProps) {
  const [first, second, ...more] = typing.filter((person) => person !== me).map(nameOf);

  return (
    <p className="min-h-5 truncate px-1 text-xs text-ink-soft">
      {first && second && more.length > 0 ? `${first}, ${second} and ${more.length} more are writing` : null}
      {first && second && more.length === 0 ? `${first} and ${second} are writing` : null}
      {first && !second ? `${first} is writing` : null}
    </p>
  );
}
