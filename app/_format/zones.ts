// The time zones that can be chosen, and the city a zone is named after.

/** UTC first, then every other zone of the runtime. */
export const knownZones = (): string[] => [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'),
]

export const deviceZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** The city a zone is named after: "America/New_York" is New York. */
export const zoneCity = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
