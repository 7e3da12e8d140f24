/** Measures checking a cached session cookie, against next-auth, which derives its key and decrypts anew each time. */
import { decode, encode } from 'next-auth/jwt'
import { decodeToken } from '#server/web/sign-in-token'
import { inPairs, type Measure, row } from './ratio'

const secret = 'a secret for this measurement only'

export const measure: Measure = async ({ quick, pairs }) => {
  const looks = quick ? 200 : 2_000
  const token = await encode({ token: { sid: 'one' }, secret, maxAge: 3_600 })
  const cpuOf = (look: () => unknown) => async () => {
    for (let warm = 0; warm < 50; warm += 1) await look()
    const before = process.cpuUsage()
    for (let turn = 0; turn < looks; turn += 1) await look()
    const { user, system } = process.cpuUsage(before)
    return { cpuUs: (user + system) / looks }
  }
  const taken = await inPairs(
    pairs,
    cpuOf(() => decodeToken({ token, secret })),
    cpuOf(() => decode({ token, secret })),
  )
  return [row('a look at a sign-in that is known, CPU, against next-auth', 'cpuUs', taken, { must: 0.5, aim: 0.1 })]
}
