// The id of a block on the page, by its JSON Pointer into the rule.
export const blockId = (pointer: string): string => `block${pointer.replaceAll('/', '-')}`
