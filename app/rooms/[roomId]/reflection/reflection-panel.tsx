'use client'
// Out of role: the person's own stances before and after, their written reflections, and, once the record is unsealed, their objectives and
// the gap of every round. Only the person and the instructor can read the reflections.
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import { debriefPath } from '#paths'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { Formatted } from '#record/words/formatted-words'
import { ownForm } from '#room/hooks/form-focus.ts'
import { useArrival } from '#room/hooks/led.ts'
import { useAskedWork } from '#room/hooks/use-asked-work.ts'
import { useKeptWords, useSavedOnServer } from '#room/hooks/use-local-storage.ts'
import { useWidth } from '#room/hooks/use-width.ts'
import type { SeatView } from '#room/link/seat-view.ts'
import { Docked } from '#room/table/dock-slot'
import { HandsIn } from '#room/table/hands-in'
import { OwnViewLine } from '#room/table/own-view-step'
import { StancePanel } from '#room/table/stance-panel'
import type { OwnView } from '#room/table/use-own-view.ts'
import { WaitingNote, waitingOf } from '#room/words/waiting-lines'
import { WrittenForm } from '#room/words/written-form'
import { LIMITS } from '#simulation/kernel/limits'
import { reflectionBounds } from '#simulation/questions/lengths'
import { reflectionAhead, reflectionPhase, reflectionTime } from '#simulation/questions/stances'
import { promptsLeft } from '#simulation/reading/positions/reflections'
import { opensNow, reflectionKey } from '#simulation/state/room-state'
import { reflectionDraftKey } from '#simulation/wire/draft-key'
import { Band } from '#ui/charts/band'
import { Button } from '#ui/controls/button'
import { LockLine } from '#ui/words/seal'
import { ObjectivesPanel } from './objectives-panel'
import styles from './reflection-panel.module.css'

type ReflectionProps = {
  at: SeatView
  ownView: OwnView
  /** The gap over the rounds, where there is more than one. */
  rounds: ReactNode
}

export function ReflectionPanel({ at, ownView, rounds }: ReflectionProps) {
  const t = useTranslations('room.reflection')
  const said = useSaidAt(at.state)
  const { state } = at
  const time = reflectionTime(state, at.person, { at: at.view.now() })
  const writes = (time === 'on-time' || time === 'late') && state.closedAt === null
  const later = reflectionAhead(state)
  const phone = useWidth() === 'phone'
  // While a debrief talks, what it talks about comes first; once words are asked for, the question does, and on a phone at any time.
  const first = later && !phone
  // A homework room has no other button for it: on a phone that of one prompt stands in the dock, of the one being written or the first left.
  const [hand, setHand] = useState<number | null>(null)
  const { where } = useAskedWork(at)
  const docks = phone && state.plan.kind === 'homework' && writes && (where?.what ?? 'reflection') === 'reflection'
  const [left] = promptsLeft(state, at.person)
  const docked = docks ? (hand ?? (where === null ? null : left) ?? null) : null
  const unsealed =
    state.unsealedAt === null ? null : (
      <p className={styles.lead}>
        {t('unsealed', { time: said(state.unsealedAt, { seconds: false }) })} <a href="#record">{t('readCaucuses')}</a>{' '}
        · <a href={debriefPath(at.roomId)}>{t('debrief')}</a>
      </p>
    )
  // Objectives are claimed at the debrief, before what there is to read; where words are asked for, these come first.
  const claims = opensNow(state, 'unseals') ? 'first' : 'after'
  const objectives = <ObjectivesPanel at={at} />
  return (
    <div className={styles.place}>
      <OwnViewLine at={at} ownView={ownView} />
      {claims === 'first' ? objectives : null}
      {later ? unsealed : null}
      {first ? rounds : null}
      <div className={styles.columns}>
        <section aria-labelledby="reflection-title">
          <Band level={2} title={<span id="reflection-title">{t('title')}</span>} detail={t('detail')} />
          <div className={styles.lock}>
            <LockLine>{t('private')}</LockLine>
          </div>
          {later && writes ? <p className="faint">{t('later')}</p> : null}
          {time === 'late' && writes ? <p className="faint">{t('late')}</p> : null}
          {state.plan.reflectionPrompts.map((prompt, place) => (
            <Prompt
              key={prompt}
              {...{ at, prompt, place, writes }}
              docked={place === docked}
              first={place === (left ?? 0)}
              onHand={(inHand) => setHand(inHand ? place : null)}
            />
          ))}
        </section>
        {state.plan.kind === 'homework' || ownView.when === null ? (
          <StancePanel at={at} person={at.person} when="after" />
        ) : null}
      </div>
      {claims === 'after' ? objectives : null}
      {later ? null : unsealed}
      {first ? null : rounds}
    </div>
  )
}

