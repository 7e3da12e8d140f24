// The time zones that can be chosen, and the city a zone is named after.

/** Runtimes go on telling the old names of some zones; these are the names that they have now. */
const TODAY: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

const nameToday = (zone: string): string => TODAY[zone] ?? zone

/** UTC first, then every other zone of the runtime by its name of today. */
export const knownZones = (): string[] => [
  'UTC',
  ...new Set(
    Intl.supportedValuesOf('timeZone')
      .filter((zone) => zone !== 'UTC')
      .map(nameToday)
      .toSorted(),
  ),
]

export const deviceZone = (): string => nameToday(new Intl.DateTimeFormat().resolvedOptions().timeZone)

/** The city a zone is named after: "America/New_York" is New York. */
export const zoneCity = (zone: string): string => (nameToday(zone).split('/').at(-1) ?? zone).replaceAll('_', ' ')
