import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useState } from 'react';
import { Button } from './button.tsx';
import type { ButtonSize } from './button-look.ts';
import type { IconDrawing } from './icon.tsx';

type CopyButtonProps = {
  text: string;
  /** What it copies, where that does not stand beside it. */
  label?: string;
  icon?: IconDrawing;
  size?: ButtonSize;
  /** Whether the text is to be shown where the browser keeps its clipboard shut: it stands nowhere else. */
  shows?: boolean;
  /** The browser keeps its clipboard shut. */
  onRefused?: () => void;
};

const byHand = 'Your browser does not let us copy. Please select the text and copy it yourself.';

/** Puts a text where it can be pasted, and says whether it is there. */
export function CopyButton({
  text,
  label = 'Copy',
  icon = Copy,
  size,
  shows = false,
  onRefused,
}: CopyButtonProps) {
  /** The text that was tried last, and whether it went: another text is not copied yet. */
  const [tried, setTried] = useState({ text: '', went: false });
  const isTried = tried.text === text;
  const isCopied = isTried && tried.went;
  const isRefused = isTried && !tried.went;

  async function copy(): Promise<void> {
    const went = await putOnClipboard(text);
    setTried({ text, went });
    if (!went) onRefused?.();
  }

  return (
    <>
      <Button type="button" size={size} icon={isCopied ? Check : icon} onClick={copy}>
        {isCopied ? 'Copied' : label}
      </Button>
      {isRefused && shows ? <span className="text-sm break-all select-all">{text}</span> : null}
      <span role="status" className={isRefused ? 'basis-full text-sm' : 'sr-only'}>
        {isCopied ? 'Copied to the clipboard' : isRefused ? byHand : ''}
      </span>
    </>
  );
}

/** Without https there is no clipboard at all, and with it people may have refused it. */
async function putOnClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
