// Which clock a record is told by. A room runs by its reader's own clock; a record shows the course's to everybody, on screen as on paper, so
// that two people who speak of 10:39 speak of the same entry. Whatever shows such times says so with these words.
import { useTranslations } from 'next-intl'
import { zoneCity } from '#format/zones'

/** "Times in Berlin, the course’s time zone"; null where the times are the reader's own. */
export function useCourseTimes(zone: string | undefined): string | null {
  const t = useTranslations('common')
  return zone === undefined ? null : t('courseTimes', { city: zoneCity(zone) })
}
