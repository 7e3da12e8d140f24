// The filter of a record: a GET form that writes the filter into the URL, so that it works without scripts and can be shared. The URL
// holds people's ids and not their names.

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { searchPath } from '#paths'
import { phaseName } from '#record/entries/phase-name.ts'
import { LIMITS } from '#simulation/kernel/limits'
import type { FilterOptions, RecordPage } from '#simulation/reading/record/record-page'
import type { PickedEntries } from '#simulation/wire/picked-entries'
import { Placard } from '#ui/charts/placard'
import { Button, LinkButton } from '#ui/controls/button'
import { Checkbox } from '#ui/controls/checkbox'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { TextInput } from '#ui/controls/text-input'
import { delegationsIn } from '#ui/words/delegations.ts'
import type { TranscriptData } from './exports/transcript-data'
import styles from './filter-form.module.css'
import { asksAnything, type TranscriptFilter, transcriptHref } from './transcript-filter'

type FilterFormProps = {
  reading: TranscriptData
  filter: TranscriptFilter
  counts: RecordPage['counts']
  options: FilterOptions
  picked: Pick<PickedEntries, 'empty' | 'common' | 'behind'>
}

export function FilterForm({ reading, filter, counts, options, picked }: FilterFormProps) {
  const t = useTranslations('transcript.filter')
  const record = useTranslations('record')
  const { displayNames, room, activity } = reading
  const { plan } = reading.state
  const asked = asksAnything(filter)
  const { phases, delegations, intents, anchors, people, marked } = options
  const spoken = new Map(delegations)
  const words = picked.common.map((word) => `“${word}”`).join(', ')
  const common = words === '' ? undefined : t('common', { words, count: picked.common.length })
  return (
    <form className={`unprinted ${styles.form}`} action={transcriptHref(room.id)} aria-label={t('label')}>
      <div className={styles.search}>
        <Field
          label={t('words')}
          hint={picked.empty ? undefined : common}
          error={picked.empty ? [common, t('nothing')].join(' ').trim() : undefined}
        >
          <TextInput type="search" name="q" defaultValue={filter.q} maxLength={LIMITS.search} enterKeyHint="search" />
        </Field>
        <p className={styles.count} role="status">
          {asked ? t('matching', { shown: counts.shown, all: counts.all }) : t('whole', { all: counts.all })}
          {filter.q !== '' && picked.behind > 0 ? <> {t('behind')}</> : null}
        </p>
        <p className={`${styles.count} ${styles.wider}`}>
          <Link href={searchPath(activity.courseId, { q: filter.q })} prefetch={false}>
            {t('wider')}
          </Link>
        </p>
      </div>
      <div className={styles.wishes}>
        <Wanted
          name="round"
          label={t('round')}
          value={filter.round}
          among={plan.rounds.map((round, place) => ({ value: round.key, label: `${place + 1} · ${round.title}` }))}
        />
        {phases.length > 1 ? (
          <Wanted
            name="phase"
            label={t('phase')}
            value={filter.phase}
            among={phases.map((phase) => ({ value: phase, label: phaseName(record, plan, phase) }))}
          />
        ) : null}
        <fieldset>
          <legend>{t('delegation')}</legend>
          {delegationsIn(plan).map((delegation) => (
            <div key={delegation.id} className={`line ${styles.row}`}>
              <Checkbox size="dense" name="by" value={delegation.id} defaultChecked={filter.by.includes(delegation.id)}>
                <Placard delegation={delegation} size="xs" silent /> {delegation.name}
              </Checkbox>
              <span className="faint">{spoken.get(delegation.id) ?? 0}</span>
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
          <Wanted
            name="anchor"
            label={t('anchor')}
            value={filter.anchor}
            among={anchors.map(([anchor, times]) => ({
              value: anchor,
              label: t('times', { name: anchor === 'outside' ? t('outside') : `¶ ${anchor}`, count: times }),
            }))}
          />
        ) : null}
        {people.length > 0 ? (
          <Wanted
            name="student"
            label={t('student')}
            value={filter.student}
            among={people.map(([id, times]) => ({
              value: id,
              label: t('times', { name: displayNames[id] ?? '', count: times }),
            }))}
          />
        ) : null}
        {marked > 0 || filter.marked ? (
          <div className={`line ${styles.row}`}>
            <Checkbox size="dense" name="marked" value="1" defaultChecked={filter.marked}>
              {t('marked')}
            </Checkbox>
            <span className="faint">{marked}</span>
          </div>
        ) : null}
      </div>
      <div className="acts">
        <Button type="submit" size="dense">
          {t('show')}
        </Button>
        {asked ? (
          <LinkButton size="dense" kind="quiet" href={transcriptHref(room.id)}>
            {t('clear')}
          </LinkButton>
        ) : null}
      </div>
    </form>
  )
}

type WantedProps = { name: string; label: string; value: string | null; among: { value: string; label: string }[] }

/** One thing of several that is wanted, or all of them. */
function Wanted({ name, label, value, among }: WantedProps) {
  const all = useTranslations('transcript.filter')('all')
  return (
    <Field label={label}>
      <Select name={name} size="dense" defaultValue={value ?? ''} options={[{ value: '', label: all }, ...among]} />
    </Field>
  )
}
