/** Shows how far an import is: a bar on a terminal, a line per stage elsewhere. */
import { Presets, SingleBar } from 'cli-progress'

export interface Progress {
  start(stage: string, total: number): void
  step(what: string): void
  /** Ends the stage; may be called again without harm. */
  stop(): void
}

/** @param stream where it is shown; standard output stays free for the result */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? bar(stream) : lines(stream)
}

function bar(stream: NodeJS.WriteStream): Progress {
  let current: SingleBar | undefined
  return {
    start(stage, total) {
      current = new SingleBar(
        { stream, format: `{bar} {value}/{total} ${stage} {what}`, clearOnComplete: true, hideCursor: true },
        Presets.shades_classic,
      )
      current.start(total, 0, { what: '' })
    },
    step: (what) => current?.increment({ what }),
    stop() {
      current?.stop()
      current = undefined
    },
  }
}

function lines(stream: NodeJS.WriteStream): Progress {
  return {
    start: (stage, total) => void stream.write(`${stage}: ${total}\n`),
    step: () => {},
    stop: () => {},
  }
}

export const silent: Progress = { start: () => {}, step: () => {}, stop: () => {} }
