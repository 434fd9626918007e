import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { App } from './app/app.tsx'
import { followLeaving, keepAppAtHand, reloadWhenPartsAreGone } from './connection/index.ts'
import { spokenHere } from './text/index.ts'

reloadWhenPartsAreGone()
keepAppAtHand()
followLeaving()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with id "root"')
spokenHere().then((spoken) =>
  createRoot(root).render(
    <StrictMode>
      <App spoken={spoken} />
    </StrictMode>,
  ),
)
