/** A learner: a person in an institution's roll, known by one e-mail address. */
export type NewLearner = {
  readonly name: string
  readonly email: string
  readonly nameEn?: string | undefined
  readonly phone?: string | undefined
  readonly studentNumber?: string | undefined
  readonly department?: string | undefined
  readonly birthDate?: string | undefined
}
