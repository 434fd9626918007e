import { endpoints } from '../../shared/protocol/endpoints.ts'
import { answer } from './answer.ts'
import type { HttpParts } from './parts.ts'

export const getArticleAt = ({ history }: HttpParts) =>
  answer(endpoints.getArticleAt, ({ params, query }) =>
    history.articleAt(params.id, params.articleId, query.moment),
  )
