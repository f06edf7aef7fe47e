import type { IncomingHttpHeaders } from 'node:http'
import { type Readable, Transform, type TransformCallback } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib'

const decoders = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
} as const

export type Coding = keyof typeof decoders

/** What an answer to a body of another coding says of those that are taken (RFC 9110, 12.5.3). */
export const acceptedCodings = Object.keys(decoders).join(', ')

/** The coding of a body: undefined where it has none, `other` where the hub doesn't read it. */
export const codingOf = ({ 'content-encoding': header = '' }: IncomingHttpHeaders): Coding | 'other' | undefined => {
  const name = header.trim().toLowerCase()
  if (name === '' || name === 'identity') return undefined
  const coding = name === 'x-gzip' ? 'gzip' : name
  return Object.hasOwn(decoders, coding) ? (coding as Coding) : 'other'
}

/** Thrown on the way for bytes that are not those of their coding. */
export class NotDecoded extends Error {
  override name = 'NotDecoded'
}

/** Thrown on the way when far more comes out of a body than went in. */
export class Inflated extends Error {
  override name = 'Inflated'
}

/** Bytes that may come out of any body, and times as many as went in that may come out of a larger one. */
const freely = 8 * 1024 * 1024
const mostTimes = 200

/**
 * The bytes that a compressed body stands for, as it comes. Holds no more than some blocks of them.
 * @throws {NotDecoded} on the way
 * @throws {Inflated} on the way
 */
export const decoded = (body: Readable, coding: Coding): Readable => {
  let into = 0
  let out = 0
  const decoder = decoders[coding]()
  const bounded = new Transform({
    transform: (piece: Buffer, _encoding: BufferEncoding, done: TransformCallback) => {
      out += piece.length
      if (out > freely && out > into * mostTimes) done(new Inflated('far more comes out of the body than went in'))
      else done(null, piece)
    },
  })
  body.on('data', (piece: Buffer) => {
    into += piece.length
  })
  body.on('error', (error) => decoder.destroy(error))
  // An abort while the body comes is the sender's: it is told as what is missing.
  body.on('aborted', () => decoder.destroy(new Error('aborted')))
  decoder.on('error', (error) =>
    bounded.destroy(new NotDecoded('the bytes are not those of the coding', { cause: error })),
  )
  bounded.on('close', () => {
    body.unpipe(decoder)
    decoder.destroy()
  })
  body.pipe(decoder).pipe(bounded)
  return bounded
}
