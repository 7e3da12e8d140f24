'use client'
// What a turn answers, about which paragraph and how, in three taps and without typing (T10). Each is kept as it is made.
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import { dashed } from '#record/words/off-words.ts'
import { saidOfTurn } from '#simulation/questions/turns'
import { type TapChoices, tapChoices } from '#simulation/reading/talk/taps'
import type { ClientCommand } from '#simulation/shapes/room-command'
import { TURN_WAYS } from '#simulation/shapes/turns'
import { Placard } from '#ui/charts/placard'
import { ChipChoice } from '#ui/controls/chip-choice'
import { Select } from '#ui/controls/select'
import { delegationIn } from '#ui/words/delegations.ts'
import { clockText } from '#ui/words/signed.ts'
import { useRequest } from '../hooks/use-request'
import type { SeatView } from '../link/seat-view'
import { RefusalText } from '../words/refusal-text'
import styles from './taps.module.css'

type Tap = Omit<Extract<ClientCommand, { type: 'tapTurn' }>, 'type' | 'turn'>
type Choice = TapChoices['newest'][number]

/** Nothing for whoever may not tap for this turn. */
export function Taps({ at, turn, own }: { at: SeatView; turn: number; own: boolean }) {
  const t = useTranslations('room.words.taps')
  const name = useId()
  const { ask, refused } = useRequest(at.view)
  // Shown at once, until the room shows it or refuses it: nothing may move under the hand that makes the next tap.
  const [sent, setSent] = useState<Tap>({})
  const stands = saidOfTurn(at.state, turn)
  const onItsWay = differing(sent, stands)
  if (Object.keys(onItsWay).length < Object.keys(sent).length) setSent(onItsWay)
  const choices = tapChoices(at.state, turn, at.seat, at.person, onItsWay.about)
  if (choices === null) return null
  const { answers, about, way } = { ...stands, ...onItsWay }
  const tap = async (made: Tap) => {
    setSent((before) => ({ ...before, ...made }))
    const saved = await ask({ type: 'tapTurn', turn, ...made })
    if (!saved) setSent((now) => differing(now, made))
  }
  const shown = choices.newest.some(({ no }) => Number(no) === answers)
  return (
    <div className={styles.taps}>
      <Question no={1} words={t('whom', { own: own ? 'yes' : 'no' })}>
        {choices.newest.map((said) => (
          <ChipChoice
            key={said.no}
            name={`${name}-whom`}
            checked={Number(said.no) === answers}
            onChange={() => void tap({ answers: Number(said.no) })}
          >
            <Said at={at} said={said} />
          </ChipChoice>
        ))}
        {choices.earlier.length > 0 ? (
          <Select
            size="dense"
            aria-label={t('another')}
            value={answers && !shown ? String(answers) : ''}
            options={[
              { value: '', label: t('another') },
              ...choices.earlier.map(({ no, seat }) => ({
                value: no,
                label: t('turn', { number: no, title: (seat && at.state.seats[seat]?.title) ?? '' }),
              })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              value === '' ? undefined : void tap({ answers: Number(value) })
            }
          />
        ) : null}
        <ChipChoice name={`${name}-whom`} checked={answers === null} onChange={() => void tap({ answers: null })}>
          {t('nobody')}
        </ChipChoice>
      </Question>
      <Question no={2} words={t('about')}>
        {choices.paragraphs.map((id) => (
          <ChipChoice key={id} name={`${name}-about`} checked={about === id} onChange={() => void tap({ about: id })}>
            <span className={`cut ${styles.said}`}>
              <b>¶ {id}</b> <small className="quiet">{at.about.gists?.[id]}</small>
            </span>
          </ChipChoice>
        ))}
        <Select
          size="dense"
          aria-label={t('anotherParagraph')}
          value=""
          options={[
            { value: '', label: t('anotherParagraph') },
            ...at.essay.map(({ id, gist }) => ({ value: id, label: `¶ ${id} ${gist}` })),
          ]}
          onChange={({ currentTarget: { value } }) => (value === '' ? undefined : void tap({ about: value }))}
        />
        <ChipChoice name={`${name}-about`} checked={about === null} onChange={() => void tap({ about: null })}>
          {t('none')}
        </ChipChoice>
      </Question>
      <Question no={3} words={t('how')}>
        {TURN_WAYS.map((one) => (
          <ChipChoice key={one} name={`${name}-how`} checked={way === one} onChange={() => void tap({ way: one })}>
            {t(`way.${one}`)}
          </ChipChoice>
        ))}
      </Question>
      <RefusalText>{refused}</RefusalText>
    </div>
  )
}

/** The taps that are not those. */
const differing = ({ answers, about, way }: Tap, those: Tap): Tap => ({
  ...(answers === undefined || answers === those.answers ? {} : { answers }),
  ...(about === undefined || about === those.about ? {} : { about }),
  ...(way === undefined || way === those.way ? {} : { way }),
})

function Question({ no, words, children }: { no: number; words: string; children: ReactNode }) {
  return (
    <fieldset className={styles.question}>
      <legend>
        <span>{no}</span> {words}
      </legend>
      <div className={`acts ${styles.choices}`}>{children}</div>
    </fieldset>
  )
}

/** What was said, in a line: its number, whose it is, and how it begins or how long it took. */
function Said({ at, said }: { at: SeatView; said: Choice }) {
  const record = useTranslations('record.turn')
  const delegation = delegationIn(at.state.plan, said.delegation)
  return (
    <span className={`cut ${styles.said}`}>
      {said.no} {delegation ? <Placard delegation={delegation} size="xs" /> : null}{' '}
      <b>{said.seat ? at.state.seats[said.seat]?.title : null}</b>{' '}
      <small className="quiet">
        {said.kind === 'statement' ? dashed(said.text) : record('seconds', { time: clockText(said.seconds) })}
      </small>
    </span>
  )
}
