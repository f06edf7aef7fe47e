import { GenericContainer, getContainerRuntimeClient, Wait } from 'testcontainers'

/** A real server, or why there is none. */
export type RealEventStoreDb = { url: string; stop(): Promise<unknown> } | { missing: string }

const image = 'kurrentplatform/kurrentdb:25.1'
const port = 2113

const hasContainers = () =>
  getContainerRuntimeClient().then(
    () => true,
    () => false,
  )

/** The server of `EVENT_STORE_URL`, which may hold anything already; else one in a container, where there are any. */
export const realEventStoreDb = async (): Promise<RealEventStoreDb> => {
  const url = process.env.EVENT_STORE_URL
  if (url) return { url, stop: async () => undefined }
  if (!(await hasContainers())) return { missing: 'no EVENT_STORE_URL and no containers' }
  const container = await new GenericContainer(image)
    .withEnvironment({ KURRENTDB_INSECURE: 'true', KURRENTDB_CLUSTER_SIZE: '1', KURRENTDB_MEM_DB: 'true' })
    .withExposedPorts(port)
    .withWaitStrategy(Wait.forHttp('/health/live', port).forStatusCodeMatching((code) => code < 300))
    .start()
  return {
    url: `esdb://${container.getHost()}:${container.getMappedPort(port)}?tls=false`,
    stop: () => container.stop(),
  }
}
