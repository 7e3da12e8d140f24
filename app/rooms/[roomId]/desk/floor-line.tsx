'use client'
// Who has the floor and for how long, with the chair's two actions: take it back, or grant it to the next raised hand.
import { useTranslations } from 'next-intl'
import { debriefPath, marksPath, transcriptPath } from '#paths'
import { useNow } from '#room/hooks/use-now.ts'
import { isOver } from '#simulation/reading/notices'
import { haveAllOpened } from '#simulation/reading/openers'
import { turnNow } from '#simulation/reading/time-accounts'
import { opensNow } from '#simulation/state/room-state'
import { Button, LinkButton } from '#ui/button'
import { delegationIn } from '#ui/delegations.ts'
import { Placard } from '#ui/placard'
import { clockText } from '#ui/signed.ts'
import { StartWords } from './chair-clock'
import { hasFloor, isHomework, type NextStep } from './chair-steps'
import { type DeskView, nameOf } from './desk-view'
import styles from './floor-line.module.css'

export function FloorLine({ desk, next, onNext }: { desk: DeskView; next: NextStep; onNext: () => void }) {
  const t = useTranslations('desk.floor')
  const { state, ask } = desk
  if (isHomework(state)) return null
  const { holder } = state.floor
  const seat = holder ? state.seats[holder.seat] : undefined
  const speaking = delegationIn(state.plan, seat?.delegation)
  return (
    <div className={styles.floor}>
      {speaking ? (
        <span className={styles.plate}>
          <Placard delegation={speaking} size="lg" square />
        </span>
      ) : null}
      <p className={styles.who} role="status">
        <b>{seat ? seat.title : t(freeness(state))}</b>
        {holder ? (
          <span className={styles.left}>
            {t('has')} <Left desk={desk} />
          </span>
        ) : null}
      </p>
      <span className={styles.acts}>
        {isOver(state) ? <Afterwards roomId={desk.roomId} /> : null}
        {holder ? (
          <Button size="dense" keys="T" onClick={() => void ask({ type: 'takeBackFloor' })}>
            {t('takeBack')}
          </Button>
        ) : null}
        {next ? (
          <Button kind="primary" size="dense" keys="↵" onClick={onNext}>
            <StepWords desk={desk} next={next} />
          </Button>
        ) : null}
      </span>
    </div>
  )
}

/** What comes after the talks, on the class's screen and on the instructor's. */
function Afterwards({ roomId }: { roomId: string }) {
  const t = useTranslations('desk.floor')
  return (
    <>
      <LinkButton kind="primary" size="dense" href={debriefPath(roomId)}>
        {t('toDebrief')}
      </LinkButton>
      <LinkButton size="dense" href={marksPath(roomId)}>
        {t('toMarks')}
      </LinkButton>
      <LinkButton size="dense" href={transcriptPath(roomId)}>
        {t('toTranscript')}
      </LinkButton>
    </>
  )
}

type Freeness =
  | 'free'
  | 'freeNoHands'
  | 'none'
  | 'paused'
  | 'lobby'
  | 'between'
  | 'finished'
  | 'allOpened'
  | 'allOpenedSoon'

function freeness(state: DeskView['state']): Freeness {
  if (state.agenda.status !== 'running') return state.agenda.status
  if (!hasFloor(state)) return opensNow(state, 'floor') ? 'paused' : 'none'
  if (haveAllOpened(state)) return state.autopilot.agenda ? 'allOpenedSoon' : 'allOpened'
  return state.floor.hands.length > 0 ? 'free' : 'freeNoHands'
}

/** The time left; `aria-live` is off, because it would be announced every second. */
function Left({ desk: { state, now } }: { desk: DeskView }) {
  const t = useTranslations('desk.floor')
  const turn = turnNow(state, useNow(now))
  return turn ? <span aria-live="off">{t('left', { time: clockText(Math.ceil(turn.leftMs / 1000)) })}</span> : null
}

function StepWords({ desk, next }: { desk: DeskView; next: NonNullable<NextStep> }) {
  const t = useTranslations('desk.floor')
  switch (next.kind) {
    case 'start':
      return <StartWords next={next} plan={desk.state.plan} />
    case 'grant':
      return <NextWords desk={desk} seat={next.seat} />
    case 'end':
      return t('end')
    default:
      return next satisfies never
  }
}

/** The label of the next action; a seat without a person is called by its office. */
function NextWords({ desk: { state, displayNames }, seat }: { desk: DeskView; seat: string }) {
  const t = useTranslations('desk.floor')
  const chosen = Object.values(state.seats).find((one) => one.id === seat)
  const name = chosen?.holder ? nameOf(displayNames, chosen.holder) : null
  return t('next', { name: name ?? chosen?.title ?? '' })
}
