import type { ComponentType, SVGProps } from 'react';
import { classNames } from './class-names.ts';
import { kept, numberOf } from './kept.tsx';

/**
 * An icon's drawing, imported one by one so that a page carries only what it shows:
 * `import Hand from 'lucide-react/icons/hand'`.
 */
export type IconDrawing = ComponentType<SVGProps<SVGSVGElement>>;

const sizes = { small: 'size-4', medium: 'size-5', large: 'size-7' };

type IconProps = { of: IconDrawing; size?: keyof typeof sizes; label?: string; className?: string };

/** Draws an icon. Without `label` it is decoration and hidden from screen readers; with one it is an image so named. */
export const Icon = import.meta.env.SSR
  ? kept('icon', DrawnIcon, ({ of, size, label, className }: IconProps) =>
      [numberOf(of), size, className, label].join(),
    )
  : DrawnIcon;

function DrawnIcon({ of: Drawing, size = 'medium', label, className }: IconProps) {
  const meaning = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };

  return (
    <Drawing
      {...meaning}
      strokeWidth={1.75}
      focusable="false"
      className={classNames('inline-block shrink-0', sizes[size], className)}
    />
  );
}
