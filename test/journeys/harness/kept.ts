// What a tab keeps of what is half typed.
import type { Page } from '@playwright/test';

/** The keys of it. */
export function keptOn(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('rondo-draft')));
}

/** Renames what is kept, or gives it another value. */
export function changeKept(page: Page, like: RegExp, to: { key?: string; value?: string }): Promise<void> {
  return page.evaluate(
    ([source, { key: name, value }]) => {
      const pattern = new RegExp(source);
      for (const key of Object.keys(sessionStorage).filter((one) => pattern.test(one))) {
        const kept = value ?? sessionStorage.getItem(key) ?? '';
        sessionStorage.removeItem(key);
        sessionStorage.setItem(name === undefined ? key : key.replace(pattern, name), kept);
      }
    },
    [like.source, to] as const,
  );
}
