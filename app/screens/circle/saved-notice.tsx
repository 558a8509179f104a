import { Notice } from '#app/ui/notice.tsx';

/** Says that what was just sent is kept. */
export function SavedNotice({ isSaved }: { isSaved: boolean }) {
  if (!isSaved) return null;
  return (
    <Notice kind="good" live="polite">
      Saved.
    </Notice>
  );
}
