'use client'
// The grading place: a student's work on the left, the rubric on the right, and the keys of both.
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useKeys } from '#room/hooks/use-keys.ts'
import { type KeyGroup, KeysSheet, TO } from '#room/table/keys-sheet'
import { newestRubric, topOf } from '#simulation/reading/log/rubric'
import { gradedSoFar, totalOf } from '#simulation/reading/marks/grades'
import { Button } from '#ui/controls/button'
import { useToast } from '#ui/over/toast'
import { ScrollRegion } from '#ui/page/scroll-region'
import styles from './grading.module.css'
import type { GradingActs, GradingData } from './grading-data'
import { type FieldName, gradingKeys } from './grading-keys'
import { PlaceHead } from './place-head'
import { ReleaseDialog } from './release-dialog'
import { Sheet } from './sheet'
import { GradingContext, type GradingView, useGrading, useGradingState } from './use-grading'

export function GradingPlace({ data, acts, children }: { data: GradingData; acts: GradingActs; children: ReactNode }) {
  const t = useTranslations('grading')
  const view = useGradingState(data, acts)
  const { score, person, say } = view
  const [helped, setHelped] = useState(false)
  const noPart = useNoPart(view)
  const top = topOf(person?.grade.rubric ?? newestRubric(view.rubrics))
  const whom = { chosen: person ? 'yes' : 'no', name: person?.name ?? '' }
  useKeys(
    gradingKeys({
      view,
      tell: (word) => say(t(`idle.${word}`, { top })),
      given: (criterion, level) => say(t('given', { level, criterion: criterion.name })),
      evidence: (no) => {
        const has = score.current && score.draftOf(score.current.key).evidence.includes(no)
        score.toggleEvidence(no)
        say(t(has ? 'evidenceOff' : 'evidenceOn', { no, criterion: score.current?.name ?? '' }))
      },
      noEvidence: () => {
        score.setNoEvidence()
        say(t('noEvidenceOf', { criterion: score.current?.name ?? '' }))
      },
      noPart,
      hideNames: () => void view.changeGrading({ hideNames: true }).then((fault) => say(t(fault ? 'failed' : 'kept'))),
      focus,
      help: () => setHelped(true),
    }),
  )
  return (
    <GradingContext value={view}>
      <main id="main" className={`page pane ${styles.place}`}>
        <h1>{t('heading', person ? whom : { ...whom, chosen: gradedSoFar(view.listed.map(({ grade }) => grade)) })}</h1>
        <PlaceHead onHelp={() => setHelped(true)} />
        <div className={styles.split}>
          <ScrollRegion label={t('work', whom)} className={styles.work}>
            <div data-waiting={view.waiting || undefined} aria-busy={view.waiting || undefined}>
              {children}
            </div>
          </ScrollRegion>
          <Sheet onNoPart={noPart} foot={<Foot onNoPart={noPart} />} />
        </div>
        <Keys top={top} open={helped} onOpenChange={setHelped} />
      </main>
    </GradingContext>
  )
}

function focus(field: FieldName): void {
  const found = document.querySelector(`[data-field="${field}"]`)
  if (found instanceof HTMLElement) found.focus()
}

/** Marks a student as one who took no part, or takes that back; a line offers the way back. */
function useNoPart({ person, notes, say }: GradingView): () => void {
  const t = useTranslations('grading')
  const tell = useToast()
  return () => {
    if (!person) return
    const { id, name, grade } = person
    const set = async (tookNoPart: boolean) => {
      if (!(await notes.change(id, { tookNoPart }))) say(t('failed'))
    }
    void set(!grade.tookNoPart)
    if (grade.tookNoPart) say(t('noPart.undone', { name }))
    else {
      say('')
      tell({ text: t('noPart.done', { name }), undo: () => void set(false) })
    }
  }
}

function Foot({ onNoPart }: { onNoPart: () => void }) {
  const t = useTranslations('grading')
  const { person, said, runs, releasedToAll, grading } = useGrading()
  const grade = person?.grade
  const { counted = null, off, total, daysLeft = 0 } = person ? totalOf(person.grade, person, grading) : {}
  const days = grading.late?.days ?? 0
  return (
    <footer className={`tools ${styles.foot}`}>
      <p className={styles.sum}>
        {grade ? (
          <>
            <b>{t('sum', { sum: grade.sum ?? 'none', most: grade.rubric.points })}</b>{' '}
            {grade.sum === counted ? null : (
              <span>
                {person.shares.map(({ of, points, weight }) =>
                  t(`with.${of}`, { points: points ?? 0, weight, counted: counted ?? 0 }),
                )}{' '}
              </span>
            )}
            {off ? <span>{t('afterLate', { off, total: total ?? 0 })} </span> : null}
            {person && days > 0 ? <span>{t('lateDays', { left: daysLeft, of: days })} </span> : null}
            <span>
              {t('state', {
                state: grade.again ? 'again' : grade.tookNoPart && grade.state !== 'released' ? 'noPart' : grade.state,
              })}
            </span>
          </>
        ) : null}
      </p>
      <p role="status" className={`hint ${styles.said}`}>
        {said}
      </p>
      {person ? (
        <Button size="dense" keys="Z" pressed={person.grade.tookNoPart} onClick={onNoPart}>
          {t('noPart.press')}
        </Button>
      ) : null}
      {runs && releasedToAll === null ? <ReleaseDialog /> : null}
      {releasedToAll === null ? null : <p className={styles.hint}>{t('releasedToAll')}</p>}
    </footer>
  )
}

function Keys({ top, open, onOpenChange }: { top: number; open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('grading.keys')
  const groups: readonly KeyGroup[] = [
    {
      title: t('sheet'),
      keys: [
        { keys: ['0', TO, String(top)], does: t('level') },
        { keys: ['J', '↓'], does: t('down') },
        { keys: ['K', '↑'], does: t('up') },
        { keys: ['V'], does: t('none') },
        { keys: ['C'], does: t('comment') },
        { keys: ['⇧C'], does: t('overall') },
        { keys: ['Z'], does: t('noPart') },
      ],
    },
    {
      title: t('work'),
      keys: [
        { keys: [']'], does: t('nextEntry') },
        { keys: ['['], does: t('entryBefore') },
        { keys: ['X'], does: t('evidence') },
      ],
    },
    {
      title: t('students'),
      keys: [
        { keys: ['N'], does: t('next') },
        { keys: ['B'], does: t('before') },
        { keys: ['G'], does: t('name') },
        { keys: ['H'], does: t('hide') },
        { keys: ['?'], does: t('help') },
      ],
    },
  ]
  return <KeysSheet open={open} onOpenChange={onOpenChange} title={t('title')} lead={t('lead')} groups={groups} />
}
