export type { Offer, Offered, OfferReason } from './offered.ts'
export type { OfferedWords } from './offered-words.ts'
export { offeredWords, offerWords, penNames } from './on-this-device.ts'
export { isSharedComputer, rememberSharedComputer } from './shared-computer.ts'
