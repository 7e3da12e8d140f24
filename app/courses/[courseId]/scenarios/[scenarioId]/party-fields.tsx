'use client'
// Who sits at the table: each party's name, mark and colour, and its offices with what each is to bring home.
import { useTranslations } from 'next-intl'
import { HUES } from '#simulation/agenda/party-look'
import { OUTLINE_MOST } from '#simulation/scenario/authoring/outline-bounds'
import { blankOffice, blankParty, type WrittenOffice, type WrittenParty } from '#simulation/scenario/authoring/writing'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { DrawnParty } from './drawn-party'
import { Rows } from './rows'
import { useWritten } from './use-writing'
import styles from './writing.module.css'
import { idOfPlace, PlaceFault, WrittenField } from './written-field'

export function PartyFields() {
  const t = useTranslations('scenarios.writing')
  const { own, change } = useWritten()
  return (
    <Rows
      place="parties"
      rows={own.parties}
      most={OUTLINE_MOST.parties}
      add={t('addParty')}
      begin={(id) => blankParty(id, own.parties)}
      nameOf={({ name }, place) => name || t('party', { place: place + 1 })}
      onRows={(parties, at) => change(at, { ...own, parties })}
    >
      {(party, place, set) => {
        const at = `parties/${party.id}`
        return (
          <>
            <h3 className={styles.party}>
              <DrawnParty party={party} place={place} />
              <bdi>{party.name || t('party', { place: place + 1 })}</bdi>
            </h3>
            <div className={styles.pair}>
              <WrittenField
                place={`${at}/name`}
                label={t('partyFields.name')}
                value={party.name}
                most={OUTLINE_MOST.label}
                onWords={(words) => set('name', words)}
              />
              <WrittenField
                place={`${at}/mark`}
                label={t('partyFields.mark')}
                hint={t('partyFields.markHint')}
                value={party.mark}
                most={OUTLINE_MOST.mark}
                onWords={(words) => set('mark', words.toUpperCase())}
              />
              <WrittenField
                place={`${at}/short`}
                label={t('partyFields.short')}
                hint={t('partyFields.shortHint')}
                optional
                value={party.short}
                most={OUTLINE_MOST.short}
                onWords={(words) => set('short', words)}
              />
              <div id={idOfPlace(`${at}/colour`)}>
                <Field label={t('partyFields.colour')}>
                  <Select
                    value={party.colour}
                    options={HUES.map((value) => ({ value, label: t(`colours.${value}`) }))}
                    onChoose={(colour) => set('colour', colour)}
                  />
                </Field>
                <PlaceFault place={`${at}/colour`} />
              </div>
            </div>
            <OfficeFields party={party} onOffices={(offices) => set('offices', offices)} />
          </>
        )
      }}
    </Rows>
  )
}

type OfficeFieldsProps = { party: WrittenParty; onOffices: (offices: WrittenOffice[]) => void }

function OfficeFields({ party, onOffices }: OfficeFieldsProps) {
  const t = useTranslations('scenarios.writing')
  const place = `parties/${party.id}/offices`
  return (
    <fieldset className={styles.offices}>
      <legend>{t('offices')}</legend>
      <Rows
        place={place}
        rows={party.offices}
        most={OUTLINE_MOST.offices}
        add={t('addOffice')}
        begin={blankOffice}
        nameOf={({ title }, index) => title || t('office', { place: index + 1 })}
        onRows={onOffices}
      >
        {(office, index, set) => (
          <>
            <WrittenField
              place={`${place}/${office.id}/title`}
              label={index === 0 ? t('officeFields.head') : t('officeFields.title')}
              value={office.title}
              most={OUTLINE_MOST.label}
              onWords={(words) => set('title', words)}
            />
            <WrittenField
              place={`${place}/${office.id}/charge`}
              label={t('officeFields.charge')}
              hint={t('officeFields.chargeHint', { words: OUTLINE_MOST.chargeWords })}
              long
              value={office.charge}
              most={OUTLINE_MOST.prose}
              onWords={(words) => set('charge', words)}
            />
          </>
        )}
      </Rows>
    </fieldset>
  )
}
