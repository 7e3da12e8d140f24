// The foot of a step: back, on, and how much is left.
import { useTranslations } from 'next-intl'
import { Button, LinkButton } from '#ui/button'
import { addressOf, type Draft } from './draft'
import styles from './new-seminar.module.css'

export function StepFoot({ draft, again }: { draft: Draft; again?: boolean }) {
  const t = useTranslations('new-seminar')
  const { step } = draft
  if (step === 4) return null
  const next = step === 1 ? 2 : step === 2 ? 3 : 4
  const before = step === 3 ? 2 : 1
  return (
    <div className={styles.foot}>
      {step > 1 ? <LinkButton href={addressOf(draft, before)}>{t('back')}</LinkButton> : null}
      <Button kind="primary" type="submit" name="step" value={String(next)}>
        {t(`next.${next}`)}
      </Button>
      {again ? (
        <noscript>
          <Button type="submit">{t('again')}</Button>
        </noscript>
      ) : null}
      <span className={styles.hint}>{t('left', { count: 4 - step })}</span>
    </div>
  )
}
