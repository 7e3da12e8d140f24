'use client'
// A person's own view as a step of its own: the axis at hand, the value placed on it, and the marks so far; then, where evidence of learning
// is asked for, its questions. What is at hand moves only by their own act.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { RoomPlan, RoundPlan } from '#simulation/agenda/plan'
import type { AxisValue, TensionKey } from '#simulation/kernel/ids'
import { formAt, questionsIn, stanceNow, unansweredBy } from '#simulation/questions/stances'
import { unmarkedBy, type When } from '#simulation/reading/positions/own-view'
import type { Form } from '#simulation/shapes/stances'
import { stanceKey } from '#simulation/state/room-state'
import { signed } from '#ui/words/signed.ts'
import { isAtWork } from '../hooks/form-focus'
import { useRequest } from '../hooks/use-request'
import { useViewsPassed } from '../hooks/use-views-passed'
import type { SeatView } from '../link/seat-view'
import { SURENESS, type Sureness } from './sure-input'

/** The form's id, for the button in a phone's dock. */
export const OWN_VIEW_FORM = 'own-view'

/** A question of the evidence of learning, and its place. */
export type KnowledgeItem = NonNullable<RoomPlan['learning']>[number] & { item: number; form: Form }

export type OwnView = {
  /** Which of the two is taken now; null when none is. */
  when: When | null
  /** Whether the step is shown in place of what follows it. */
  open: boolean
  /** Whether it waits, because the person was at words of theirs when it was asked for; `come` opens it. */
  waits: boolean
  come: () => void
  /** What the person preferred not to say. */
  passed: readonly When[]
  round: RoundPlan | null
  /** The question at hand, once no axis is. */
  question: KnowledgeItem | null
  /** The value on the axis at hand; null until it is placed, for a value that stands there is one that is suggested. */
  value: AxisValue | null
  placed: boolean
  /** How sure they are of it; null until they say so, and where nobody asks. */
  sure: Sureness | null
  /** The place of the answer chosen for the question at hand. */
  option: number | null
  marks: readonly { round: RoundPlan; value: AxisValue }[]
  /** How many axes and questions are done, of how many. */
  done: number
  of: number
  /** Why the last mark was not taken, as a sentence. */
  refused: string | null
  place: (value: AxisValue) => void
  beSure: (sure: Sureness) => void
  pick: (option: number) => void
  /** Marks the axis at hand, or answers the question. */
  mark: () => void
  pass: () => void
  choose: (round: TensionKey) => void
  /** Takes up again what was passed over. */
  resume: () => void
}

/** What the button of the step says, by what is at hand; `t` reads `room.ownView`. */
export function viewVerb(
  t: ReturnType<typeof useTranslations<'room.ownView'>>,
  { round, value }: Pick<OwnView, 'round' | 'value'>,
): string {
  if (!round) return t('answer')
  return value === null ? t('markUnplaced') : t('mark', { value: signed(value) })
}

export function useOwnView({ state, view, roomId, person }: SeatView): OwnView {
  const t = useTranslations('room')
  const [passed, setPassed] = useViewsPassed({ roomId, person })
  const when = state.closedAt === null && state.plan.kind === 'seminar' ? stanceNow(state) : null
  // Decided while the page is drawn and not after it: by then the step would stand where the field stood in which somebody writes.
  const [asked, setAsked] = useState(when)
  const [waits, setWaits] = useState(false)
  if (asked !== when) {
    setAsked(when)
    setWaits(when !== null && isAtWork())
  }
  const [sent, setSent] = useState<Readonly<Record<string, AxisValue>>>({})
  const [chosen, setChosen] = useState<TensionKey | null>(null)
  const [placed, setPlaced] = useState<AxisValue | null>(null)
  const [said, setSure] = useState<Sureness | null>(null)
  const [option, setOption] = useState<number | null>(null)
  const [answers, setAnswers] = useState<readonly string[]>([])
  const [resumed, setResumed] = useState(false)
  const request = useRequest(view)
  const { rounds, learning } = state.plan
  const markOf = (key: TensionKey) =>
    when === null ? undefined : (state.stances[stanceKey(person, when, key)] ?? sent[`${when}/${key}`])
  const left = when === null ? [] : unmarkedBy(state, person, when).filter((key) => markOf(key) === undefined)
  const key = chosen ?? left[0] ?? null
  const round = rounds.find((one) => one.key === key) ?? null
  const unanswered =
    when === null ? [] : unansweredBy(state, person, when).filter((item) => !answers.includes(`${when}/${item}`))
  const [item] = round === null ? unanswered : []
  const form = when === null ? 'A' : formAt(state, person, when)
  const asksItem = item === undefined || when === null ? undefined : questionsIn(state.plan, form)[item]
  const question = item === undefined || !asksItem ? null : { ...asksItem, item, form }
  const isAsked =
    when !== null && (round !== null || question !== null) && (chosen !== null || resumed || !passed.includes(when))
  const stands = when === null || key === null ? undefined : state.sureness[stanceKey(person, when, key)]
  const sure = learning ? (said ?? SURENESS.find((one) => one === stands) ?? null) : null
  /** What is missing may lie beneath the dock of a phone: it gets the focus. */
  const objectTo = (why: 'knowledge.chooseFirst' | 'ownView.sureFirst' | 'ownView.placeFirst') => {
    request.object(t(why))
    const input = why === 'ownView.placeFirst' ? 'input[type="range"]' : 'input[type="radio"]'
    document.getElementById(OWN_VIEW_FORM)?.querySelector<HTMLElement>(input)?.focus()
  }
  const clear = () => {
    setChosen(null)
    setPlaced(null)
    setSure(null)
    setOption(null)
  }
  const value = placed ?? (key === null ? undefined : markOf(key)) ?? null
  return {
    when,
    open: isAsked && !waits,
    waits: isAsked && waits,
    come: () => setWaits(false),
    passed,
    ...{ round, question, value, sure, option },
    placed: placed !== null,
    marks: rounds.flatMap((one) => {
      const mark = markOf(one.key)
      return mark === undefined || one.key === key ? [] : [{ round: one, value: mark }]
    }),
    done: rounds.length - left.length + (learning?.length ?? 0) - unanswered.length,
    of: rounds.length + (learning?.length ?? 0),
    refused: request.refused,
    place: setPlaced,
    beSure: setSure,
    pick: setOption,
    mark: () => {
      if (when === null) return
      if (question !== null) {
        if (option === null) return objectTo('knowledge.chooseFirst')
        const answered = `${when}/${question.item}`
        setAnswers([...answers, answered])
        clear()
        void request
          .ask({ type: 'answerKnowledge', item: question.item, option, form: question.form })
          .then((saved) => {
            if (!saved) setAnswers((all) => all.filter((each) => each !== answered))
          })
        return
      }
      if (round === null) return
      if (value === null) return objectTo('ownView.placeFirst')
      if (learning && sure === null) return objectTo('ownView.sureFirst')
      const sentKey = `${when}/${round.key}`
      setSent({ ...sent, [sentKey]: value })
      clear()
      void request.ask({ type: 'markStance', round: round.key, value, ...(sure ? { sure } : {}) }).then((saved) => {
        if (!saved) setSent((all) => Object.fromEntries(Object.entries(all).filter(([each]) => each !== sentKey)))
      })
    },
    pass: () => {
      clear()
      setResumed(false)
      if (when !== null && !passed.includes(when)) setPassed([...passed, when])
    },
    choose: (to) => {
      clear()
      setWaits(false)
      setChosen(to)
    },
    resume: () => {
      setWaits(false)
      setResumed(true)
    },
  }
}
