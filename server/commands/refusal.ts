/** Thrown when a command of the operator's cannot be carried out; its message is printed without a stack and names the fix. */
export class Refusal extends Error {}
