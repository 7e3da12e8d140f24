'use client'
// Step 2: the name. A signed-in device asks first whether it is still that person. For a name that is taken it offers both ways on. A
// refusal keeps what was typed.
import { useTranslations } from 'next-intl'
import { useActionState, useRef } from 'react'
import { joinCodePath } from '#paths'
import { LIMITS } from '#simulation/kernel/limits'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { SubmitButton } from '#ui/controls/submit-button'
import { TextInput } from '#ui/controls/text-input'
import { Eyebrow } from '#ui/words/eyebrow'
import { LockLine } from '#ui/words/seal'
import { LeaveForm } from '../../_device/sign-out-form'
import { askToComeIn, type JoinState, joinAs } from '../actions'
import styles from '../join.module.css'
import { QueueLine } from '../queue-line'
import { type HoldBack, NameField, NamePicker } from './name-picker'

/** The person this device is signed in as. */
type Me = { name: string; kind: 'account' | 'guest' }
/** `word` is the secret part of the activity's link; null for a typed code. */
/** `picks`: the door is for the roster, and the name is picked from it. */
type NameFormProps = { code: string; word: string | null; place: string; me: Me | null; picks?: boolean }

/** The refusals after which a join request is offered. */
const askable = (refusal: JoinState['refusal']): boolean => {
  switch (refusal) {
    case 'not-on-roster':
    case 'code-not-open':
    case 'closed':
    case 'number-needed':
    case 'number-wrong':
    case 'link-needed':
      return true
    case 'bad-name':
    case 'title':
    case 'name-taken':
    case 'list-full':
    case null:
      return false
    default:
      return refusal satisfies never
  }
}

export function NameForm({ code, word, place, me, picks = false }: NameFormProps) {
  const t = useTranslations('join')
  const [state, send] = useActionState(joinAs, {
    ...{ attempt: 0, name: '', place: null, number: null, refusal: null, queue: null },
  })
  const { refusal, queue } = state
  const holdBack: HoldBack = useRef(() => false)
  if (me && refusal === null && state.number === null)
    return <StillYou code={code} word={word} place={place} me={me} queue={queue} send={send} />
  const as = me ? 'self' : 'other'
  if (refusal === 'name-taken')
    return <NameTaken code={code} word={word} place={place} as={as} state={state} send={send} />
  const ofNumber = refusal === 'number-needed' || refusal === 'number-wrong'
  const fault = refusal ? t(`name.fault.${refusal}`, { name: state.name }) : undefined
  return (
    <>
      <form
        action={send}
        className={styles.form}
        onSubmit={(event) => {
          if (holdBack.current()) event.preventDefault()
        }}
      >
        <div className={styles.body}>
          <Eyebrow>{place}</Eyebrow>
          <h1 className={styles.heading}>{t(picks ? 'pick.heading' : 'name.heading')}</h1>
          <input type="hidden" name="code" value={code} />
          <input type="hidden" name="as" value={as} />
          {word === null ? null : <input type="hidden" name="word" value={word} />}
          {picks && word !== null ? (
            <NamePicker
              key={state.attempt}
              {...{ code, word, name: state.name, place: state.place, holdBack }}
              error={ofNumber ? undefined : fault}
            />
          ) : (
            <NameField key={state.attempt} name={state.name} error={ofNumber ? undefined : fault} />
          )}
          {state.number === null ? null : (
            <Field label={t('name.number')} hint={t('name.numberHint')} error={ofNumber ? fault : undefined}>
              <TextInput
                key={state.attempt}
                name="number"
                required
                maxLength={LIMITS.name}
                autoComplete="off"
                autoFocus={ofNumber}
                defaultValue={state.number}
              />
            </Field>
          )}
          {queue ? <QueueLine {...queue} /> : null}
          <div className={styles.told}>
            <LockLine>{t('name.told')}</LockLine>
          </div>
        </div>
        <div className={`stack ${styles.foot}`}>
          <SubmitButton wide>{t('name.submit')}</SubmitButton>
          <p>{t('name.foot')}</p>
        </div>
      </form>
      {askable(refusal) ? (
        <div className={`stack ${styles.above}`}>
          <AskButton code={code} name={state.name} place={state.place} words={t('name.ask', { name: state.name })} />
        </div>
      ) : null}
    </>
  )
}

