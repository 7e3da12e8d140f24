/** Thrown when the server cannot start. The message is one sentence that names the fix; main.ts prints it without a stack. */
export class StartFault extends Error {
  override readonly name = 'StartFault'
}
