import { createTransport, type Transporter } from 'nodemailer';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const seconds = 1_000;

/**
 * The way to a mail server, from an address such as `smtp://user:password@mail.example.org:587`. To any other machine the
 * words go encrypted or not at all; to this one they need not.
 */
export function openTransport(smtpUrl: string): Transporter {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const isHere = loopback.test(hostname);
  const isSecure = protocol === 'smtps:';

  return createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (isSecure ? 465 : 587),
    secure: isSecure,
    requireTLS: !isHere && !isSecure,
    ignoreTLS: isHere && !isSecure,
    auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined,
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 30 * seconds,
    // Nothing a mail is made of may ever name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
