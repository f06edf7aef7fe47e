/** A person's key: 32 bytes under a version (1 to 255). */
export type PersonKey = { version: number; key: Uint8Array }