type PromptProps = {
  at: SeatView
  prompt: string
  place: number
  writes: boolean
  /** Whether this prompt's button stands in the dock. */
  docked: boolean
  /** Whether it is the first that waits for words. */
  first: boolean
  /** The person began, or has handed in, words for this prompt. */
  onHand: (inHand: boolean) => void
}

function Prompt({ at, prompt, place, writes, docked, first, onHand }: PromptProps) {
  const t = useTranslations('room.reflection')
  const said = useSaidAt(at.state)
  const { state, view, person } = at
  const written = state.reflections[reflectionKey(person, place)]
  const [kept, setText, found] = useKeptWords({ roomId: at.roomId, person }, reflectionDraftKey(place), LIMITS.written)
  const text = found ? kept : (written?.text ?? '')
  const bounds = reflectionBounds(state.plan)
  const form = useId()
  const control = useArrival<HTMLDivElement>(({ what }) => what === 'reflection' && first)
  const waiting = waitingOf(view.waiting, 'writeReflection').filter(({ command }) => command.prompt === place)
  const saved = written !== undefined && written.text === text.trim()
  useSavedOnServer({ roomId: at.roomId, person }, reflectionDraftKey(place), saved && found)
  if (!writes && (saved || text.trim() === '')) {
    return (
      <div ref={control} className={styles.prompt} tabIndex={-1}>
        <h3>{prompt}</h3>
        <p className={styles.answer}>{written ? <Formatted text={written.text} /> : t('nothing')}</p>
      </div>
    )
  }
  const put = saved ? null : (
    <Button type="submit" form={form} kind={docked ? 'primary' : 'plain'}>
      {t(written ? 'saveAgain' : 'save')}
    </Button>
  )
  const toWords = (
    <Button kind="primary" onClick={() => document.getElementById(form)?.querySelector('textarea')?.focus()}>
      {t('write')}
    </Button>
  )
  return (
    <div
      ref={control}
      className={styles.prompt}
      tabIndex={-1}
      {...ownForm('reflection', writes && !saved && text.trim() !== '')}
    >
      <WrittenForm
        id={form}
        label={prompt}
        rows={{ least: 3, most: 12 }}
        letters={LIMITS.written}
        bounds={bounds}
        text={text}
        onText={(words) => {
          onHand(true)
          setText(words)
        }}
        noWords={t('wordsFirst')}
        open={writes}
        onSend={(words) => {
          onHand(false)
          void view.submit({ type: 'writeReflection', prompt: place, text: words })
        }}
        button={docked ? <Docked>{text.trim() === '' ? toWords : put}</Docked> : put}
        beside={
          <span className="faint">
            {written && saved
              ? t(written.handedIn ? 'handedIn' : 'saved', { time: said(written.at) })
              : text === ''
                ? null
                : t(writes ? 'onDevice' : 'onDeviceOver')}
            {text.trim() === '' || saved ? null : (
              <HandsIn at={at} phase={reflectionPhase(state.plan)} text={text} bounds={bounds} />
            )}
          </span>
        }
      />
      {waiting.map((entry) => (
        <div key={entry.id} className="faint">
          <WaitingNote entry={entry} view={view} sending={t('sending')} text={entry.command.text} />
        </div>
      ))}
    </div>
  )
}
