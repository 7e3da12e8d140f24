'use client'
// The questions of the evidence of learning: each is answered once before the talks and once after them. What is right is shown to a person
// once they have answered all of them after the talks.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { PersonId } from '#simulation/kernel/ids'
import { formAt, questionsIn, unansweredBy } from '#simulation/questions/stances'
import { rightAnswers } from '#simulation/reading/positions/learning'
import type { When } from '#simulation/reading/positions/own-view'
import { answerKey, type RoomState } from '#simulation/state/room-state'
import { Button } from '#ui/controls/button'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { useArrival } from '../hooks/led'
import { useRequest } from '../hooks/use-request'
import type { RoomView } from '../link/room-view'
import { RefusalText } from '../words/refusal-text'
import styles from './knowledge.module.css'
import type { KnowledgeItem } from './use-own-view'

type KnowledgeChoiceProps = {
  question: KnowledgeItem
  when: When
  option: number | null
  onPick: (option: number) => void
}

/** One question with its answers to choose from. */
export function KnowledgeChoice({ question, when, option, onPick }: KnowledgeChoiceProps) {
  const t = useTranslations('room.knowledge')
  const { ask, options, item } = question
  return (
    <div className={styles.choice}>
      <ChoiceGroup legend={ask} hint={t(when === 'after' ? 'onceAgain' : 'once')}>
        {options.map((words, place) => (
          <Choice
            key={words}
            name={`knowledge-${when}-${item}`}
            title={words}
            checked={place === option}
            onChange={() => onPick(place)}
          />
        ))}
      </ChoiceGroup>
    </div>
  )
}

type FormsProps = { at: { state: RoomState; view: RoomView }; person: PersonId; when: When }

/** All questions that are left, one below the other. */
export function KnowledgeForms({ at: { state, view }, person, when }: FormsProps) {
  const first = useArrival<HTMLDivElement>(
    ({ what, place }) => what === 'knowledge' && (place === 'brief') === (when === 'before'),
  )
  const left = unansweredBy(state, person, when)
  const form = formAt(state, person, when)
  return (
    <div ref={first} tabIndex={-1}>
      {left.map((item) => {
        const asked = questionsIn(state.plan, form)[item]
        return asked ? <KnowledgeForm key={item} question={{ ...asked, item, form }} when={when} view={view} /> : null
      })}
    </div>
  )
}

function KnowledgeForm({ question, when, view }: { question: KnowledgeItem; when: When; view: RoomView }) {
  const t = useTranslations('room')
  const request = useRequest(view)
  const [option, pick] = useState<number | null>(null)
  return (
    <form
      className={`fields ${styles.form}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (option === null) request.object(t('knowledge.chooseFirst'))
        else void request.ask({ type: 'answerKnowledge', item: question.item, option, form: question.form })
      }}
    >
      <KnowledgeChoice question={question} when={when} option={option} onPick={pick} />
      <RefusalText>{request.refused}</RefusalText>
      <Button type="submit">{t('knowledge.answer')}</Button>
    </form>
  )
}

/** What a person answered, and, once they are told, what is right. */
export function KnowledgeAnswers({ at, when }: { at: { state: RoomState; person: PersonId }; when: When }) {
  const t = useTranslations('room.knowledge')
  const { state, person } = at
  const form = formAt(state, person, when)
  const told = when === 'after' ? state.knowledgeTold[person]?.[form] : undefined
  const answered = questionsIn(state.plan, form).flatMap(({ ask, options }, item) => {
    const option = options[state.knowledge[answerKey(person, when, item)] ?? -1]
    return option === undefined ? [] : [{ ask, option, right: options[told?.[item] ?? -1] }]
  })
  if (answered.length === 0) return null
  const [count, before] = [rightAnswers(state, person, 'after'), rightAnswers(state, person, 'before')]
  return (
    <div className={styles.answers}>
      {told && count !== null ? (
        <p>
          <b>{t(before === null ? 'rights' : 'rightsBoth', { count, of: told.length, before: before ?? 0 })}</b>
        </p>
      ) : null}
      <ol>
        {answered.map(({ ask, option, right }) => (
          <li key={ask}>
            {ask}
            <p>{t(option === right ? 'givenRight' : 'given', { option })}</p>
            {right === undefined || option === right ? null : <p>{t('right', { option: right })}</p>}
          </li>
        ))}
      </ol>
    </div>
  )
}
