// The reflections that this reader may read, by prompt and by person: the chair hears everyone's, a participant only their own.
import { type PersonId, personId } from '../../kernel/ids'
import { type RoomState, reflectionKey } from '../../state/room-state'

type Reflection = { person: PersonId; text: string; at: number }

/** The reflections to one prompt, oldest first. */
export const reflectionsTo = (state: RoomState, prompt: number): readonly Reflection[] =>
  reflectionsIn(state).flatMap(({ prompt: to, ...reflection }) => (to === prompt ? [reflection] : []))

/** The prompts that a person has not answered yet, in the plan's order. */
export const promptsLeft = (state: RoomState, person: PersonId): readonly number[] =>
  state.plan.reflectionPrompts.flatMap((_, prompt) =>
    state.reflections[reflectionKey(person, prompt)] === undefined ? [prompt] : [],
  )

/** How many people answered any prompt. */
export const peopleWhoReflected = (state: RoomState): number =>
  new Set(reflectionsIn(state).map(({ person }) => person)).size

/** Reflections are kept by `person/prompt` (`reflectionKey`); a person's id may hold a slash, a prompt's number cannot. */
const reflectionsIn = ({ reflections }: RoomState): readonly (Reflection & { prompt: number })[] =>
  Object.entries(reflections)
    .map(([key, { text, at }]) => {
      const cut = key.lastIndexOf('/')
      return { person: personId.parse(key.slice(0, cut)), prompt: Number(key.slice(cut + 1)), text, at }
    })
    .sort((a, b) => a.at - b.at)
