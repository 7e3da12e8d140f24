// Talk balance, a block for each seat: time on the floor in a seminar, the number of statements in a homework debate.
import { useTranslations } from 'next-intl'
import type { RoomState } from '#simulation/kernel/room-state'
import { type SeatTalk, talkOf } from '#simulation/reading/debrief'
import { talkFinding } from '#simulation/reading/findings'
import { delegationsIn } from '#ui/delegations.ts'
import { clockText } from '#ui/signed.ts'
import { TalkBalance } from '#ui/talk-balance'
import type { DebriefData } from './debrief-data'
import { Numbers, Part } from './part'
import styles from './talk-section.module.css'

export function TalkSection({ back: { state } }: { back: DebriefData }) {
  const t = useTranslations('debrief.talk')
  const byTime = state.plan.kind === 'seminar'
  const amount = ({ spokenMs, statements }: SeatTalk) => (byTime ? Math.round(spokenMs / 1000) : statements)
  const rows = delegationsIn(state.plan).map((delegation) => ({ delegation, seats: talkOf(state, delegation.id) }))
  const title = useTitle(state)
  return (
    <Part title={title} sub={t(byTime ? 'subTime' : 'subStatements')}>
      <div className={styles.balance}>
        <TalkBalance
          rows={rows.map(({ delegation, seats }) => ({
            delegation,
            seats: seats.map((each) => ({ id: each.seat, label: each.title, seconds: amount(each) })),
          }))}
          {...(byTime ? {} : { write: String })}
        />
      </div>
      <Numbers
        label={t('label')}
        head={[t('seat'), ...(byTime ? [t('time')] : []), t('statements')]}
        rows={rows.flatMap(({ delegation, seats }) =>
          seats.map((each) => ({
            key: each.seat,
            head: t('office', { country: delegation.name, title: each.title }),
            cells: [...(byTime ? [clockText(each.spokenMs / 1000)] : []), each.statements],
          })),
        )}
      />
    </Part>
  )
}

/** The finding: the heads' share, and how many seats said nothing. */
function useTitle(state: RoomState): string {
  const t = useTranslations('debrief.talk')
  const found = talkFinding(state)
  if (found.kind === 'nobody') return t('nobody')
  const heads = delegationsIn(state.plan).length
  return t('title', { share: found.share, silent: found.silent, by: found.by, heads })
}
