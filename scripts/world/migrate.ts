import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'
import { root } from './paths'

const folder = join(root, 'prisma', 'migrations')
const noFilters = { externalTables: [], externalEnums: [] }
/** PostgreSQL's one-byte "char", which the engine reads from the catalogue and the adapter does not know. */
const charOid = 18

function migrations() {
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isDirectory())
    .sort()
    .map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(join(folder, name, 'migration.sql'), 'utf8') },
      },
    }))
}

/** The adapter cuts a script at every semicolon, those inside functions too. PostgreSQL reads a script as it stands. */
class WholeScripts extends PrismaPg {
  readonly #connectionString: string

  constructor(connectionString: string) {
    super(
      { connectionString },
      { userDefinedTypeParser: async (oid, value) => (oid === charOid ? String(value) : value) },
    )
    this.#connectionString = connectionString
  }

  override async connect() {
    const adapter = await super.connect()
    adapter.executeScript = async (script) => {
      const client = new pg.Client({ connectionString: this.#connectionString })
      await client.connect()
      try {
        await client.query(script)
      } finally {
        await client.end()
      }
    }
    return adapter
  }
}

/** Opens Prisma's migration engine (WebAssembly: no binary to download) on this database. */
export async function openEngine(connectionString: string): Promise<SchemaEngine> {
  const schema = readFileSync(join(root, 'prisma', 'schema.prisma'), 'utf8')
  return SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new WholeScripts(connectionString)),
  )
}

/** Applies what is missing of prisma/migrations and gives the names; keeps Prisma's own table `_prisma_migrations`. */
export async function migrate(connectionString: string): Promise<readonly string[]> {
  const engine = await openEngine(connectionString)
  const lockfile = { path: 'migration_lock.toml', content: readFileSync(join(folder, 'migration_lock.toml'), 'utf8') }
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: { baseDir: folder, lockfile, shadowDbInitScript: '', migrationDirectories: migrations() },
    filters: noFilters,
  })
  engine.free()
  return appliedMigrationNames
}
