// `npm run bench`: the figures of the budgets, beside Roundcube on the same Dovecot, in a world of its own.
import { benchWorldEnv, readSettings, usage } from '@/bench/settings'

if (process.argv.includes('--help')) {
  console.log(usage)
  process.exit(0)
}
const settings = readSettings(process.argv.slice(2))
// before anything reads the environment: this process, too, belongs to the bench's world
Object.assign(process.env, benchWorldEnv())
const { runBench } = await import('@/bench/run')
await runBench(settings)
