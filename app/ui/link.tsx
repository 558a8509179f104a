// Links as the framework has them. While the server renders nothing can be pressed, so there they are drawn at once, as what
// the framework would make of them; a page has many, and asking the router for each costs more than all their words.
import * as framework from '@remix-run/react';
import { useLocation } from '@remix-run/react';
import { classNames } from './class-names.ts';

export type { LinkProps } from '@remix-run/react';

/** A link to a page of ours. */
export const Link = import.meta.env.SSR ? (DrawnLink as typeof framework.Link) : framework.Link;

/** A link that says when it leads to where one is. */
export const NavLink = import.meta.env.SSR ? (DrawnNavLink as typeof framework.NavLink) : framework.NavLink;

function DrawnLink(props: framework.LinkProps) {
  const { to, prefetch = 'none', discover = 'render', reloadDocument, ...rest } = props;
  const { relative, replace, state, preventScrollReset, viewTransition, ...own } = rest;
  if (prefetch !== 'none' || !isPlain(to)) return <framework.Link {...props} />;
  const discovered = discover === 'render' && !reloadDocument ? 'true' : undefined;
  return <a {...own} data-discover={discovered} href={to} />;
}

function DrawnNavLink(props: framework.NavLinkProps) {
  const { pathname } = useLocation();
  const { end, caseSensitive, className, style, children, ...rest } = props;
  const isSimple = isPlain(rest.to) && !/[?#]/.test(rest.to) && typeof className === 'string';
  if (!isSimple || caseSensitive || style || typeof children === 'function')
    return <framework.NavLink {...props} />;
  const isCurrent = isAt(pathname, rest.to as string, end);
  return (
    <DrawnLink
      {...rest}
      aria-current={isCurrent ? 'page' : undefined}
      className={classNames(className, isCurrent && 'active')}
    >
      {children}
    </DrawnLink>
  );
}

/** From the root on, and with nothing in it that the router would write in another way. */
const plain = /^\/(?:[\w-]+(?:\/[\w-]+)*)?(?:\?[^#]+)?(?:#.+)?$/;

function isPlain(to: framework.LinkProps['to']): to is string {
  return typeof to === 'string' && plain.test(to);
}

/** Whether a page is the one that a link leads to or, unless `end`, one below it. */
export function isAt(pathname: string, to: string, end = false): boolean {
  const [here, there] = [pathname.toLowerCase(), to.toLowerCase()];
  return here === there || (!end && here.startsWith(there) && here[there.length] === '/');
}
