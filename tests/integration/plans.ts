/** SQLite tells its plan for each query. An archive of 100,000 texts is read like one of ten only without scans. */

interface Query {
  sql: string
  args: unknown[]
}
interface Client {
  execute: (query: string | Query) => Promise<{ rows: Record<string, unknown>[] }>
}

/** From now on the plan of every question to the database is noted. Returns how to read those of one piece of work. */
export function notePlans(payload: {
  db: unknown
}): (work: () => Promise<unknown>) => Promise<string[]> {
  const plans: string[] = []
  const { client } = payload.db as { client: Client }
  const execute = client.execute.bind(client)
  client.execute = async (query) => {
    const { sql, args } = typeof query === 'string' ? { sql: query, args: [] } : query
    if (/^select/i.test(sql)) {
      const { rows } = await execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args })
      plans.push(...rows.map(({ detail }) => String(detail)))
    }
    return execute(query)
  }
  return async (work) => {
    plans.length = 0
    await work()
    return [...plans]
  }
}
