import { classNames } from './class-names.ts';
import { Link, type LinkProps } from './link.tsx';

/** A link in running text. `quiet` takes the colour of the text around it. */
export function TextLink({ quiet = false, className, ...rest }: LinkProps & { quiet?: boolean }) {
  const colour = quiet ? 'text-inherit hover:text-accent' : 'text-accent hover:text-accent-strong';

  return (
    <Link
      {...rest}
      className={classNames(
        'underline decoration-1 underline-offset-3 transition-colors hover:decoration-2',
        colour,
        className,
      )}
    />
  );
}
