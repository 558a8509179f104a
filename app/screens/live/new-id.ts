/**
 * A new id, as the server makes them too. `crypto.randomUUID` would be shorter, but browsers have it over https and on their own
 * machine only, and in a local network Rondo is also opened by plain http.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  // Version 4, variant 1: what is drawn by lot says so.
  const variant = '89ab'[(bytes[8] ?? 0) & 3];
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, `$1-$2-4$3-${variant}$4-$5`);
}
