'use client'
// What is disputed: each question with the two ends of its scale, and where each party opens on it.
import { useTranslations } from 'next-intl'
import { OUTLINE_MOST } from '#simulation/scenario/authoring/outline-bounds'
import { blankTension, type WrittenTension } from '#simulation/scenario/authoring/writing'
import { AxisInput } from '#ui/charts/axis-input'
import { axisEnds } from '#ui/words/signed.ts'
import { drawnParty } from './drawn-party'
import { Rows } from './rows'
import { useWritten } from './use-writing'
import styles from './writing.module.css'
import { idOfPlace, PlaceFault, WrittenField } from './written-field'

export function TensionFields() {
  const t = useTranslations('scenarios.writing')
  const { own, change } = useWritten()
  return (
    <Rows
      place="tensions"
      rows={own.tensions}
      most={OUTLINE_MOST.tensions}
      add={t('addTension')}
      begin={blankTension}
      nameOf={({ title }, place) => title || t('tension', { place: place + 1 })}
      onRows={(tensions, at) => change(at, { ...own, tensions })}
    >
      {(tension, place, set) => {
        const field = (name: 'title' | 'question' | 'minus' | 'plus', most: number) => ({
          place: `tensions/${tension.id}/${name}`,
          label: t(`tensionFields.${name}`, axisEnds),
          ...{ value: tension[name], most },
          onWords: (words: string) => set(name, words),
        })
        return (
          <>
            <h3>
              <bdi>{tension.title || t('tension', { place: place + 1 })}</bdi>
            </h3>
            <WrittenField {...field('title', OUTLINE_MOST.label)} />
            <WrittenField {...field('question', OUTLINE_MOST.prose)} long />
            <div className={styles.pair}>
              <WrittenField {...field('minus', OUTLINE_MOST.end)} />
              <WrittenField {...field('plus', OUTLINE_MOST.end)} />
            </div>
            <Openings tension={tension} onOpens={(opens) => set('opens', opens)} />
          </>
        )
      }}
    </Rows>
  )
}

type OpeningsProps = { tension: WrittenTension; onOpens: (opens: WrittenTension['opens']) => void }

function Openings({ tension, onOpens }: OpeningsProps) {
  const t = useTranslations('scenarios.writing')
  const { own } = useWritten()
  const { opens, minus, plus } = tension
  const axis = { minus: minus || t('tensionFields.minus', axisEnds), plus: plus || t('tensionFields.plus', axisEnds) }
  return (
    <fieldset className={styles.openings}>
      <legend>{t('openings')}</legend>
      {own.parties.map((party, place) => {
        const at = `tensions/${tension.id}/opens/${party.id}`
        return (
          <div key={party.id} id={idOfPlace(at)}>
            <AxisInput
              delegation={drawnParty(party, place)}
              label={party.name || t('party', { place: place + 1 })}
              axis={axis}
              value={opens[party.id] ?? null}
              onValueChange={(value) => onOpens({ ...opens, [party.id]: value })}
            />
            <PlaceFault place={at} />
          </div>
        )
      })}
    </fieldset>
  )
}
