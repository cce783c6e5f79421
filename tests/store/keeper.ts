/** A process of its own that keeps a folder's database and submits without end, printing each id once it is acknowledged. */
import { openDatabase } from '#local/database.ts'
import { openStore } from '#store/open.ts'
import { contribution, point, submissionOf } from './contributions.ts'

const [folder = '', table = '', consultation = ''] = process.argv.slice(2)
const { endpoint } = await openDatabase(folder, table)
console.log(endpoint)
const store = openStore({ table, endpoint })
for (;;) {
  const { record } = await store.submit(submissionOf(contribution(consultation, point())))
  console.log(record.id)
}
