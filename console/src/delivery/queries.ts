// Asks the server for the messages to learners.
import { type Message, routes } from '@kolleges/api'
import { queryOptions } from '@tanstack/react-query'
import { api, keysetQuery } from '../api.ts'

export const messagesQuery = () =>
  keysetQuery<Message>(['messages', 'list'], (starting_after) =>
    api.call(routes.messages.list, { query: { starting_after, limit: 50 } }),
  )

export const messageQuery = (id: string) =>
  queryOptions({
    queryKey: ['messages', 'one', id],
    queryFn: () => api.call(routes.messages.read, { params: { id } }),
  })
