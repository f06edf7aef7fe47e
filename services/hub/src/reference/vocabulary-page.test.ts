import { catalogue } from '@hub/schemas/catalogue.ts'
import { type Department, departments } from '@hub/schemas/department.ts'
import { laws } from '@hub/schemas/law/laws.ts'
import { describe, expect, it } from 'vitest'
import { codesPage } from './codes-page.ts'
import { lawPage } from './law-page.ts'
import { vocabularyPage } from './vocabulary-page.ts'

const pages = new Map((Object.keys(departments) as Department[]).map((key) => [key, vocabularyPage(key)]))

describe('the pages of the vocabulary', () => {
  it('have every type, with its Chinese description and every field by name', () => {
    for (const { type, department, descriptionZh, personField } of catalogue) {
      const page = pages.get(department as Department)!
      const own = page.slice(page.indexOf(`\`${type}\``)).split('\n### ')[0]!
      expect(own, type).toContain(descriptionZh)
      if (personField) expect(own, type).toContain('加密 sealed')
    }
  })

  it('link to code lists and laws that are there', () => {
    const [codes, law] = [codesPage(), lawPage()]
    for (const page of pages.values()) {
      for (const [, list] of page.matchAll(/codes\.md#([a-z]+)\)/g)) expect(codes).toContain(`<a id="${list}"></a>`)
      for (const [, key] of page.matchAll(/law\.md#([a-z0-9-]+)\)/g)) expect(law).toContain(`<a id="${key}"></a>`)
    }
  })

  it('have every rule of law with its article and its days', () => {
    const page = lawPage()
    for (const { entries } of laws) for (const { article } of entries) expect(page).toContain(article.zh)
  })
})
