import { Notice } from '#app/ui/notice.tsx';
import { useWrittenForm } from './written-form.ts';

/** What was sent without script and not taken, where one cannot write any more: with the reason, to copy. */
export function WrittenBack() {
  const { fault, typed } = useWrittenForm();
  if (!typed) return null;
  return (
    <Notice kind="warn" title="This was not accepted. Here it is, to copy.">
      <p className="text-sm">{fault}</p>
      <p className="mt-2 rounded-sm bg-surface px-3 py-2 break-words whitespace-pre-wrap select-all">
        {typed}
      </p>
    </Notice>
  );
}
