'use client'
// The editor of a rubric. What is typed stays on the device until it is saved; what is wrong is said in sentences that name the fix.
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { LIMITS } from '#simulation/kernel/limits'
import {
  LEAST_LEVELS,
  MOST_CRITERIA,
  MOST_LEVELS,
  MOST_POINTS,
  type Reach,
  type Rubric,
  type RubricFault,
  rubricFaults,
  topOf,
  weightOf,
} from '#simulation/reading/log/rubric'
import { EVIDENCE_POLICIES, type EvidencePolicy } from '#simulation/reading/marks/grades'
import { Button } from '#ui/controls/button'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { NumberStepper } from '#ui/controls/number-stepper'
import { submits } from '#ui/controls/submits.ts'
import { TextArea, TextInput } from '#ui/controls/text-input'
import { useSending } from '#ui/controls/use-sending.ts'
import { useToast } from '#ui/over/toast'
import { useHydrated } from '#ui/page/use-hydrated.ts'
import { CriterionFields } from './criterion-fields'
import { ReachDialog, type ReachQuestion } from './reach-dialog'
import styles from './rubric.module.css'
import type { RubricAnswer } from './rubric-actions'
import { useRubric } from './use-rubric'

type RubricFormProps = {
  activityId: string
  rubric: Rubric
  evidence: EvidencePolicy
  versions: number
  /** Whether the course keeps one for its next debates. */
  kept: boolean
  releasedToAll: boolean
  /** Nobody has changed it yet. */
  begins: boolean
  save: (input: unknown) => Promise<RubricAnswer>
}
type Fault = RubricFault | Readonly<{ kind: 'not-found' | 'changed' | 'levels' | 'points-stay' | 'offline' }>

/** What a device has kept of it is known in the browser alone. */
export function RubricForm(props: RubricFormProps) {
  return useHydrated() ? <Form {...props} /> : null
}

function Form({ activityId, rubric: stored, evidence: chosen, versions, kept, begins, ...more }: RubricFormProps) {
  const t = useTranslations('grading.editor')
  const words = useTranslations('grading.rules')
  const tell = useToast()
  const router = useRouter()
  const writing = useRubric(activityId, stored, versions)
  const { rubric } = writing
  const [evidence, setEvidence] = useState(chosen)
  const [course, setCourse] = useState<'same' | 'this' | 'scenario'>('same')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [asked, setAsked] = useState<ReachQuestion | null>(null)
  const { busy, send } = useSending<'refused'>()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (faults.length > 0) list.current?.focus()
  }, [faults])
  const full = rubric.criteria.length >= MOST_CRITERIA

  async function run(reach: Reach | null) {
    setAsked(null)
    const wrong = rubricFaults(rubric)
    if (wrong.length > 0) return setFaults(wrong)
    const changed = evidence === chosen ? null : evidence
    const input = { activityId, rubric, evidence: changed, versions: writing.versions, reach, course }
    const failed = await send(async () => {
      const answer = await more.save(input)
      if (answer.ok || answer.fault === 'reach') setFaults([])
      else setFaults([{ kind: answer.fault === 'points' ? 'points-stay' : answer.fault }])
      if (!answer.ok && answer.fault === 'reach') setAsked(answer)
      return answer.ok || 'refused'
    })
    if (failed === 'failed') setFaults([{ kind: 'offline' }])
    if (failed !== null) return
    writing.discard()
    tell({ text: t('saved') })
    router.refresh()
  }

  return (
    <form className={styles.form} noValidate onSubmit={submits(() => run(null))}>
      {begins ? <p className="note">{t('own')}</p> : null}
      {writing.unsaved ? (
        <p className="bar">
          {t('unsaved')}{' '}
          <Button size="dense" onClick={writing.discard}>
            {t('discard')}
          </Button>
        </p>
      ) : null}
      <NumberStepper
        label={t('points')}
        value={rubric.points}
        min={1}
        max={MOST_POINTS}
        onValueChange={(value) => value !== null && writing.write({ points: value })}
      />
      <Field label={t('note')} optional>
        <TextArea
          rows={2}
          maxLength={LIMITS.rubricText}
          value={rubric.note}
          onWords={(value) => writing.write({ note: value })}
        />
      </Field>
      <fieldset className={styles.criterion}>
        <legend>{t('scale')}</legend>
        <div className={`fields ${styles.levels}`}>
          {rubric.scale.map((name, level) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
            <Field key={level} label={t('levelName', { level })}>
              <TextInput
                maxLength={LIMITS.rubricName}
                value={name}
                onWords={(value) => writing.write({ scale: rubric.scale.with(level, value) })}
              />
            </Field>
          ))}
        </div>
        <div className="bar">
          {rubric.scale.length < MOST_LEVELS ? (
            <Button size="dense" onClick={writing.addLevel}>
              {t('addLevel')}
            </Button>
          ) : null}
          {rubric.scale.length > LEAST_LEVELS ? (
            <Button size="dense" onClick={writing.removeLevel}>
              {t('removeLevel', { level: topOf(rubric) })}
            </Button>
          ) : null}
        </div>
      </fieldset>
      {rubric.criteria.map((criterion, at) => (
        <CriterionFields key={criterion.key} criterion={criterion} number={at + 1} writing={writing} />
      ))}
      <p className="bar">
        <span role="status">{t('together', { sum: weightOf(rubric) })}</span>
        <Button size="dense" onClick={writing.weighAlike}>
          {t('alike')}
        </Button>
        {full ? (
          <span>{t('full', { most: MOST_CRITERIA })}</span>
        ) : (
          <Button size="dense" onClick={writing.addCriterion}>
            {t('add')}
          </Button>
        )}
      </p>
      <ChoiceGroup legend={words('evidence')}>
        {EVIDENCE_POLICIES.map((policy) => (
          <Choice
            key={policy}
            name="evidence"
            title={words(policy)}
            checked={evidence === policy}
            onChange={() => setEvidence(policy)}
          >
            {words(`${policy}Text`)}
          </Choice>
        ))}
      </ChoiceGroup>
      <ChoiceGroup legend={t('course.title')}>
        {(['same', 'this', 'scenario'] as const)
          .filter((one) => one !== 'scenario' || kept)
          .map((one) => (
            <Choice
              key={one}
              name="course"
              title={t(`course.${one}`, { kept: kept ? 'yes' : 'no' })}
              checked={course === one}
              onChange={() => setCourse(one)}
            />
          ))}
      </ChoiceGroup>
      <div ref={list} tabIndex={-1} role="alert" className={styles.faults}>
        {faults.map((fault) => (
          <p key={JSON.stringify(fault)}>
            <ErrorText>{t(`fault.${fault.kind}`, { ...fault, ...MOST })}</ErrorText>
          </p>
        ))}
      </div>
      <p className="bar">
        <Button type="submit" kind="primary" busy={busy}>
          {t('save')}
        </Button>
      </p>
      <ReachDialog
        asked={asked}
        releasedToAll={more.releasedToAll}
        onClose={() => setAsked(null)}
        onChoose={(reach) => void run(reach)}
      />
    </form>
  )
}

const MOST = { mostPoints: MOST_POINTS, mostCriteria: MOST_CRITERIA }
