/** What makes a password good enough, and its hash. It does not know whose it is. */
import { hash, verify } from '@node-rs/argon2'

export type PasswordFault = 'too-short' | 'too-long' | 'too-common' | 'is-your-address'

/** The stems of the commonest passwords that are long enough to pass the length rule once padded. */
const commonStems = [
  'password',
  'passw0rd',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r',
  'qazwsx',
  'letmein',
  'iloveyou',
  'welcome',
  'administrator',
  'admin',
  'changeme',
  'football',
  'baseball',
  'sunshine',
  'princess',
  'monkey',
  'dragon',
  'trustno',
  'abcdefghijklmnop',
  'correcthorsebatterystaple',
  'tracktwo',
  'university',
  'student',
  'instructor',
  'professor',
  'teacher',
  'secret',
  'test',
  'hello',
]
const runs = '01234567890123456789 abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm'

/** Twelve characters or more, not one everybody uses; no rule about which characters. */
export function judgePassword(password: string, email = ''): PasswordFault | null {
  const length = [...password].length
  if (length < 12) return 'too-short'
  if (length > 200) return 'too-long'
  const folded = password.toLowerCase()
  if (email && folded === email.toLowerCase()) return 'is-your-address'
  return isCommon(folded) ? 'too-common' : null
}

function isCommon(folded: string): boolean {
  if (new Set(folded).size < 5) return true
  if (runs.includes(folded) || runs.includes([...folded].reverse().join(''))) return true
  const core = folded.replace(/[\d\W_]+/gu, '')
  return commonStems.some((stem) => core === stem || core === stem + stem || folded === stem)
}

const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export async function hashPassword(password: string): Promise<string> {
  return hash(password, strength)
}

let nobody: Promise<string> | undefined

/** Takes the same time whether or not there is an account to check against. */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hash('nobody has this password', strength)
  const right = await verify(stored ?? (await nobody), password)
  return stored !== null && right
}
