/**
 * How understudies answer sentences that students may say, each in a room of its own: whether a line answers it, whose, and which. Prints
 * each and the shares: `npm run apt`, or `npm run apt -- some-file.json`. Whether an answer is apt a reader judges.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { type Heard, hearAnswers } from './support/stories/hear-answers'

const sentence = z.strictObject({
  tension: z.string(),
  by: z.string(),
  text: z.string(),
  /** To whom it is a question. */
  to: z.string().optional(),
  /** The claims that fit it, as a reader judges; none where none does. */
  fits: z.array(z.string()).optional(),
})
const file = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, 'aptness/sentences.json'))
const sentences = z.array(sentence).parse(JSON.parse(readFileSync(file, 'utf8')))
const print = (line: string) => process.stdout.write(`${line}\n`)

const heard = sentences.map((said) => ({ said, answers: hearAnswers(said) }))
const linked = (answers: readonly Heard[]) => answers.filter((answer) => answer.linked)
for (const [place, { said, answers }] of heard.entries()) {
  print(`\n${place + 1}. ${said.by}${said.to ? ` asks ${said.to}` : ''}, ${said.tension}: ${said.text}`)
  for (const { side, seat, text, linked: isLinked } of answers)
    print(`   ${isLinked ? '=>' : '->'} ${side} (${seat}): ${text}`)
}
const asked = heard.filter(({ said }) => said.to !== undefined)
const count = (all: typeof heard, of: (answers: readonly Heard[], to: string | undefined) => boolean) =>
  all.filter(({ said, answers }) => of(answers, said.to)).length
const share = (part: number, of: number) => `${part} of ${of} (${Math.round((100 * part) / Math.max(1, of))} %)`
print(
  `\nanswered by a line written for it: ${share(
    count(heard, (answers) => linked(answers).length > 0),
    heard.length,
  )}`,
)
print(
  `asked of a side and answered by a line: ${share(
    count(asked, (answers) => linked(answers).length > 0),
    asked.length,
  )}`,
)
print(
  `of these by that side, its own side's glossary and corrections left out: ${share(
    count(asked, (answers, to) => linked(answers).some(({ side }) => side === to)),
    count(asked, (answers) => linked(answers).length > 0),
  )}`,
)
print(
  `no line, but a word that there is none: ${share(
    count(heard, (answers) => linked(answers).length === 0 && answers.length > 0),
    heard.length,
  )}`,
)
