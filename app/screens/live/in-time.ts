/** How long the browser's storage may take to open, in ms. Some never answer at all (WebKit bug 226547). */
const LONGEST = 10_000;

/** What opens, unless it takes too long: then it counts as shut, and whoever comes next tries anew. */
export function inTime<Opened>(opening: Promise<Opened>): Promise<Opened> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The storage does not open.')), LONGEST);
    opening.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
