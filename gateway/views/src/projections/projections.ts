import { causations } from './causations.ts'
import { facts } from './facts.ts'
import { faults } from './faults.ts'
import { files } from './files.ts'
import { links } from './links.ts'
import { mentions } from './mentions.ts'
import { numbers } from './numbers.ts'
import type { Projection } from './projection.ts'
import { tokens } from './tokens.ts'

/** All that the views are made of, in the order in which a batch is written. */
export const projections: readonly Projection[] = [facts, links, causations, numbers, mentions, files, tokens, faults]
