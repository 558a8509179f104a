import Gavel from 'lucide-react/icons/gavel';
import Link from 'lucide-react/icons/link';
import Pencil from 'lucide-react/icons/pencil';
import CheckSquare from 'lucide-react/icons/square-check-big';
import Undo from 'lucide-react/icons/undo-2';
import { type ReactNode, useState } from 'react';
import type { Message } from '#app/domain/talk/talk.ts';
import { Button } from '#app/ui/button.tsx';
import { CopyButton } from '#app/ui/copy-button.tsx';
import type { TalkDesk } from './talk-desk.ts';

type LineToolsProps = {
  message: Message;
  /** Whether it may be changed: one's own, and not too old. */
  isOpen: boolean;
  desk: TalkDesk;
  onEdit: () => void;
  onDone: () => void;
};

/** What can be done with one line. Taking back cannot be undone, so it asks once. */
export function LineTools({ message, isOpen, desk, onEdit, onDone }: LineToolsProps) {
  const [asks, setAsks] = useState(false);
  const { catchFrom } = desk;

  if (asks) {
    return (
      <Tools>
        <p className="text-sm">Take these words back? They are gone for everybody.</p>
        <Button
          type="button"
          size="small"
          kind="danger"
          onClick={() => {
            desk.retract(message.id);
            onDone();
          }}
        >
          Take back
        </Button>
        <Button type="button" size="small" onClick={onDone}>
          Keep
        </Button>
      </Tools>
    );
  }
  const begin = (what: 'decision' | 'action') => {
    onDone();
    catchFrom?.(message, what);
  };
  return (
    <Tools>
      {catchFrom && !message.hidden ? (
        <>
          <Button type="button" size="small" icon={Gavel} onClick={() => begin('decision')}>
            Catch as decision
          </Button>
          <Button type="button" size="small" icon={CheckSquare} onClick={() => begin('action')}>
            Catch as action item
          </Button>
        </>
      ) : null}
      {isOpen ? (
        <>
          <Button type="button" size="small" icon={Pencil} onClick={onEdit}>
            Edit
          </Button>
          <Button type="button" size="small" icon={Undo} onClick={() => setAsks(true)}>
            Take back
          </Button>
        </>
      ) : null}
      {desk.linkTo ? (
        <CopyButton
          text={new URL(desk.linkTo(message.id), location.href).href}
          label="Copy link"
          icon={Link}
          size="small"
          shows
        />
      ) : null}
    </Tools>
  );
}

function Tools({ children }: { children: ReactNode }) {
  return <div className="flex animate-appear flex-wrap items-center gap-2 py-2">{children}</div>;
}
