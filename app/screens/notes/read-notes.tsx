import { hasWords, type NoteBlock, type NoteSpan } from '#app/domain/notes/note-tree.ts';

/** Notes for reading: elements and words, never markup, so that nothing that was typed becomes a part of the page. */
export function ReadNotes({ blocks, empty }: { blocks: readonly NoteBlock[] | null; empty: string }) {
  if (!blocks)
    return <p className="text-ink-soft">The notes cannot be shown right now. They are not lost.</p>;
  if (!hasWords(blocks)) return <p className="text-ink-soft">{empty}</p>;
  return (
    <div className="written max-w-text">
      <Blocks blocks={blocks} />
    </div>
  );
}

function Blocks({ blocks }: { blocks: readonly NoteBlock[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the notes are drawn anew as a whole
  return blocks.map((block, index) => <Block key={index} block={block} />);
}

function Block({ block }: { block: NoteBlock }) {
  if (block.kind === 'heading') {
    return (
      <h3>
        <Spans spans={block.spans} />
      </h3>
    );
  }
  if (block.kind !== 'list') {
    return (
      <p className="min-h-6 whitespace-pre-wrap">
        <Spans spans={block.spans} />
      </p>
    );
  }
  const items = block.items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the notes are drawn anew as a whole
    <li key={index}>
      <Blocks blocks={item} />
    </li>
  ));
  return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
}

function Spans({ spans }: { spans: readonly NoteSpan[] }) {
  return spans.map(({ text, bold, italic }, index) => {
    const words = italic ? <em>{text}</em> : text;
    // biome-ignore lint/suspicious/noArrayIndexKey: the notes are drawn anew as a whole
    return <span key={index}>{bold ? <strong>{words}</strong> : words}</span>;
  });
}
