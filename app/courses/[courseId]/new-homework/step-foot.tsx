// The foot of a page on which something of a homework debate is changed: it leads back to the page that publishes.
import { useTranslations } from 'next-intl'
import { StepFoot as Foot } from '../_wizard/step-foot'
import { PUBLISHING } from './setup'

export function StepFoot({ again = false }: { again?: boolean }) {
  const t = useTranslations('homework.wizard')
  return (
    <Foot back={null} next={{ step: PUBLISHING, label: t('done') }} again={again ? t('again') : null} left={null} />
  )
}
