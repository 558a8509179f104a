const second = 1_000;
const minute = 60 * second;

/** "4:32" of what is left, rounded up so that everybody sees the same second (the agenda design, C.4); "+0:05" when it is over. */
export function figures(remainingMs: number): string {
  const seconds = Math.ceil(remainingMs / second);
  const sign = seconds < 0 ? '+' : '';
  const whole = Math.abs(seconds);
  return `${sign}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** "4 minutes left", "30 seconds left", "over by 2 minutes": for people who listen, and for overtime. */
export function remainingInWords(remainingMs: number): string {
  const seconds = Math.ceil(remainingMs / second);
  if (seconds === 0) return 'time is up';
  return seconds > 0 ? `${span(seconds)} left` : `over by ${span(-seconds)}`;
}

/** "2:05" of time that has passed. */
export function passed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / second));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** "in 23 minutes", "in 2 days", "in a moment": until something opens. */
export function until(ms: number): string {
  if (ms < minute) return 'in a moment';
  const minutes = Math.ceil(ms / minute);
  if (minutes < 90) return `in ${count(minutes, 'minute')}`;
  const hours = Math.round(minutes / 60);
  return hours < 36 ? `in ${count(hours, 'hour')}` : `in ${count(Math.round(hours / 24), 'day')}`;
}

function span(seconds: number): string {
  return seconds < 60 ? count(seconds, 'second') : count(Math.floor(seconds / 60), 'minute');
}

/** "1 item", "3 items", "3 people". */
export function count(number: number, thing: string, things = `${thing}s`): string {
  return `${number} ${number === 1 ? thing : things}`;
}
