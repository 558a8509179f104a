import { type ButtonKind, type ButtonSize, buttonLook } from './button-look.ts';
import { classNames } from './class-names.ts';
import { Icon, type IconDrawing } from './icon.tsx';
import { Link, type LinkProps } from './link.tsx';

type ButtonLinkProps = LinkProps & {
  kind?: ButtonKind;
  size?: ButtonSize;
  wide?: boolean;
  icon?: IconDrawing;
};

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({ kind, size, wide, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={classNames(buttonLook(kind, size, wide), className)}>
      {icon ? <Icon of={icon} /> : null}
      {children}
    </Link>
  );
}
