'use client'
// The roster's form, one step at a time: paste, look through the lines, compare with the list before, saved. It sends every choice again
// with each step, so nothing is lost and it works without a script.
import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { timeOfDay } from '#format/clock-time'
import { newSeminarPath } from '#paths'
import { Button, LinkButton } from '#ui/controls/button'
import { judgeRoster, type RosterState } from './actions'
import { CompareStep } from './compare-step'
import { LinesStep } from './lines-step'
import table from './lines-table.module.css'
import { PasteStep } from './paste-step'
import styles from './roster.module.css'
import { comparisonSeen, linesSeen } from './seen'

const untouched = (text: string): RosterState => ({
  ...{ attempt: 0, text, file: null, choices: { columns: [], turned: null, mends: [], out: [] }, keep: [], apart: [] },
  view: { step: 'paste', fault: null },
})

export function RosterForm({ courseId, text, count }: { courseId: string; text: string; count: number }) {
  const t = useTranslations('courses.roster')
  const [state, send, pending] = useActionState(judgeRoster, untouched(text))
  const { view, attempt } = state
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // A new step is read from its beginning; within the lines the page stays where the reader is.
    if (attempt > 0 && view.step !== 'lines') heading.current?.focus()
  }, [attempt, view.step])
  return (
    <form action={send} className={styles.form} aria-busy={pending}>
      <input type="hidden" name="courseId" value={courseId} />
      {/* What Enter in a field presses: look again, and never save. Nobody needs to find it, by eye or by ear. */}
      <button
        type="submit"
        name="step"
        value={view.step === 'paste' ? 'read' : 'look'}
        className="unseen"
        tabIndex={-1}
        aria-hidden="true"
      />
      <div ref={heading} tabIndex={-1} className={styles.step} role="status">
        {pending ? <p className={styles.hint}>{t('reading')}</p> : null}
      </div>
      {view.step === 'paste' ? (
        <PasteStep key={attempt} text={state.text} fault={view.fault} file={state.file} count={count} />
      ) : (
        <>
          <EarlierChoices state={state} />
          {view.step === 'lines' ? <LinesStep view={view} state={state} pending={pending} /> : null}
          {view.step === 'compare' ? <CompareStep view={view} /> : null}
          {view.step === 'saved' ? <SavedStep courseId={courseId} view={view} /> : null}
        </>
      )}
    </form>
  )
}

/** The list and the choices that the step itself shows no field for. */
function EarlierChoices({ state }: { state: RosterState }) {
  const { view, choices } = state
  if (view.step === 'paste') return null
  const isLines = view.step === 'lines'
  const typed = new Set(
    isLines ? view.read.people.flatMap(({ line, fault }) => (fault?.field ? [`${fault.field}.${line}`] : [])) : [],
  )
  const mends = choices.mends.flatMap(({ line, ...fields }) =>
    Object.entries(fields).map(([field, text]) => ({ name: `${field}.${line}`, text })),
  )
  const seen =
    view.step === 'lines' ? linesSeen(view.read) : view.step === 'compare' ? comparisonSeen(view.comparison) : ''
  return (
    <>
      <input type="hidden" name="text" value={state.text} />
      <input type="hidden" name="fileName" value={state.file ?? ''} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="meanings" value={view.read.columns.map(({ meaning }) => meaning).join()} />
      {isLines ? null : <input type="hidden" name="turned" value={turnedOf(choices.turned)} />}
      {isLines
        ? null
        : choices.columns.map(({ index, meaning }) => (
            <input key={index} type="hidden" name={`column.${index}`} value={meaning} />
          ))}
      {mends
        .filter(({ name }) => !typed.has(name))
        .map(({ name, text }) => (
          <input key={name} type="hidden" name={name} value={text} />
        ))}
      {choices.out.map((line) => (
        <input key={line} type="hidden" name="out" value={line} />
      ))}
      {state.keep.map((id) => (
        <input key={id} type="hidden" name="keep" value={id} />
      ))}
      {state.apart.map((line) => (
        <input key={line} type="hidden" name="apart" value={line} />
      ))}
    </>
  )
}

const turnedOf = (turned: boolean | null): string => (turned === null ? '' : turned ? 'yes' : 'no')

type Saved = Extract<RosterState['view'], { step: 'saved' }>

/** The roster is saved: how many, which lines still wait with their faults, and where to go on. */
function SavedStep({ courseId, view }: { courseId: string; view: Saved }) {
  const t = useTranslations('courses.roster')
  const waiting = view.read.people.filter(({ fault }) => fault !== null)
  return (
    <section aria-labelledby="saved-title">
      <h2 id="saved-title" className={styles.title}>
        {t('saved', { count: view.count })}{' '}
        <time suppressHydrationWarning>{t('savedAt', { time: timeOfDay(view.at) })}</time>
      </h2>
      {waiting.length === 0 ? null : (
        <>
          <p className={styles.hint}>{t('stillHere', { count: waiting.length })}</p>
          <ul className={styles.waiting}>
            {waiting.map(({ line, raw }) => (
              <li key={line}>
                <span className={table.line}>{line}</span>
                <b>{raw}</b>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.row}>
        <LinkButton kind="primary" href={newSeminarPath(courseId)}>
          {t('planSeminar')}
        </LinkButton>
        <Button type="submit" name="step" value="look" kind="quiet">
          {t(waiting.length === 0 ? 'seeLines' : 'mendLines')}
        </Button>
      </div>
    </section>
  )
}
