// In words, what the end of a caucus files for delegations whose heads have not.
import { useTranslations } from 'next-intl'
import type { FiledByEnd } from '#simulation/reading/room/phase-end'
import type { Parties } from '#ui/words/delegations.ts'

/** One part for each delegation and way, "from the brief" or "the delegation’s draft in 2 rounds"; null where nothing is filed so. */
export function useFiledByEnd(): (
  parties: Pick<Parties, 'delegations'>,
  files: readonly FiledByEnd[],
) => string | null {
  const t = useTranslations('record.filedByEnd')
  return ({ delegations }, files) => {
    const capital = (id: string) => delegations.find((each) => each.id === id)?.capital ?? ''
    const parts = files.map(({ delegation, how, rounds }) => t(how, { capital: capital(delegation), count: rounds }))
    return parts.length === 0 ? null : parts.join('; ')
  }
}
