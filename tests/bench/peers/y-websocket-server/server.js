import { createServer } from 'node:http'
import { setupWSConnection } from '@y/websocket-server/utils'
import WebSocket from 'ws'
import { tellUsage } from '../usage.js'

/** The server that y-websocket comes with, documents in memory. `server.js <folder>`; tells its port over IPC. */
const server = createServer()
new WebSocket.Server({ server }).on('connection', (socket, request) => setupWSConnection(socket, request))
server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }))
tellUsage()
