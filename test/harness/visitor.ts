/** What came back, read to its end. */
export type Answer = {
  status: number;
  headers: Headers;
  body: string;
  /** Where a redirect leads, or null. */
  location: string | null;
};

/** A browser without a screen: it keeps its cookies and says where its forms come from. Redirects are not followed. */
export type Visitor = {
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  /** Sends a form as a browser without JavaScript does. */
  post: (path: string, fields?: Record<string, string>, headers?: Record<string, string>) => Promise<Answer>;
  /** The `Cookie` header this visitor would send, for sockets. */
  cookie: () => string;
};

/** Opens a visitor. `base` is where the server listens, `origin` what it calls itself. */
export function openVisitor(base: string, origin = base): Visitor {
  const cookies = new Map<string, string>();
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

  async function send(
    path: string,
    init: RequestInit & { headers: Record<string, string> },
  ): Promise<Answer> {
    const headers = cookies.size > 0 ? { cookie: cookie(), ...init.headers } : init.headers;
    const response = await fetch(base + path, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    return {
      status: response.status,
      headers: response.headers,
      body: await response.text(),
      location: response.headers.get('location'),
    };
  }

  return {
    cookie,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, fields = {}, headers = {}) =>
      send(path, { method: 'POST', headers: { origin, ...headers }, body: new URLSearchParams(fields) }),
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const [name = '', value = ''] = pair.split(/=(.*)/s);
  const gone = value === '' || attributes.some((one) => /^max-age=0$/i.test(one));
  if (gone) cookies.delete(name);
  else cookies.set(name, value);
}
