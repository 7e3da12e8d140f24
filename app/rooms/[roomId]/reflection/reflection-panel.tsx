'use client'
// Out of role: the person's own stances before and after, their written reflections, and, in the debrief, the gap of every round. Only
// the person and the instructor can read the reflections.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import * as z from 'zod/mini'
import { timeOfDay } from '#format/clock-time'
import { debriefPath } from '#paths'
import { ownForm } from '#room/at-work.ts'
import { OwnViewLine } from '#room/own-view-step'
import type { SeatView } from '#room/seat-view.ts'
import { StancePanel } from '#room/stance-panel'
import { useLocalStorage, useSavedOnServer } from '#room/use-local-storage.ts'
import type { OwnView } from '#room/use-own-view.ts'
import { WaitingNote, waitingOf } from '#room/waiting-lines'
import { WrittenForm } from '#room/written-form'
import { reflectionKey } from '#simulation/kernel/room-state'
import { reflectionAhead, reflectionTime } from '#simulation/topics/stances/questions'
import { reflectionDraftKey } from '#simulation/wire/draft-key'
import { Band } from '#ui/band'
import { Button } from '#ui/button'
import { LockLine } from '#ui/seal'
import styles from './reflection-panel.module.css'

const answerWords = z.string().check(z.maxLength(2000))

type ReflectionProps = {
  at: SeatView
  ownView: OwnView
  /** The gap over the rounds, where there is more than one. */
  rounds: ReactNode
}

export function ReflectionPanel({ at, ownView, rounds }: ReflectionProps) {
  const t = useTranslations('room.reflection')
  const { state } = at
  const time = reflectionTime(state, at.person, { at: at.view.now() })
  const writes = (time === 'on-time' || time === 'late') && state.closedAt === null
  // While a debrief talks, what it talks about comes first; once words are asked for, the question does.
  const later = reflectionAhead(state)
  const back = (
    <>
      {state.unsealedAt === null ? null : (
        <p className={styles.lead}>
          {t('unsealed', { time: timeOfDay(state.unsealedAt, { seconds: false }) })}{' '}
          <a href="#record">{t('readCaucuses')}</a> · <a href={debriefPath(at.roomId)}>{t('debrief')}</a>
        </p>
      )}
      {rounds}
    </>
  )
  return (
    <div className={styles.place}>
      <OwnViewLine ownView={ownView} />
      {later ? back : null}
      <div className={styles.columns}>
        <section aria-labelledby="reflection-title">
          <Band level={2} title={<span id="reflection-title">{t('title')}</span>} detail={t('detail')} />
          <div className={styles.lock}>
            <LockLine>{t('private')}</LockLine>
          </div>
          {time === 'late' && writes ? <p className={styles.hint}>{t('late')}</p> : null}
          {state.plan.reflectionPrompts.map((prompt, place) => (
            <Prompt key={prompt} at={at} prompt={prompt} place={place} writes={writes} />
          ))}
        </section>
        {state.plan.kind === 'homework' || ownView.when === null ? (
          <StancePanel at={at} person={at.person} when="after" />
        ) : null}
      </div>
      {later ? null : back}
    </div>
  )
}

type PromptProps = { at: SeatView; prompt: string; place: number; writes: boolean }

function Prompt({ at, prompt, place, writes }: PromptProps) {
  const t = useTranslations('room.reflection')
  const { state, view, person } = at
  const written = state.reflections[reflectionKey(person, place)]
  const [kept, setText, found] = useLocalStorage(
    { roomId: at.roomId, person },
    reflectionDraftKey(place),
    answerWords,
    '',
  )
  const text = found ? kept : (written?.text ?? '')
  const waiting = waitingOf(view.waiting, 'writeReflection').filter(({ command }) => command.prompt === place)
  const saved = written !== undefined && written.text === text.trim()
  useSavedOnServer({ roomId: at.roomId, person }, reflectionDraftKey(place), saved && found)
  if (!writes && (saved || text.trim() === '')) {
    return (
      <div className={styles.prompt}>
        <h3>{prompt}</h3>
        <p className={styles.answer}>{written?.text ?? t('nothing')}</p>
      </div>
    )
  }
  return (
    <div className={styles.prompt} {...ownForm('reflection', writes && !saved && text.trim() !== '')}>
      <WrittenForm
        label={prompt}
        rows={{ least: 3, most: 12 }}
        letters={2000}
        text={text}
        onText={setText}
        noWords={t('wordsFirst')}
        open={writes}
        onSend={(words) => void view.submit({ type: 'writeReflection', prompt: place, text: words })}
        button={saved ? null : <Button type="submit">{t(written ? 'saveAgain' : 'save')}</Button>}
        beside={
          <span className={styles.hint}>
            {written && saved
              ? t('saved', { time: timeOfDay(written.at) })
              : text === ''
                ? null
                : t(writes ? 'onDevice' : 'onDeviceOver')}
          </span>
        }
      />
      {waiting.map((entry) => (
        <div key={entry.id} className={styles.hint}>
          <WaitingNote entry={entry} view={view} sending={t('sending')} text={entry.command.text} />
        </div>
      ))}
    </div>
  )
}
