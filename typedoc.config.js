// The API reference: every entry point that users import, under the name they import it by.
import path from 'node:path'
import { Application, Converter, ReflectionKind } from 'typedoc'
import { entryPointsOf, publicPackagesOf, root } from './scripts/workspace.mjs'

const entryPoints = publicPackagesOf()
  .flatMap(entryPointsOf)
  .filter(({ source }) => source.endsWith('.ts'))

/** Names modules as they are imported, and wants an example at every function. */
function importNamesAndExamples(app) {
  const nameOf = new Map(entryPoints.map(({ source, specifier }) => [path.join(root, source), specifier]))
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.getReflectionsByKind(ReflectionKind.Module)) {
      module.name = nameOf.get(module.sources?.[0]?.fullFileName) ?? module.name
    }
  })
  app.on(Application.EVENT_VALIDATE_PROJECT, (project) => {
    for (const fn of project.getReflectionsByKind(ReflectionKind.Function)) {
      const hasExample = fn.signatures?.some(({ comment }) => comment?.getTag('@example'))
      if (!hasExample) app.logger.validationWarning(`${fn.getFullName()} has no @example`)
    }
  })
}

export default {
  name: 'Testamur',
  entryPoints: entryPoints.map(({ source }) => source),
  displayBasePath: root,
  tsconfig: 'tsconfig.test.json',
  out: 'docs/api',
  readme: 'none',
  skipErrorChecking: true, // the types have a gate of their own
  plugin: [importNamesAndExamples],
  sort: ['source-order'],
  disableGit: true,
  sourceLinkTemplate: '../../../{path}#L{line}',
  blockTags: ['@example', '@module', '@param', '@returns', '@see', '@throws'],
  validation: { notExported: true, invalidLink: true, invalidPath: true, notDocumented: true },
  requiredToBeDocumented: ['Class', 'Function', 'Interface', 'TypeAlias', 'Variable'],
  treatWarningsAsErrors: true,
  treatValidationWarningsAsErrors: true,
}
