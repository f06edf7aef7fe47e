import type { Plugin } from 'graphql-yoga'

/** Answers are about persons: nobody on the way keeps them. */
export const useNoStore = (): Plugin => ({
  onResponse: ({ response }) => {
    response.headers.set('cache-control', 'no-store')
  },
})
