/** Every mail Rondo sends. Fixed words; besides our own address and a link nothing is ever put in. */
export type Letter = { subject: string; text: string };

export const mailedLinkMinutes = 30;

/** The link somebody asked for at `/recover`. */
export function recoveryLetter(origin: string, token: string): Letter {
  return {
    subject: 'Choose a new password for Rondo',
    text: lines(
      'Hello,',
      `somebody, most likely you, asked for a new password at ${origin}.`,
      `Open this link within ${mailedLinkMinutes} minutes to choose one. It works once:`,
      `${origin}/recover/${token}`,
      'If it was not you, there is nothing to do. Your password stays as it is.',
    ),
  };
}

/** The link that finishes an open sign-up. */
export function newAccountLetter(origin: string, token: string): Letter {
  return {
    subject: 'Finish your Rondo account',
    text: lines(
      'Hello,',
      `somebody, most likely you, wants to make an account with this address at ${origin}.`,
      `Open this link within ${mailedLinkMinutes} minutes to choose a password. It works once:`,
      `${origin}/recover/${token}`,
      'If it was not you, there is nothing to do. Nobody can use the account without this link.',
    ),
  };
}

/** What the owner of an account reads when somebody signs up with their address. */
export function knownAccountLetter(origin: string): Letter {
  return {
    subject: 'You already have a Rondo account',
    text: lines(
      'Hello,',
      `somebody, most likely you, wanted to make an account with this address at ${origin}. You have one already.`,
      'Sign in with your password:',
      `${origin}/sign-in`,
      'If you no longer know it, ask for a new one here:',
      `${origin}/recover`,
    ),
  };
}

/** Told after every change of a password, so that nobody's access is taken in silence. */
export function passwordChangedLetter(origin: string): Letter {
  return {
    subject: 'Your Rondo password was changed',
    text: lines(
      'Hello,',
      `your password at ${origin} was just changed, and your other sign-ins have ended.`,
      'If it was not you, ask for a new one now:',
      `${origin}/recover`,
    ),
  };
}

function lines(...paragraphs: string[]): string {
  return `${paragraphs.join('\n\n')}\n\nRondo\n`;
}
