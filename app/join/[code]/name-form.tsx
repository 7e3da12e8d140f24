'use client'
// Step 2: the name; and, when that name is here already, the two ways on. What was typed is kept through every refusal.
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Field } from '#ui/field'
import { LockLine } from '#ui/seal'
import { SubmitButton } from '#ui/submit-button'
import { TextInput } from '#ui/text-input'
import { askToComeIn, type JoinState, joinAs } from '../actions'
import styles from '../join.module.css'

type NameFormProps = { code: string; place: string; name: string }

export function NameForm({ code, place, name }: NameFormProps) {
  const t = useTranslations('join')
  const [state, send] = useActionState(joinAs, { attempt: 0, name, refusal: null })
  const { refusal } = state
  if (refusal === 'name-taken') return <NameTaken code={code} place={place} state={state} send={send} />
  return (
    <>
      <form action={send} className={styles.form}>
        <div className={styles.body}>
          <p className={styles.eyebrow}>{place}</p>
          <h1 className={styles.heading}>{t('name.heading')}</h1>
          <input type="hidden" name="code" value={code} />
          <Field
            label={t('name.label')}
            hint={t('name.hint')}
            error={refusal ? t(`name.fault.${refusal}`, { name: state.name }) : undefined}
          >
            <TextInput
              key={state.attempt}
              name="name"
              required
              maxLength={60}
              autoComplete="name"
              defaultValue={state.name}
            />
          </Field>
          <div className={styles.told}>
            <LockLine>{t('name.told')}</LockLine>
          </div>
        </div>
        <div className={styles.foot}>
          <SubmitButton wide>{t('name.submit')}</SubmitButton>
          <p>{t('name.foot')}</p>
        </div>
      </form>
      {refusal === 'not-on-roster' || refusal === 'code-not-open' ? (
        <div className={styles.above}>
          <Ask code={code} name={state.name} words={t('name.ask', { name: state.name })} />
        </div>
      ) : null}
    </>
  )
}

/** One button that asks the desk, under the name that was typed. */
function Ask({ code, name, words }: { code: string; name: string; words: string }) {
  const [, ask] = useActionState(askToComeIn, { attempt: 0, name, fault: null })
  return (
    <form action={ask}>
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="name" value={name} />
      <SubmitButton kind="plain" wide>
        {words}
      </SubmitButton>
    </form>
  )
}

type NameTakenProps = { code: string; place: string; state: JoinState; send: (form: FormData) => void }

function NameTaken({ code, place, state, send }: NameTakenProps) {
  const t = useTranslations('join.taken')
  return (
    <div className={styles.form}>
      <div className={styles.above}>
        <p className={styles.eyebrow}>{place}</p>
        <h1 className={styles.heading}>{t('heading', { name: state.name })}</h1>
        <Ask code={code} name={state.name} words={t('mine')} />
        <p className={styles.hint}>{t('mineHint')}</p>
      </div>
      <form action={send} className={styles.form}>
        <div className={styles.body}>
          <input type="hidden" name="code" value={code} />
          <Field label={t('other')} hint={t('otherHint')}>
            <TextInput
              key={state.attempt}
              name="name"
              required
              maxLength={60}
              defaultValue={t('suggest', { name: state.name })}
            />
          </Field>
        </div>
        <div className={styles.foot}>
          <SubmitButton wide>{t('submit')}</SubmitButton>
        </div>
      </form>
    </div>
  )
}
