/** A run as it stands in its form: every value as text. */
export type RunValues = {
  firstDate: string;
  localTime: string;
  timeZone: string;
  lengthMinutes: string;
  everyWeeks: string;
  count: string;
};

/** What "Show the dates" answers: when the meetings would start (ms), for the run as it was typed. */
export type RunPreview = { starts: number[]; run: RunValues };
