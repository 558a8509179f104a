import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { type Bucket, type Figures, standardFigures } from './figures.ts';

/** How often things may be done. */
export type Limits = {
  /**
   * Takes one go, or `points` of them, from a bucket for a key: a person's id, a network address, an account. Answers 0
   * to go on, or the milliseconds to wait. Throws for a bucket that does not exist and when the database does not answer.
   */
  take: (bucket: string, key: string, points?: number) => Promise<number>;
  /** Puts one go back that was taken a moment ago, because it turned out not to count. Throws as `take` does. */
  giveBack: (bucket: string, key: string) => Promise<void>;
};

/** Opens the buckets. Those that all processes share are rows of `rate_limit`, the others are in memory. */
export function openLimits(pool: pg.Pool, figures: Figures = standardFigures): Limits {
  const buckets = new Map(
    Object.entries(figures).map(([name, bucket]) => [
      name,
      // What stays in this process's memory may keep its names; what is stored may not.
      { limiter: open(pool, name, bucket), keyOf: bucket.shared ? nameless : wholeNetwork },
    ]),
  );

  function bucketOf(name: string) {
    const bucket = buckets.get(name);
    if (!bucket) throw new Error(`There is no bucket ${name}.`);
    return bucket;
  }

  return {
    async take(bucket, key, points = 1) {
      const { limiter, keyOf } = bucketOf(bucket);
      try {
        await limiter.consume(keyOf(key), points);
        return 0;
      } catch (stopped) {
        if (stopped instanceof RateLimiterRes) return Math.max(1, stopped.msBeforeNext);
        throw stopped;
      }
    },

    async giveBack(bucket, key) {
      const { limiter, keyOf } = bucketOf(bucket);
      await limiter.reward(keyOf(key));
    },
  };
}

function open(pool: pg.Pool, name: string, { points, seconds, shared }: Bucket) {
  const options = { keyPrefix: name, points, duration: seconds };
  if (!shared) return new RateLimiterMemory(options);
  return new RateLimiterPostgres({
    ...options,
    storeClient: pool,
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    // Who is over the limit is remembered here too, so that a flood does not reach the database.
    inMemoryBlockOnConsumed: points + 1,
  });
}

/** Keys hold mail addresses and network addresses; the table needs to tell them apart, not to know them. */
function nameless(key: string): string {
  return createHash('sha256').update(wholeNetwork(key)).digest('base64url');
}

/** Whoever has an IPv6 address has the 2^64 others of its network too, so they count as one. */
function wholeNetwork(key: string): string {
  return key.includes(':') && isIPv6(key) ? networkOf(key) : key;
}

function networkOf(address: string): string {
  const [head = '', tail] = address.split('::');
  const first = head.split(':').filter(Boolean);
  const last = tail?.split(':').filter(Boolean) ?? [];
  const missing = tail === undefined ? 0 : 8 - first.length - last.length;
  const groups = [...first, ...Array<string>(Math.max(0, missing)).fill('0'), ...last];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16))
    .join(':');
}
