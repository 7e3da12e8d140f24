/** Checks that a password is strong enough, and hashes passwords with Argon2. */
import { hash, verify } from '@node-rs/argon2'

export type PasswordFault = 'too-short' | 'too-long' | 'too-common' | 'is-your-address'

/** Stems of common passwords: long enough for the length rule once digits are added, and still guessed first. */
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

/** Twelve to 200 characters and not a common password; there is no rule about which characters, as NIST SP 800-63B advises. */
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

/**
 * Checks a password against a hash. Without a hash it verifies against a dummy one, so that the time does not reveal whether the
 * account exists.
 */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hash('nobody has this password', strength)
  const right = await verify(stored ?? (await nobody), password)
  return stored !== null && right
}
