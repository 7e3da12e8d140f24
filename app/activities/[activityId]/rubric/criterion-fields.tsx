'use client'
// The fields of one criterion: its name, what it asks, its weight, who is judged by it, and the words of each level.
import { useTranslations } from 'next-intl'
import { LIMITS } from '#simulation/kernel/limits'
import { type Criterion, JUDGED } from '#simulation/reading/log/rubric'
import { Button } from '#ui/controls/button'
import { Checkbox } from '#ui/controls/checkbox'
import { Field } from '#ui/controls/field'
import { NumberStepper } from '#ui/controls/number-stepper'
import { TextArea, TextInput } from '#ui/controls/text-input'
import styles from './rubric.module.css'
import type { RubricWriting } from './use-rubric'

type CriterionFieldsProps = { criterion: Criterion; number: number; writing: RubricWriting }

export function CriterionFields({ criterion, number, writing }: CriterionFieldsProps) {
  const t = useTranslations('grading.editor')
  const { key, name, question, subjects, weight, levels } = criterion
  const change = (more: Partial<Criterion>) => writing.criterion(key, more)
  const called = name.trim() === '' ? t('unnamed', { number }) : name
  return (
    <fieldset className={styles.criterion}>
      <legend>{t('criterion', { number })}</legend>
      <div className={styles.head}>
        <Field label={t('name')}>
          <TextInput maxLength={LIMITS.rubricName} value={name} onWords={(value) => change({ name: value })} />
        </Field>
        {subjects.includes('student') ? (
          <NumberStepper
            label={t('weight')}
            value={weight}
            min={0}
            max={100}
            step={5}
            onValueChange={(value) => value !== null && change({ weight: Math.round(value * 100) / 100 })}
          />
        ) : null}
      </div>
      <Field label={t('question')} optional>
        <TextArea
          rows={1}
          maxLength={LIMITS.rubricText}
          value={question}
          onWords={(value) => change({ question: value })}
        />
      </Field>
      <div className="bar">
        {JUDGED.map((judged) => (
          <Checkbox
            key={judged}
            checked={subjects.includes(judged)}
            onChange={(event) =>
              change({
                subjects: JUDGED.filter((one) => (one === judged ? event.target.checked : subjects.includes(one))),
              })
            }
          >
            {t(`judged.${judged}`)}
          </Checkbox>
        ))}
      </div>
      <div className={`fields ${styles.levels}`}>
        {writing.rubric.scale.map((title, level) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
          <Field key={level} label={t('level', { level, title })}>
            <TextArea
              rows={2}
              maxLength={LIMITS.rubricText}
              value={levels[level] ?? ''}
              onChange={(event) =>
                change({
                  levels: writing.rubric.scale.map((_, at) => (at === level ? event.target.value : (levels[at] ?? ''))),
                })
              }
            />
          </Field>
        ))}
      </div>
      <div className="bar">
        {number > 1 ? (
          <Button size="dense" aria-label={t('upOf', { name: called })} onClick={() => writing.moveUp(key)}>
            {t('up')}
          </Button>
        ) : null}
        <Button size="dense" aria-label={t('removeOf', { name: called })} onClick={() => writing.remove(key)}>
          {t('remove')}
        </Button>
      </div>
    </fieldset>
  )
}
