// The foot of a step: back, on, and how much is left.
import { useTranslations } from 'next-intl'
import { Button, LinkButton } from '#ui/button'
import styles from '../new-seminar/new-seminar.module.css'
import { addressOf, type Draft, STEPS } from './draft'

export function StepFoot({ draft, again = false }: { draft: Draft; again?: boolean }) {
  const t = useTranslations('homework.wizard')
  const before = STEPS.find((step) => step === draft.step - 1)
  const next = STEPS.find((step) => step === draft.step + 1)
  return (
    <div className={styles.foot}>
      {before ? <LinkButton href={addressOf(draft, before)}>{t('back')}</LinkButton> : null}
      {next && next > 1 ? (
        <Button kind="primary" type="submit" name="step" value={String(next)}>
          {t(`next.${next}`)}
        </Button>
      ) : null}
      {again ? (
        <noscript>
          <Button type="submit">{t('again')}</Button>
        </noscript>
      ) : null}
      <span className={styles.hint}>{t('left', { count: STEPS.length - draft.step })}</span>
    </div>
  )
}
