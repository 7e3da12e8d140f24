'use client'
// The private conversations of a seat: its caucus, and a bilateral with each other delegation while these are open. It names who can read
// each.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useLedTo } from '#room/hooks/led.ts'
import { type Unread, useReading } from '#room/hooks/use-unread.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { membersOf } from '#simulation/agenda/parties'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
import { caucusIsOpen } from '#simulation/questions/caucuses'
import { companyOf } from '#simulation/reading/homework/attendance'
import { type Talk, talkKey, talksOf } from '#simulation/reading/talk/caucus-talk'
import { opensNow } from '#simulation/state/room-state'
import { Band } from '#ui/charts/band'
import { Segmented } from '#ui/controls/segmented'
import { delegationIn, delegationsIn } from '#ui/words/delegations.ts'
import { LockLine, SealStrip } from '#ui/words/seal'
import styles from './caucus-panel.module.css'
import { TalkList } from './talk-list'

type CaucusPanelProps = { at: SeatView; delegation: DelegationId; unread: Unread; sealed?: boolean }

export function CaucusPanel({ at, delegation, unread, sealed = true }: CaucusPanelProps) {
  const t = useTranslations('room.caucus')
  const { plan } = at.state
  const talks = talksOf(plan, delegation)
  const [chosen, choose] = useState('caucus')
  const talk = talks.find((each) => talkKey(each) === chosen) ?? talks[0]
  useReading(unread, chosen)
  useLedTo('caucus', () => choose('caucus'))
  if (!talk) return null
  return (
    <section className={`column ${styles.panel}`} aria-labelledby="caucus-title">
      <Band
        title={<span id="caucus-title">{t('title')}</span>}
        level={2}
        detail={<Present at={at} delegation={delegation} />}
      />
      <div className={styles.choose}>
        <Segmented
          label={t('with')}
          size="dense"
          value={talkKey(talk)}
          onValueChange={choose}
          options={talks.map((each) => {
            const key = talkKey(each)
            const count = unread.counts[key] ?? 0
            return { value: key, label: <Name plan={plan} talk={each} own={delegation} count={count} /> }
          })}
        />
      </div>
      {sealed ? <SealStrip /> : null}
      <div className={styles.lock} hidden={!sealed && talk.kind === 'caucus'}>
        <WhoReads plan={plan} talk={talk} own={delegation} unsealed={at.state.unsealedAt !== null} />
      </div>
      <TalkList key={talkKey(talk)} at={at} talk={talk} open={isOpen(at, talk)} />
    </section>
  )
}

function isOpen({ state }: SeatView, talk: Talk): boolean {
  if (state.closedAt !== null) return false
  return talk.kind === 'caucus' ? caucusIsOpen(state) : opensNow(state, 'bilaterals')
}

const otherOf = (talk: Talk & { kind: 'bilateral' }, own: DelegationId): DelegationId => {
  const [first, second] = membersOf(talk.between)
  return first === own ? second : first
}

function Name({ plan, talk, own, count }: { plan: RoomPlan; talk: Talk; own: DelegationId; count: number }) {
  const t = useTranslations('room.caucus')
  return (
    <>
      {talk.kind === 'caucus'
        ? t('own')
        : t('bilateral', { capital: delegationIn(plan, otherOf(talk, own))?.capital ?? '' })}
      {count > 0 ? <b className={styles.count}>{t('new', { count })}</b> : null}
    </>
  )
}

function Present({ at, delegation }: { at: SeatView; delegation: DelegationId }) {
  const t = useTranslations('room.caucus')
  return <>{t('present', companyOf(at.state, delegation))}</>
}

/** A sentence on who can and who cannot read this conversation. */
function WhoReads({ plan, talk, own, unsealed }: { plan: RoomPlan; talk: Talk; own: DelegationId; unsealed: boolean }) {
  const t = useTranslations('room.caucus')
  if (unsealed) return <LockLine>{t('unsealed')}</LockLine>
  if (talk.kind === 'caucus') return <LockLine>{t('private')}</LockLine>
  const other = otherOf(talk, own)
  const others = delegationsIn(plan).filter(({ id }) => id !== own && id !== other)
  return (
    <LockLine>
      {t('privateTwo', {
        capital: delegationIn(plan, other)?.capital ?? '',
        others: others.length,
        third: others[0]?.capital ?? '',
      })}
    </LockLine>
  )
}
