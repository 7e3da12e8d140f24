'use client'
// The scenario's news: sent ones with their time, and those that wait, with when they are planned. Each is sent from its sheet (inject-sheet.tsx), where
// it is read first.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { dashed } from '#record/words/off-words.ts'
import type { ChairPapers } from '#simulation/agenda/chair-papers'
import { phaseStartsAt } from '#simulation/reading/homework/agenda-times'
import { isOver, sentInjects, unsentInjects } from '#simulation/reading/room/notices'
import { plannedNews } from '#simulation/state/chair-plan'
import type { RoomState } from '#simulation/state/room-state'
import { Band } from '#ui/charts/band'
import { Button } from '#ui/controls/button'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import type { DeskView } from '../scoring/desk-view'
import styles from './inject-list.module.css'

type Inject = ChairPapers['injects'][number]
/** How many unsent injects are listed before "more". */
const SHOWN = 2

type InjectListProps = { desk: DeskView; onSend: (key: string) => void }

export function InjectList({ desk, onSend }: InjectListProps) {
  const t = useTranslations('desk.injects')
  const [all, setAll] = useState(false)
  const { state } = desk
  const waiting = unsentInjects(state)
  const shown = all ? waiting : waiting.slice(0, SHOWN)
  return (
    <section aria-label={t('title')}>
      <Band dense level={2} title={t('title')} right={t('fiction')} />
      <ul className={styles.injects}>
        {sentInjects(state).map(({ no, at, event }) => (
          <li key={event.key} data-sent="">
            <a href={`#e${no}`}>{dashed(event.headline)}</a>
            <SentAt state={state} at={at} retracted={state.retracted.includes(event.key)} />
          </li>
        ))}
        {shown.map(({ inject }) => (
          <li key={inject.key}>
            <span className={styles.read}>
              {inject.headline}
              <Planned desk={desk} inject={inject} />
            </span>
            <Button size="dense" onClick={() => onSend(inject.key)}>
              {t('send')}
              <VisuallyHidden>{inject.headline}</VisuallyHidden>
            </Button>
          </li>
        ))}
      </ul>
      {isOver(state) || waiting.length <= SHOWN ? null : (
        <Button kind="quiet" size="dense" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('fewer') : t('more', { count: waiting.length - SHOWN })}
        </Button>
      )}
    </section>
  )
}

function SentAt({ state, at, retracted }: { state: RoomState; at: number; retracted: boolean }) {
  const t = useTranslations('desk.injects')
  const said = useSaidAt(state)
  return <span>{t(retracted ? 'retracted' : 'sent', { at: said(at, { seconds: false }) })}</span>
}

/** When the agenda will send it. */
function Planned({ desk: { state, now }, inject }: { desk: DeskView; inject: Inject }) {
  const t = useTranslations('desk.injects')
  const said = useSaidAt(state)
  const planned = plannedNews(state).find(({ key }) => key === inject.key)
  const phase = planned && state.plan.phases[planned.phase]
  if (!phase || planned.phase < state.agenda.index) return null
  const round = state.plan.rounds.findIndex((one) => one.key === phase.round) + 1
  const begins = phaseStartsAt(state, planned.phase, now())
  const at = begins === null ? null : said(begins + planned.atSeconds * 1000, { seconds: false })
  if (!state.autopilot.agenda) return <small>{t('meant', { round })}</small>
  return <small>{at === null ? t('plannedRound', { round }) : t('planned', { round, at })}</small>
}
