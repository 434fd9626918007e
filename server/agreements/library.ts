import type { AdviceTexts } from '../../shared/advice/rule-texts.ts'
import type { Catalog } from '../../shared/template/catalog.ts'
import type { Template } from '../../shared/template/template.ts'

/** What agreements are made from; read once at the start and handed in. */
export type Library = { templates: ReadonlyMap<string, Template>; catalog: Catalog; advice: AdviceTexts }
