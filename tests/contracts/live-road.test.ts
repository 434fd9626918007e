import { lineRoad, socketRoad } from '../support/roads.ts'
import { liveRoadContract } from './live-road.ts'

liveRoadContract('a WebSocket', (name) => socketRoad(name))
liveRoadContract('a line over plain HTTP', (name) => lineRoad(name))
