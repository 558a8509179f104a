import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { Fragment, memo, type ReactNode } from 'react';

/**
 * What people say, with the little marks they know: emphasis, code, links and line breaks. It becomes React elements and
 * never markup, so nothing that is typed can become a part of the page. Headings, lists, quotes, pictures and HTML
 * stay the characters they are.
 */
export const RichText = memo(function RichText({ text }: { text: string }) {
  const marked = text.match(marks)?.length ?? 0;
  if (marked === 0 || marked > MOST_MARKS) return <Lines text={text} />;
  const { children: blocks } = fromMarkdown(text, inline);
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text is drawn anew as a whole
    <span key={index} className={index > 0 ? 'mt-2 block' : 'block'}>
      {'children' in block ? <Spans nodes={block.children} /> : null}
    </span>
  ));
});

type Node = ReturnType<typeof fromMarkdown>['children'][number];

/** Whatever could mean more than itself; most of what is said has none of it. */
const marks = /\*+|_+|`+|[[\]<>&@]|\\+|:\/\/|www\./gi;
/** Beyond this nobody writes to be read; and what a line costs to draw grows with the square of its marks. */
const MOST_MARKS = 160;

/** Everything that makes a block, a picture or HTML is switched off. */
const inline = {
  extensions: [
    gfmAutolinkLiteral(),
    {
      disable: {
        null: [
          ...['blockQuote', 'codeFenced', 'codeIndented', 'definition', 'headingAtx', 'htmlFlow', 'htmlText'],
          ...['labelStartImage', 'list', 'setextUnderline', 'thematicBreak'],
        ],
      },
    },
  ],
  mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
};

function Spans({ nodes }: { nodes: readonly Node[] }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: the text is drawn anew as a whole
  return nodes.map((node, index) => <Span key={index} node={node} />);
}

function Span({ node }: { node: Node }) {
  switch (node.type) {
    case 'text':
      return <Lines text={node.value} />;
    case 'inlineCode':
      return <code className="rounded-sm bg-well px-1 py-0.5 font-mono text-[0.9em]">{node.value}</code>;
    case 'break':
      return <br />;
    case 'emphasis':
      return (
        <em>
          <Spans nodes={node.children} />
        </em>
      );
    case 'strong':
      return (
        <strong>
          <Spans nodes={node.children} />
        </strong>
      );
    case 'link':
      return (
        <Outward address={node.url}>
          <Spans nodes={node.children} />
        </Outward>
      );
    default:
      return 'children' in node ? <Spans nodes={node.children} /> : null;
  }
}

function Lines({ text }: { text: string }) {
  return text.split('\n').map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text is drawn anew as a whole
    <Fragment key={index}>
      {index > 0 ? <br /> : null}
      {line}
    </Fragment>
  ));
}

const schemes = new Set(['http:', 'https:', 'mailto:']);

/** A link that leaves Rondo: where it leads can be seen, and the other side learns nothing of us. */
function Outward({ address, children }: { address: string; children: ReactNode }) {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !schemes.has(url.protocol)) return <>{children}</>;
  return (
    <a
      href={url.href}
      title={url.href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="break-words text-accent-strong underline decoration-1 underline-offset-3 hover:decoration-2"
    >
      {children}
    </a>
  );
}
