// The current round and phase for the head of the stage: "Round 2 of 4 · Floor debate".
import { useTranslations } from 'next-intl'
import { phaseName } from '#record/entries/phase-name.ts'
import { phaseNow, type RoomState } from '#simulation/state/room-state'

export function usePlace(state: RoomState): string {
  const t = useTranslations('stage')
  const record = useTranslations('record')
  const phase = phaseNow(state)
  if (!phase) return t('place.lobby')
  if (state.agenda.status === 'finished') return t('place.finished')
  const name = phaseName(record, state.plan, phase.kind)
  const number = state.plan.rounds.findIndex((round) => round.key === phase.round) + 1
  const where = number > 0 ? t('place.round', { number, of: state.plan.rounds.length, phase: name }) : name
  return state.agenda.status === 'between' ? t('place.ended', { where }) : where
}
