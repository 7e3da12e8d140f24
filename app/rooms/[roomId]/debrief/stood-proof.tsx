// The proof of the debrief's title: each round with both distances, which was nearer, and whose position nobody filed.
import { useFormatter, useTranslations } from 'next-intl'
import { roundOf } from '#simulation/agenda/plan'
import { type StoodFinding, wayIn } from '#simulation/reading/proofs'
import type { RoomState } from '#simulation/state/room-state'
import { delegationIn } from '#ui/delegations.ts'
import { unsigned } from '#ui/signed.ts'
import { gapWords } from './findings'
import { Numbers } from './part'

export function StoodProof({ state, finding }: { state: RoomState; finding: StoodFinding }) {
  const t = useTranslations('debrief.proof')
  const format = useFormatter()
  const { plan } = state
  const names = { ...gapWords(state), outside: delegationIn(plan, finding.outside)?.capital ?? '' }
  const cell = (value: number | null) => (value === null ? '–' : unsigned(value))
  return (
    <Numbers
      label={t('label')}
      head={[t('round'), t('inside', names), t('outside', names), t('says')]}
      rows={finding.rounds.map((row) => {
        const number = plan.rounds.findIndex(({ key }) => key === row.round) + 1
        const list = format.list(row.byBrief.map((id) => delegationIn(plan, id)?.capital ?? ''))
        const says = t(`way.${wayIn(row) ?? 'unknown'}`, names)
        return {
          key: row.round,
          head: t('row', { number, title: roundOf(plan, row.round)?.title ?? row.round }),
          cells: [
            cell(row.inside),
            cell(row.outside),
            row.byBrief.length === 0 ? says : `${says} · ${t('brief', { list })}`,
          ],
        }
      })}
    />
  )
}
