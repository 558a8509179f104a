/**
 * A mail address as we accept it: narrower than the standard, so that whatever passes can be put into a mail
 * without a second thought. No quotes, comments, commas, angle brackets, spaces or line breaks.
 */
const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Reads a typed address: trimmed and in lower case, or null when it is none. At most 254 characters, 64 before
 * the @ (RFC 5321, 4.5.3.1); the domain has at least two parts, or is `localhost`.
 */
export function readAddress(typed: string): string | null {
  const address = typed.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  if (at < 1 || at > 64 || address.length > 254) return null;

  const labels = address.slice(at + 1).split('.');
  const placed = labels.length > 1 || labels[0] === 'localhost';
  if (!placed || !labels.every((part) => label.test(part))) return null;
  return local.test(address.slice(0, at)) ? address : null;
}
