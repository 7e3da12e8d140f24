'use client'
// The levels of a review: a group of radio buttons for each criterion, with what each level asks. What is chosen is kept on this device
// until it is sent.
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import * as z from 'zod/mini'
import { type Owner, useLocalStorage } from '#room/hooks/use-local-storage.ts'
import { levelsAskedFor } from '#simulation/beside/peer-reviews/peer-medians'
import type { ReviewFault } from '#simulation/beside/peer-reviews/peer-reviews'
import { LIMITS } from '#simulation/kernel/limits'
import { reviewDraftKey } from '#simulation/wire/draft-key'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { useSending } from '#ui/controls/use-sending.ts'
import type { FormRubric } from './form-rubric'

export type FormOf = { activityId: string; owner: Owner; rubric: FormRubric }

export type FormFault = ReviewFault | 'not-found' | 'failed'

const kept = z.object({
  levels: z.record(z.string().check(z.maxLength(60)), z.int()),
  text: z.string().check(z.maxLength(LIMITS.review)),
})
const NOTHING: z.infer<typeof kept> = { levels: {}, text: '' }

/** What is typed and chosen in a form, by the key of its draft; `send` says why it was not taken, and else leads to `then`. */
export function useReviewForm({ owner, rubric }: Pick<FormOf, 'owner' | 'rubric'>, of: string, then: string) {
  const router = useRouter()
  const [typed, keep] = useLocalStorage(owner, reviewDraftKey(of), kept, NOTHING)
  const { busy, fault, send } = useSending<Exclude<FormFault, 'failed'>>()
  return {
    ...{ text: typed.text, levels: levelsAskedFor(rubric, typed.levels), busy, fault },
    write: (more: Partial<typeof NOTHING>) => keep({ ...typed, ...more }),
    send: async (run: () => Promise<FormFault | null>) => {
      if ((await send(run)) !== null) return
      keep(NOTHING)
      document.getElementById(then)?.focus()
      router.refresh()
    },
  }
}

type LevelFieldsProps = { rubric: FormRubric; form: ReturnType<typeof useReviewForm> }

export function LevelFields({ rubric: { scale, criteria }, form: { levels, write, fault } }: LevelFieldsProps) {
  const t = useTranslations('reviews')
  const id = useId()
  return criteria.map(({ key, name, question, levels: words }) => (
    <ChoiceGroup
      key={key}
      legend={name}
      hint={question}
      error={fault === 'levels' && levels[key] === undefined ? t('fault.level') : null}
    >
      {scale.map((title, level) => (
        <Choice
          key={title}
          name={`${id}-${key}`}
          title={t('level', { level, name: title })}
          checked={levels[key] === level}
          onChange={() => write({ levels: { ...levels, [key]: level } })}
        >
          {words[level]}
        </Choice>
      ))}
    </ChoiceGroup>
  ))
}
