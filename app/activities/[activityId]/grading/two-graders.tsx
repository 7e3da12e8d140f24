'use client'
// Two graders: who is the second and of how many students, how far the two agree, and whose levels count.
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { standing } from '#marks/score.ts'
import type { SecondGrading } from '#simulation/reading/agreement'
import { agreementOf, CHOICES, type Choice, type GradedTwice, meanLevel } from '#simulation/reading/agreement'
import { type Criterion, columnsOf, criteriaFor, newestRubric } from '#simulation/reading/rubric'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Field } from '#ui/field'
import { ScrollRegion } from '#ui/scroll-region'
import { Select } from '#ui/select'
import styles from './grading.module.css'
import { subjectOf, useGrading } from './use-grading'

const SHARES = [10, 20, 30, 50, 100]

export function TwoGraders() {
  const t = useTranslations('grading.twice')
  const { second } = useGrading()
  if (!second) return null
  return (
    <Dialog
      title={t('open')}
      description={t(second.graders.length > 0 ? 'lead' : 'none')}
      trigger={<Button size="dense">{t('open')}</Button>}
    >
      {second.graders.length > 0 ? <SecondForm second={second} /> : null}
      {second.sampled > 0 ? <p>{t('progress', { both: second.twice.length, sampled: second.sampled })}</p> : null}
      {second.twice.length > 0 ? (
        <>
          <ScrollRegion label={t('kappa')} className={styles.wide}>
            <AgreementTable twice={second.twice} />
          </ScrollRegion>
          <ScrollRegion label={t('choose')} className={styles.wide}>
            <ChoiceTable twice={second.twice} />
          </ScrollRegion>
        </>
      ) : null}
    </Dialog>
  )
}

function SecondForm({ second: { graders, graderId, percent } }: { second: SecondGrading }) {
  const t = useTranslations('grading.twice')
  const words = useTranslations('grading')
  const { acts, activityId, say } = useGrading()
  const router = useRouter()
  const keep = async (more: { graderId?: string | null; percent?: number }) => {
    const next = { activityId, graderId, percent: percent || 20, ...more }
    say(words((await acts.chooseSecond(next).catch(() => false)) ? 'kept' : 'failed'))
    router.refresh()
  }
  return (
    <>
      <Field label={t('who')}>
        <Select
          value={graderId ?? ''}
          onChoose={(value) => void keep({ graderId: value || null })}
          options={[{ value: '', label: t('nobody') }, ...graders.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      </Field>
      {graderId === null ? null : (
        <Field label={t('share')}>
          <Select
            value={String(percent)}
            onChoose={(value) => void keep({ percent: Number(value) })}
            options={SHARES.map((share) => ({ value: String(share), label: t('percent', { percent: share }) }))}
          />
        </Field>
      )}
    </>
  )
}

function AgreementTable({ twice }: { twice: readonly GradedTwice[] }) {
  const t = useTranslations('grading.twice')
  const format = useFormatter()
  const { graded, rubrics } = useGrading()
  const both = graded.filter(({ id }) => twice.some((one) => one.id === id)).map(({ grade }) => grade)
  const share = (of: number | null) => format.number(of ?? 0, { style: 'percent' })
  return (
    <>
      <table className={styles.twice}>
        <thead>
          <tr>
            {(['criterion', 'n', 'exact', 'withinOne', 'kappa'] as const).map((column) => (
              <th scope="col" key={column}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columnsOf(newestRubric(rubrics), both).map(({ key, name }) => {
            const { n, exact, withinOne, kappa } = agreementOf(
              twice.flatMap(({ criteria, pairs }) => pairs.filter((_, at) => criteria[at] === key)),
            )
            return (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{n}</td>
                <td>{share(exact)}</td>
                <td>{share(withinOne)}</td>
                <td>{kappa === null ? t('undefined') : format.number(kappa, { maximumFractionDigits: 2 })}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className={styles.hint}>{t('kappaHelp')}</p>
    </>
  )
}

function ChoiceTable({ twice }: { twice: readonly GradedTwice[] }) {
  const t = useTranslations('grading.twice')
  const { graded } = useGrading()
  const choose = useChoice()
  const nameOf = (id: string) => graded.find((one) => one.id === id)?.name ?? ''
  return (
    <table className={styles.twice}>
      <thead>
        <tr>
          {(['student', 'first', 'second', 'choose'] as const).map((column) => (
            <th scope="col" key={column}>
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {twice.map((one) => (
          <tr key={one.id}>
            <th scope="row">{nameOf(one.id)}</th>
            <td>{one.pairs.map(([first]) => first).join(' ')}</td>
            <td>{one.pairs.map(([, second]) => second).join(' ')}</td>
            <td className="acts">
              {CHOICES.map((choice) => (
                <Button
                  key={choice}
                  size="dense"
                  pressed={one.choice === choice}
                  aria-label={t('choiceOf', { choice, name: nameOf(one.id) })}
                  onClick={() => void choose(one, choice)}
                >
                  {t('choice', { choice })}
                </Button>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Writes the choice down, then gives its levels in the same way as every other level; own levels are given on the sheet. */
function useChoice() {
  const t = useTranslations('grading.twice')
  const words = useTranslations('grading')
  const format = useFormatter()
  const { acts, activityId, graded, score, say, goTo } = useGrading()
  const router = useRouter()
  return async ({ id, pairs }: GradedTwice, choice: Choice) => {
    if (!(await acts.moderate({ activityId, participantId: id, choice }).catch(() => false)))
      return say(words('failed'))
    const levelOf = { first: 0, second: 1, mean: null, own: null }[choice]
    const [of, person] = [subjectOf(id), graded.find((one) => one.id === id)]
    const [student, criteria] = [person?.name ?? '', person ? criteriaFor(person.grade.rubric, 'student') : []]
    const keep = async ({ key, name }: Criterion, index: number) => {
      const pair = pairs[index]
      const level = pair && (levelOf === null ? meanLevel(pair) : pair[levelOf])
      if (level === undefined || standing(score.marks, of, key)?.level === level) return []
      return score.ready(score.setLevel(level, key, of)) && (await score.saved(key, of)) ? [] : [name]
    }
    if (choice === 'own') goTo(id)
    const failed = choice === 'own' ? [] : (await Promise.all(criteria.map(keep))).flat()
    say(
      failed.length > 0
        ? t('unsaved', { name: student, criteria: format.list(failed) })
        : t('done', { choice, name: student }),
    )
    router.refresh()
  }
}
