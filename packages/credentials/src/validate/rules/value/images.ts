import { childPointer } from '@testamur/documents/json'
import type { Rule } from '../../interface.js'
import { memberOf, objectsAt } from '../../located.js'

/** Data and addresses that are neither a PNG nor an SVG; of most addresses it takes a look to know. */
const others = /^data:(?!image\/(?:png|svg\+xml)[;,])|^https?:[^?#]*\.(?:jpe?g|gif|webp|bmp|tiff?|avif|pdf)(?:[?#]|$)/i

const members: ReadonlySet<string> = new Set(['image'])

/** The picture of a profile, and the one an award is baked into, is a PNG or an SVG. */
export const images: Rule = {
  id: 'images',
  classes: ['Profile', 'AchievementSubject'],
  source: 'Open Badges 3.0, Profile and AchievementSubject: image',
  members: () => members,
  check: (instance, report) => {
    for (const { value, pointer } of objectsAt(instance, 'image')) {
      const id = memberOf(value, 'id')
      if (typeof id !== 'string' || !others.test(id.slice(0, 2000))) continue
      const message = 'This picture should be a PNG or an SVG.'
      report('image-format', childPointer(pointer, 'id'), message, { level: 'warning' })
    }
  },
}
