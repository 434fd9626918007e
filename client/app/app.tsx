import { type ComponentType, lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { RouterProvider } from 'react-aria-components'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { leaveDevice } from '../connection/index.ts'
import { WhileIn } from '../screens/agreement/while-in.tsx'
import { CodeScreen } from '../screens/join/code-screen.tsx'
import { JoinScreen } from '../screens/join/join-screen.tsx'
import { Page } from '../screens/page.tsx'
import { UnknownScreen } from '../screens/unknown-screen.tsx'
import { type Spoken, TextProvider, useLanguage, useText } from '../text/index.ts'
import { watchComplaints } from '../ui/first-complaint.ts'
import { BrokenPage } from './broken-page.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { keepFocusOnContent } from './focus-on-arrival.ts'
import { type AgreementPart, routeKey } from './route.ts'
import { createRouter, type Place } from './router.ts'

const StartScreen = lazy(() =>
  import('../screens/start/start-screen.tsx').then(({ StartScreen }) => ({ default: StartScreen })),
)

const CheckScreen = lazy(() =>
  import('../screens/check/check-screen.tsx').then(({ CheckScreen }) => ({ default: CheckScreen })),
)

const LeftScreen = lazy(() =>
  import('../screens/leave/left-screen.tsx').then(({ LeftScreen }) => ({ default: LeftScreen })),
)

const AgreementScreen = lazy(() =>
  import('../screens/agreement/agreement-screen.tsx').then(({ AgreementScreen }) => ({
    default: AgreementScreen,
  })),
)

const ReadingScreen = lazy(() =>
  import('../screens/reading/reading-screen.tsx').then(({ ReadingScreen }) => ({ default: ReadingScreen })),
)

const SignInScreen = lazy(() =>
  import('../screens/account/sign-in-screen.tsx').then(({ SignInScreen }) => ({ default: SignInScreen })),
)
const LinkScreen = lazy(() =>
  import('../screens/account/link-screen.tsx').then(({ LinkScreen }) => ({ default: LinkScreen })),
)
const AccountScreen = lazy(() =>
  import('../screens/account/account-screen.tsx').then(({ AccountScreen }) => ({ default: AccountScreen })),
)
const WorkspaceScreen = lazy(() =>
  import('../screens/workspace/workspace-screen.tsx').then(({ WorkspaceScreen }) => ({
    default: WorkspaceScreen,
  })),
)
const PrivacyScreen = lazy(() =>
  import('../screens/privacy/privacy-screen.tsx').then(({ PrivacyScreen }) => ({ default: PrivacyScreen })),
)

/** The browser became somebody else's, or nobody's: a new page, with nothing left in memory of who was here before. */
const beginAnew = () => window.location.assign('/')
/** The same, with nothing left on the device either. */
const leaveNothing = () => void leaveDevice('/').catch(beginAnew)

/** The screens beside the paper, each fetched when somebody goes there. */
const PARTS: Record<AgreementPart, ComponentType<{ agreementId: string }>> = {
  advice: lazy(() =>
    import('../screens/advice/advice-screen.tsx').then(({ AdviceScreen }) => ({ default: AdviceScreen })),
  ),
  akkoord: lazy(() =>
    import('../screens/akkoord/akkoord-screen.tsx').then(({ AkkoordScreen }) => ({ default: AkkoordScreen })),
  ),
  scan: lazy(() =>
    import('../screens/scan/scan-screen.tsx').then(({ ScanScreen }) => ({ default: ScanScreen })),
  ),
  steps: lazy(() =>
    import('../screens/steps/steps-screen.tsx').then(({ StepsScreen }) => ({ default: StepsScreen })),
  ),
  consultation: lazy(() =>
    import('../screens/consultation/consultation-screen.tsx').then(({ ConsultationScreen }) => ({
      default: ConsultationScreen,
    })),
  ),
  tasks: lazy(() =>
    import('../screens/tasks/tasks-screen.tsx').then(({ TasksScreen }) => ({ default: TasksScreen })),
  ),
  versions: lazy(() =>
    import('../screens/versions/versions-screen.tsx').then(({ VersionsScreen }) => ({
      default: VersionsScreen,
    })),
  ),
  returned: lazy(() =>
    import('../screens/returned/returned-screen.tsx').then(({ ReturnedScreen }) => ({
      default: ReturnedScreen,
    })),
  ),
  openPoints: lazy(() =>
    import('../screens/open-points/open-points-screen.tsx').then(({ OpenPointsScreen }) => ({
      default: OpenPointsScreen,
    })),
  ),
  meetingCard: lazy(() =>
    import('../screens/meeting/card-screen.tsx').then(({ CardScreen }) => ({ default: CardScreen })),
  ),
  wrapUp: lazy(() =>
    import('../screens/meeting/wrap-up-screen.tsx').then(({ WrapUpScreen }) => ({ default: WrapUpScreen })),
  ),
  bigScreen: lazy(() =>
    import('../screens/meeting/big-screen.tsx').then(({ BigScreen }) => ({ default: BigScreen })),
  ),
  acts: lazy(() =>
    import('../screens/acts/acts-screen.tsx').then(({ ActsScreen }) => ({ default: ActsScreen })),
  ),
}

// One per page, and before the first drawing: a secret in the address is gone before anything else happens.
const router = createRouter(window)

/** The whole product in a page. `spoken`: the language it begins in. */
export function App({ spoken }: { spoken: Spoken }) {
  return (
    <TextProvider first={spoken}>
      <Localised />
    </TextProvider>
  )
}

function Localised() {
  const { language } = useLanguage()
  const place = useSyncExternalStore(router.subscribe, router.getPlace)
  const key = routeKey(place.route)
  useFocusOnArrival(key)
  useEffect(() => watchComplaints(document), [])
  return (
    <I18nProvider locale={language === 'nl' ? 'nl-NL' : 'en-GB'}>
      <RouterProvider navigate={router.go}>
        <ErrorBoundary key={key} fallback={<BrokenPage />} onError={(error) => reportError(error)}>
          <Suspense fallback={<ArrivingPage />}>
            <Screen place={place} />
          </Suspense>
        </ErrorBoundary>
      </RouterProvider>
    </I18nProvider>
  )
}

function Screen({ place: { route, secret } }: { place: Place }) {
  switch (route.page) {
    case 'start':
      return <StartScreen templateId={route.templateId} secret={secret} go={router.go} />
    case 'join':
      return <JoinScreen secret={secret} go={router.go} />
    case 'reading':
      return <ReadingScreen secret={secret} />
    case 'code':
      return <CodeScreen key={secret ?? ''} scanned={secret} go={router.go} />
    case 'left':
      return <LeftScreen />
    case 'check':
      return <CheckScreen />
    case 'signIn':
      return <SignInScreen onSignedIn={beginAnew} />
    case 'link':
      return <LinkScreen secret={secret} onSignedIn={beginAnew} />
    case 'account':
      return <AccountScreen />
    case 'workspace':
      return <WorkspaceScreen />
    case 'privacy':
      return <PrivacyScreen onErased={leaveNothing} />
    case 'agreement':
      return (
        <WhileIn key={route.id} agreementId={route.id}>
          <AgreementScreen agreementId={route.id} view={route.view} />
        </WhileIn>
      )
    case 'agreementPart': {
      const Part = PARTS[route.part]
      return (
        <WhileIn key={route.id} agreementId={route.id}>
          <Part agreementId={route.id} />
        </WhileIn>
      )
    }
    case 'unknown':
      return <UnknownScreen />
  }
}

function ArrivingPage() {
  const { agreement } = useText()
  return (
    <Page title={agreement.busy}>
      <p>{agreement.busy}</p>
    </Page>
  )
}

let firstKey: string | null = null

/** After going to another page the keyboard and the screen reader start at its content; on the first load the browser decides. */
function useFocusOnArrival(key: string): void {
  useEffect(() => {
    firstKey ??= key
    if (firstKey === key) return
    firstKey = ''
    window.scrollTo(0, 0)
    return keepFocusOnContent(document)
  }, [key])
}
