'use client'
// The agenda of the desk: past blocks, the current block with its phases, coming blocks, and how far the room is behind its plan.
import { useLocale, useTranslations } from 'next-intl'
import { timeOfDay } from '#format/clock-time'
import { dayAndTime } from '#format/days'
import { phaseName } from '#record/entries/phase-name.ts'
import { useNow } from '#room/hooks/use-now.ts'
import { dueAt } from '#simulation/questions/homework'
import { agendaEndsAt } from '#simulation/reading/homework/agenda-times'
import { type Block as AgendaBlock, blocksOf, whenOf, whenOfBlock } from '#simulation/reading/room/agenda-blocks'
import type { RoomState } from '#simulation/state/room-state'
import { Band } from '#ui/charts/band'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { clockText } from '#ui/words/signed.ts'
import styles from './agenda-list.module.css'
import { Behind } from './faces/chair-clock'
import { isHomework } from './faces/chair-steps'
import type { DeskView } from './scoring/desk-view'

export function AgendaList({ desk }: { desk: DeskView }) {
  const t = useTranslations('desk.agenda')
  return (
    <section aria-label={t('title')}>
      <Band dense level={2} title={t('title')} right={<Lateness desk={desk} />} />
      <ol className={styles.agenda}>
        {blocksOf(desk.state.plan).map((block) => (
          <Block key={block.phases[0].index} block={block} state={desk.state} />
        ))}
      </ol>
    </section>
  )
}

function Lateness({ desk: { state, now } }: { desk: DeskView }) {
  const t = useTranslations('desk.agenda')
  const time = useNow(now, 1000)
  const ends = agendaEndsAt(state, time)
  if (ends === null || isHomework(state) || state.agenda.status === 'finished') return null
  return (
    <>
      {t('ends', { at: timeOfDay(ends, { seconds: false }) })}, <Behind state={state} now={time} />
    </>
  )
}

function Block({ block, state }: { block: AgendaBlock; state: RoomState }) {
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
          {block.phases.map(({ index, phase }) => (
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
