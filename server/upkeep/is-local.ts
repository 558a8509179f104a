/** Whether a `postgres://` address leads to this machine: by name, by loopback address or through a socket file. */
export function isLocal(databaseUrl: string): boolean {
  const url = new URL(databaseUrl);
  const socket = url.searchParams.get('host');
  const host = socket ?? decodeURIComponent(url.hostname);
  return (
    host === '' ||
    host.startsWith('/') ||
    host === 'localhost' ||
    /^(127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host)
  );
}
