import { classNames } from './class-names.ts';

/** primary: the one main act of a screen. quiet: everything else. danger: cannot be undone. */
export type ButtonKind = 'primary' | 'quiet' | 'danger' | 'plain';
export type ButtonSize = 'medium' | 'small';

const kinds: Record<ButtonKind, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong border-transparent',
  quiet: 'bg-surface text-ink border-line-strong hover:bg-well',
  danger: 'bg-surface text-stop border-stop hover:bg-stop hover:text-on-stop',
  plain: 'bg-transparent text-accent border-transparent hover:bg-accent-soft hover:text-accent-strong',
};

const sizes: Record<ButtonSize, string> = {
  medium: 'min-h-11 min-w-11 px-4 py-2 text-base',
  small: 'min-h-11 min-w-11 px-3 py-1.5 text-sm',
};

const shape =
  'relative inline-flex items-center justify-center gap-2 overflow-hidden rounded-md border font-semibold leading-tight text-center no-underline select-none cursor-pointer transition-colors aria-disabled:cursor-default disabled:cursor-default disabled:opacity-60 print:hidden';

/** The classes that buttons and links dressed as buttons share. */
export function buttonLook(kind: ButtonKind = 'quiet', size: ButtonSize = 'medium', wide = false): string {
  return classNames(shape, kinds[kind], sizes[size], wide && 'w-full');
}
