// What kind of browser somebody sees in a list of their own devices, from what it says of itself. Told roughly, and trusted with nothing.

export type DeviceName = { browser: string | null; system: string | null }

/** In the order in which they hide in one another's names. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

const found = (list: typeof BROWSERS, userAgent: string): string | null =>
  list.find(([sign]) => sign.test(userAgent))?.[1] ?? null

export const deviceName = (userAgent: string): DeviceName => ({
  browser: found(BROWSERS, userAgent),
  system: found(SYSTEMS, userAgent),
})
