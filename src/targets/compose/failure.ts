import type { ComponentFailure } from '../../model/target.ts'
import { chooseHint } from '../hints.ts'
import type { Place } from './engine.ts'
import { keepEvidence } from './evidence.ts'
import type { ContainerFacts } from './inspect.ts'

/** Where there is no container, what Compose said is all there is. */
const composeLog = 'compose'

/** A component that did not come up, and the words for it. */
export interface Fallen {
  readonly component: string
  readonly service: string
  readonly reason: string
  readonly container?: ContainerFacts
}

/** Keeps the evidence before anything is undone, and says what to do and where the evidence is. */
export async function describeFailure(place: Place, fallen: Fallen): Promise<ComponentFailure> {
  const { component, service, container } = fallen
  const { log, lastLog } =
    container === undefined ? { log: composeLog, lastLog: [] } : await keepEvidence(place, component, container.Id)
  const reason = place.io.redactor.redact(fallen.reason)
  return { component, service, reason, lastLog, hint: chooseHint(log, `${reason}\n${lastLog.join('\n')}`) }
}
