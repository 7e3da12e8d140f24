// What a person may have meant by an entry is offered to them once, and they say once what they meant (rules U20, U21).
import { personOfActor } from '../../kernel/ids'
import { person } from '../../shapes/record'
import { accept, refuse } from '../../shapes/verdict'
import { isStatement } from '../statements/statements'
import type { Rule } from '../topic'

export const offerClaims: Rule<'offerClaims'> = (state, { entry: no, claims, chosen, ear }, who) => {
  if (who.kind !== 'clock') return refuse('not-in-this-room')
  const entry = state.record.at(no - 1)
  if (!entry) return refuse('no-such-entry')
  const speaker = personOfActor(entry.by)
  if (speaker === null || !isStatement(entry.event)) return refuse('not-a-statement')
  if (state.meant[no]) return refuse('nothing-changed')
  return accept(person(speaker, { type: 'ClaimsOffered', person: speaker, entry: no, claims, chosen, ear }))
}

export const nameClaim: Rule<'nameClaim'> = (state, { entry: no, claim }, who) => {
  const self = who.kind === 'seat' || who.kind === 'unseated' ? who.person : null
  if (self === null) return refuse('not-seated')
  const entry = state.record.at(no - 1)
  if (!entry) return refuse('no-such-entry')
  if (personOfActor(entry.by) !== self) return refuse('not-own-entry')
  const meant = state.meant[no]
  if (!meant || (claim !== null && meant.claims.every(({ key }) => key !== claim))) return refuse('claim-not-offered')
  if (meant.named) return refuse('claim-named')
  return accept(person(self, { type: 'ClaimNamed', person: self, entry: no, claim }))
}
