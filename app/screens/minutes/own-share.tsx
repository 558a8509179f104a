import type { TalkBand } from '#app/domain/meeting/talk-time.ts';

const words: Record<TalkBand, string> = {
  less: 'You had less of the talking than an equal share.',
  about: 'You had about an equal share of the talking.',
  more: 'You had more of the talking than an equal share.',
};

/** The reader's own share of the talking, as a band: nobody sees anybody else's, and nobody prints it. */
export function OwnShare({ share }: { share: TalkBand }) {
  return (
    <p className="max-w-text text-sm text-ink-soft print:hidden">
      {words[share]} Only turns with the floor in check-ins and topics count, and only you see this.
    </p>
  );
}
