'use client'
// The head of the desk, the same in every phase: the clock at the left, what the phase is about in one line, and the next step at the right.
import { useTranslations } from 'next-intl'
import { debriefPath, marksPath, transcriptPath } from '#paths'
import { phaseName } from '#record/entries/phase-name.ts'
import { useNow } from '#room/hooks/use-now.ts'
import { openClauses } from '#simulation/questions/text'
import { heldSeats } from '#simulation/reading/homework/attendance'
import { turnNow } from '#simulation/reading/log/time-accounts'
import { haveAllOpened } from '#simulation/reading/positions/openers'
import { ownViewsMarked } from '#simulation/reading/positions/own-view'
import { stretchesOf } from '#simulation/reading/room/agenda-blocks'
import { deskFace, sidesFiled } from '#simulation/reading/room/desk-face'
import { isOver } from '#simulation/reading/room/notices'
import { ballotsCast } from '#simulation/reading/text/issued-text'
import { opensNow, phaseNow } from '#simulation/state/room-state'
import { Placard } from '#ui/charts/placard'
import { Ribbon } from '#ui/charts/ribbon'
import { Button, LinkButton } from '#ui/controls/button'
import { delegationIn } from '#ui/words/delegations.ts'
import { clockText } from '#ui/words/signed.ts'
import { type DeskView, nameOf } from '../scoring/desk-view'
import { ChairClock, StartWords } from './chair-clock'
import { hasFloor, isHomework, type NextStep } from './chair-steps'
import styles from './desk-head.module.css'
import type { DeskParts } from './desk-parts'

export function DeskHead({ desk, next, onNext, step }: Pick<DeskParts, 'desk' | 'next' | 'onNext' | 'step'>) {
  const t = useTranslations('desk.floor')
  const { state, ask } = desk
  const { holder } = state.floor
  return (
    <div className={styles.head}>
      <ChairClock desk={desk} step={step} ends={next?.kind !== 'end'} />
      <div className={styles.what}>{holder ? <Speaker desk={desk} seat={holder.seat} /> : <What desk={desk} />}</div>
      <span className={styles.acts}>
        {isOver(state) ? <Afterwards roomId={desk.roomId} /> : null}
        {holder ? (
          <Button keys="T" onClick={() => void ask({ type: 'takeBackFloor' })}>
            {t('takeBack')}
          </Button>
        ) : null}
        {next ? (
          <Button kind="primary" keys="↵" onClick={onNext}>
            <StepWords desk={desk} next={next} />
          </Button>
        ) : null}
      </span>
      {isHomework(state) || isOver(state) ? null : <Agenda desk={desk} />}
    </div>
  )
}

/** The agenda to scale, thin: where the hour is. Its parts by name are in the list of the agenda. */
function Agenda({ desk: { state, now } }: { desk: DeskView }) {
  const t = useTranslations('desk.agenda')
  const phases = useTranslations('record.phases')
  const items = stretchesOf(state, useNow(now)).map(({ round, kinds, seconds, when, fraction }) => ({
    label: round
      ? t('round', { number: round.number, title: round.plan.title })
      : kinds.map((kind) => phases(kind)).join(', '),
    ...{ seconds, state: when, fraction },
  }))
  return (
    <div className={styles.agenda}>
      <Ribbon items={items} bare />
    </div>
  )
}

/** Who has the floor, and for how long. */
function Speaker({ desk: { state, displayNames, now }, seat: id }: { desk: DeskView; seat: string }) {
  const t = useTranslations('desk.floor')
  const seat = Object.values(state.seats).find((one) => one.id === id)
  const speaking = delegationIn(state.plan, seat?.delegation)
  const turn = turnNow(state, useNow(now))
  const name = seat?.holder ? nameOf(displayNames, seat.holder) : null
  return (
    <>
      {speaking ? <Placard delegation={speaking} size="lg" square /> : null}
      <p role="status">
        <b>{seat?.title}</b>
        <span>
          {name === null ? null : `${name} · `}
          {t('has')} {/* Not live: it would be announced every second. */}
          {turn ? <span aria-live="off">{t('left', { time: clockText(Math.ceil(turn.leftMs / 1000)) })}</span> : null}
        </span>
      </p>
    </>
  )
}

/** What the phase is about, in one line, and beneath it how many have done what they can. */
function What({ desk }: { desk: DeskView }) {
  const { title, sub } = useWhat(desk)
  return (
    <p role="status">
      <b>{title}</b>
      {sub === null ? null : <span>{sub}</span>}
    </p>
  )
}

function useWhat({ state }: DeskView): { title: string; sub: string | null } {
  const t = useTranslations('desk.face')
  const floor = useTranslations('desk.floor')
  const agenda = useTranslations('desk.agenda')
  const text = useTranslations('desk.text')
  const record = useTranslations('record')
  const marking = isHomework(state) ? null : ownViewsMarked(state)
  const views = (when: 'before' | 'after') =>
    marking === null || marking.of === 0 || marking.when !== when
      ? null
      : agenda(`ownViews.${marking.when}`, { marked: marking.marked, of: marking.of })
  const phase = phaseNow(state)
  const named = phase ? phaseName(record, state.plan, phase.kind) : ''
  const filed = sidesFiled(state)
  const face = deskFace(state)
  switch (face) {
    case 'lobby':
      return { title: t('lobby', { count: heldSeats(state).length }), sub: null }
    case 'caucus':
      return { title: filed ? t('filed', filed) : named, sub: views('before') }
    case 'floor':
      return { title: hasFloor(state) ? floor(freeness(state)) : named, sub: null }
    case 'text': {
      const open = openClauses(state).length
      return { title: text('open', { count: open }), sub: t('agreed', { count: state.clauses.length - open }) }
    }
    case 'vote':
      return { title: opensNow(state, 'votes') ? text('cast', ballotsCast(state)) : named, sub: null }
    case 'debrief':
      return { title: isOver(state) ? floor('finished') : named, sub: views('after') }
    default:
      return face satisfies never
  }
}

function freeness(state: DeskView['state']) {
  if (haveAllOpened(state)) return state.autopilot.agenda ? 'allOpenedSoon' : 'allOpened'
  return state.floor.hands.length > 0 ? 'free' : 'freeNoHands'
}

/** What comes after the talks, on the class's screen and on the instructor's. */
function Afterwards({ roomId }: { roomId: string }) {
  const t = useTranslations('desk.floor')
  return (
    <>
      <LinkButton kind="primary" href={debriefPath(roomId)}>
        {t('toDebrief')}
      </LinkButton>
      <LinkButton href={marksPath(roomId)}>{t('toMarks')}</LinkButton>
      <LinkButton href={transcriptPath(roomId)}>{t('toTranscript')}</LinkButton>
    </>
  )
}

function StepWords({ desk, next }: { desk: DeskView; next: NonNullable<NextStep> }) {
  const t = useTranslations('desk.clock')
  switch (next.kind) {
    case 'start':
      return <StartWords next={next} plan={desk.state.plan} />
    case 'grant':
      return <NextWords desk={desk} seat={next.seat} />
    case 'end':
      return t('endNow')
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
