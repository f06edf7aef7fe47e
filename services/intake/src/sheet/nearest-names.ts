const plain = (name: string) => name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()

const pairs = (text: string) =>
  new Set(Array.from({ length: Math.max(text.length - 1, 1) }, (_, at) => text.slice(at, at + 2)))

/** How alike two names are: the share of pairs of characters that they have in common. */
const likeness = (one: string, other: string): number => {
  const [a, b] = [pairs(plain(one)), pairs(plain(other))]
  return (2 * a.intersection(b).size) / (a.size + b.size)
}

const leastLike = 0.3

/**
 * What is likest a name, or one of several, the likest first; nothing that is not like it at all. `namesOf`: what each is
 * called.
 */
export const nearestTo = <Item>(
  name: string | readonly string[],
  items: readonly Item[],
  namesOf: (item: Item) => readonly string[],
  most = 3,
): readonly Item[] =>
  items
    .map((item) => ({
      item,
      like: Math.max(0, ...namesOf(item).flatMap((each) => [name].flat().map((one) => likeness(one, each)))),
    }))
    .filter(({ like }) => like >= leastLike)
    .sort((a, b) => b.like - a.like)
    .slice(0, most)
    .map(({ item }) => item)
