'use client'
// A draw by lot or by choices, shown before it is kept. Its number is drawn here, or typed to see an earlier draw again; the server draws
// again with it and stores the same.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { changesOf, type Draw, drawn, MOST_DRAWS, numberIn, numberText, outcomeOf } from '#simulation/seating/draw'
import { seatedAmong } from '#simulation/seating/named'
import { Button } from '#ui/controls/button'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { Field } from '#ui/controls/field'
import { TextInput } from '#ui/controls/text-input'
import { Dialog } from '#ui/over/dialog'
import { RuledList } from '#ui/words/ruled-list'
import styles from './seating.module.css'
import type { SeatingHand } from './use-seating'
import { useWhere } from './use-where'

type DrawDialogProps = { hand: SeatingHand; by: Draw['by'] | null; onClose: () => void }

export function DrawDialog({ hand, by, onClose }: DrawDialogProps) {
  const t = useTranslations('seating.draw')
  return (
    <Dialog open={by !== null} onClose={onClose} title={t(by === 'choices' ? 'titleChoices' : 'titleLot')}>
      {by === null ? null : <DrawForm hand={hand} by={by} onClose={onClose} />}
    </Dialog>
  )
}

const WHO = ['unlocked', 'unseated'] as const

function DrawForm({ hand, by, onClose }: DrawDialogProps & { by: Draw['by'] }) {
  const t = useTranslations('seating.draw')
  const [who, setWho] = useState<Draw['who']>('unlocked')
  const [number, setNumber] = useState<number | null>(null)
  const [typed, type] = useState('')
  const [isRefused, refuse] = useState(false)
  const roll = () => setNumber(Math.floor(Math.random() * MOST_DRAWS))
  const begin = () => {
    if (typed.trim() === '') roll()
    else if (numberIn(typed) === null) refuse(true)
    else setNumber(numberIn(typed))
  }
  return (
    <div className={`form ${styles.draw}`}>
      <p>{t(by === 'choices' ? 'choicesText' : 'lotText')}</p>
      {number === null ? (
        <>
          <ChoiceGroup legend={t('who')}>
            {WHO.map((each) => (
              <Choice
                key={each}
                name="who"
                value={each}
                title={t(each)}
                checked={each === who}
                onChange={() => setWho(each)}
              >
                {t(`${each}Text`)}
              </Choice>
            ))}
          </ChoiceGroup>
          <Field label={t('typed')} hint={t('typedHint')} error={isRefused ? t('typedFault') : undefined} optional>
            <TextInput
              value={typed}
              maxLength={12}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => {
                type(event.target.value)
                refuse(false)
              }}
            />
          </Field>
          <div className="bar">
            <Button kind="primary" onClick={begin}>
              {t('draw')}
            </Button>
            <Button onClick={onClose}>{t('asWas')}</Button>
          </div>
        </>
      ) : (
        <Drawn hand={hand} draw={{ by, who, number }} onAgain={roll} onClose={onClose} />
      )}
    </div>
  )
}

type DrawnProps = { hand: SeatingHand; draw: Draw; onAgain: () => void; onClose: () => void }

function Drawn({ hand, draw, onAgain, onClose }: DrawnProps) {
  const t = useTranslations('seating.draw')
  const where = useWhere(hand.seating)
  const { seats, prepared } = hand.seating
  const people = hand.seating.people.filter(({ here }) => here === null)
  const after = drawn(draw, people, seats, prepared)
  const outcome = outcomeOf(people, seats, after)
  // A refusal stands on the page beneath, with what to do about it.
  const keep = async () => {
    await hand.change({ do: 'draw', draw })
    onClose()
  }
  return (
    <>
      <p className={styles.sentence} role="status">
        {draw.by === 'choices' && outcome.chose > 0 ? `${t('sentence', outcome)} ` : null}
        {draw.by === 'choices' && outcome.chose === 0 ? `${t('nobodyChose')} ` : null}
        {t('seated', { seated: after.length, all: people.length })}{' '}
        {t('changed', { count: changesOf(prepared, after) })}
      </p>
      <p className={styles.hint}>{t('number', { number: numberText(draw.number) })}</p>
      <div className="bar">
        <Button kind="primary" busy={hand.busy} onClick={() => void keep()}>
          {t('keep')}
        </Button>
        <Button onClick={onAgain}>{t('again')}</Button>
        <Button kind="quiet" onClick={onClose}>
          {t('asWas')}
        </Button>
      </div>
      <RuledList>
        {seatedAmong(people, after).map(({ person, at }) => (
          <li key={person.place}>
            <bdi>{person.name}</bdi> <span>{where(at)}</span>
          </li>
        ))}
      </RuledList>
    </>
  )
}
