import { Form, useActionData, useNavigation } from '@remix-run/react';
import { type Reader, sayMoment } from '#app/domain/calendar/say-time.ts';
import type { NoteBlock } from '#app/domain/notes/note-tree.ts';
import type { Fault } from '#app/http/door.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { ReadNotes } from '../notes/read-notes.tsx';

type MinutedNotesProps = {
  notes: NoteBlock[] | null;
  /** The meeting is over, so they are whole. */
  isOver: boolean;
  carriedTo: string | null;
  next: { id: string; startsAt: number } | null;
  reader: Reader;
};

/** What was written together; it can be carried on to the next meeting, once. */
export function MinutedNotes({ notes, isOver, carriedTo, next, reader }: MinutedNotesProps) {
  const fault = useActionData<Fault>()?.fault;
  const isUnderWay = useNavigation().formData?.get('intent') === 'notes.carry';
  const hasSome = notes === null || notes.length > 0;

  return (
    <Card id="notes" title="Notes" level={2}>
      <ReadNotes blocks={notes} empty="No notes were written." />
      {fault?.intent === 'notes.carry' && fault.form ? <Notice kind="warn">{fault.form}</Notice> : null}
      {carriedTo ? (
        <p className="text-ink-soft print:hidden">
          These notes were carried to{' '}
          <TextLink to={`/meetings/${carriedTo}`}>
            {carriedTo === next?.id
              ? `the meeting on ${sayMoment(next.startsAt, reader)}`
              : 'a later meeting'}
          </TextLink>
          .
        </p>
      ) : null}
      {isOver && hasSome && next && !carriedTo ? (
        <Form method="post" preventScrollReset>
          <Button size="small" name="intent" value="notes.carry" pending={isUnderWay}>
            Carry these notes to the next meeting
          </Button>
        </Form>
      ) : null}
    </Card>
  );
}
