// Waiting until a meeting's log knows who is there.
import { expect } from 'vitest';
import { presentPeople } from '#app/domain/meeting/may.ts';
import type { House } from '#server/house.ts';
import { until } from '#test/harness/until.ts';

/**
 * Resolves when the log has each of `people` as present. Whoever enters is written down a moment after the answer; until
 * then a count of what is in the log is nobody's to rely on.
 */
export async function untilArrived(house: House, room: string, people: readonly string[]): Promise<void> {
  await until(async () => {
    const state = await house.rooms.state(room);
    expect(state ? presentPeople(state) : []).toEqual(expect.arrayContaining([...people]));
  });
}
