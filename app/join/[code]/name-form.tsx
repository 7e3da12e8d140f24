'use client'
// Step 2: who comes. A device that is signed in asks first whether it is still that person; else the name is asked, and, when that name
// is here already, the two ways on. What was typed is kept through every refusal.
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Field } from '#ui/field'
import { LockLine } from '#ui/seal'
import { SubmitButton } from '#ui/submit-button'
import { TextInput } from '#ui/text-input'
import { LeaveForm } from '../../_device/leave-form'
import { askToComeIn, type JoinState, joinAs } from '../actions'
import styles from '../join.module.css'

/** Whom this device is signed in as. */
type Me = { name: string; kind: 'account' | 'guest' }
type NameFormProps = { code: string; place: string; me: Me | null }

export function NameForm({ code, place, me }: NameFormProps) {
  const t = useTranslations('join')
  const [state, send] = useActionState(joinAs, { attempt: 0, name: '', refusal: null })
  const { refusal } = state
  if (me && refusal === null) return <StillYou code={code} place={place} me={me} send={send} />
  const as = me ? 'self' : 'other'
  if (refusal === 'name-taken') return <NameTaken code={code} place={place} as={as} state={state} send={send} />
  return (
    <>
      <form action={send} className={styles.form}>
        <div className={styles.body}>
          <p className={styles.eyebrow}>{place}</p>
          <h1 className={styles.heading}>{t('name.heading')}</h1>
          <input type="hidden" name="code" value={code} />
          <input type="hidden" name="as" value={as} />
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

type StillYouProps = { code: string; place: string; me: Me; send: (form: FormData) => void }

/** One tap for whoever comes back; one for the next person at the same device, who gets an empty field for their name. */
function StillYou({ code, place, me, send }: StillYouProps) {
  const t = useTranslations('join.who')
  return (
    <div className={styles.form}>
      <form action={send} className={styles.above}>
        <p className={styles.eyebrow}>{place}</p>
        <h1 className={styles.heading}>{t('heading', { name: me.name })}</h1>
        <p className={styles.hint}>{t(me.kind === 'account' ? 'account' : 'guest', { name: me.name })}</p>
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="name" value={me.name} />
        <input type="hidden" name="as" value="self" />
        <SubmitButton wide>{t('goOn', { name: me.name })}</SubmitButton>
      </form>
      <div className={styles.above}>
        <LeaveForm name={me.name} next={`/join/${encodeURIComponent(code)}`}>
          <SubmitButton kind="plain" wide>
            {t('other')}
          </SubmitButton>
        </LeaveForm>
        <p className={styles.hint}>{t('otherHint', { name: me.name })}</p>
      </div>
    </div>
  )
}

type NameTakenProps = {
  code: string
  place: string
  as: 'self' | 'other'
  state: JoinState
  send: (form: FormData) => void
}

function NameTaken({ code, place, as, state, send }: NameTakenProps) {
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
          <input type="hidden" name="as" value={as} />
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
