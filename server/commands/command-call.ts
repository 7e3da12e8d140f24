/** What a command of the operator's is called with: its words and flags, and where it says what it does. */
import type { CommandDatabase } from './command-database'
import { Refusal } from './refusal'

export type Say = (line: string) => void
export type AloneCall = { usage: string; words: string[]; flags: ReadonlyMap<string, string>; say: Say }
export type CommandCall = AloneCall & {
  at: CommandDatabase
  /** Names the file that it works on from now on, for the sentence should that fail. */
  works: (file: string) => void
}
/** `runAlone` is for a command that must work where the database does not open. */
export type Command = { usage: string; does: string } & (
  | { run: (call: CommandCall) => Promise<void> }
  | { runAlone: (call: AloneCall) => Promise<void> }
)

/** Splits the arguments into words and flags; `--days 3` and `--days=3` mean the same. */
export function readLine(line: readonly string[]): Pick<CommandCall, 'words' | 'flags'> {
  const words: string[] = []
  const flags = new Map<string, string>()
  const taking = line.values()
  for (const word of taking) {
    const [flag = '', value] = word.split(/=(.*)/s)
    if (!word.startsWith('--')) words.push(word)
    else if (WITH_VALUE.has(flag)) flags.set(flag, value ?? taking.next().value ?? '')
    else flags.set(word, '')
  }
  return { words, flags }
}

const WITH_VALUE: ReadonlySet<string> = new Set(['--email', '--days', '--to'])

/** The word that a command cannot do without. */
export function wanted(word: string | undefined, usage: string): string {
  if (word === undefined || word === '') throw new Refusal(`Say it whole: npm run admin -- ${usage}`)
  return word
}
