// Names browser and system from a user agent, for the list of a person's devices. A guess for display: nothing may be decided by it.

export type DeviceName = { browser: string | null; system: string | null }

/** Order matters: Edge and Opera also call themselves Chrome, and Chrome calls itself Safari. */
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