type NameTakenProps = {
  code: string
  word: string | null
  place: string
  as: 'self' | 'other'
  state: JoinState
  send: (form: FormData) => void
}

type StillYouProps = {
  code: string
  word: string | null
  place: string
  me: Me
  queue: JoinState['queue']
  send: (form: FormData) => void
}

/** "Still you?": one button for the person signed in, one for somebody else, who gets an empty name field. */
function StillYou({ code, word, place, me, queue, send }: StillYouProps) {
  const t = useTranslations('join.who')
  return (
    <div className={styles.form}>
      <form action={send} className={`stack ${styles.above}`}>
        <Eyebrow>{place}</Eyebrow>
        <h1 className={styles.heading}>{t('heading', { name: me.name })}</h1>
        <p className={styles.hint}>{t(me.kind === 'account' ? 'account' : 'guest', { name: me.name })}</p>
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="name" value={me.name} />
        <input type="hidden" name="as" value="self" />
        {word === null ? null : <input type="hidden" name="word" value={word} />}
        {queue ? <QueueLine {...queue} /> : null}
        <SubmitButton wide>{t('goOn', { name: me.name })}</SubmitButton>
      </form>
      <div className={`stack ${styles.above}`}>
        <LeaveForm name={me.name} next={joinCodePath(code, word)}>
          <SubmitButton kind="plain" wide>
            {t('other')}
          </SubmitButton>
        </LeaveForm>
        <p className={styles.hint}>{t('otherHint', { name: me.name })}</p>
      </div>
    </div>
  )
}

function NameTaken({ code, word, place, as, state, send }: NameTakenProps) {
  const t = useTranslations('join.taken')
  return (
    <div className={styles.form}>
      <div className={`stack ${styles.above}`}>
        <Eyebrow>{place}</Eyebrow>
        <h1 className={styles.heading}>{t('heading', { name: state.name })}</h1>
        <AskButton code={code} name={state.name} place={state.place} isMine words={t('mine')} />
        <p className={styles.hint}>{t('mineHint')}</p>
      </div>
      <form action={send} className={styles.form}>
        <div className={styles.body}>
          <input type="hidden" name="code" value={code} />
          <input type="hidden" name="as" value={as} />
          {word === null ? null : <input type="hidden" name="word" value={word} />}
          {state.number === null ? null : <input type="hidden" name="number" value={state.number} />}
          <Field label={t('other')} hint={t('otherHint')}>
            <TextInput
              key={state.attempt}
              name="name"
              required
              maxLength={LIMITS.name}
              defaultValue={t('suggest', { name: state.name })}
            />
          </Field>
        </div>
        <div className={`stack ${styles.foot}`}>
          <SubmitButton wide>{t('submit')}</SubmitButton>
        </div>
      </form>
    </div>
  )
}

type AskButtonProps = { code: string; name: string; place: string | null; isMine?: boolean; words: string }

/** The button that sends a join request under the typed name, with the fault of the last try. */
function AskButton({ code, name, place, isMine = false, words }: AskButtonProps) {
  const faults = useTranslations('join.name.fault')
  const [{ fault, queue }, ask] = useActionState(askToComeIn, { attempt: 0, name, fault: null, queue: null })
  return (
    <form action={ask}>
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="name" value={name} />
      {place === null ? null : <input type="hidden" name="place" value={place} />}
      {isMine ? <input type="hidden" name="mine" value="yes" /> : null}
      {fault ? (
        <p role="alert">
          <ErrorText>{faults(fault)}</ErrorText>
        </p>
      ) : null}
      {queue ? <QueueLine {...queue} /> : null}
      <SubmitButton kind="plain" wide>
        {words}
      </SubmitButton>
    </form>
  )
}
