/**
 * Finds a place in the program by the name of a declaration and some text inside it, whichever file that is in. It reads how names are
 * declared in TypeScript.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from '@swc/core'
import { filesUnder } from './files-under'

/** Something declared under a name, and where its text begins and ends in the file. */
export type Declared = { name: string; from: number; to: number }
export type SourceRange = { file: string; from: number; to: number }

type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** The name that a declaration gives: a function, a class and its members, a const, a key of an object. */
function nameOf(node: Node): string | null {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'FunctionExpression':
      return wordOf(node.identifier)
    case 'VariableDeclarator':
      return wordOf(node.id)
    case 'TsTypeAliasDeclaration':
    case 'TsInterfaceDeclaration':
      return wordOf(node.id)
    case 'ClassMethod':
    case 'ClassProperty':
    case 'MethodProperty':
    case 'KeyValueProperty':
      return wordOf(node.key)
    case 'PrivateMethod':
    case 'PrivateProperty':
      return `#${wordOf(node.key)}`
    case 'Constructor':
      return 'constructor'
    default:
      return null
  }
}

function wordOf(node: unknown): string | null {
  if (!isNode(node)) return null
  if (typeof node.value === 'string') return node.value
  if (node.type === 'PrivateName') return wordOf(node.id)
  return null
}

function spanOf(node: Node): { start: number; end: number } | null {
  if (isNode(node.span)) {
    const { start, end } = node.span
    return typeof start === 'number' && typeof end === 'number' ? { start, end } : null
  }
  // A key of an object has none of its own.
  const [key, value] = [node.key, node.value].map((part) => (isNode(part) ? spanOf(part) : null))
  return key && value ? { start: key.start, end: value.end } : null
}

/** All that a file declares, each under its whole name: `Room.#append`, `openGateway.submit`. */
export function declaredIn(file: string, text: string): Declared[] {
  // The parser counts bytes, goes on counting from one file to the next, and does not say where a file begins: a first statement does.
  const bytes = Buffer.from(`;${text}`)
  const tree: unknown = parseSync(bytes.toString(), { syntax: 'typescript', tsx: file.endsWith('x'), target: 'esnext' })
  const found: Declared[] = []
  let base: number | null = null
  const visit = (value: unknown, around: string): void => {
    if (Array.isArray(value)) {
      for (const each of value) visit(each, around)
      return
    }
    if (!isNode(value)) return
    const span = spanOf(value)
    let here = around
    if (span) {
      base ??= span.start
      const name = nameOf(value)
      if (name !== null) {
        here = around === '' ? name : `${around}.${name}`
        const lengthTo = (offset: number) => bytes.subarray(0, offset - (base ?? 0)).toString().length - 1
        found.push({ name: here, from: lengthTo(span.start), to: lengthTo(span.end) })
      }
    }
    for (const [key, child] of Object.entries(value)) if (key !== 'span') visit(child, here)
  }
  visit(tree, '')
  return found
}

/** The text as a pattern that matches however its lines are broken. */
const patternOf = (words: string) =>
  new RegExp(
    words
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s+'),
    'g',
  )

export type SourceText = { file: string; text: string }
const declared = new WeakMap<SourceText, Declared[]>()

/** The program's sources, in which a bug can be planted. */
export function readProgram(root: string): SourceText[] {
  return ['app', 'prisma', 'server', 'simulation']
    .flatMap((folder) => filesUnder(root, folder))
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('server/generated/'))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))
}

/** Every place in the program where these words stand inside something of this name. */
export function placesOf(
  { inside, old }: { inside: string; old: string },
  program: readonly SourceText[],
): SourceRange[] {
  const last = inside.split('.').at(-1) ?? ''
  const pattern = patternOf(old)
  return program.flatMap((source) => {
    const { file, text } = source
    if (!text.includes(last)) return []
    const hits = [...text.matchAll(pattern)].map(({ index, 0: hit }) => ({ from: index, to: index + hit.length }))
    if (hits.length === 0) return []
    const all = declared.get(source) ?? declaredIn(file, text)
    declared.set(source, all)
    const holders = all.filter(({ name }) => name === inside)
    return hits
      .filter(({ from, to }) => holders.some((holder) => holder.from <= from && to <= holder.to))
      .map((hit) => ({ file, ...hit }))
  })
}
