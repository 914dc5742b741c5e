// Where the server under test is, as whoever runs the suite says it.
import neo4j from 'neo4j-driver'
import net from 'node:net'

const need = name => process.env[name] ?? (() => { throw new Error(`${name} is not set; the .NET tests run this suite against a server of theirs.`) })()

export const port = Number(need('BOLT_PORT'))
export const boltUri = `bolt://127.0.0.1:${port}`
export const routedUri = `neo4j://127.0.0.1:${port}`
export const admin = neo4j.auth.basic('admin', need('BOLT_ADMIN_PASSWORD'))
export const reader = neo4j.auth.basic('reader', need('BOLT_READER_PASSWORD'))

export const connect = (uri = boltUri, auth = admin, config = {}) => neo4j.driver(uri, auth, { disableLosslessIntegers: false, ...config })

/** Runs work with a driver that is closed afterwards. */
export async function withDriver (work, uri, auth, config) {
  const driver = connect(uri, auth, config)
  try {
    return await work(driver)
  } finally {
    await driver.close()
  }
}

/** Runs work with a session that is closed afterwards. */
export const withSession = (work, sessionConfig, uri, auth, config) => withDriver(async driver => {
  const session = driver.session(sessionConfig)
  try {
    return await work(session)
  } finally {
    await session.close()
  }
}, uri, auth, config)

/**
 * A relay that puts other proposals into the handshake, so that the driver and the server meet on a version of our choice.
 * Gives the relay's port and what it saw: the server's answer to the handshake.
 */
export async function relay (proposal, work) {
  const seen = {}
  const sockets = new Set()
  const server = net.createServer(client => {
    const upstream = net.connect(port, '127.0.0.1')
    sockets.add(client).add(upstream)
    let opened = false
    client.on('data', bytes => {
      if (!opened && bytes.length >= 20) {
        opened = true
        bytes = Buffer.concat([bytes.subarray(0, 4), proposal, Buffer.alloc(12), bytes.subarray(20)])
      }
      upstream.write(bytes)
    })
    upstream.once('data', bytes => { seen.answer = [...bytes.subarray(0, 4)] })
    upstream.on('data', bytes => client.write(bytes))
    const end = () => { client.destroy(); upstream.destroy() }
    client.on('close', end).on('error', end)
    upstream.on('close', end).on('error', end)
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  try {
    return await work(server.address().port, seen)
  } finally {
    sockets.forEach(socket => socket.destroy())
    server.close()
  }
}
