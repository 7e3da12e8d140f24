'use client'
// A person's own stance on each axis, out of role, taken before the talks and again after them, with the questions of the evidence of
// learning where it is asked for. Only this person and the instructor read it.
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { RoundPlan } from '#simulation/agenda/plan'
import type { AxisValue, PersonId } from '#simulation/kernel/ids'
import { stanceNow } from '#simulation/questions/stances'
import type { When } from '#simulation/reading/positions/own-view'
import { type RoomState, stanceKey } from '#simulation/state/room-state'
import { AxisInput } from '#ui/charts/axis-input'
import { Band } from '#ui/charts/band'
import { LockLine } from '#ui/words/seal'
import { UnbrokenWords } from '#ui/words/unbroken-words'
import { useArrival } from '../hooks/led'
import type { RoomView } from '../link/room-view'
import { KnowledgeAnswers, KnowledgeForms } from './knowledge'
import styles from './stance-panel.module.css'
import { SURENESS, SureInput, type Sureness } from './sure-input'

type StancePanelProps = {
  at: { state: RoomState; view: RoomView }
  person: PersonId
  when: When
}

export function StancePanel({ at, person, when }: StancePanelProps) {
  const t = useTranslations('room.stance')
  const { state, view } = at
  const open = state.closedAt === null && stanceNow(state) === when
  const marked = (round: string) => state.stances[stanceKey(person, when, round)]
  const known = state.plan.rounds.some(({ key }) => marked(key) !== undefined)
  if (!open && !known) return null
  return (
    <section className={styles.stance} aria-labelledby={`stance-${when}`}>
      <Band level={2} title={<span id={`stance-${when}`}>{t(when)}</span>} detail={t('ofYourself')} />
      <div className={styles.lock}>
        <LockLine>{t('privacy')}</LockLine>
      </div>
      {state.plan.rounds.map((round) => (
        <Stance
          key={round.key}
          when={when}
          round={round}
          marked={marked(round.key) ?? null}
          open={open}
          asksSure={state.plan.learning !== undefined}
          sureBefore={SURENESS.find((one) => one === state.sureness[stanceKey(person, when, round.key)]) ?? null}
          onMark={(value, sure) =>
            void view.submit({ type: 'markStance', round: round.key, value, ...(sure ? { sure } : {}) })
          }
        />
      ))}
      {open ? <KnowledgeForms at={at} person={person} when={when} /> : null}
      <KnowledgeAnswers at={{ state, person }} when={when} />
    </section>
  )
}

type StanceProps = {
  when: When
  round: RoundPlan
  marked: AxisValue | null
  open: boolean
  asksSure: boolean
  /** How sure they said they are. */
  sureBefore: Sureness | null
  onMark: (value: AxisValue, sure: Sureness | null) => void
}

/** A dragged plate passes many values; only the one where it rests this long is sent, in milliseconds. */
const REST_MS = 700

function Stance({ when, round, marked, open, asksSure, sureBefore, onMark }: StanceProps) {
  const t = useTranslations('room.stance')
  const [placed, place] = useState<AxisValue | null>(null)
  const [said, say] = useState<Sureness | null>(null)
  const value = placed ?? marked
  const sure = said ?? sureBefore
  const axis = useArrival<HTMLDivElement>(
    ({ what, place, tension }) =>
      what === 'own-view' && (place === 'brief') === (when === 'before') && (tension ?? round.key) === round.key,
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new place starts the rest anew
  useEffect(() => {
    if (placed === null || placed === marked) return
    const timer = setTimeout(() => onMark(placed, sure), REST_MS)
    return () => clearTimeout(timer)
  }, [placed, marked])
  // Whoever goes to another tab within the rest has placed it all the same.
  const unsent = useRef<(() => void) | null>(null)
  unsent.current = placed === null || placed === marked ? null : () => onMark(placed, sure)
  useEffect(() => () => unsent.current?.(), [])
  return (
    <div ref={axis} className={styles.axis} tabIndex={-1}>
      <p className={styles.question}>
        <UnbrokenWords>{round.question}</UnbrokenWords>
      </p>
      <AxisInput label={t('where')} axis={round.axis} value={value} onValueChange={place} disabled={!open} />
      {asksSure ? (
        <SureInput
          sure={sure}
          disabled={!open}
          onSure={(one) => {
            say(one)
            if (value !== null) onMark(value, one)
          }}
        />
      ) : null}
      {!open || (marked !== null && marked === value) ? <p className="faint">{t(open ? 'marked' : 'stands')}</p> : null}
    </div>
  )
}
