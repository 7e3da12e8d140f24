/** Changes one function of a source file by its shape: what stands in it may be renamed or moved, and the same change still fits. */
import { parseAst } from 'vitest/node'

export type Mutation =
  /** The function does nothing but return this. */
  | { does: 'return'; value: string }
  /** The nth `if` and what it does are left out; an `else` always happens. */
  | { does: 'skip'; if: number }
  /** The nth `… ? a : b` always gives one of them. */
  | { does: 'pick'; choice: number; side: 'first' | 'second' }
  /** A call is left out: a statement of its own, one side of `&&` or `||`, or a step of a chain. */
  | { does: 'drop'; call: string }
  /** Every call of one function is a call of another one. */
  | { does: 'swap'; call: string; for: string }
  /** A call is given something else in this place, counted from 0. */
  | { does: 'pass'; call: string; place: number; value: string }

export const returns = (value: string): Mutation => ({ does: 'return', value })
export const skips = (nth: number): Mutation => ({ does: 'skip', if: nth })
export const picks = (choice: number, side: 'first' | 'second'): Mutation => ({ does: 'pick', choice, side })
export const drops = (call: string): Mutation => ({ does: 'drop', call })
export const swaps = (call: string, other: string): Mutation => ({ does: 'swap', call, for: other })
export const passes = (call: string, place: number, value: string): Mutation => ({ does: 'pass', call, place, value })

type Node = { type: string; start: number; end: number }
type Found = { node: Node; above: readonly Node[] }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value
const within = (node: Node, key: string): unknown => Object.entries(node).find(([name]) => name === key)?.[1]
function inside(node: Node, key: string): Node {
  const child = within(node, key)
  if (!isNode(child)) throw new Error(`A ${node.type} has no ${key}.`)
  return child
}

/** A node and all below it, in the order of the text; each with those above it, the nearest first. */
function* below(node: Node, above: readonly Node[] = []): Generator<Found> {
  yield { node, above }
  for (const child of Object.values(node).flat()) if (isNode(child)) yield* below(child, [node, ...above])
}

/** A name, or a key in quotes, as it is written. */
function wordOf(node: unknown): string | null {
  if (!isNode(node)) return null
  const word = within(node, 'name') ?? within(node, 'value')
  return typeof word !== 'string' ? null : node.type === 'PrivateIdentifier' ? `#${word}` : word
}

/** The name that a declaration, a member or a key gives. */
const nameOf = (node: Node): string | null => wordOf(within(node, 'id') ?? within(node, 'key'))

/** The function declared under this name; `Room.submit` is one inside something named `Room`. */
function functionNamed(tree: Node, path: string): Node {
  let at = tree
  for (const name of path.split('.')) {
    const next = [...below(at)].find(({ node }) => node !== at && nameOf(node) === name)
    if (!next) throw new Error(`Nothing is named ${name}.`)
    at = next.node
  }
  const found = [...below(at)].find(({ node }) => /Function/.test(node.type))
  if (!found) throw new Error(`${path} is no function.`)
  return found.node
}

/** The last name of what is called: `has` of `this.#saving.has(room)`. */
function calledBy(call: Node): string | null {
  const callee = inside(call, 'callee')
  return wordOf(callee.type === 'MemberExpression' ? inside(callee, 'property') : callee)
}

/** The text with one function changed. Throws where the file has no such function, or the function nothing to change so. */
export function mutated(text: string, path: string, mutation: Mutation): string {
  const whole = functionNamed(parseAst(text, { lang: /<\/?[A-Z][^>]*>\s*[\n{<]/.test(text) ? 'tsx' : 'ts' }), path)
  const body = inside(whole, 'body')
  const all = [...below(body)]
  const nth = (type: string, count: number): Node => {
    const found = all.filter(({ node }) => node.type === type)[count - 1]
    if (!found) throw new Error(`${path} has fewer than ${count} of ${type}.`)
    return found.node
  }
  const source = (node: Node) => text.slice(node.start, node.end)
  const put = (node: Node, code: string) => text.slice(0, node.start) + code + text.slice(node.end)
  const calls = (name: string): [Found, ...Found[]] => {
    const [first, ...more] = all.filter(({ node }) => node.type === 'CallExpression' && calledBy(node) === name)
    if (!first) throw new Error(`${path} does not call ${name}.`)
    return [first, ...more]
  }
  switch (mutation.does) {
    case 'return':
      return put(body, body.type === 'BlockStatement' ? `{ return ${mutation.value} }` : `(${mutation.value})`)
    case 'skip': {
      const otherwise = within(nth('IfStatement', mutation.if), 'alternate')
      return put(nth('IfStatement', mutation.if), isNode(otherwise) ? source(otherwise) : '{}')
    }
    case 'pick': {
      const choice = nth('ConditionalExpression', mutation.choice)
      return put(choice, `(${source(inside(choice, mutation.side === 'first' ? 'consequent' : 'alternate'))})`)
    }
    case 'drop': {
      const [{ node, above }] = calls(mutation.call)
      const [holder] = above.filter(({ type }) => !/^(Await|Unary|Chain)Expression$/.test(type))
      if (holder?.type === 'ExpressionStatement') return put(holder, '')
      if (holder?.type === 'LogicalExpression') {
        const [left, right] = [inside(holder, 'left'), inside(holder, 'right')]
        return put(holder, source(node.end <= left.end ? right : left))
      }
      const callee = inside(node, 'callee')
      if (callee.type === 'MemberExpression') return put(node, source(inside(callee, 'object')))
      throw new Error(`A ${holder?.type} cannot do without ${mutation.call}.`)
    }
    case 'swap':
      return calls(mutation.call).reduceRight(
        (changed, { node }) => changed.slice(0, node.start) + mutation.for + changed.slice(inside(node, 'callee').end),
        text,
      )
    case 'pass': {
      const given = within(calls(mutation.call)[0].node, 'arguments')
      const argument = Array.isArray(given) ? given[mutation.place] : null
      if (!isNode(argument)) throw new Error(`${mutation.call} is not given ${mutation.place + 1} values.`)
      return put(argument, mutation.value)
    }
    default:
      return mutation satisfies never
  }
}
