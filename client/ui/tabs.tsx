import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'
import './tabs.css'

export type TabPage = { key: string; label: string; content: ReactNode }

/** Several pages in one place, one of them shown. */
export function Tabs({ label, pages }: { label: string; pages: readonly TabPage[] }) {
  return (
    <AriaTabs className="hs-tabs">
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
