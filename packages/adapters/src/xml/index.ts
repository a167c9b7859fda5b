export { ElementPaths } from './element-path.js'
export type { XmlElement, XmlInput, XmlLimits, XmlReadOptions, XmlRecord, XmlStream } from './interface.js'
export { defaultXmlLimits } from './interface.js'
export { readXmlRecords, streamXmlRecords } from './read-records.js'
