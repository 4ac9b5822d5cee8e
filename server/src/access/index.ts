// Who may come in and what they may do there: sign-in by link or code, sessions, members with their roles, API keys.
// It promises that no secret is kept in a form anyone could use, and that no role gives what it lacks.
export { type CreatedKey, createApiKey } from './api-keys/create-api-key.ts'
export { authenticate } from './authenticate.ts'
export { readSessionProof } from './change-session.ts'
export { foldEmail } from './email.ts'
export { allows, mayGrant } from './grants.ts'
export { addOwner } from './members/add-member.ts'
export { membershipsOf } from './members/store.ts'
export { ownPath } from './next-path.ts'
export { isWithinDaily } from './rates.ts'
export { createSignInLink, requestSignIn } from './request-sign-in.ts'
export { startStaffSession, startWalletSession as startSession } from './start-session.ts'
