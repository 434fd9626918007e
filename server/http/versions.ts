import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const listVersions = ({ versions }: HttpParts) =>
  answer(endpoints.listVersions, ({ participation }) => versions.list(participation))

export const makeVersion = ({ versions }: HttpParts) =>
  answer(endpoints.makeVersion, ({ participation, body }) => versions.name(participation, body.id, body.name))

export const getVersion = ({ versions }: HttpParts) =>
  answer(endpoints.getVersion, ({ participation, params }) => versions.see(participation, params.versionId))

export const restoreVersion = ({ versions }: HttpParts) =>
  answer(endpoints.restoreVersion, async ({ participation, params, body }) => ({
    before: await versions.restore(participation, params.versionId, body),
  }))

export const restoreArticleAt = ({ versions }: HttpParts) =>
  answer(endpoints.restoreArticleAt, async ({ participation, params, body }) => ({
    before: await versions.restoreArticleAt(participation, params.articleId, body),
  }))

export const removeVersion = ({ versions }: HttpParts) =>
  answer(endpoints.removeVersion, async ({ participation, params }) => {
    await versions.remove(participation, params.versionId)
    return undefined
  })
