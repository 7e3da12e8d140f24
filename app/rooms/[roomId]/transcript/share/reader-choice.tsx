'use client'
// For whom a record is taken out: the class, one delegation, whoever takes it out, or strangers.
import { useTranslations } from 'next-intl'
import type { DelegationId } from '#simulation/kernel/ids'
import type { FileReader } from '#simulation/secrecy/file-reader'
import { Checkbox } from '#ui/controls/checkbox'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { Field } from '#ui/controls/field'
import { Segmented } from '#ui/controls/segmented'
import { Select } from '#ui/controls/select'
import styles from './share-sheet.module.css'

export type SideChoice = { id: DelegationId; name: string }

type ReaderChoiceProps = {
  isStaff: boolean
  sides: readonly SideChoice[]
  reader: FileReader
  choose: (reader: FileReader) => void
}

export function ReaderChoice({ isStaff, sides, reader, choose }: ReaderChoiceProps) {
  const t = useTranslations('transcript.share.readers')
  const [first] = sides
  const offered: readonly FileReader[] = [
    { kind: 'class' },
    ...(first ? [{ kind: 'side', delegation: first.id } as const] : []),
    { kind: 'own' },
    { kind: 'publication', numbered: false, caucuses: false },
  ]
  return (
    <ChoiceGroup legend={t('legend')}>
      {offered.map((each) => {
        const name = each.kind === 'own' && isStaff ? 'staff' : each.kind
        return (
          <Choice
            key={each.kind}
            name="reader"
            title={t(`${name}.title`)}
            checked={reader.kind === each.kind}
            onChange={() => choose(each)}
          >
            {t(`${name}.text`)}
          </Choice>
        )
      })}
      {reader.kind === 'side' ? (
        <Field label={t('delegation')}>
          <Select
            options={sides.map(({ id, name }) => ({ value: id, label: name }))}
            value={reader.delegation}
            onChoose={(delegation) => choose({ kind: 'side', delegation })}
          />
        </Field>
      ) : null}
      {reader.kind === 'publication' ? (
        <div className={`stack ${styles.more}`}>
          <Segmented
            label={t('called')}
            size="dense"
            options={(['offices', 'numbers'] as const).map((value) => ({ value, label: t(value) }))}
            value={reader.numbered ? 'numbers' : 'offices'}
            onValueChange={(value) => choose({ ...reader, numbered: value === 'numbers' })}
          />
          <Checkbox
            checked={reader.caucuses}
            onChange={({ target }) => choose({ ...reader, caucuses: target.checked })}
          >
            {t('caucuses')}
          </Checkbox>
        </div>
      ) : null}
    </ChoiceGroup>
  )
}
