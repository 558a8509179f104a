/** Just enough colour to judge the tokens: oklch to sRGB (Björn Ottosson's OKLab, 2020) and WCAG 2.2 contrast. */

/** Three channels of gamma-encoded sRGB, 0 to 1. */
export type Rgb = [number, number, number];

/** Reads `oklch(L C H)` without alpha; L 0 to 1, H in degrees. Outside sRGB each channel is clipped. */
export function parseOklch(text: string): Rgb {
  const match = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(text.trim());
  if (!match) throw new Error(`not a plain oklch colour: ${text}`);
  const [lightness, chroma, hue] = match.slice(1).map(Number) as Rgb;
  const angle = (hue * Math.PI) / 180;

  return fromOklab(lightness, chroma * Math.cos(angle), chroma * Math.sin(angle));
}

function fromOklab(lightness: number, a: number, b: number): Rgb {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;

  return [
    encode(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    encode(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    encode(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
}

function encode(linear: number): number {
  const value = Math.min(1, Math.max(0, linear));
  return value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
export function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  ) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio, 1 to 21 (WCAG 2.2). */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** What `top` at this opacity (0 to 1) over `ground` looks like. */
export function over(top: Rgb, ground: Rgb, opacity: number): Rgb {
  return top.map((value, channel) => value * opacity + (ground[channel] ?? 0) * (1 - opacity)) as Rgb;
}
