'use client'
// Brings in one more clause, where the agenda leaves the delegation one.
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import * as z from 'zod/mini'
import { ownForm } from '#room/hooks/form-focus.ts'
import { type Owner, useLocalStorage } from '#room/hooks/use-local-storage.ts'
import type { Ask } from '#room/hooks/use-request.ts'
import { RefusalText } from '#room/words/refusal-text'
import { LIMITS } from '#simulation/kernel/limits'
import { CLAUSE_DRAFT } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { submits } from '#ui/controls/submits.ts'
import { TextArea, TextInput } from '#ui/controls/text-input'
import styles from './form.module.css'

const typedClause = z.strictObject({
  heading: z.string().check(z.maxLength(LIMITS.clauseHeading)),
  name: z.string().check(z.maxLength(LIMITS.clauseName)),
  text: z.string().check(z.maxLength(LIMITS.clause)),
})
const NOTHING = { heading: '', name: '', text: '' }

type BringInProps = {
  ask: Ask
  /** Why the room did not take it, where nothing else says it. */
  refused?: string | null
  owner: Owner
  /** How many clauses may be brought in still. */
  left: number
  /** What is said before the button. */
  children: ReactNode
}

export function BringIn({ ask, refused = null, owner, left, children }: BringInProps) {
  const t = useTranslations('record.bring')
  const [missing, setMissing] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useLocalStorage(owner, CLAUSE_DRAFT, typedClause, NOTHING)
  const parts = [typed.heading, typed.name, typed.text].map((part) => part.trim())
  if (left === 0) return null
  const bring = async () => {
    const [heading = '', name = '', words = ''] = parts
    if (parts.includes('')) return setMissing(t('first'))
    setMissing(null)
    if (!(await ask({ type: 'bringInClause', heading, name, tension: null, words }))) return
    setTyped(NOTHING)
    setOpen(false)
  }
  return (
    <div className={`stack ${styles.bring}`}>
      <p>{children}</p>
      {open ? (
        <form
          {...ownForm(
            'text',
            parts.some((part) => part !== ''),
          )}
          className={`stack ${styles.form}`}
          onSubmit={submits(bring)}
        >
          <Field label={t('heading')}>
            <TextInput
              maxLength={LIMITS.clauseHeading}
              value={typed.heading}
              onWords={(value) => setTyped({ ...typed, heading: value })}
            />
          </Field>
          <Field label={t('name')}>
            <TextInput
              maxLength={LIMITS.clauseName}
              value={typed.name}
              onWords={(value) => setTyped({ ...typed, name: value })}
            />
          </Field>
          <Field label={t('words')}>
            <TextArea
              voice="record"
              rows={3}
              maxLength={LIMITS.clause}
              value={typed.text}
              onWords={(value) => setTyped({ ...typed, text: value })}
            />
          </Field>
          <div className={`tools ${styles.acts}`}>
            <Button type="submit" kind="primary">
              {t('now')}
            </Button>
            <Button kind="quiet" onClick={() => setOpen(false)}>
              {t('notNow')}
            </Button>
          </div>
          <RefusalText>{missing ?? refused}</RefusalText>
        </form>
      ) : (
        <Button size="dense" onClick={() => setOpen(true)}>
          {t('do')}
        </Button>
      )}
    </div>
  )
}
