import { useEffect, useRef } from 'react';

/**
 * Some phones lay their keyboard over the page without making it smaller. The room then ends above it: `--keyboard` says
 * how much is covered, and what is not needed while writing makes room.
 */
export function useAboveKeyboard() {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const screen = window.visualViewport;
    if (!screen) return;
    function fit(): void {
      if (!screen) return;
      const covered = Math.max(0, window.innerHeight - screen.height - screen.offsetTop);
      // A pinch is no keyboard.
      const height = screen.scale > 1.05 ? 0 : Math.round(covered);
      box.current?.style.setProperty('--keyboard', `${height}px`);
      if (box.current) box.current.dataset.keyboard = height > 0 ? 'open' : 'shut';
    }
    screen.addEventListener('resize', fit);
    screen.addEventListener('scroll', fit);
    return () => {
      screen.removeEventListener('resize', fit);
      screen.removeEventListener('scroll', fit);
    };
  }, []);
  return box;
}
