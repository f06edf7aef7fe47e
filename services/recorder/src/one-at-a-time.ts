/** Lets calls through one after the other, in order: one writer at a time for a stream inside a process. */
export const oneAtATime = <Input>(work: (input: Input) => Promise<void>): ((input: Input) => Promise<void>) => {
  let last: Promise<void> = Promise.resolve()
  return (input) => {
    const result = last.then(() => work(input))
    // A failure is its caller's; the next call starts all the same.
    last = result.catch(() => undefined)
    return result
  }
}
