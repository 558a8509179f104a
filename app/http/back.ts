/**
 * Where to go after signing in, from a `back` that came in an address and may be anything: a path of our own,
 * or Today. Never another site, however the path is spelled.
 */
export function backTo(asked: string | null | undefined, otherwise = '/today'): string {
  if (!asked?.startsWith('/') || asked.length > 512) return otherwise;
  // What browsers read as a second slash, or leave out before they look: "/\evil", "/\t/evil".
  if (/^\/[/\\]|[\\\p{Cc}]/u.test(asked)) return otherwise;
  const here = 'http://here.invalid';
  const url = URL.parse(asked, here);
  return url && url.origin === here && !url.pathname.startsWith('//') ? url.pathname + url.search : otherwise;
}
