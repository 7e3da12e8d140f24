// The step foot of the seminar wizard. The last step creates the seminar and has a foot of its own.
import { useTranslations } from 'next-intl'
import { StepFoot as Foot } from '../_wizard/step-foot'
import { addressOf, type SeminarSetup, STEPS } from './setup'

export function StepFoot({ setup, again = false }: { setup: SeminarSetup; again?: boolean }) {
  const t = useTranslations('new-seminar')
  const before = STEPS.find((step) => step === setup.step - 1)
  const next = STEPS.find((step) => step === setup.step + 1)
  if (next === undefined || next === 1) return null
  return (
    <Foot
      back={before ? { href: addressOf(setup, before), label: t('back') } : null}
      next={{ step: next, label: t(`next.${next}`) }}
      last={next === 4 ? null : { step: 4, label: t('straight') }}
      again={again ? t('again') : null}
      left={t('left', { count: STEPS.length - setup.step })}
    />
  )
}
