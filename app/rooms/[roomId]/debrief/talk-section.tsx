// Talk balance, a block for each delegate: time on the floor in a seminar, the number of statements in a homework debate.
import { useLocale, useTranslations } from 'next-intl'
import { commaList } from '#format/lists'
import { capitalOf } from '#record/names-in-plan.ts'
import { Proof } from '#record/proof'
import { amountOf, type Talk, talkFinding, talkGrounds, talkOf } from '#simulation/reading/talk/talk'
import type { RoomState } from '#simulation/state/room-state'
import { TalkBalance } from '#ui/charts/talk-balance'
import { delegationsIn } from '#ui/words/delegations.ts'
import { clockText } from '#ui/words/signed.ts'
import type { DebriefData } from './debrief-data'
import { Part } from './part'
import styles from './talk-section.module.css'

export function TalkSection({ back: { room, state } }: { back: DebriefData }) {
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
    <Part title={title} sub={t(byTime ? 'subTime' : 'subStatements')} proof={<TalkProof room={room} state={state} />}>
      <div className={styles.balance}>
        <TalkBalance
          rows={rows.map(({ delegation, delegates }) => ({
            delegation,
            seats: delegates.map((each) => ({ id: each.voice, label: office(each), seconds: amountOf(state, each) })),
          }))}
          {...(byTime ? {} : { write: String })}
        />
      </div>
    </Part>
  )
}

function TalkProof({ room, state }: Pick<DebriefData, 'room' | 'state'>) {
  const t = useTranslations('debrief.proof')
  if (talkFinding(state).kind === 'nobody') return null
  return (
    <Proof
      ways={['heads', 'others', 'silent', 'played']}
      says={t}
      grounds={talkGrounds(state)}
      words={({ way, delegation, title, amount }) => {
        const office = t('office', { capital: capitalOf(state.plan, delegation), title: title ?? 'none' })
        if (way === 'silent' || way === 'played') return office
        return t('amount', { office, amount: state.plan.kind === 'seminar' ? clockText(amount) : amount })
      }}
      room={room.id}
    />
  )
}

/** The finding: the heads' share, how many students said nothing, and how many seats understudies played. */
function useTitle(state: RoomState): string {
  const locale = useLocale()
  const t = useTranslations('debrief.talk')
  const found = talkFinding(state)
  if (found.kind === 'nobody') return t('nobody')
  const absent = commaList(
    locale,
    found.absent.map((id) => capitalOf(state.plan, id)),
  )
  return t('title', { ...found, absent: absent === '' ? 'none' : absent })
}
