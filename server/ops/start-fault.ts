/** Why the server cannot start, as one sentence that names the fix; printed as it stands, without a stack. */
export class StartFault extends Error {
  override readonly name = 'StartFault'
}
