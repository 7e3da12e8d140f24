// What can be asked of a record: a form that writes the wishes into the page's address, so that it works before any script and can be
// sent on. People go by their opaque ids there, never by name.
import { useTranslations } from 'next-intl'
import { type DELEGATIONS, INTENTS } from '#simulation/ids'
import type { RoomPlan } from '#simulation/plan'
import type { Roll } from '#simulation/protocol'
import type { Paragraph } from '#simulation/transcript'
import { Button, LinkButton } from '#ui/button'
import { Checkbox } from '#ui/checkbox'
import { Field } from '#ui/field'
import { Placard } from '#ui/placard'
import { Select } from '#ui/select'
import { TABLE_ORDER } from '../../../_ui/table-order'
import styles from './filter-form.module.css'
import { anchorName, anchorsOf, asksAnything, type TranscriptFilter } from './transcript-filter'

type FilterFormProps = {
  action: string
  filter: TranscriptFilter
  all: readonly Paragraph[]
  shown: number
  plan: RoomPlan
  roll: Roll
}

export function FilterForm({ action, filter, all, shown, plan, roll }: FilterFormProps) {
  const t = useTranslations('transcript.filter')
  const record = useTranslations('record')
  const common = useTranslations('common')
  const asked = asksAnything(filter)
  const count = (delegation: (typeof DELEGATIONS)[number]) =>
    all.filter((entry) => entry.delegation === delegation).length
  const intents = INTENTS.filter((intent) => all.some((entry) => entry.kind === 'statement' && entry.intent === intent))
  const anchors = namesWithCounts(all.flatMap((entry) => [...new Set(anchorsOf(entry).map(anchorName))]))
  const people = namesWithCounts(all.flatMap((entry) => entry.person ?? [])).filter(([id]) => roll[id] !== undefined)
  const whole = { value: '', label: t('all') }
  return (
    <form className={styles.form} action={action} aria-label={t('label')}>
      <p className={styles.count} role="status">
        {asked ? t('matching', { shown, all: all.length }) : t('whole', { all: all.length })}
      </p>
      <Field label={t('round')}>
        <Select
          name="round"
          size="dense"
          defaultValue={filter.round ?? ''}
          options={[
            whole,
            ...plan.rounds.map((round, place) => ({ value: round.key, label: `${place + 1} · ${round.title}` })),
          ]}
        />
      </Field>
      <fieldset>
        <legend>{t('delegation')}</legend>
        {TABLE_ORDER.map((delegation) => (
          <div key={delegation} className={styles.row}>
            <Checkbox size="dense" name="by" value={delegation} defaultChecked={filter.by.includes(delegation)}>
              <Placard delegation={delegation} size="xs" silent /> {common(`delegations.${delegation}.name`)}
            </Checkbox>
            <span className={styles.number}>{count(delegation)}</span>
          </div>
        ))}
      </fieldset>
      {intents.length > 0 ? (
        <fieldset>
          <legend>{t('intent')}</legend>
          {intents.map((intent) => (
            <Checkbox
              key={intent}
              size="dense"
              name="intent"
              value={intent}
              defaultChecked={filter.intent.includes(intent)}
            >
              {record(`intents.${intent}`)}
            </Checkbox>
          ))}
        </fieldset>
      ) : null}
      {anchors.length > 0 ? (
        <Field label={t('anchor')}>
          <Select
            name="anchor"
            size="dense"
            defaultValue={filter.anchor ?? ''}
            options={[
              whole,
              ...anchors.map(([anchor, times]) => ({
                value: anchor,
                label: t('times', { name: anchor === 'outside' ? t('outside') : `¶ ${anchor}`, count: times }),
              })),
            ]}
          />
        </Field>
      ) : null}
      {people.length > 0 ? (
        <Field label={t('student')}>
          <Select
            name="student"
            size="dense"
            defaultValue={filter.student ?? ''}
            options={[
              whole,
              ...people.map(([id, times]) => ({
                value: id,
                label: t('times', { name: roll[id] ?? '', count: times }),
              })),
            ]}
          />
        </Field>
      ) : null}
      <div className={styles.actions}>
        <Button type="submit" size="dense">
          {t('show')}
        </Button>
        {asked ? (
          <LinkButton size="dense" kind="quiet" href={action}>
            {t('clear')}
          </LinkButton>
        ) : null}
      </div>
    </form>
  )
}

/** Each name once with how often it stands there, in the order of the alphabet. */
function namesWithCounts<T extends string>(names: readonly T[]): readonly (readonly [T, number])[] {
  const counts = new Map<T, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a.localeCompare(b))
}
