/** Looks at once and then again and again, one look at a time. Returns how to stop it: resolved when it stands still. */
export function lookAgain(look: () => Promise<void>, every: number): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let looking = Promise.resolve()
  const run = (): void => {
    looking = look().finally(() => {
      if (stopped) return
      timer = setTimeout(run, every)
      timer.unref()
    })
  }
  run()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await looking
  }
}
