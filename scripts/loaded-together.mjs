// What Node loads at once of a package that others build on. Verification needs most of it, and to find and open one more
// file takes as long as to read dozens of kilobytes.

/**
 * Groups of entry points whose code is one file each, with all that the first of them reaches, less what the groups
 * before have. Further entry points share files by who needs what.
 *
 * What starts without the rest has a group of its own. The group of the main entry point is its front door: that has the
 * exports of the whole group, and other packages of ours come in by it alone. They may be of an older version, so what has
 * been in this group stays in it until the next major version. The further exports have no types there and are nobody
 * else's business: in a browser they are not there.
 */
const loadedTogether = {
  '@testamur/documents': [
    ['./json'],
    ['.', './active-context', './contexts', './fetch', './inflate', './json-ld', './terms'],
  ],
  '@testamur/credentials': [['./validate/schema'], ['.', './validate']],
  '@testamur/proofs': [['.', './cryptosuites', './dids', './keys', './status', './vc-jwt']],
  testamur: [['.']],
}

/** Returns the groups of a package. */
export const groupsOf = (name) => loadedTogether[name] ?? []

/** Returns the subpaths of a package whose exports its main entry point has, too. */
export const subpathsAtFrontDoor = (name) =>
  groupsOf(name)
    .filter(([first]) => first === '.')
    .flatMap(([, ...others]) => others)

/** Returns what a package of ours imports on Node for a specifier of its source. */
export function frontDoorOf(specifier) {
  const [, name, subpath] = /^(@testamur\/[a-z-]+)(\/.+)$/.exec(specifier) ?? []
  return subpathsAtFrontDoor(name).includes(`.${subpath}`) ? name : specifier
}
