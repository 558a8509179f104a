import type { Editor } from '@tiptap/core';

/**
 * Keeps the names at other people's cursors inside what is shown of the notes: aside of the cursor at the end of a line,
 * and below it where there is no line above. Answers what ends it.
 */
export function keepNamesWhole(editor: Editor, shown: HTMLElement): () => void {
  const { dom } = editor.view;
  let frame = 0;

  function place(): void {
    frame = 0;
    const { top, left } = shown.getBoundingClientRect();
    const right = left + shown.clientWidth;
    const places = [...dom.querySelectorAll<HTMLElement>('.caret > span')].map((name) => {
      const caret = (name.parentElement ?? name).getBoundingClientRect();
      const room = right - caret.left - name.offsetWidth;
      return {
        name,
        aside: Math.max(left - caret.left, Math.min(0, room)),
        below: caret.top - name.offsetHeight < top,
      };
    });
    // Only after all was measured: measuring between changes would lay out the page each time.
    for (const { name, aside, below } of places) {
      name.style.setProperty('--aside', `${aside}px`);
      name.classList.toggle('below', below);
    }
  }

  function soon(): void {
    frame ||= requestAnimationFrame(place);
  }

  const sizes = new ResizeObserver(soon);
  sizes.observe(shown);
  shown.addEventListener('scroll', soon, { passive: true });
  editor.on('transaction', soon);
  soon();
  return () => {
    cancelAnimationFrame(frame);
    sizes.disconnect();
    shown.removeEventListener('scroll', soon);
    editor.off('transaction', soon);
  };
}
