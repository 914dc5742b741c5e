// The workload of Workload.cs on the official driver: node driver.mjs FOLDER-OF-NODE_MODULES URI run|idle WORKLOAD
import { createRequire } from 'node:module'
import path from 'node:path'

const [folder, uri, phase, json] = process.argv.slice(2)
const neo4j = createRequire(path.join(folder, 'package.json'))('neo4j-driver')
const work = JSON.parse(json)
const driver = neo4j.driver(uri, neo4j.auth.basic('', ''), { disableLosslessIntegers: true, maxConnectionPoolSize: work.IdleConnections, telemetryDisabled: true })

async function one (i) {
  const session = driver.session()
  const result = await session.run(work.Trip, { i: neo4j.int(i) })
  if (result.records[0].get(0) !== i) throw new Error(`${work.Trip} did not answer ${i}`)
  await session.close()
}

async function stream (cypher, records) {
  const session = driver.session()
  let sum = 0
  await new Promise((resolve, reject) => session.run(cypher, { records: neo4j.int(records) })
    .subscribe({ onNext: record => { sum += record.get(0) }, onCompleted: resolve, onError: reject }))
  if (sum !== records * (records + 1) / 2) throw new Error(`${cypher} gave records whose sum is ${sum}`)
  await session.close()
}

const sideBySide = (sessions, trips) => Promise.all(Array.from({ length: sessions }, async () => {
  for (let i = 0; i < trips; i++) await one(i)
}))

const figures = {}
if (phase === 'run') {
  const trips = []
  for (let i = -work.WarmUp; i < work.RoundTrips; i++) {
    const start = performance.now()
    await one(i)
    if (i >= 0) trips.push((performance.now() - start) * 1000)
  }
  trips.sort((a, b) => a - b)
  figures.trip_p50_us = trips[Math.floor(trips.length / 2)]
  figures.trip_p99_us = trips[Math.floor(trips.length * 99 / 100)]
  for (const { Name, Cypher } of work.Streams) {
    await stream(Cypher, work.Records / 10)
    const start = performance.now()
    await stream(Cypher, work.Records)
    figures[Name] = work.Records / (performance.now() - start) * 1000
  }
  for (const sessions of work.Sessions) {
    await sideBySide(sessions, 50)
    const start = performance.now()
    await sideBySide(sessions, work.TripsTogether / sessions)
    figures[`sessions_${sessions}`] = work.TripsTogether / (performance.now() - start) * 1000
  }
} else {
  await one(0)
  const used = () => { globalThis.gc(); const memory = process.memoryUsage(); return memory.heapUsed + memory.external }
  const before = used()
  const open = []
  for (let i = 0; i < work.IdleConnections; i++) {
    const session = driver.session()
    const transaction = await session.beginTransaction()
    open.push({ session, transaction })
  }
  for (const { session, transaction } of open) {
    await transaction.rollback()
    await session.close()
  }
  open.length = 0
  figures.idle_client_bytes = (used() - before) / work.IdleConnections
}

console.log(JSON.stringify(figures))
process.stdin.resume()
process.stdin.on('end', async () => { await driver.close(); process.exit(0) })
