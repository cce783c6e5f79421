/** The browser's own trace of a page's main thread, read as tasks and what they were spent on. */
import type { CDPSession } from 'playwright-core'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds: begin, length, and of that on the processor. */
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

export interface Task {
  /** Milliseconds from begin to end. */
  readonly length: number
  /** Of that on the processor: without waiting for the graphics process or for other processes of a busy machine. */
  readonly busy: number
  /** Milliseconds in scripts, and in style, layout and painting, from begin to end. */
  readonly script: number
  readonly drawing: number
}

const scripts = new Set(['FunctionCall', 'EvaluateScript', 'v8.callFunction', 'RunMicrotasks', 'MajorGC', 'MinorGC'])
const drawings = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit'])

/** Every task of the main thread of the page's renderer while `work` runs. */
export async function traced(session: CDPSession, work: () => Promise<void>): Promise<Task[]> {
  const events: TraceEvent[] = []
  const take = ({ value }: { value: unknown }): void => void events.push(...(value as TraceEvent[]))
  session.on('Tracing.dataCollected', take)
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { recordMode: 'recordUntilFull', includedCategories: ['toplevel', 'devtools.timeline', 'v8', '__metadata'] },
  })
  await work()
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
  session.off('Tracing.dataCollected', take)
  return tasksOf(events)
}

function tasksOf(events: readonly TraceEvent[]): Task[] {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf)
  const byMain = new Map(mains.map((main): [string, TraceEvent[]] => [main, []]))
  for (const event of events) if (event.ph === 'X') byMain.get(threadOf(event))?.push(event)
  // Another renderer, such as that of a blank page, does next to nothing.
  const busiest = [...byMain.values()].toSorted((a, b) => b.length - a.length)[0] ?? []
  const sorted = busiest.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
  const tasks: { begin: number; end: number; task: { -readonly [Part in keyof Task]: number } }[] = []
  let [scriptEnd, drawingEnd] = [0, 0]
  for (const { name, ts, dur = 0, tdur = 0 } of sorted) {
    const open = tasks.at(-1)
    const inside = open !== undefined && ts < open.end
    if (/RunTask$/.test(name) && !inside) {
      tasks.push({ begin: ts, end: ts + dur, task: { length: dur / 1000, busy: tdur / 1000, script: 0, drawing: 0 } })
    } else if (inside && scripts.has(name) && ts >= scriptEnd) {
      open.task.script += dur / 1000
      scriptEnd = ts + dur
    } else if (inside && drawings.has(name) && ts >= drawingEnd) {
      open.task.drawing += dur / 1000
      drawingEnd = ts + dur
    }
  }
  return tasks.map(({ task }) => task)
}
