import type { RandomSource } from '../identity/index.js'
import type {
  ResultDescription,
  ResultInput,
  ResultStatusType,
  ResultType,
  RubricCriterionLevel,
} from '../model/index.js'

/** Options of every builder. What is no function for `random` throws `ERR_INVALID_OPTION`. */
export interface BuildOptions {
  /** Where the ids come from that the input leaves out. Default: the platform's generator for cryptography. */
  readonly random?: RandomSource | undefined
}

/** A level whose name the types know: what `rubricCriterionLevel` returns. */
export type RubricCriterionLevelOf<Name extends string> = RubricCriterionLevel & { readonly name: Name }

/** A result description of which the types know the kind, the values and the names of the levels. */
export type ResultDescriptionOf<
  Type extends ResultType = ResultType,
  Value extends string = string,
  Level extends string = string,
> = ResultDescription & {
  readonly resultType: Type
  readonly allowedValue?: readonly Value[] | undefined
  readonly rubricCriterionLevel?: readonly RubricCriterionLevelOf<Level>[] | undefined
}

/** What `result` takes: of a description that the types know, what fits it. */
export type ResultInputOf<Type extends ResultType, Value extends string, Level extends string> = Omit<
  ResultInput,
  'resultDescription' | 'value' | 'achievedLevel'
> & {
  /** What the result is: one of the achievement's result descriptions, or its id. */
  readonly resultDescription?: string | ResultDescriptionOf<Type, Value, Level> | null | undefined
  /** The grade or score. Editors complete the allowed values; the specification only advises to keep to them. */
  readonly value?: NoInfer<Value> | (string & {}) | null | undefined
  /** Level the learner reached: one of the levels of the result description, or its id. */
  readonly achievedLevel?: string | RubricCriterionLevelOf<NoInfer<Level>> | null | undefined
} & ([Type] extends ['Status'] ? { readonly status: ResultStatusType } : unknown)
