const name = 'StartProblem'

/** Something the person at the terminal can mend: told as its sentence, without a stack. */
export class StartProblem extends Error {
  override name = name
}

/** By its name, since Next's bundle has a class of its own. */
export function isStartProblem(error: unknown): error is Error {
  return error instanceof Error && error.name === name
}
