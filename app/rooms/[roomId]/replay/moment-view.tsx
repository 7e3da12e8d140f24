'use client'
// A room at one moment of its replay: place in the agenda, clock, floor, gap, and the newest entries. State and instant are props.
import { useLocale, useTranslations } from 'next-intl'
import { timeOfDay } from '#format/clock-time'
import { dayAndTime } from '#format/days'
import { entryPath } from '#paths'
import type { RecordContext } from '#record/entries/record-context.ts'
import { useCourseTimes } from '#record/entries/use-course-times.ts'
import { RecordLine } from '#record/record-line'
import { WhoMoved } from '#record/who-moved'
import { Who } from '#record/who-spoke'
import { asTopic } from '#record/words/inside-sentence.ts'
import { opens } from '#simulation/agenda/phase-kinds'
import { type RoundPlan, roundOf } from '#simulation/agenda/plan'
import type { PersonId } from '#simulation/kernel/ids'
import { filedAll } from '#simulation/reading/log/filings'
import { gapByRound, latestValues, revealedValues } from '#simulation/reading/log/gap'
import { turnNow } from '#simulation/reading/log/time-accounts'
import { beliefsIn } from '#simulation/reading/positions/believed'
import { newest } from '#simulation/reading/record/newest'
import { isAboutText } from '#simulation/reading/text/text-now'
import { isEnding, remainingMs } from '#simulation/state/clock'
import { isRunning, phaseNow, type RoomState } from '#simulation/state/room-state'
import { ClockFace, type ClockState } from '#ui/charts/clock-face'
import { FloorStrip } from '#ui/charts/floor-strip'
import { GapDumbbell } from '#ui/charts/gap-dumbbell'
import { RecordList } from '#ui/charts/record-entry'
import { delegationIn, delegationsIn, partiesOf } from '#ui/words/delegations.ts'
import { Eyebrow } from '#ui/words/eyebrow'
import { clockText } from '#ui/words/signed.ts'
import { agendaWords } from './agenda-words'
import styles from './moment-view.module.css'
import { TextAt } from './text-at'

/** How many of the newest entries are shown; more cannot be followed while the replay runs. */
const SHOWN = 8

type MomentProps = { state: RoomState; instant: number; about: RecordContext }
/** `own`: only what this person said is listed. */
type MomentViewProps = MomentProps & { roomId: string; own?: PersonId | null }

export function MomentView({ state, instant, about, roomId, own = null }: MomentViewProps) {
  const t = useTranslations('replay.record')
  const said = newest(state, SHOWN, ({ person }) => own === null || person === own)
  return (
    <div className={styles.moment}>
      <div className={styles.room}>
        <MomentHead state={state} instant={instant} about={about} />
        <FloorAt state={state} instant={instant} about={about} />
        {isAboutText(state) ? <TextAt state={state} /> : <GapAt state={state} />}
      </div>
      <div className={styles.record}>
        {said.length === 0 ? <p className="quiet">{t(own === null ? 'nothing' : 'nothingOwn')}</p> : null}
        <RecordList label={t('label')}>
          {said.map((paragraph, place) => (
            <li key={paragraph.id} className={styles.entry} data-newest={place === 0 || undefined}>
              <RecordLine
                paragraph={paragraph}
                about={about}
                live={place === 0}
                href={entryPath(roomId, paragraph.id)}
              />
            </li>
          ))}
        </RecordList>
      </div>
    </div>
  )
}

/** Where the room is in its agenda, and its clock. */
export function MomentHead({ state, instant, about }: MomentProps) {
  const t = useTranslations('replay')
  const record = useTranslations('record')
  const where = agendaWords(t, record, state.plan, state.agenda.index)
  const times = useCourseTimes(about.timeZone)
  return (
    <header className={styles.head} data-days={state.plan.kind === 'homework' || undefined}>
      <div>
        <Eyebrow>{[where.round?.number, where.phase, times].filter(Boolean).join(' · ')}</Eyebrow>
        <h2 className={styles.title}>{where.round?.title ?? state.plan.title}</h2>
        <p className={styles.question}>{where.round?.question ?? state.plan.seminarQuestion}</p>
      </div>
      <ClockAt state={state} instant={instant} about={about} />
    </header>
  )
}

