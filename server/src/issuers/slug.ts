/** Decides which words may stand in an institution's address. */
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])$/

/** Words that would make an address look like the platform speaking. */
const RESERVED: ReadonlySet<string> = new Set([
  ...[
    'admin',
    'administrator',
    'api',
    'app',
    'assets',
    'auth',
    'badge',
    'badges',
    'billing',
    'blog',
    'confirm',
    'console',
  ],
  ...[
    'contact',
    'demo',
    'did',
    'docs',
    'example',
    'help',
    'host',
    'kolleges',
    'legal',
    'login',
    'mail',
    'me',
    'new',
    'null',
  ],
  ...[
    'official',
    'openbadges',
    'operator',
    'privacy',
    'root',
    'security',
    'sign-in',
    'signin',
    'staff',
    'status',
    'support',
  ],
  ...['system', 'terms', 'trust', 'undefined', 'verify', 'webmaster', 'well-known', 'www'],
])

/** `--` is refused as well: `xn--` and its like stand for other letters. */
export const isSlug = (slug: string): boolean => SLUG.test(slug) && !slug.includes('--')

export const isReservedSlug = (slug: string): boolean => RESERVED.has(slug)
