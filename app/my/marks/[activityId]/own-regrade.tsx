'use client'
// Under a level: the form to ask for a regrade, or what was asked and the answer.
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import * as z from 'zod/mini'
import { type Owner, useLocalStorage } from '#room/hooks/use-local-storage.ts'
import { LIMITS } from '#simulation/kernel/limits'
import { LEAST_REGRADE, type Regrade, type RegradeFault } from '#simulation/reading/marks/regrades'
import { regradeDraftKey } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { TextArea } from '#ui/controls/text-input'
import { useSending } from '#ui/controls/use-sending.ts'
import { useHydrated } from '#ui/page/use-hydrated.ts'
import styles from './own-marks.module.css'
import { ask } from './regrade-actions'

const words = z.string().check(z.maxLength(LIMITS.regrade))

export type OwnRegradeProps = {
  activityId: string
  owner: Owner
  criterion: string
  regrade: Regrade | null
  /** Until when one may be asked for, in words; null where none may any more. */
  until: string | null
}

export function OwnRegrade(props: OwnRegradeProps) {
  const t = useTranslations('marks.own.regrade')
  const { regrade, until } = props
  const hydrated = useHydrated()
  if (!regrade)
    return until === null ? null : (
      <details className={`unprinted ${styles.next}`}>
        <summary>{t('ask')}</summary>
        {hydrated ? <AskForm {...props} until={until} /> : null}
      </details>
    )
  const { level, text, answer } = regrade
  return (
    <div className={styles.comment}>
      <p className={styles.by}>{t('asked', { level })}</p>
      <p>{text}</p>
      <p className={styles.by}>
        {answer ? t('answered', { stays: answer.level === level ? 'yes' : 'no', level: answer.level }) : t('waits')}
      </p>
      {answer ? <p>{answer.text}</p> : null}
    </div>
  )
}

function AskForm({ activityId, owner, criterion, until }: OwnRegradeProps & { until: string }) {
  const t = useTranslations('marks.own.regrade')
  const router = useRouter()
  const [text, setText] = useLocalStorage(owner, regradeDraftKey(criterion), words, '')
  const { busy, fault, send } = useSending<RegradeFault | 'not-found'>()
  async function press() {
    if ((await send(() => ask({ activityId, criterion, text }))) !== null) return
    setText('')
    router.refresh()
  }
  return (
    <>
      <Field
        label={t('why')}
        hint={t('once', { until, least: LEAST_REGRADE })}
        {...(fault ? { error: t(`fault.${fault}`, { least: LEAST_REGRADE }) } : {})}
      >
        <TextArea voice="record" maxLength={LIMITS.regrade} value={text} onWords={setText} />
      </Field>
      <Button size="dense" busy={busy} onClick={() => void press()}>
        {t('send')}
      </Button>
    </>
  )
}