function ClockAt({ state, instant, about }: MomentProps) {
  const t = useTranslations('replay.clock')
  const locale = useLocale()
  const { clock } = state
  const zone = about.timeZone === undefined ? {} : { timeZone: about.timeZone }
  const now = timeOfDay(instant, zone)
  if (!clock) return <ClockFace text={now} state="ended" size="desk" />
  const seconds = Math.ceil(remainingMs(state, instant) / 1000)
  const hours = Math.floor(seconds / 3600)
  const left = hours < 24 ? clockText(seconds) : t('days', { days: Math.floor(hours / 24), hours: hours % 24 })
  const face: ClockState = !isRunning(state)
    ? 'ended'
    : clock.pausedAt !== null
      ? 'paused'
      : isEnding(state, instant)
        ? 'lastMinute'
        : 'running'
  const days = state.plan.kind === 'homework'
  const at = (time: number) => (days ? dayAndTime(locale, time, about.timeZone) : timeOfDay(time, zone))
  const sub =
    face === 'ended'
      ? t('over', { time: at(clock.endedAt ?? clock.endsAt) })
      : clock.pausedAt !== null
        ? t('stopped', { time: at(clock.pausedAt) })
        : t('until', { time: at(clock.endsAt) })
  return (
    <ClockFace
      text={left}
      state={face}
      size="desk"
      align={days ? 'left' : 'right'}
      sub={`${days ? dayAndTime(locale, instant, about.timeZone) : now} · ${sub}`}
    />
  )
}

function FloorAt({ state, instant, about }: MomentProps) {
  const t = useTranslations('replay.floor')
  // A homework debate has no floor.
  if (state.plan.kind === 'homework') return null
  const { holder } = state.floor
  const seat = holder ? state.seats[holder.seat] : undefined
  const turn = turnNow(state, instant)
  return (
    <section className={styles.floor} aria-label={t('label')}>
      <FloorStrip
        delegations={delegationsIn(state.plan)}
        holder={delegationIn(state.plan, seat?.delegation)}
        title={seat ? t('has', { title: seat.title }) : t('open')}
        left={
          turn
            ? { text: clockText(Math.ceil(turn.leftMs / 1000)), of: clockText(Math.ceil(turn.wholeMs / 1000)) }
            : undefined
        }
        account={turn ? turn.leftMs / Math.max(1000, turn.wholeMs) : undefined}
      >
        {seat ? (
          <p>
            <Who paragraph={{ seat: seat.id, person: seat.holder, understudy: seat.holder === null }} about={about} />
          </p>
        ) : null}
      </FloorStrip>
    </section>
  )
}

/** The gap of the current round, or of the last revealed round until the current one is revealed. */
function GapAt({ state }: { state: RoomState }) {
  const t = useTranslations('replay.gap')
  const current = phaseNow(state)?.round
  const known = gapByRound(state)
  const shown = known.find(({ round }) => round === current) ?? known.at(-1)
  const round = shown && roundOf(state.plan, shown.round)
  const files = phaseNow(state)?.files
  const filed = filedAll(state).flatMap((id) => delegationIn(state.plan, id)?.name ?? [])
  return (
    <section className={styles.gap} aria-label={t('label')}>
      {files ? (
        <p className="quiet">{filed.length === 0 ? t('sealed') : t('sealedFor', { who: filed.join(', ') })}</p>
      ) : null}
      {round ? (
        opens(phaseNow(state), 'movement') && round.key === current ? (
          <WhoMoved state={state} round={round} />
        ) : (
          <RoundGap state={state} round={round} />
        )
      ) : null}
    </section>
  )
}

function RoundGap({ state, round }: { state: RoomState; round: RoundPlan }) {
  const t = useTranslations('replay.gap')
  const { stage, values } = latestValues(state, round.key)
  return (
    <GapDumbbell
      widest="half"
      parties={partiesOf(state.plan)}
      axis={round.axis}
      positions={values}
      openings={stage === 'closing' ? revealedValues(state, round.key, 'opening') : undefined}
      beliefs={beliefsIn(state, round.key)}
      topic={asTopic(round.title)}
      sub={t(stage === 'closing' ? 'closed' : 'opened')}
      heading={3}
      table={false}
    />
  )
}
