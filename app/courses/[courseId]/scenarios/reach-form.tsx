'use client'
// Who may play a scenario. Its author chooses; what is chosen is saved at once.
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { SubmitButton } from '#ui/controls/submit-button'
import { shareScenario } from './actions'

const REACHES = ['author', 'course', 'everybody'] as const

type ReachFormProps = { courseId: string; scenarioId: string; reach: (typeof REACHES)[number] }

export function ReachForm({ courseId, scenarioId, reach }: ReachFormProps) {
  const t = useTranslations('scenarios')
  const form = useRef<HTMLFormElement>(null)
  return (
    <form ref={form} action={shareScenario}>
      <input type="hidden" name="courseId" value={courseId} />
      <input type="hidden" name="scenarioId" value={scenarioId} />
      <ChoiceGroup legend={t('sharing.legend')} hint={t('sharing.hint')}>
        {REACHES.map((one) => (
          <Choice
            key={one}
            name="reach"
            value={one}
            title={t(`reach.${one}`)}
            defaultChecked={one === reach}
            onChange={() => form.current?.requestSubmit()}
          />
        ))}
      </ChoiceGroup>
      <noscript>
        <SubmitButton kind="plain">{t('sharing.act')}</SubmitButton>
      </noscript>
    </form>
  )
}
