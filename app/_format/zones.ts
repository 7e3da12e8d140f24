// Time zones: which there are, which one this device is set to, and what one is called.

/** UTC first, then every other zone this machine knows. */
export const knownZones = (): string[] => [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'),
]

export const deviceZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** The place a zone is named after: "Asia/Tokyo" is Tokyo. */
export const zoneCity = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
