export { useLanguage, useText } from './text-provider.tsx'
