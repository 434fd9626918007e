import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'
import './tabs.css'

export type TabPage = { key: string; label: string; content: ReactNode }

export type TabsProps = {
  label: string
  pages: readonly TabPage[]
  /** Key of the page that is shown, where something besides the tabs can change it. */
  shown?: string
  onShow?: (key: string) => void
}

/** Several pages in one place, one of them shown. */
export function Tabs({ label, pages, shown, onShow }: TabsProps) {
  const control =
    shown === undefined
      ? {}
      : { selectedKey: shown, onSelectionChange: (key: string | number) => onShow?.(String(key)) }
  return (
    <AriaTabs className="hs-tabs" {...control}>
      <TabList aria-label={label} className="hs-tabs__list">
        {pages.map((page) => (
          <Tab key={page.key} id={page.key} className="hs-tabs__tab">
            {page.label}
          </Tab>
        ))}
      </TabList>
      {pages.map((page) => (
        <TabPanel key={page.key} id={page.key}>
          {page.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
