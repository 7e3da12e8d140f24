// The schema of a whole scenario, as an author writes it; `check.ts` checks what a schema cannot say. This file may be loaded by a
// browser. A scenario's data may not, because it holds every delegation's secrets.
import { z } from 'zod'
import { focusPlan, sourcePlan } from '../agenda/parties'
import { agenda, speakingOrder } from './agenda'
import { claim, hearing } from './claims'
import { delegation, scenarioSeat } from './delegations'
import { publicFact } from './facts'
import { line } from './lines'
import { officeSheets } from './sheets'
import { stakes } from './stakes'
import { checkQuestion, knowledge, reading, runSheet, samplePosition, scenarioMap, timelineRow } from './teaching'
import { inject, scenarioCommunique, tension } from './tensions'
import {
  anchored,
  anchorRefs,
  factKeys,
  forEachDelegation,
  key,
  keyed,
  label,
  paragraphId,
  prose,
  scenarioSeatId,
  spareLabel,
  spareProse,
  webAddress,
} from './terms'

export * from './agenda'
export * from './claims'
export * from './delegations'
export * from './facts'
export * from './lines'
export * from './stakes'
export * from './teaching'
export * from './tensions'

/** What one paragraph of a source says, in the scenario author's words. The source's text is not copied, for its copyright; it is linked. */
export const paragraph = z.strictObject({
  id: paragraphId,
  section: label,
  /** Its number within the section, from 1. */
  number: z.int().min(1),
  gist: prose,
})

const glossaryEntry = z.strictObject({
  term: label,
  text: prose,
  anchors: anchorRefs,
  facts: factKeys,
})

/** Descriptions of the levels 0 to 4: a level is the index of its description. */
const fiveLevels = z.tuple([prose, prose, prose, prose, prose])

const criterion = z.strictObject({
  key,
  name: label,
  question: prose,
  /** What is marked by this criterion: a student over the whole activity, a delegation's position in a round, or both. */
  subjects: z
    .array(z.enum(['student', 'position']))
    .min(1)
    .max(60),
  levels: fiveLevels,
  hint: z.array(prose).max(60),
})

export const rubric = z.strictObject({
  note: spareProse,
  scale: fiveLevels,
  criteria: z.array(criterion).min(1).max(60),
})
export type Rubric = z.infer<typeof rubric>

/** Prompts for reflections, which people write out of role; one list for each part that a writer had. */
const reflectionPrompts = z.strictObject({
  person: z.array(prose).min(1).max(60),
  role: z.array(prose).min(1).max(60),
  teamMember: z.array(prose).min(1).max(60),
  observer: z.array(prose).min(1).max(60),
})

const debriefQuestion = z.strictObject({ key, ask: prose, anchors: anchorRefs })

export const scenario = z.strictObject({
  key,
  title: label,
  subtitle: spareLabel,
  /** A BCP 47 tag; translations of one scenario share its key. */
  language: z.enum(['en', 'ja', 'zh']),
  /** The day on which the talks take place, in older copies the month; empty where they take place whenever they are held. */
  asOf: z.string().regex(/^(\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/),
  asOfNote: spareProse,
  /** What everybody reads beforehand; the anchors of a source's paragraphs begin with its letter. */
  sources: z
    .array(
      z.strictObject({
        ...sourcePlan.shape,
        title: label,
        author: label,
        publisher: spareLabel,
        date: spareLabel,
        url: webAddress.optional(),
      }),
    )
    .min(1)
    .max(26),
  premise: z.strictObject({ text: spareProse, anchors: anchorRefs, note: spareProse }),
  seminarQuestion: anchored,
  learningOutcomes: z.array(keyed).max(60),
  reading: z.strictObject({
    /** 0 where the author does not say. */
    minutes: z.int().min(0),
    beforeClass: spareProse,
    noTime: spareProse,
    inClass: spareProse,
    howToCite: spareProse,
    howToDisagree: spareProse,
  }),
  instructorNote: z.strictObject({ title: spareLabel, paragraphs: z.array(keyed).max(60) }),
  glossary: z.array(glossaryEntry).max(60),
  paragraphs: z.array(paragraph).max(60),
  delegations: z.array(delegation).min(1).max(60),
  focus: focusPlan,
  seats: z.array(scenarioSeat).min(1).max(60),
  seatOrder: forEachDelegation(z.array(scenarioSeatId).min(1).max(60)),
  tensions: z.array(tension).min(1).max(60),
  injects: z.array(inject).max(60),
  communique: scenarioCommunique,
  rubric: rubric,
  reflectionPrompts: reflectionPrompts,
  debriefQuestions: z.array(debriefQuestion).max(60),
  agendas: z.array(agenda).min(1).max(60),
  speakingOrder: speakingOrder,
  lines: z.array(line).max(3000),
  /** What people will say, and what understudies answer to it. Without them no understudy answers a person. */
  claims: z.array(claim).max(1000).optional(),
  hearing: hearing.optional(),
  publicFacts: z.array(publicFact).max(120),
  stakes,
  checkQuestions: z.array(checkQuestion).max(40),
  /** Without it no evidence of learning can be asked for. */
  knowledge: knowledge.optional(),
  /** The second form: as many other questions on the same outcomes. Whoever is asked one form before the talks is asked the other after them. */
  knowledgeB: knowledge.optional(),
  timeline: z.array(timelineRow).max(80),
  map: scenarioMap.nullable(),
  readings: z.array(reading).max(60),
  samples: z.array(samplePosition).max(20),
  /** Sample positions that students read before class: of each side a weak one and a strong one. */
  models: z.array(samplePosition).max(16).optional(),
  /** The one page of each office; without them a student opens the long brief. */
  sheets: officeSheets.optional(),
  runSheet: runSheet.nullable(),
})
export type Scenario = z.infer<typeof scenario>
