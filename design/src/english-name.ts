/** Knows which names are their own English names. */

/** Whether a name is written in Latin letters alone; its bearer has no other for an English certificate. */
export const isLatinName = (name: string): boolean =>
  /\p{Script=Latin}/u.test(name) && !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(name)
