import { readFileSync } from 'node:fs'

/** CPU time that a process has taken, ms; from Linux's clock ticks of 10 ms. */
export const cpuMs = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}
