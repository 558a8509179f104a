/** A vote on more time. A masked thumb tells only that one was shown. */
import type { Logged, MeetingEvent } from './events.ts';
import type { Extension } from './state.ts';

type ExtensionEvent = Logged<
  Extract<MeetingEvent, { kind: 'extension.opened' | 'thumb.shown' | 'extension.closed' }>
>;

export function evolveExtension(extension: Extension | null, event: ExtensionEvent): Extension | null {
  switch (event.kind) {
    case 'extension.opened': {
      const { item, ms, absorption, closesAt } = event;
      return { item, ms, absorption, closesAt, thumbs: {}, voters: [], outcome: null };
    }
    case 'thumb.shown': {
      if (!extension) return extension;
      const voter = event.actor ?? '';
      const { voters, thumbs } = extension;
      return {
        ...extension,
        voters: voters.includes(voter) ? voters : [...voters, voter],
        thumbs: event.thumb === null ? thumbs : { ...thumbs, [voter]: event.thumb },
      };
    }
    case 'extension.closed': {
      if (!extension) return extension;
      const { granted, up, abstained, down, why } = event;
      return { ...extension, outcome: { granted, up, abstained, down, why } };
    }
  }
}
