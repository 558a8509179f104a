import type { Editor } from '@tiptap/core';
import Bold from 'lucide-react/icons/bold';
import Heading from 'lucide-react/icons/heading';
import Italic from 'lucide-react/icons/italic';
import List from 'lucide-react/icons/list';
import ListOrdered from 'lucide-react/icons/list-ordered';
import Redo from 'lucide-react/icons/redo-2';
import Undo from 'lucide-react/icons/undo-2';
import { type KeyboardEvent, useEffect, useReducer } from 'react';
import { Icon, type IconDrawing } from '#app/ui/icon.tsx';

type Tool = {
  label: string;
  icon: IconDrawing;
  keys: string;
  isOn?: (editor: Editor) => boolean;
  press: (editor: Editor) => unknown;
};

const tools: Tool[] = [
  {
    label: 'Bold',
    icon: Bold,
    keys: 'Control+B',
    isOn: (editor) => editor.isActive('bold'),
    press: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    label: 'Italic',
    icon: Italic,
    keys: 'Control+I',
    isOn: (editor) => editor.isActive('italic'),
    press: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    label: 'Heading',
    icon: Heading,
    keys: 'Control+Alt+3',
    isOn: (editor) => editor.isActive('heading'),
    press: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    label: 'Bullet list',
    icon: List,
    keys: 'Control+Shift+8',
    isOn: (editor) => editor.isActive('bulletList'),
    press: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    label: 'Numbered list',
    icon: ListOrdered,
    keys: 'Control+Shift+7',
    isOn: (editor) => editor.isActive('orderedList'),
    press: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    label: 'Undo',
    icon: Undo,
    keys: 'Control+Z',
    press: (editor) => editor.chain().focus().undo().run(),
  },
  {
    label: 'Redo',
    icon: Redo,
    keys: 'Control+Shift+Z',
    press: (editor) => editor.chain().focus().redo().run(),
  },
];

/** What can be done with the words: one stop for the Tab key, the arrows walk along. */
export function NotesToolbar({ editor }: { editor: Editor }) {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    editor.on('transaction', draw);
    return () => void editor.off('transaction', draw);
  }, [editor]);

  return (
    <div
      role="toolbar"
      aria-label="Write"
      tabIndex={-1}
      onKeyDown={walk}
      className="flex flex-wrap border-b border-line bg-well px-1"
    >
      {tools.map(({ label, icon, keys, isOn, press }, index) => (
        <button
          key={label}
          type="button"
          title={label}
          aria-label={label}
          aria-pressed={isOn ? isOn(editor) : undefined}
          aria-keyshortcuts={keys}
          tabIndex={index === 0 ? 0 : -1}
          // The words that are marked stay marked.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => press(editor)}
          className="grid size-11 cursor-pointer place-items-center rounded-md text-ink-soft hover:bg-surface hover:text-ink aria-pressed:bg-surface aria-pressed:text-accent"
        >
          <Icon of={icon} />
        </button>
      ))}
    </div>
  );
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (!step) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  const next = buttons[(at + step + buttons.length) % buttons.length];
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next?.focus();
  event.preventDefault();
}
