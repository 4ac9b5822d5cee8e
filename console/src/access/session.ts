// Hands the session to whatever stands inside the gate.
import type { Capability, Session } from '@kolleges/api'
import { createContext, useContext } from 'react'

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession is for what stands inside SessionGate')
  return session
}

/** For hiding what would be refused anyway: the server decides, this only spares people the refusal. */
export const useMay = (capability: Capability): boolean => useSession().capabilities.includes(capability)
