'use client'
// The panel beside the record: the revealed round, the delegation's red line, the newest caucus message, talk balance, and the button to
// call the instructor.
import { useTranslations } from 'next-intl'
import { GappedWords } from '#record/words/gapped-words'
import { dashed } from '#record/words/off-words.ts'
import { useNow } from '#room/hooks/use-now.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { HelpCall } from '#room/table/help-call'
import { SeatedTable } from '#room/table/seated-table'
import { roundOf } from '#simulation/agenda/plan'
import { redLineOf } from '#simulation/reading/log/filings'
import { latestValues } from '#simulation/reading/log/gap'
import { heldBySeat, spentBy } from '#simulation/reading/log/time-accounts'
import { isBeforeFirstWord, unheardIn } from '#simulation/reading/room/who-spoke'
import { caucusMessages, type Talk } from '#simulation/reading/talk/caucus-talk'
import { phaseNow, type RoomState } from '#simulation/state/room-state'
import { GapDumbbell } from '#ui/charts/gap-dumbbell'
import { TalkBalance } from '#ui/charts/talk-balance'
import { ScrollRegion } from '#ui/page/scroll-region'
import { Chip } from '#ui/words/chip'
import { delegationsIn, partiesOf } from '#ui/words/delegations.ts'
import { RedLine } from '#ui/words/red-line'
import { LockLine, SealStrip } from '#ui/words/seal'
import { clockText } from '#ui/words/signed.ts'
import { QueueList } from '../floor/queue-list'
import styles from './side-panel.module.css'

type PapersProps = { at: SeatView; unread: number }

export function SidePanel({ at, unread }: PapersProps) {
  const t = useTranslations('room.papers')
  return (
    <ScrollRegion as="aside" className={styles.papers} label={t('label')}>
      <QueueList state={at.state} own={at.seat.id} />
      <ThisRound state={at.state} />
      <OwnRedLine at={at} />
      <LastWord at={at} unread={unread} />
      <Heard at={at} />
      {/* Until something is known of the talks, who sits where. */}
      {isBeforeFirstWord(at.state) ? <SeatedTable at={at} /> : null}
      <HelpCall at={at} />
    </ScrollRegion>
  )
}

/** The round of the current phase; null in phases outside of rounds. */
function roundNow(state: RoomState): string | null {
  return phaseNow(state)?.round ?? null
}

function ThisRound({ state }: { state: RoomState }) {
  const t = useTranslations('room.papers')
  const key = roundNow(state)
  const round = key === null ? undefined : roundOf(state.plan, key)
  if (!round) return null
  const { values } = latestValues(state, round.key)
  if (Object.keys(values).length === 0) return null
  return (
    <section>
      <h2>{t('round')}</h2>
      <GapDumbbell parties={partiesOf(state.plan)} axis={round.axis} positions={values} widest="phone" table={false} />
    </section>
  )
}

/** The red line in the delegation's newest version, filed or proposed, for this round. */
function OwnRedLine({ at }: { at: SeatView }) {
  const t = useTranslations('room.papers')
  const { state, delegation } = at
  const key = roundNow(state)
  if (delegation === null || key === null) return null
  const redLine = redLineOf(state, key, delegation, true)
  if (!redLine) return null
  return (
    <section>
      <h2>{t('redLine')}</h2>
      <div className={styles.redLine}>
        <RedLine>
          <GappedWords text={redLine} plan={state.plan} />
        </RedLine>
      </div>
    </section>
  )
}

function LastWord({ at, unread }: PapersProps) {
  const t = useTranslations('room.papers')
  const { state, delegation, about } = at
  const talk: Talk | null = delegation === null ? null : { kind: 'caucus', delegation }
  const last = talk && caucusMessages(state, talk).at(-1)
  if (!last) return null
  const seat = state.seats[last.seat]
  const who = (seat?.holder && about.displayNames[seat.holder]) || seat?.title
  return (
    <section className={styles.caucus}>
      <SealStrip />
      <div className={styles.word}>
        <LockLine>
          <b>{t('caucus')}</b> {t('said', { who: who ?? '', text: dashed(last.text) })}
        </LockLine>
        <p>
          <a href="#caucus">{t('openCaucus')}</a> {unread > 0 ? <Chip>{t('unread', { count: unread })}</Chip> : null}
        </p>
      </div>
    </section>
  )
}

function Heard({ at }: { at: SeatView }) {
  const t = useTranslations('room.papers')
  const { state, seat, delegation } = at
  const now = useNow(at.view.now, 1000)
  const rows = delegationsIn(state.plan).map((each) => ({
    delegation: each,
    seats: [{ id: each.id, label: each.name, seconds: Math.round(spentBy(state, each.id, now) / 1000) }],
  }))
  if (rows.every((row) => row.seats.every(({ seconds }) => seconds === 0))) return null
  const own = Math.round(heldBySeat(state, seat.id, now) / 1000)
  const silent = delegation === null ? 0 : unheardIn(state, delegation)
  return (
    <section>
      <h2>{t('heard')}</h2>
      <TalkBalance rows={rows} compact help={false} />
      {delegation === null ? null : (
        <p className={`faint ${styles.hint}`}>
          {own > 0 ? t('ownTime', { time: clockText(own) }) : t('ownNone')}{' '}
          {silent > 0 ? t('silent', { count: silent }) : null}
        </p>
      )}
    </section>
  )
}
