import { spawn } from 'node:child_process'
import { javaEnvironment } from './java.ts'

export type MavenFetch = {
  /** The project's file. */
  pom: string
  /** Takes the dependencies. */
  folder: string
  /** Maven's own folder of what it has fetched; default the one in the user's home. */
  repository?: string | undefined
  /** How long Maven may write nothing before it is given up: it has nowhere to fetch from, ms. */
  silence?: number
}

const otherwise = 'let it reach Maven Central or a mirror, or set BROKER_URL'

const firstError = (output: string): string => {
  const line = output.split('\n').find((text) => text.startsWith('[ERROR]')) ?? output.trim().split('\n').at(-1) ?? ''
  return line.replace('[ERROR]', '').trim().slice(0, 300)
}

/** Copies a Maven project's dependencies into a folder; answers in one line why it can't, and undefined when it has. */
export const fetchByMaven = ({
  pom,
  folder,
  repository,
  silence = 60_000,
}: MavenFetch): Promise<string | undefined> => {
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`]
  const own = repository === undefined ? [] : [`-Dmaven.repo.local=${repository}`]
  const child = spawn('mvn', ['-B', '-f', pom, ...own, ...goal], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...javaEnvironment },
  })
  let output = ''
  let silent = false
  const patience = setTimeout(() => {
    silent = true
    child.kill('SIGKILL')
  }, silence)
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-100_000)
      patience.refresh()
    })
  return new Promise((resolve) => {
    const end = (fault: string | undefined) => {
      clearTimeout(patience)
      resolve(fault)
    }
    child.on('error', () => end('there is no mvn to fetch it with; install Maven, or set BROKER_URL'))
    child.on('close', (code) => {
      if (code === 0) return end(undefined)
      const why = silent ? `nothing has come for ${silence / 1000} s` : firstError(output)
      end(`Maven can't fetch it; ${otherwise} (${why})`)
    })
  })
}
