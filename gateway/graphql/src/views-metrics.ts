import { ViewsNotBuilt } from '@hub/reading/served-views.ts'
import { Gauge, type Registry } from 'prom-client'

/** What a gateway tells Prometheus of its views. */
export const viewsMetrics = (registry: Registry, views: { faults(): number }): void => {
  new Gauge({
    name: 'hub_views_faulty_events',
    help: 'Events of the store that are not as they were admitted and are not folded, or whose box is damaged; `hub doctor` names them.',
    registers: [registry],
    collect() {
      try {
        this.set(views.faults())
      } catch (error) {
        if (!(error instanceof ViewsNotBuilt)) throw error
      }
    },
  })
}
