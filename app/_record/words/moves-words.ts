// The words of who moved: the finding that the two stages prove, and how each delegation came to stand where it does.
import { useFormatter, useTranslations } from 'next-intl'
import type { Translate } from '#format/translate'
import type { MoveRow, MovesFinding } from '#simulation/reading/positions/who-moved'
import { beginning, type Parties } from '#ui/words/delegations.ts'
import { unsigned } from '#ui/words/signed.ts'

type Lists = (parts: readonly string[]) => string

/** `t` translates the namespace `record.moves`. */
function movesText(
  t: Translate<'record.moves'>,
  list: Lists,
  parties: Parties,
  found: MovesFinding,
  topic: string,
): string {
  const capital = (id: string) => parties.delegations.find((each) => each.id === id)?.capital ?? ''
  const gap = parties.focus.name
  const width = (of: number | null) => ({
    known: of === null ? 'none' : of === 0 ? 'zero' : 'some',
    distance: unsigned(of ?? 0),
  })
  const step = (by: number) => t('step', { halves: by * 2, steps: unsigned(by) })
  switch (found.kind) {
    case 'nothing':
      return t('nothing')
    case 'opened':
      return t('opened', { gap: beginning(gap), ...width(found.gap), topic })
    case 'nobody':
      return t('nobody', { gap, ...width(found.gap), topic })
    case 'moved': {
      const { moved, from, to, shift } = found
      const [only] = moved
      if (only?.than && moved.length === 1) {
        const { nearer, delegation } = only.than
        const words = { who: capital(only.delegation), step: step(only.by), than: capital(delegation), topic }
        return t(nearer ? 'nearer' : 'away', words)
      }
      const movers = list(moved.map(({ delegation, by }) => t('mover', { who: capital(delegation), step: step(by) })))
      if (shift === 'narrowed' || shift === 'widened')
        return t(shift, { gap: beginning(gap), from: unsigned(from ?? 0), to: unsigned(to ?? 0), movers, topic })
      return t('several', { gap, ...width(shift === 'held' ? to : null), movers, topic })
    }
    default:
      return found satisfies never
  }
}

export function useMovesText(): (parties: Parties, found: MovesFinding, topic: string) => string {
  const t = useTranslations('record.moves')
  const format = useFormatter()
  return (parties, found, topic) => movesText(t, (parts) => format.list(parts), parties, found, topic)
}

/** How a delegation came to stand where it does; `own` is of the reader's own delegation, `brief` leaves out where an opening came from. */
export function useHowMoved(): (row: MoveRow, own: boolean, brief?: boolean) => string {
  const t = useTranslations('record.moves.how')
  return ({ opening, closing }, own, brief = false) => {
    if (closing === null) return opening === null ? t('nothing') : t('notClosed', { how: opening.how ?? 'filed' })
    const origin = brief ? 'filed' : (opening?.how ?? 'filed')
    const how = closing.how ?? 'filed'
    if (how === 'held') return t('held', { origin, own: brief ? 'brief' : own ? 'own' : 'other' })
    return t(how, { origin, same: opening !== null && opening.value === closing.value ? 'same' : 'other' })
  }
}
