/** Partitions of a department's topic. A store is founded with this count: with another one a stream would change its partition and lose its order. */
export const partitionCount = 24
