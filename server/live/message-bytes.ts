/** "Message" in Engine.IO, then "event" in Socket.IO's main namespace. */
const EVENT = '42';
/** A whole WebSocket message of text. */
const TEXT = 0x81;

/**
 * A Socket.IO event as the bytes of one unmasked WebSocket message, worked out once for all who read it. `data` is plain
 * JSON without binary parts. Sources: RFC 6455, 5.2; Engine.IO protocol 4; Socket.IO protocol 5.
 */
export function messageBytes(event: string, data: unknown): Buffer {
  const words = `${EVENT}${JSON.stringify([event, data])}`;
  const length = Buffer.byteLength(words);
  const start = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const bytes = Buffer.allocUnsafe(start + length);
  bytes[0] = TEXT;
  if (start === 2) bytes[1] = length;
  else if (start === 4) {
    bytes[1] = 126;
    bytes.writeUInt16BE(length, 2);
  } else {
    bytes[1] = 127;
    bytes.writeBigUInt64BE(BigInt(length), 2);
  }
  bytes.write(words, start);
  return bytes;
}
