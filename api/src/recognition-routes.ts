// The part of the URL space about credit recognition: programmes with their tables, applications, decisions, the export.
import { z } from 'zod'
import { ListQuery, listOf, Uuid } from './common.ts'
import * as recognition from './recognition.ts'
import { route } from './route.ts'

const ById = z.object({ id: Uuid })

export const recognitionRoutes = {
  recognitionProgrammes: {
    list: route({
      method: 'GET',
      path: '/v1/recognition-programmes',
      summary: 'Programmes that recognise badges as credits, newest first.',
      capability: 'pathways.read',
      query: ListQuery,
      status: 200,
      answer: listOf(recognition.RecognitionProgramme),
    }),
    create: route({
      method: 'POST',
      path: '/v1/recognition-programmes',
      summary: 'Set up a programme and its articulation table.',
      capability: 'pathways.write',
      body: recognition.NewRecognitionProgramme,
      status: 201,
      answer: recognition.RecognitionProgramme,
      idempotent: true,
    }),
    read: route({
      method: 'GET',
      path: '/v1/recognition-programmes/{id}',
      summary: 'One programme with its articulation table.',
      capability: 'pathways.read',
      params: ById,
      status: 200,
      answer: recognition.RecognitionProgramme,
    }),
    change: route({
      method: 'PATCH',
      path: '/v1/recognition-programmes/{id}',
      summary: 'Change a programme; applications keep the rows they were made under.',
      capability: 'pathways.write',
      params: ById,
      body: recognition.RecognitionProgrammeChange,
      status: 200,
      answer: recognition.RecognitionProgramme,
    }),
  },
  recognitions: {
    list: route({
      method: 'GET',
      path: '/v1/recognitions',
      summary: 'Applications for recognition, newest first.',
      capability: 'pathways.read',
      query: recognition.RecognitionQuery,
      status: 200,
      answer: listOf(recognition.Recognition),
    }),
    read: route({
      method: 'GET',
      path: '/v1/recognitions/{id}',
      summary: 'One application: each badge beside what the table says of it.',
      capability: 'pathways.read',
      params: ById,
      status: 200,
      answer: recognition.Recognition,
    }),
    package: route({
      method: 'GET',
      path: '/v1/recognitions/{id}/package',
      summary: 'The signed credentials as they were handed in, as one presentation.',
      capability: 'pathways.read',
      params: ById,
      status: 200,
      answer: z.unknown(),
    }),
    decide: route({
      method: 'POST',
      path: '/v1/recognitions/{id}/decision',
      summary: 'Accept, accept in part or refuse each badge; the learner is told.',
      capability: 'awards.write',
      params: ById,
      body: recognition.RecognitionDecision,
      status: 201,
      answer: recognition.Recognition,
    }),
  },
  recognitionExports: {
    read: route({
      method: 'GET',
      path: '/v1/recognition-exports',
      summary: 'Recognised credits as rows for the student information system.',
      capability: 'pathways.read',
      query: recognition.RecognitionExportQuery,
      status: 200,
      answer: z.unknown(),
    }),
  },
} as const
