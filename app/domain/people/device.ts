/**
 * The device of a sign-in in a few words, so that people recognise their own: "Firefox on Linux". Read from the browser's
 * own description of itself, which anyone can forge: it is a help for the memory and proves nothing.
 */
const browsers: [RegExp, string][] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/Chrom(e|ium)\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
];

/** "Firefox on Linux", "Chrome", "a device with Android", or "an unknown device". */
export function deviceOf(userAgent: string | null | undefined): string {
  const described = (userAgent ?? '').slice(0, 512);
  const browser = nameIn(browsers, described);
  const system = nameIn(systems, described);
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? (system ? `a device with ${system}` : 'an unknown device');
}

function nameIn(list: [RegExp, string][], described: string): string | undefined {
  return list.find(([sign]) => sign.test(described))?.[1];
}
