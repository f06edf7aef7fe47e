import { spawn } from 'node:child_process'
import { javaEnvironment } from './java.ts'

export type MavenFetch = {
  /** The project's file. */
  pom: string
  /** Takes the dependencies. */
  folder: string
  /** Maven's own folder of what it has fetched; default the one in the user's home. */
  repository?: string | undefined
  /** What else a user can do, for the line that says why nothing was fetched. */
  otherwise?: string
  /** How long Maven may write nothing before it is given up: it has nowhere to fetch from, ms. */
  silence?: number
}

/** A Maven project that needs these artifacts, `group:artifact:version` each, and nothing else. */
export const projectOf = (artifacts: readonly string[]): string => {
  const dependencies = artifacts.map((artifact) => {
    const [group, name, version] = artifact.split(':')
    return `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`
  })
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>needed</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>${dependencies.join('')}</dependencies>
</project>
`
}

const firstError = (output: string): string => {
  const line = output.split('\n').find((text) => text.startsWith('[ERROR]')) ?? output.trim().split('\n').at(-1) ?? ''
  return line.replace('[ERROR]', '').trim().slice(0, 300)
}

/** Copies a Maven project's dependencies into a folder; answers in one line why it can't, and undefined when it has. */
export const fetchByMaven = ({
  pom,
  folder,
  repository,
  otherwise,
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
    const orElse = otherwise === undefined ? '' : `, ${otherwise}`
    child.on('error', () => end(`there is no mvn to fetch it with; install Maven${orElse}`))
    child.on('close', (code) => {
      if (code === 0) return end(undefined)
      const why = silent ? `nothing has come for ${silence / 1000} s` : firstError(output)
      end(`Maven can't fetch it; let it reach Maven Central or a mirror${orElse} (${why})`)
    })
  })
}
