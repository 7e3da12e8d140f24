// The step foot of the homework wizard. The last step publishes, so it names no next step.
import { useTranslations } from 'next-intl'
import { StepFoot as Foot } from '../_wizard/step-foot'
import { addressOf, type DebateSetup, STEPS } from './setup'

export function StepFoot({ setup, again = false }: { setup: DebateSetup; again?: boolean }) {
  const t = useTranslations('homework.wizard')
  const before = STEPS.find((step) => step === setup.step - 1)
  const next = STEPS.find((step) => step === setup.step + 1)
  if (next === undefined || next === 1) return null
  return (
    <Foot
      back={before ? { href: addressOf(setup, before), label: t('back') } : null}
      next={{ step: next, label: t(`next.${next}`) }}
      again={again ? t('again') : null}
      left={t('left', { count: STEPS.length - setup.step })}
    />
  )
}
