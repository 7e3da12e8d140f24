/**
 * How understudies debate and negotiate among themselves, over many seeds: who says what and answers whom, how much they agree, whose words it
 * is, and how they trade; and what comes of it when a lone student among them puts words forward. Fails where a debate falls short. Prints a table: `npm run seeds -- 200`.
 */
import { rehearse } from '#simulation/bots/rehearsal'
import { actorId } from '#simulation/kernel/ids'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import { cleanVersion } from '#simulation/questions/text'
import { homeOutcome } from '#simulation/reading/text/at-home'
import { wordsBySide } from '#simulation/reading/text/authorship'
import { START } from './support/given'
import { loneStudent } from './support/lone-student'
import { chinaGap } from './support/stories/china-gap'

const seeds = Number(process.argv[2] ?? 200)
const chair = actorId.parse('chair:vera')
const counted = { clauses: 0, agreed: 0, refusals: 0, refused: 0, signed: 0 }
const made: number[] = []
const accepted: number[] = []
const words = new Map<string, number>()
const lines = new Map(chinaGap().lines.map((line) => [line.text, line]))
const sides = chinaGap().delegations.map(({ id }) => id)
const directions = sides.flatMap((by) => sides.filter((of) => of !== by).map((of) => ({ by, of, fewest: Infinity })))
const debated = { lines: 0, byOffice: 0, questions: 0, answered: 0, gap: 0, filed: 0, redLines: 0 }
for (let seed = 0; seed < seeds; seed += 1) {
  const choices = defaultChoices(chinaGap(), 'seminar-90', seed * 7919 + 13)
  const { state, rows } = rehearse(planSeminar(chinaGap(), choices), chinaGap(), START, chair)
  const said = state.record.toArray().flatMap((entry) => {
    const { event, no } = entry
    const line = event.type === 'StatementMade' ? lines.get(event.text) : undefined
    if (event.type !== 'StatementMade' || !line) return []
    return [{ no: Number(no), line, seat: event.seat, answers: event.answers, side: line.delegation }]
  })
  const byNumber = new Map(said.map((one) => [one.no, one]))
  const asked = said.flatMap(({ no, line }) => (line.kind === 'question' ? [{ no, to: line.to }] : []))
  debated.lines += said.length
  debated.byOffice += said.filter(({ line, seat }) => line.seat === seat).length
  debated.questions += asked.length
  debated.answered += asked.filter(({ no, to }) => said.some((one) => one.answers === no && one.side === to)).length
  debated.gap += said.some(({ line }) => line.tension === 'regional-order') ? 1 : 0
  for (const direction of directions) {
    const { by, of } = direction
    const times = said.filter(({ side, answers }) => side === by && byNumber.get(answers ?? 0)?.side === of).length
    direction.fewest = Math.min(direction.fewest, times)
  }
  for (const { event } of rows) {
    if (event.type !== 'PositionFiled') continue
    const own = chinaGap().delegations.find(({ id }) => id === event.delegation)?.redLines ?? []
    debated.filed += 1
    debated.redLines += own.some(
      ({ text, tensions }) => text === event.position.redLine && tensions?.includes(event.round),
    )
      ? 1
      : 0
  }
  const clean = state.clauses.flatMap((clause) => {
    const version = cleanVersion(clause)
    return version ? [{ clause, version }] : []
  })
  counted.clauses += state.clauses.length
  counted.agreed += state.issued?.clauses.filter(({ outcome }) => outcome === 'passed').length ?? 0
  made.push(state.offers.length)
  accepted.push(state.offers.filter(({ answer }) => answer === 'accepted').length)
  const home = homeOutcome(state)
  counted.signed += home === null || home.kind === 'not-signed' ? 0 : 1
  counted.refused += home?.kind === 'not-ratified' ? 1 : 0
  counted.refusals += state.turned?.sides.some(({ votes }) => votes.some(({ vote }) => vote === 'refuse')) ? 1 : 0
  for (const { side, first, people } of wordsBySide(state.plan, clean).sides)
    words.set(side, (words.get(side) ?? 0) + first + people)
}
const all = [...words.values()].reduce((sum, count) => sum + count, 0)
const print = (line: string) => process.stdout.write(`${line}\n`)
const median = (counts: readonly number[]) => counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)]
const share = (part: number, of: number) => `${Math.round((100 * part) / of)} %`
print(`${seeds} seminars of 90 minutes, played by understudies alone`)
print(`lines said by the office for which they were written: ${share(debated.byOffice, debated.lines)} (all)`)
print(`questions answered by whom they are put to: ${share(debated.answered, debated.questions)} (at least 85 %)`)
for (const { by, of, fewest } of directions) print(`${by} answers ${of} in a seminar, at the fewest: ${fewest} (four)`)
print(`seminars that debate the gap: ${share(debated.gap, seeds)} (all)`)
print(`positions filed with a red line of their own tension: ${share(debated.redLines, debated.filed)} (all)`)
const isShort =
  debated.byOffice < debated.lines ||
  debated.answered < 0.85 * debated.questions ||
  directions.some(({ fewest }) => fewest < 4) ||
  debated.gap < seeds ||
  debated.redLines < debated.filed
if (isShort) process.exitCode = 1
print(`clauses agreed: ${share(counted.agreed, counted.clauses)} (a quarter to three quarters)`)
print(`offers a seminar, in the median: ${median(made)} (at least two), accepted ${median(accepted)} (at least one)`)
print(
  `signed: ${share(counted.signed, seeds)}; of these somebody refused at home in ${share(counted.refusals, counted.signed)} (most), and a side did not ratify in ${share(counted.refused, counted.signed)} (some)`,
)
for (const [side, count] of words) print(`words of ${side} in what is agreed: ${share(count, all)} (a sixth to a half)`)

const alone = Array.from({ length: seeds }, (_, seed) => loneStudent(seed * 7919 + 13)).filter((one) => one !== null)
const heard = alone.filter(({ stoodOn, reason }) => stoodOn || reason).length
print(
  `a lone student’s words: somebody stands on them ${share(alone.filter(({ stoodOn }) => stoodOn).length, alone.length)}`,
)
print(`somebody does, or says why not: ${share(heard, alone.length)} (at least 90 %)`)
const plain = alone.filter((one) => one.plain)
print(
  `asked on the floor about words without a hinge: ${share(plain.filter(({ asked }) => asked).length, plain.length)}`,
)
