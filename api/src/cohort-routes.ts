// The part of the URL space about everybody on a micro-degree at once.
import { z } from 'zod'
import * as cohorts from './cohorts.ts'
import { Uuid } from './common.ts'
import { route } from './route.ts'

const ById = z.object({ id: Uuid })

export const cohortRoutes = {
  cohorts: {
    list: route({
      method: 'GET',
      path: '/v1/pathways/{id}/cohorts',
      summary: 'Learners of a micro-degree by semester and version.',
      capability: 'pathways.read',
      params: ById,
      status: 200,
      answer: cohorts.Cohorts,
    }),
    dropOff: route({
      method: 'GET',
      path: '/v1/pathways/{id}/drop-off',
      summary: 'How many of the enrolled have met each requirement.',
      capability: 'pathways.read',
      params: ById,
      query: cohorts.DropOffQuery,
      status: 200,
      answer: cohorts.DropOff,
    }),
    remind: route({
      method: 'POST',
      path: '/v1/pathways/{id}/reminders',
      summary: 'Write to the learners who are one requirement short, each at most once in so many days; or preview it.',
      capability: 'awards.write',
      params: ById,
      body: cohorts.NewReminder,
      status: 200,
      answer: cohorts.Reminder,
    }),
    annotations: route({
      method: 'GET',
      path: '/v1/pathways/{id}/annotations',
      summary: 'The list for diplomas and transcripts: whom to annotate with what, as XLSX or CSV.',
      capability: 'awards.write',
      params: ById,
      query: cohorts.AnnotationQuery,
      status: 200,
      answer: z.unknown(),
    }),
  },
} as const
