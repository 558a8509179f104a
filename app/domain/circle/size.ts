/**
 * How many people make a circle.
 *
 * R1 A circle has room for 4 to 10 members.
 * R2 Nobody joins a circle that is full.
 * R3 A circle cannot be made smaller than the members it has.
 */
export const smallestCircle = 4;
export const largestCircle = 10;

/** The seats that are free; never below zero. */
export function freeSeats(sizeLimit: number, members: number): number {
  return Math.max(0, sizeLimit - members);
}

/** Whether one more may join (R2). */
export function hasRoom(sizeLimit: number, members: number): boolean {
  return freeSeats(sizeLimit, members) > 0;
}

/** Whether a circle with so many members may have room for so many (R1, R3). */
export function sizeFits(sizeLimit: number, members: number): boolean {
  return (
    Number.isInteger(sizeLimit) &&
    sizeLimit >= Math.max(smallestCircle, members) &&
    sizeLimit <= largestCircle
  );
}
