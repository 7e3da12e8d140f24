'use client'
// The agenda of the desk: past blocks, the current block with its phases, coming blocks, and how far the room is behind its plan.
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { timeOfDay } from '#format/clock-time'
import { dayAndTime } from '#format/days'
import { phaseName } from '#record/phase-name.ts'
import { useNow } from '#room/hooks/use-now.ts'
import { dueAt } from '#simulation/questions/homework'
import { type Block as AgendaBlock, blocksDone, blocksOf, whenOf, whenOfBlock } from '#simulation/reading/agenda-blocks'
import { agendaEndsAt } from '#simulation/reading/agenda-times'
import { ownViewsMarked } from '#simulation/reading/own-view'
import type { RoomState } from '#simulation/state/room-state'
import { Band } from '#ui/band'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/checkbox'
import { Segmented } from '#ui/segmented'
import { clockText } from '#ui/signed.ts'
import { VisuallyHidden } from '#ui/visually-hidden'
import styles from './agenda-list.module.css'
import { Behind } from './chair-clock'
import { isHomework } from './chair-steps'
import type { DeskView } from './desk-view'

/** Roomy it is whole; beside the record it begins with what runs, and the rest is one press away. */
export function AgendaList({ desk, roomy }: { desk: DeskView; roomy?: boolean }) {
  const t = useTranslations('desk.agenda')
  const [asked, setAsked] = useState(false)
  const blocks = blocksOf(desk.state.plan)
  const whole = roomy || asked
  const done = blocksDone(desk.state, blocks)
  return (
    <section aria-label={t('title')}>
      <Band dense level={2} title={t('title')} right={<Lateness desk={desk} {...(roomy ? { roomy } : {})} />} />
      <ol className={styles.agenda} data-roomy={roomy || undefined}>
        {(whole ? blocks : blocks.slice(done, done + AHEAD)).map((block) => (
          <Block key={block.phases[0].index} block={block} state={desk.state} whole={whole} />
        ))}
      </ol>
      {roomy ? null : (
        <Button kind="quiet" size="dense" aria-expanded={asked} onClick={() => setAsked(!asked)}>
          {t(asked ? 'fromNow' : 'whole', { done })}
        </Button>
      )}
      <OwnViews state={desk.state} />
    </section>
  )
}

/** The block that runs and the one after it. */
const AHEAD = 2

/** How many people have marked their own view; never where. */
function OwnViews({ state }: { state: RoomState }) {
  const t = useTranslations('desk.agenda')
  const marking = isHomework(state) ? null : ownViewsMarked(state)
  if (marking === null || marking.of === 0) return null
  return (
    <p className={`hint ${styles.ownViews}`}>
      {t(`ownViews.${marking.when}`, { marked: marking.marked, of: marking.of })}
    </p>
  )
}

function Lateness({ desk: { state, now }, roomy }: { desk: DeskView; roomy?: boolean }) {
  const t = useTranslations('desk.agenda')
  const time = useNow(now, 1000)
  const ends = agendaEndsAt(state, time)
  if (ends === null || isHomework(state) || state.agenda.status === 'finished') return null
  if (!roomy) return <Behind state={state} now={time} />
  return (
    <>
      {t('ends', { at: timeOfDay(ends, { seconds: false }) })}, <Behind state={state} now={time} />
    </>
  )
}

function Block({ block, state, whole }: { block: AgendaBlock; state: RoomState; whole: boolean }) {
  const t = useTranslations('desk')
  const locale = useLocale()
  const record = useTranslations('record')
  const { plan } = state
  const [first] = block.phases
  const when = whenOfBlock(state, block)
  const due = dueAt(state, first.index)
  const title = block.round
    ? t('agenda.round', { number: block.round.number, title: block.round.plan.title })
    : phaseName(record, plan, first.phase.kind)
  return (
    <li data-when={when} aria-current={when === 'now' ? 'step' : undefined}>
      <span>{title}</span>
      <span>{due === null ? clockText(Math.round(block.seconds)) : dayAndTime(locale, due)}</span>
      {when === 'done' ? <VisuallyHidden>{t('agenda.done')}</VisuallyHidden> : null}
      {block.round && when === 'now' ? (
        <ol>
          {block.phases
            .filter(({ index }) => whole || whenOf(state, index) !== 'done')
            .map(({ index, phase }) => (
              <li
                key={index}
                data-when={whenOf(state, index)}
                aria-current={whenOf(state, index) === 'now' ? 'step' : undefined}
              >
                <span>
                  {phase.files?.stage === 'closing' ? t('agenda.closing') : phaseName(record, plan, phase.kind)}
                </span>
                <span>{clockText(Math.round(phase.seconds))}</span>
              </li>
            ))}
        </ol>
      ) : null}
    </li>
  )
}

/** The two autopilot switches: one starts the next phase, the other grants the floor. */
export function Autopilot({ desk: { state, ask } }: { desk: DeskView }) {
  const t = useTranslations('desk.autopilot')
  const { agenda, floor, understudiesWait } = state.autopilot
  if (isHomework(state) || state.agenda.status === 'finished') return null
  return (
    <div className={`acts ${styles.autopilot}`}>
      <Checkbox
        size="dense"
        checked={agenda}
        onChange={(event) => void ask({ type: 'setAutopilot', agenda: event.target.checked, floor })}
      >
        {t('agenda')}
      </Checkbox>
      <div>
        <Segmented
          label={t('floor')}
          size="dense"
          value={floor}
          onValueChange={(value) => void ask({ type: 'setAutopilot', agenda, floor: value })}
          options={[
            { value: 'off', label: t('off') },
            { value: 'in-order', label: t('in-order') },
            { value: 'least-heard', label: t('least-heard') },
          ]}
        />
      </div>
      {state.plan.understudies ? (
        <Checkbox
          size="dense"
          checked={understudiesWait}
          onChange={(event) =>
            void ask({ type: 'setAutopilot', agenda, floor, understudiesWait: event.target.checked })
          }
        >
          {t('understudies')}
        </Checkbox>
      ) : null}
    </div>
  )
}
