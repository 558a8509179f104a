import { Notice } from '#app/ui/notice.tsx';

/** Where a link led to something that is not here: said kindly, beside what is. */
export function GoneLine({ instead }: { instead: string }) {
  return (
    <Notice live="polite" title="What this link leads to is not here any more">
      It may have been taken back. {instead}
    </Notice>
  );
}
