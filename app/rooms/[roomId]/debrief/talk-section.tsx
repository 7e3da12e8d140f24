// Talk balance, a block for each delegate: time on the floor in a seminar, the number of statements in a homework debate.
import { useLocale, useTranslations } from 'next-intl'
import { commaList } from '#format/lists'
import { amountOf, type Talk, talkFinding, talkOf } from '#simulation/reading/talk'
import type { RoomState } from '#simulation/state/room-state'
import { delegationsIn } from '#ui/delegations.ts'
import { clockText } from '#ui/signed.ts'
import { TalkBalance } from '#ui/talk-balance'
import type { DebriefData } from './debrief-data'
import { Numbers, Part } from './part'
import styles from './talk-section.module.css'

export function TalkSection({ back: { state } }: { back: DebriefData }) {
  const t = useTranslations('debrief.talk')
  const locale = useLocale()
  const byTime = state.plan.kind === 'seminar'
  const rows = delegationsIn(state.plan).map((delegation) => ({ delegation, delegates: talkOf(state, delegation.id) }))
  const title = useTitle(state)
  const office = ({ title: now, earlier }: Talk) => {
    const before = commaList(locale, earlier)
    if (now === null) return t('officeBefore', { before })
    return before === '' ? now : t('officeNow', { now, before })
  }
  return (
    <Part title={title} sub={t(byTime ? 'subTime' : 'subStatements')}>
      <div className={styles.balance}>
        <TalkBalance
          rows={rows.map(({ delegation, delegates }) => ({
            delegation,
            seats: delegates.map((each) => ({ id: each.voice, label: office(each), seconds: amountOf(state, each) })),
          }))}
          {...(byTime ? {} : { write: String })}
        />
      </div>
      <Numbers
        label={t('label')}
        head={[t('seat'), ...(byTime ? [t('time')] : []), t('statements')]}
        rows={rows.flatMap(({ delegation, delegates }) =>
          delegates.map((each) => ({
            key: `${delegation.id}/${each.voice}`,
            head: t('office', { country: delegation.name, title: office(each) }),
            cells: [...(byTime ? [clockText(each.spokenMs / 1000)] : []), each.statements],
          })),
        )}
      />
    </Part>
  )
}

/** The finding: the heads' share, how many students said nothing, and how many seats understudies played. */
function useTitle(state: RoomState): string {
  const t = useTranslations('debrief.talk')
  const found = talkFinding(state)
  if (found.kind === 'nobody') return t('nobody')
  const heads = delegationsIn(state.plan).length
  const { share, people, silent, played, by } = found
  return t('title', { share, people, silent, played, by, heads })
}
