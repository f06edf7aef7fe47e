/** What the running hub answers to a command. */
export type HubAnswer = { ok: boolean; body: Record<string, unknown> }

/** Posts to the running hub. @throws an `Error` that says where no hub answers */
export const askHub = async (url: string, path: string, body: object): Promise<HubAnswer> => {
  const response = await fetch(new URL(path, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch((cause) => {
    throw new Error(
      `${url} 处没有枢纽应答，请先启动，或用 --url 指定 no hub answers there: start it, or name it by --url`,
      { cause },
    )
  })
  return { ok: response.ok, body: (await response.json()) as Record<string, unknown> }
}
