/** What a body may be, judged when it is whole and before anything decodes it: how many fields, how deep, and whether it is a call. */
import type { IncomingMessage } from 'node:http'
import { LARGEST_CANVAS_FILE } from '#simulation/reading/marks/canvas-gradebook'
import { LARGEST_FILE } from '#simulation/reading/record/record-file'
import type { Refusal } from '../refusal'
import { isFormCall, isTextCall, plainFormAction, type Sender } from './action-call'
import { MOST_OF_A_STRANGER } from './body-buffer'
import { type Part, partsOf } from './multipart'

/** Fields of one form. The longest of ours has a line for each choice of a wizard: about a hundred and fifty. */
export const MOST_FIELDS = 1_000
/** Brackets within brackets; an exported record has nine. */
export const MOST_DEPTH = 20

/** Where a file is brought, and how long it may be, in bytes: the route hands the body to the worker as it is. */
const BRINGS_FILE = [
  { path: /^\/courses\/[^/?]+\/bring-record\/file(?:\?|$)/, most: LARGEST_FILE },
  { path: /^\/activities\/[^/?]+\/gradebook\/fill(?:\?|$)/, most: LARGEST_CANVAS_FILE },
]
/** The most bytes of the file that this request may bring; null where it brings none. */
export const mostOfFile = ({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>): number | null =>
  method === 'POST' ? (BRINGS_FILE.find(({ path }) => path.test(url))?.most ?? null) : null

export type BodyFault = 'too-many-fields' | 'too-deep' | 'no-call' | 'unknown-action'

/** The routes that read a body themselves and refuse what they cannot read; every other address takes calls of actions alone. */
const READS_ITSELF = /^\/(?:sign-out|mail\/off\/[^/?]+\/now|rooms\/[^/?]+\/drafts)(?:\?|$)/

/**
 * What is wrong with a body; null for one that may be read. `isAction` says whether this build has an action of that id. One longer than a
 * stranger's comes from somebody whose session was looked up (body-buffer.ts).
 */
export function bodyFault(
  { method, url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  body: Buffer,
  isAction: (id: string) => boolean,
): BodyFault | null {
  const from = body.length > MOST_OF_A_STRANGER ? 'signedIn' : 'stranger'
  if (method !== 'POST' && method !== 'PUT') return null
  // What it holds is judged in the worker, and nothing decodes it here.
  if (mostOfFile({ method, url }) !== null) return null
  const type = headers['content-type'] ?? ''
  const called = headers['next-action']
  const isForm = type.startsWith('multipart/form-data')
  if (isForm) {
    const parts = partsOf(type, body, MOST_FIELDS)
    if (parts === 'many') return 'too-many-fields'
    return READS_ITSELF.test(url) ? null : formFault(parts, called, isAction, from)
  }
  if (type.startsWith('application/x-www-form-urlencoded') && countOf(body, '&') >= MOST_FIELDS)
    return 'too-many-fields'
  if (/json|text\/plain/.test(type) && isDeeper(body)) return 'too-deep'
  if (called === undefined || READS_ITSELF.test(url)) return null
  if (!type.startsWith('text/plain') || Array.isArray(called) || !isTextCall(body, from)) return 'no-call'
  return isAction(called) ? null : 'unknown-action'
}

function formFault(
  parts: readonly Part[] | null,
  called: string | string[] | undefined,
  isAction: (id: string) => boolean,
  from: Sender,
): BodyFault | null {
  if (parts === null) return 'no-call'
  if (parts.some(({ name, content }) => isModel(name) && isDeeper(content))) return 'too-deep'
  const id = called === undefined ? plainFormAction(parts, from) : isFormCall(parts, from) ? String(called) : null
  if (id === null) return 'no-call'
  return isAction(id) ? null : 'unknown-action'
}

/** The fields that hold React's JSON, not what somebody typed. */
const isModel = (name: string): boolean => /^(?:\$ACTION_\d+:)?\d+$/.test(name)

function countOf(body: Buffer, sign: string): number {
  let count = 0
  for (let at = body.indexOf(sign); at !== -1; at = body.indexOf(sign, at + 1)) count += 1
  return count
}

const [QUOTE, ESCAPE, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [...'"\\[]{}'].map((sign) => sign.charCodeAt(0))

/** Whether JSON is nested deeper than `MOST_DEPTH`; brackets within texts do not count. */
export function isDeeper(json: Buffer): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at]
    if (inText) {
      if (sign === ESCAPE) at += 1
      else if (sign === QUOTE) inText = false
    } else if (sign === QUOTE) inText = true
    else if (sign === OPEN_LIST || sign === OPEN) {
      depth += 1
      if (depth > MOST_DEPTH) return true
    } else if (sign === CLOSE_LIST || sign === CLOSE) depth -= 1
  }
  return false
}

/** What the sender of such a body is told. */
export function bodyRefusal(fault: BodyFault): Refusal {
  switch (fault) {
    case 'too-many-fields':
      return { status: 413, sentence: `That form has too many fields: at most ${MOST_FIELDS}. Nothing of it was kept.` }
    case 'too-deep':
      return { status: 400, sentence: `That is nested too deep: at most ${MOST_DEPTH} levels. Nothing of it was kept.` }
    case 'no-call':
      return {
        status: 400,
        sentence:
          'That could not be read as a form of this site. Nothing of it was kept: load the page again and send it from there.',
      }
    case 'unknown-action':
      return {
        status: 404,
        sentence:
          'That form is from before an update of this site. Nothing of it was kept: load the page again and send it from there.',
        // Next's own answer to a script, by which its page knows that it is out of date.
        headers: { 'x-nextjs-action-not-found': '1' },
      }
    default:
      return fault satisfies never
  }
}
